import { memo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { addressOf } from '../../components/address-of';
import { useWords } from '../../words';
import { Dot, Frame, Picture, Words, type PreviewProps } from './preview-parts';
import { LocalPost } from './preview-google';
import { InstagramPost, PagePost } from './preview-meta';
import { OwnPost } from './preview-own';
import { PinPost } from './preview-pin';
import { RepliesPreview } from './replies/preview-replies';
import { BlueskyPost, ChatMessage, MastodonPost } from './preview-social';

/** How the copy will look on its channel, with what is posted beneath it. */
export const Preview = memo(function Preview(props: PreviewProps) {
  return (
    <>
      <Post {...props} />
      <RepliesPreview copy={props.copy} channel={props.channel} />
    </>
  );
});

function Post(props: PreviewProps) {
  switch (props.kind) {
    case 'bluesky':
      return <BlueskyPost {...props} />;
    case 'mastodon':
    case 'x':
    case 'threads':
      return <MastodonPost {...props} />;
    case 'facebook':
    case 'linkedin':
      return <PagePost {...props} />;
    case 'google-business':
      return <LocalPost {...props} />;
    case 'instagram':
      return <InstagramPost {...props} />;
    case 'pinterest':
      return <PinPost {...props} />;
    case 'discord':
    case 'slack':
    case 'telegram':
      return <ChatMessage {...props} />;
    case 'email':
      return <Mail {...props} />;
    case 'webhook':
      return <Json {...props} />;
    case 'own':
      return <OwnPost {...props} />;
    case 'website':
      return <Page {...props} />;
    default:
      return props.kind satisfies never;
  }
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
