import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { withLink } from '../../../src/channels/counters/inline-links';
import { useWords } from '../../words';
import { Shown } from './pictures/shown';
import { Film } from './video/film';
import {
  Dot,
  Frame,
  hostOf,
  marked,
  markedOnLinkedin,
  Picture,
  Words,
  type PreviewProps,
} from './preview-parts';

/** A post of a Page: its pictures, its video, or else a card, which Facebook makes of the page itself, and we make for LinkedIn. */
export function PagePost({ copy, channel, kind }: PreviewProps) {
  const { text, title, link, pictures, video } = copy;
  const t = useWords();
  const isOurCard = kind === 'linkedin';
  const mark = isOurCard ? markedOnLinkedin : marked;
  const isCard = link !== null && pictures.length === 0 && !video && (isOurCard || !text.includes(link));
  return (
    <Frame>
      <Flex gap={3} alignItems="center" paddingBottom={3}>
        <Dot aria-hidden>{(channel?.name ?? '?').slice(0, 1).toUpperCase()}</Dot>
        <Flex direction="column" alignItems="stretch" minWidth={0}>
          <Typography fontWeight="bold" ellipsis>
            {channel?.name}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('presence.preview.now')}
          </Typography>
        </Flex>
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Words>{mark(isCard ? text : withLink(text, link))}</Words>
        {pictures.map((picture) => (
          <Shown key={picture.hash} picture={picture} as={Picture} />
        ))}
        {video && <Film video={video} />}
        {isCard && (
          <Box padding={3} background="neutral100" borderColor="neutral200" hasRadius>
            {isOurCard && <Typography fontWeight="bold">{title || hostOf(link)}</Typography>}
            <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {hostOf(link)}
            </Typography>
          </Box>
        )}
      </Flex>
    </Frame>
  );
}

const Whole = styled.img`
  display: block;
  width: 100%;
  max-height: 44rem;
  object-fit: contain;
  background: #ffffff;
`;

/** A post of Instagram: its pictures whole and on white, or its video, and the caption below, in which no address can be clicked. */
export function InstagramPost({ copy: { text, pictures, video }, channel }: PreviewProps) {
  const t = useWords();
  return (
    <Frame>
      <Flex gap={3} alignItems="center" paddingBottom={3}>
        <Dot aria-hidden>{(channel?.name ?? '?').slice(0, 1).toUpperCase()}</Dot>
        <Typography fontWeight="bold" ellipsis>
          {channel?.name}
        </Typography>
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {video && <Film video={video} />}
        {pictures.length === 0 && !video ? (
          <Box padding={8} background="neutral100" hasRadius>
            <Typography textColor="neutral600">{t('presence.preview.no-picture')}</Typography>
          </Box>
        ) : (
          pictures.map((picture) => <Shown key={picture.hash} picture={picture} as={Whole} />)
        )}
        <Words>{marked(text)}</Words>
        <Typography variant="pi" textColor="neutral600">
          {t('presence.preview.now')}
        </Typography>
      </Flex>
    </Frame>
  );
}
