import type { NewTouchpoint } from '../../src/engagement/schema';
import type { Connection } from '../stores/bulk';
import type { Finish } from '../stores/publication-ends';
import type { Deed } from './audit';
import type { NewNotice } from './notices';

export interface PublicationLogDeps {
  readonly audit: (connection: Connection, deeds: readonly Deed[]) => Promise<void>;
  readonly notify: (notice: NewNotice) => Promise<void>;
  readonly touchpoints: (rows: readonly NewTouchpoint[]) => Promise<void>;
  /** Marks a channel whose credentials or account do not work. */
  readonly outOfOrder: (channel: string, state: 'reauthorise' | 'blocked', message: string) => Promise<void>;
  readonly now: () => number;
}

/** What is told about ends: the audit list, the numbers, the inbox, the channel itself. */
export const publicationLog = ({ audit, notify, touchpoints, outOfOrder, now }: PublicationLogDeps) => ({
  /** In the transaction of the ends: a delivery is never without its audit row. */
  inside: (written: readonly Finish[], connection: Connection): Promise<void> =>
    audit(
      connection,
      written
        .filter(({ change }) => change.state === 'delivered')
        .map(({ row, change }) => ({
          kind: 'publication.delivered',
          actor: { kind: 'scheduler' },
          entry: row.entry,
          seal: row.entrySeal,
          details: {
            publication: row.key,
            campaign: row.campaign,
            channel: row.channel,
            url: change.remote?.url ?? null,
          },
        })),
    ),

  async after({ row, change }: Finish): Promise<void> {
    if (change.channel) await outOfOrder(row.channel, change.channel, change.message);
    // A mailing counts its recipients one by one.
    if (change.state === 'delivered' && row.kind !== 'email')
      await touchpoints([deliveredTouchpoint(row, now())]);
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

const severities: Partial<Record<Finish['change']['state'], NewNotice['severity']>> = {
  rejected: 'error',
  unknown: 'error',
  asking: 'warning',
  held: 'warning',
  skipped: 'info',
};

const deliveredTouchpoint = (row: Finish['row'], at: number): NewTouchpoint => ({
  at,
  kind: 'delivered',
  entry: row.entry,
  channel: row.kind,
  publication: row.key,
  campaign: row.campaign,
  visitor: null,
  value: 1,
  path: null,
  source: 'engine@1',
  once: `delivered\n${row.key}`,
});
