import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ChannelView, Copy } from '../../../../src/channels/schema';
import { useWords } from '../../../words';
import { marked, Words } from '../preview-parts';

const Beneath = styled.ol`
  margin-top: 0.8rem;
  padding-left: 1.6rem;
  border-left: 2px solid ${({ theme }) => theme.colors.neutral200};

  li + li {
    margin-top: 1.2rem;
  }
`;

/** What is posted beneath a post, as it will be read there; nothing where there is none. */
export function RepliesPreview({ copy, channel }: { copy: Copy; channel: ChannelView | undefined }) {
  const t = useWords();
  const { replies = [] } = copy;
  if (replies.length === 0) return null;
  return (
    <Beneath aria-label={t('presence.replies.preview')}>
      {replies.map(({ text }, index) => (
        <li key={index}>
          <Typography variant="pi" fontWeight="bold" tag="p">
            {channel?.name}
          </Typography>
          <Words>{marked(text)}</Words>
        </li>
      ))}
    </Beneath>
  );
}
