import type { ChannelKind } from '../../src/channels/schema';
import type { NewCampaign } from '../../src/publishing/schema';
import { isOver } from '../../src/publishing/status';
import type { Member } from '../../src/publishing/time/campaign-times';
import { runClocks, type Run } from '../../src/publishing/repeat/next-run';
import { settled, clockOf } from '../../src/publishing/time/zone';
import type { EntryKey } from '../../src/shared/entry-key';
import type { CampaignRow } from '../stores/campaigns';
import type { PublicationRow } from '../stores/publication-row';

/** When the last copy of a run was out, or over otherwise; null while one is still to come, or waits for a person. */
export function outAtOf(rows: readonly PublicationRow[]): number | null {
  if (rows.length === 0 || rows.some(({ state }) => !isOver(state))) return null;
  return Math.max(...rows.map(({ deliveredAt, dueAt, createdAt }) => deliveredAt ?? dueAt ?? createdAt));
}

/** When the first copy of a run is or was to go out. */
export const firstAtOf = (rows: readonly PublicationRow[]): number =>
  Math.min(...rows.map(({ dueAt, createdAt }) => dueAt ?? createdAt));

/** The campaign of the next run: the words that somebody wrote stay, all others say what the entry says now. */
export const nextCampaign = (
  last: CampaignRow,
  rows: readonly PublicationRow[],
  entry: EntryKey,
  channels: readonly { readonly key: string }[],
): NewCampaign => ({
  ...{ entry, name: last.name, goal: last.goal, target: last.target, utm: last.utm },
  ...{ template: last.template, checked: [], catchUp: last.catchUp },
  copies: rows
    .filter(({ channel }) => channels.some(({ key }) => key === channel))
    .map(({ channel, copy }) => ({ channel, ...(copy.edited ? { copy } : {}) })),
});

/** What the copies of a run go out at: as far apart as those of the last one, or each in its next free slot. */
export function wishesOf(
  drafts: readonly PublicationRow[],
  last: readonly PublicationRow[],
  run: Pick<Run, 'local' | 'zone' | 'isSlot'>,
): Member[] {
  const known = last.map(({ channel, dueAt, createdAt, afterMinutes }) => ({
    ...{ key: channel, dueAt: dueAt ?? createdAt, afterMinutes },
  }));
  const clocks = runClocks(known, run);
  const hasSite = drafts.some(({ kind }: { readonly kind: ChannelKind }) => kind === 'website');
  return drafts.map(({ key, channel, kind, copy }): Member => {
    const minutes = known.find((one) => one.key === channel)?.afterMinutes ?? null;
    const base = { key, channel, kind, hasLink: copy.link !== null, path: channel };
    if (minutes !== null && hasSite) return { ...base, wish: { kind: 'after', minutes } };
    if (run.isSlot) return { ...base, wish: { kind: 'slot' } };
    return { ...base, wish: { kind: 'settled', local: clocks.get(channel) ?? run.local, zone: run.zone } };
  });
}

/** The instant that a run begins at. */
export function beginOf({ local, zone }: Pick<Run, 'local' | 'zone'>): number {
  const clock = clockOf(local);
  if (!clock) throw new RangeError(`${local} is not a date and time of the calendar`);
  return settled(clock, zone);
}
