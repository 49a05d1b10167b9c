import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../words';
import { Shown } from './pictures/shown';
import { Film } from './video/film';
import { Frame, hostOf, marked, Words, type PreviewProps } from './preview-parts';

const Tall = styled.img`
  display: block;
  width: 100%;
  max-height: 44rem;
  object-fit: contain;
  border-radius: 1.6rem;
`;

/** A pin as it stands when it is opened: its pictures or its video, then title and description, and where a click on it leads. */
export function PinPost({ copy: { text, title, link, pictures, video }, channel }: PreviewProps) {
  const t = useWords();
  return (
    <Frame>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {video && <Film video={video} />}
        {pictures.length === 0 && !video ? (
          <Box padding={8} background="neutral100" hasRadius>
            <Typography textColor="neutral600">{t('presence.preview.no-picture')}</Typography>
          </Box>
        ) : (
          pictures.map((picture) => <Shown key={picture.hash} picture={picture} as={Tall} />)
        )}
        {link && (
          <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {hostOf(link)}
          </Typography>
        )}
        {title && (
          <Typography variant="beta" tag="p">
            {title}
          </Typography>
        )}
        <Words>{marked(text)}</Words>
        <Typography variant="pi" textColor="neutral600" ellipsis>
          {channel?.name}
        </Typography>
      </Flex>
    </Frame>
  );
}
