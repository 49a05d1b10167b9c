import { Box, Flex, Typography } from '@strapi/design-system';
import { withLink } from '../../../src/channels/counters/inline-links';
import { wordsWithVideo } from '../../../src/channels/video/words';
import { useWords } from '../../words';
import { Shown } from './pictures/shown';
import { Film } from './video/film';
import { Dot, Frame, hostOf, marked, Picture, Words, type PreviewProps } from './preview-parts';

/** A post with a link card, pictures or a video. */
export function BlueskyPost({ copy, channel }: PreviewProps) {
  const t = useWords();
  const handle = channel?.kind === 'bluesky' ? channel.settings.identifier : '';
  const [first] = copy.pictures;
  return (
    <Frame>
      <Flex gap={3} alignItems="flex-start">
        <Dot aria-hidden>{(channel?.name ?? '?').slice(0, 1).toUpperCase()}</Dot>
        <Flex direction="column" alignItems="stretch" gap={3} flex="1" minWidth={0}>
          <Typography tag="p" ellipsis>
            <Typography fontWeight="bold">{channel?.name}</Typography>{' '}
            <Typography textColor="neutral600">
              @{handle} · {t('presence.preview.now')}
            </Typography>
          </Typography>
          <Words>{marked(wordsWithVideo(copy))}</Words>
          {copy.video && <Film video={copy.video} />}
          {copy.link && !copy.video && (
            <Box borderColor="neutral200" borderRadius="0.8rem" overflow="hidden">
              {first && <Shown picture={first} as={Picture} />}
              <Flex direction="column" alignItems="stretch" gap={1} padding={3}>
                <Typography fontWeight="bold">{copy.title}</Typography>
                <Typography
                  variant="pi"
                  textColor="neutral700"
                  style={{
                    display: '-webkit-box',
                    WebkitLineClamp: 2,
                    WebkitBoxOrient: 'vertical',
                    overflow: 'hidden',
                  }}
                >
                  {copy.description}
                </Typography>
                <Typography variant="pi" textColor="neutral600">
                  {hostOf(copy.link)}
                </Typography>
              </Flex>
            </Box>
          )}
          {!copy.link &&
            copy.pictures.map((picture) => <Shown key={picture.hash} picture={picture} as={Picture} />)}
        </Flex>
      </Flex>
    </Frame>
  );
}

/** A post with the address of the page behind its words; the server makes a card of that page by itself. */
export function MastodonPost({ copy, channel }: PreviewProps) {
  const t = useWords();
  const server = channel?.kind === 'mastodon' ? hostOf(channel.settings.instance) : '';
  return (
    <Frame>
      <Flex gap={3} alignItems="center" paddingBottom={3}>
        <Dot aria-hidden>{(channel?.name ?? '?').slice(0, 1).toUpperCase()}</Dot>
        <Flex direction="column" alignItems="stretch" minWidth={0}>
          <Typography fontWeight="bold" ellipsis>
            {channel?.name}
          </Typography>
          <Typography variant="pi" textColor="neutral600" ellipsis>
            {[server, t('presence.preview.now')].filter(Boolean).join(' · ')}
          </Typography>
        </Flex>
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Words>{marked(withLink(copy.text, copy.link))}</Words>
        {copy.pictures.map((picture) => (
          <Shown key={picture.hash} picture={picture} as={Picture} />
        ))}
        {copy.video && <Film video={copy.video} />}
      </Flex>
    </Frame>
  );
}

/** A message in a chat, the address of the page behind its words; the chat unfolds a small card of that page by itself. */
export function ChatMessage({ copy, channel, kind }: PreviewProps) {
  const t = useWords();
  // Telegram shows the words as a caption below.
  const isBelow = kind === 'telegram';
  const shown = (
    <>
      {copy.pictures.map((picture) => (
        <Shown key={picture.hash} picture={picture} as={Picture} />
      ))}
      {copy.video && <Film video={copy.video} />}
    </>
  );
  return (
    <Frame>
      <Flex gap={3} alignItems="flex-start">
        <Dot aria-hidden>{(channel?.name ?? '?').slice(0, 1).toUpperCase()}</Dot>
        <Flex direction="column" alignItems="stretch" gap={2} flex="1" minWidth={0}>
          <Typography tag="p" ellipsis>
            <Typography fontWeight="bold">{channel?.name}</Typography>{' '}
            <Typography variant="pi" textColor="neutral600">
              {t('presence.preview.now')}
            </Typography>
          </Typography>
          {isBelow && shown}
          <Words>{marked(withLink(copy.text, copy.link))}</Words>
          {!isBelow && shown}
        </Flex>
      </Flex>
    </Frame>
  );
}
