import { Box, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../../words';
import { Shown } from './pictures/shown';
import { Dot, Frame, hostOf, marked, Picture, Words, type PreviewProps } from './preview-parts';

/** A post of a Business Profile: its picture, the words, and the button behind which the page is. */
export function LocalPost({ copy: { text, link, pictures }, channel }: PreviewProps) {
  const t = useWords();
  const [picture] = pictures;
  const button = channel?.kind === 'google-business' ? channel.settings.button : 'LEARN_MORE';
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
        {picture && <Shown picture={picture} as={Picture} />}
        <Words>{marked(text)}</Words>
        {link !== null && (
          <Box>
            <Typography fontWeight="bold" textColor="primary600">
              {t(`presence.channels.google.button.${button}`)}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {hostOf(link)}
            </Typography>
          </Box>
        )}
      </Flex>
    </Frame>
  );
}
