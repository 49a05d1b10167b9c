import { checkCopy } from '../../src/channels/check-copy';
import { rulesFor, type NamedChannel } from '../../src/channels/rules/own/rules-of';
import { isPractice } from '../../src/channels/practice';
import { canCorrect } from '../../src/publishing/operations/correct';
import { holdOn } from '../../src/publishing/operations/hold';
import type { PublicationView } from '../../src/publishing/schema';
import { goesByItself, mayTryAgain, stages } from '../../src/publishing/status';
import { entryKeyOf } from '../../src/shared/entry-key';
import type { AttemptRow, AttemptsStore } from '../stores/attempts';
import type { CampaignRow, CampaignsStore } from '../stores/campaigns';
import type { HoldRow } from '../stores/holds';
import type { CorrectionRow } from '../stores/corrections';
import type { RecallRow } from '../stores/recalls';
import type { PublicationRow } from '../stores/publication-row';

export interface ViewDeps {
  readonly campaigns: CampaignsStore;
  readonly attempts: AttemptsStore;
  /** How many mails of a mailing are in doubt. */
  readonly inDoubt: (publication: string) => Promise<number>;
  readonly channels: () => Promise<readonly NamedChannel[]>;
  readonly recalls: (publications: readonly string[]) => Promise<readonly RecallRow[]>;
  readonly corrections: (publications: readonly string[]) => Promise<readonly CorrectionRow[]>;
  readonly holds: () => Promise<readonly HoldRow[]>;
}

export type PublicationViews = ReturnType<typeof publicationViews>;

/** Publications as the admin sees them, with their tries and the names of what they belong to. */
export const publicationViews =
  ({ campaigns, attempts, channels, inDoubt, holds, recalls, corrections }: ViewDeps) =>
  async (rows: readonly PublicationRow[]): Promise<PublicationView[]> => {
    if (rows.length === 0) return [];
    const out = rows.filter(({ deliveredAt }) => deliveredAt !== null).map(({ key }) => key);
    const [owners, tries, known, stopped, recalled, corrected] = await Promise.all([
      campaigns.byKeys([...new Set(rows.map(({ campaign }) => campaign))]),
      attempts.of(rows.map(({ key }) => key)),
      channels(),
      holds(),
      recalls(out),
      corrections(out),
    ]);
    const doubts = new Map<string, number>();
    for (const { key, kind, attempts: tried } of rows)
      if (kind === 'email' && tried > 0) doubts.set(key, await inDoubt(key));
    const campaignBy = new Map(owners.map((one) => [one.key, one]));
    const knownBy = new Map(known.map((one) => [one.key, one]));
    return rows.flatMap((row) => {
      const campaign = campaignBy.get(row.campaign);
      const own = tries.filter(({ publication }) => publication === row.key);
      if (!campaign) return [];
      const channel = knownBy.get(row.channel);
      const hold = goesByItself(row.state) ? holdOn(stopped, row) : null;
      return [
        {
          ...viewOf(row, campaign, channel, own),
          hold: hold && { key: hold.key, scope: hold.scope, reason: hold.reason, by: hold.by },
          recall: recallOf(recalled.find(({ publication }) => publication === row.key)),
          correction: correctionOf(corrected.find(({ publication }) => publication === row.key)),
          inDoubt: doubts.get(row.key) ?? 0,
        },
      ];
    });
  };

const recallOf = (row: RecallRow | undefined): PublicationView['recall'] =>
  row
    ? {
        ...{ state: row.state, message: row.message, by: row.by, reason: row.reason },
        ...{ at: row.at, endedAt: row.endedAt },
      }
    : null;

const correctionOf = (row: CorrectionRow | undefined): PublicationView['correction'] =>
  row
    ? {
        ...{ state: row.state, message: row.message, text: row.copy.text, by: row.by },
        ...{ at: row.at, endedAt: row.endedAt },
      }
    : null;

function viewOf(
  row: PublicationRow,
  campaign: CampaignRow,
  channel: NamedChannel | undefined,
  tries: readonly AttemptRow[],
): Omit<PublicationView, 'inDoubt' | 'hold' | 'recall' | 'correction'> {
  const entry = entryKeyOf(row.entry);
  if (!entry) throw new Error(`"${row.entry}" is not the key of an entry`);
  const own = channel?.own;
  // A try that began and whose end nobody knows can be neither stopped nor moved.
  const isOpenEnded = row.armedAt !== null && row.state !== 'unknown';
  const blocked = [
    ...(isOpenEnded ? ['cancel', 'reschedule'] : []),
    ...(mayTryAgain(row) ? [] : ['retry']),
    ...(canCorrect({ kind: row.kind, own }) ? [] : ['correct']),
  ];
  return {
    key: row.key,
    campaign: row.campaign,
    campaignName: campaign.name,
    entry,
    entryTitle: campaign.entryTitle,
    channel: row.channel,
    channelName: channel?.name ?? 'a removed channel',
    kind: row.kind,
    ...(own ? { own: { label: own.label, rules: own.rules, recall: own.recall } } : {}),
    copy: row.copy,
    check: checkCopy(rulesFor({ kind: row.kind, own }), row.copy),
    state: row.state,
    dueAt: row.dueAt,
    localTime: row.localTime,
    zone: row.zone,
    afterMinutes: row.afterMinutes,
    nextAt: row.nextAt,
    waitsFor: row.waitsFor || null,
    attempts: tries.map(({ publication: _, ...attempt }) => attempt),
    problem: row.errorCode ? { code: row.errorCode, message: row.errorMessage } : null,
    ...(row.state === 'delivered' && row.errorCode === '' && row.errorMessage !== ''
      ? { note: row.errorMessage }
      : {}),
    deliveredAt: row.deliveredAt,
    receipt:
      row.deliveredAt === null
        ? null
        : {
            seal: row.entrySeal,
            copySeal: row.copySeal,
            sha256: row.sentHash,
            answer: row.remoteId ?? '',
          },
    url: row.remoteUrl || null,
    ...(isPractice(row.remoteId) ? { practice: true } : {}),
    actions: stages[row.state].actions.filter((action) => !blocked.includes(action)),
    createdAt: row.createdAt,
  };
}
