import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ChannelKind, ChannelView, Copy } from '../../../src/channels/schema';
import { addressOf } from '../../components/address-of';
import { useWords } from '../../words';

interface PreviewProps {
  readonly copy: Copy;
  readonly kind: ChannelKind;
  readonly channel: ChannelView | undefined;
  readonly pageUrl: string | null;
}

/** How the copy will look on its channel. */
export function Preview(props: PreviewProps) {
  switch (props.kind) {
    case 'bluesky':
      return <BlueskyPost {...props} />;
    case 'email':
      return <Mail {...props} />;
    case 'webhook':
      return <Json {...props} />;
    case 'website':
      return <Page {...props} />;
    default:
      return props.kind satisfies never;
  }
}

const Frame = styled.div`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 1.2rem;
  background: ${({ theme }) => theme.colors.neutral0};
  padding: 1.6rem;
  overflow: hidden;
`;

const Words = styled.p`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  color: ${({ theme }) => theme.colors.neutral800};

  span {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

const Picture = styled.img`
  display: block;
  width: 100%;
  max-height: 22rem;
  object-fit: cover;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Dot = styled.span`
  display: grid;
  place-items: center;
  flex: none;
  width: 4rem;
  height: 4rem;
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.primary600};
  color: ${({ theme }) => theme.colors.buttonNeutral0};
  font-size: ${({ theme }) => theme.fontSizes[3]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
`;

const hostOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
};

/** Addresses, mentions and hashtags in the colour of links, as the network shows them. */
const marked = (text: string) =>
  text
    .split(/(https?:\/\/\S+|(?<=^|\s)[@#][\p{L}\p{N}_.-]+)/u)
    .map((part, index) => (index % 2 === 1 ? <span key={index}>{part}</span> : part));

function BlueskyPost({ copy, channel }: PreviewProps) {
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
          <Words>{marked(copy.text)}</Words>
          {copy.link && (
            <Box borderColor="neutral200" borderRadius="0.8rem" overflow="hidden">
              {first && <Picture src={addressOf(first.url)} alt={first.alt} />}
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
            copy.pictures.map((picture) => (
              <Picture key={picture.hash} src={addressOf(picture.url)} alt={picture.alt} />
            ))}
        </Flex>
      </Flex>
    </Frame>
  );
}

function Mail({ copy, channel }: PreviewProps) {
  const t = useWords();
  const from = channel?.kind === 'email' ? channel.settings : null;
  const [first] = copy.pictures;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Frame>
        <Flex gap={3} alignItems="center">
          <Dot aria-hidden>{(from?.fromName ?? '?').slice(0, 1).toUpperCase()}</Dot>
          <Flex direction="column" alignItems="stretch" minWidth={0} flex="1">
            <Flex justifyContent="space-between" gap={2}>
              <Typography fontWeight="bold" ellipsis>
                {from?.fromName}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {t('presence.preview.now')}
              </Typography>
            </Flex>
            <Typography fontWeight="semiBold" ellipsis>
              {copy.subject || t('presence.preview.no-subject')}
            </Typography>
            <Typography variant="pi" textColor="neutral600" ellipsis>
              {copy.preheader}
            </Typography>
          </Flex>
        </Flex>
      </Frame>
      <Frame>
        <Flex direction="column" alignItems="stretch" gap={3}>
          {first && <Picture src={addressOf(first.url)} alt={first.alt} />}
          <Typography variant="beta" tag="p">
            {copy.title ?? copy.subject}
          </Typography>
          <Words>{copy.text}</Words>
          {copy.link && (
            <Typography textColor="primary600" variant="pi" style={{ overflowWrap: 'anywhere' }}>
              {copy.link}
            </Typography>
          )}
        </Flex>
      </Frame>
    </Flex>
  );
}

const Code = styled.pre`
  margin: 0;
  padding: 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  max-height: 40rem;
  overflow: auto;
`;

/** The part of the message that the copy decides; times, keys and the tracked link are added when it is sent. */
function Json({ copy, pageUrl }: PreviewProps) {
  const t = useWords();
  const { text, title = '', description = '', link, pictures } = copy;
  const data = {
    title,
    description,
    text,
    link,
    page: pageUrl,
    pictures: pictures.map(({ url, alt }) => ({ url, alt })),
  };
  return (
    <Code tabIndex={0} aria-label={t('presence.preview.json')}>
      {JSON.stringify({ type: 'presence.published', data }, null, 2)}
    </Code>
  );
}

function Page({ pageUrl }: PreviewProps) {
  const t = useWords();
  return (
    <Frame>
      <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={1}>
        {t('presence.preview.page')}
      </Typography>
      {pageUrl ? (
        <Typography textColor="primary600" style={{ overflowWrap: 'anywhere' }}>
          {pageUrl}
        </Typography>
      ) : (
        <Typography textColor="neutral800">{t('presence.preview.no-page')}</Typography>
      )}
    </Frame>
  );
}
