import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { commentParts } from '../../../src/governance/threads/mentions';
import type { ThreadsView } from '../../../src/governance/threads/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useApi } from '../../api';
import { Failed } from '../../components/states';
import { Pill } from '../../components/pill';
import { When } from '../../components/when';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';
import { CommentBox } from './comment-box';
import { NewThread } from './new-thread';
import { fieldLabel } from './words-of';

type Thread = ThreadsView['threads'][number];

/** What people say about the entry, open talk first; and a way to begin. */
export function Threads({
  entry,
  view,
  put,
}: {
  entry: EntryKey;
  view: ThreadsView;
  put: (view: ThreadsView) => void;
}) {
  const t = useWords();
  const open = view.threads.filter(({ resolved }) => resolved === null);
  const done = view.threads.filter(({ resolved }) => resolved !== null);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {open.length === 0 && (
        <Typography textColor="neutral700" tag="p">
          {t('presence.threads.none')}
        </Typography>
      )}
      {open.map((thread) => (
        <ThreadView key={thread.key} thread={thread} put={put} />
      ))}
      <NewThread entry={entry} fields={view.fields} put={put} />
      {done.length > 0 && (
        <details>
          <summary>{t('presence.threads.resolved', { count: done.length })}</summary>
          <Flex direction="column" alignItems="stretch" gap={4} paddingTop={3}>
            {done.map((thread) => (
              <ThreadView key={thread.key} thread={thread} put={put} />
            ))}
          </Flex>
        </details>
      )}
    </Flex>
  );
}

function ThreadView({ thread, put }: { thread: Thread; put: (view: ThreadsView) => void }) {
  const t = useWords();
  const api = useApi();
  const [isAnswering, setAnswering] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const isOpen = thread.resolved === null;
  const close = () => {
    setRefusal(undefined);
    api
      .closeThread(thread.key, isOpen ? 'resolve' : 'reopen')
      .then(put, (error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <Box tag="article" padding={3} borderColor="neutral200" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <About thread={thread} />
        {thread.comments.map(({ key, by, at, text }) => (
          <Box key={key}>
            <Flex gap={2} wrap="wrap">
              <Typography fontWeight="semiBold">{by.name}</Typography>
              {by.kind === 'token' && <Pill tone="neutral">{t('presence.threads.machine')}</Pill>}
              <When at={at} isSmall />
            </Flex>
            <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {commentParts(text).map((part, index) =>
                part.kind === 'person' ? (
                  <Typography key={index} fontWeight="semiBold" textColor="primary700">
                    @{part.name}
                  </Typography>
                ) : (
                  part.text
                ),
              )}
            </Typography>
          </Box>
        ))}
        {refusal && <Failed refusal={refusal} small />}
        {isAnswering ? (
          <CommentBox
            label={t('presence.threads.answer')}
            cancel={() => setAnswering(false)}
            send={async (text) => {
              put(await api.answerThread(thread.key, text));
              setAnswering(false);
            }}
          />
        ) : (
          <Flex gap={2} wrap="wrap">
            <Button size="S" variant="tertiary" onClick={() => setAnswering(true)}>
              {t('presence.threads.answer')}
            </Button>
            <Button size="S" variant="ghost" onClick={close}>
              {t(isOpen ? 'presence.threads.resolve' : 'presence.threads.reopen')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Box>
  );
}

/** The field and passage that it is about, and what became of them. */
function About({ thread: { anchor, now, resolved } }: { thread: Thread }) {
  const t = useWords();
  const intl = useIntl();
  const passage = now?.passage?.text ?? anchor?.quote?.text;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {anchor && now && (
        <>
          <Typography variant="pi" textColor="neutral600">
            {fieldLabel(now.field)}
          </Typography>
          {passage && (
            <Typography tag="p" variant="pi" textColor="neutral800" style={{ fontStyle: 'italic' }}>
              “{passage}”
            </Typography>
          )}
          {(now.state === 'changed' || now.state === 'gone') && (
            <Pill tone={now.state === 'gone' ? 'warning' : 'neutral'}>
              {t(`presence.anchor.${now.state}`)}
            </Pill>
          )}
        </>
      )}
      {resolved && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.threads.resolved-by', {
            name: resolved.by.name,
            when: intl.formatDate(resolved.at, { day: 'numeric', month: 'short' }),
          })}
        </Typography>
      )}
    </Flex>
  );
}
