import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { recallWayOf } from '../../src/publishing/operations/recall-ways';
import type { PublicationView } from '../../src/publishing/schema';
import { useOperationsApi } from '../operations-api';
import { useWords } from '../words';
import { Ask } from './ask';
import { TextBox } from './input';
import { ChannelName, inKindOrder } from './publication-state';

/** Asks before one is taken back, and says what that means on its channel. */
export function RecallOne({
  publication,
  close,
  done,
}: {
  publication: PublicationView;
  close: () => void;
  done: (publication: PublicationView) => void;
}) {
  const t = useWords();
  const api = useOperationsApi();
  const [reason, setReason] = useState('');
  return (
    <Ask
      title={t('presence.publication.recall.title')}
      confirm={t('presence.publication.action.recall')}
      variant="danger-light"
      isConfirmDisabled={!isAnythingDone([publication])}
      close={close}
      act={async () => done(await api.recall(publication.key, { reason }))}
    >
      <RecallMeaning rows={[publication]} />
      <RecallReason value={reason} change={setReason} />
    </Ask>
  );
}

/** Why it is taken back, for colleagues. */
export function RecallReason({ value, change }: { value: string; change: (reason: string) => void }) {
  const t = useWords();
  return <TextBox label={t('presence.holds.reason')} value={value} change={change} rows={2} />;
}

type Meant = Pick<PublicationView, 'key' | 'kind' | 'own' | 'channelName' | 'state' | 'actions'>;

/** What taking back does to one: what its channel allows where it went out, else that it is called off or left as it is. */
const meaningOf = ({ kind, own, state, actions }: Meant) => {
  if (state === 'delivered') return recallWayOf({ kind, own });
  if (state === 'unknown') return 'unknown';
  if (actions.includes('cancel')) return 'calls-off';
  return state === 'running' ? 'running' : null;
};

/** Whether anything happens at all if these are taken back. */
export const isAnythingDone = (rows: readonly Meant[]): boolean =>
  rows
    .map(meaningOf)
    .some((meaning) => meaning !== null && !['keeps', 'by-hand', 'unknown', 'running'].includes(meaning));

/** What taking back means on each channel: what is deleted, called off, and what stays. The same is said once. */
export function RecallMeaning({ rows }: { rows: readonly Meant[] }) {
  const t = useWords();
  const said = new Map<string, number>();
  for (const row of inKindOrder(rows)) {
    const meaning = meaningOf(row);
    if (meaning === null) continue;
    const sentence = t(`presence.publication.recall.${meaning}`, { channel: row.channelName });
    said.set(sentence, (said.get(sentence) ?? 0) + 1);
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {[...said].map(([sentence, count]) => (
        <Typography key={sentence} tag="li">
          {sentence}
          {count > 1 && ` (${count}×)`}
        </Typography>
      ))}
    </Flex>
  );
}

/** Where taking back stands, in the words of the channel, and why it was asked for. */
export function RecallLine({ recall }: { recall: NonNullable<PublicationView['recall']> }) {
  const t = useWords();
  const { state, by, message, reason } = recall;
  return (
    <Typography variant="pi" textColor="neutral700" tag="p">
      {t(`presence.publication.recall.state.${state}`, { by, message })}{' '}
      {reason && t('presence.publication.recall.reason', { reason })}
    </Typography>
  );
}

/** What became of each, as its channel answered. */
export function RecallReceipts({ rows }: { rows: readonly PublicationView[] }) {
  const t = useWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {inKindOrder(rows).map(({ key, kind, own, channelName, state, recall }) => (
        <li key={key}>
          <ChannelName kind={kind} name={channelName} own={own} />
          {recall ? (
            <RecallLine recall={recall} />
          ) : (
            <Typography tag="p" variant="pi" textColor="neutral700">
              {state === 'unknown' || state === 'running'
                ? t(`presence.publication.recall.${state}`, { channel: channelName })
                : t('presence.campaign.recall.not-out', { state: t(`presence.publication.${state}`) })}
            </Typography>
          )}
        </li>
      ))}
    </Flex>
  );
}
