import { useState } from 'react';
import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import type { PracticePostView } from '../../../src/channels/practice';
import { useApi } from '../../api';
import { Pill } from '../../components/pill';
import { ChannelName } from '../../components/publication-state';
import { Failed } from '../../components/states';
import { When } from '../../components/when';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';
import { Frame, hostOf, marked, Picture, Words } from '../campaign/preview-parts';
import { Film } from '../campaign/video/film';

const Letter = styled.iframe`
  width: 100%;
  height: 42rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: white;
`;

/** One post of the practice network. */
export function PracticePost({
  post,
  canManage,
  removed,
  isBeneath = false,
}: {
  post: PracticePostView;
  canManage: boolean;
  removed: () => void;
  /** It is shown beneath what it answers. */
  isBeneath?: boolean;
}) {
  const t = useWords();
  const api = useApi();
  const [refusal, setRefusal] = useState<Refusal>();
  const { kind, id, channelName, text, subject, html, pictures, video, card, under, createdAt, editedAt } =
    post;
  const remove = async () => {
    try {
      await api.removePractice(kind, id);
      removed();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <Frame
      as="article"
      id={encodeURIComponent(id)}
      aria-label={`${channelName}: ${subject ?? text.slice(0, 60)}`}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} paddingBottom={3}>
        <Flex gap={3} wrap="wrap" alignItems="center">
          <ChannelName kind={kind} name={channelName} />
          <Pill tone="alternative">{t('presence.practice.mark')}</Pill>
          {under !== null && !isBeneath && (
            <Typography variant="pi" textColor="neutral600">
              {t('presence.practice.answers')}
            </Typography>
          )}
          <When at={createdAt} isSmall />
          {editedAt !== null && (
            <Typography variant="pi" textColor="neutral600">
              {t('presence.practice.edited')} <When at={editedAt} isSmall />
            </Typography>
          )}
        </Flex>
        {canManage && (
          <IconButton size="S" label={t('presence.practice.delete')} onClick={() => void remove()}>
            <Trash />
          </IconButton>
        )}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {subject !== null && <Typography fontWeight="bold">{subject}</Typography>}
        {html === null ? (
          <Words>{marked(text)}</Words>
        ) : (
          <Letter title={subject ?? channelName} sandbox="" srcDoc={html} />
        )}
        {pictures.map(({ src, alt }, index) => (
          <Picture key={index} src={src} alt={alt} />
        ))}
        {video && <Film video={{ url: video.src, alt: video.alt }} />}
        {card && (
          <Box borderColor="neutral200" borderRadius="0.8rem" padding={3}>
            <Typography fontWeight="bold" tag="p">
              {card.title}
            </Typography>
            <Typography variant="pi" textColor="neutral700" tag="p">
              {card.description}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {hostOf(card.url)}
            </Typography>
          </Box>
        )}
        {refusal && <Failed refusal={refusal} small />}
      </Flex>
    </Frame>
  );
}
