import { isPractice } from '../../src/channels/practice';
import type { NewTouchpoint } from '../../src/engagement/schema';
import type { Connection } from '../stores/bulk';
import type { Finish } from '../stores/publication-ends';
import type { Deed } from './audit';
import { deliveredTouchpoint } from './delivered';
import type { NewNotice } from './notices';
import type { NewEvent } from './outbox';

export interface PublicationLogDeps {
  readonly audit: (connection: Connection, deeds: readonly Deed[]) => Promise<void>;
  /** Tells the outside of failures; deliveries are told by their audit line. */
  readonly emit: (connection: Connection, events: readonly NewEvent[]) => Promise<void>;
  readonly notify: (notice: NewNotice) => Promise<void>;
  /** Writes touchpoints in the transaction of what they tell. */
  readonly touchpoints: (connection: Connection, rows: readonly NewTouchpoint[]) => Promise<void>;
  /** Marks a channel whose credentials or account do not work. */
  readonly outOfOrder: (channel: string, state: 'reauthorise' | 'blocked', message: string) => Promise<void>;
  readonly now: () => number;
}

/** What is told about ends: the audit list and the numbers with them, then the inbox and the channel itself. */
export const publicationLog = ({
  audit,
  emit,
  notify,
  touchpoints,
  outOfOrder,
  now,
}: PublicationLogDeps) => ({
  /** In the transaction of the ends: a delivery is never without its audit row and its touchpoint, and has each once. */
  async inside(written: readonly Finish[], connection: Connection): Promise<void> {
    const delivered = written.filter(({ change }) => change.state === 'delivered');
    await audit(
      connection,
      delivered.map(({ row, change }) => ({
        kind: 'publication.delivered',
        actor: { kind: 'scheduler' },
        entry: row.entry,
        seal: row.entrySeal,
        details: receiptOf(row, change),
      })),
    );
    await emit(connection, written.filter(hasFailed).map(failedEvent));
    const at = now();
    await touchpoints(
      connection,
      delivered
        .filter(({ change }) => !isPractice(change.remote?.id))
        .map(({ row }) => deliveredTouchpoint(row, at))
        .filter((one) => one !== null),
    );
  },

  async after({ row, change }: Finish): Promise<void> {
    if (change.channel) await outOfOrder(row.channel, change.channel, change.message);
    const severity = severities[change.state];
    if (!severity || change.channel) return;
    // One notice for a campaign and channel, however many publications it has.
    const { entry, campaign, channel } = row;
    await notify({
      code: change.code || `publication.${change.state}`,
      severity,
      message: change.message,
      entry,
      campaign,
      channel,
    });
  },
});

/** What was sent, as somebody can prove it later: the seals, the bytes, and what the channel called it. */
const receiptOf = (row: Finish['row'], { remote }: Finish['change']) => ({
  publication: row.key,
  campaign: row.campaign,
  channel: row.channel,
  copySeal: row.copySeal,
  sha256: remote?.sent?.sha256 ?? null,
  bytes: remote?.sent?.bytes ?? null,
  answer: remote?.id ?? null,
  url: remote?.url ?? null,
  ...(isPractice(remote?.id) ? { practice: true } : {}),
});

const hasFailed = ({ change }: Finish): boolean => change.state === 'rejected' || change.state === 'unknown';

const failedEvent = ({ row, change: { state, code, message } }: Finish): NewEvent => ({
  type: 'publication.failed',
  actor: { kind: 'scheduler' },
  entry: row.entry,
  seal: row.entrySeal,
  details: { publication: row.key, campaign: row.campaign, channel: row.channel, state, code, message },
});

const severities: Partial<Record<Finish['change']['state'], NewNotice['severity']>> = {
  rejected: 'error',
  unknown: 'error',
  asking: 'warning',
  held: 'warning',
  skipped: 'info',
};
