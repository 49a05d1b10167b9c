import type { TouchpointKind } from '../engagement/schema';
import type { ChannelTotal, EntryTotal, KindTotal, Rollup } from './schema';

/** Kinds that a network or a mailing reports in numbers: the sum counts, not how often it was reported. */
const summed: ReadonlySet<TouchpointKind> = new Set<TouchpointKind>([
  'attention',
  'scroll',
  'like',
  'repost',
  'reply',
  'quote',
  'share',
  'save',
  'impression',
  'reach',
  'network-click',
  'delivered',
  'bounced',
]);

/**
 * Kinds that are no touch of a person: how a view went on, what we did ourselves, that a network showed something to whoever it was, and
 * clicks as a network counts them, because those on tracked links are touches already.
 */
const untouching: ReadonlySet<TouchpointKind> = new Set<TouchpointKind>([
  'engaged',
  'attention',
  'scroll',
  'impression',
  'reach',
  'network-click',
  'delivered',
  'bounced',
]);

/** The number to show: touchpoints, or the sum of their values where they report numbers. */
const amountOf = ({ kind, count, sum }: Pick<Rollup, 'kind' | 'count' | 'sum'>): number =>
  summed.has(kind) ? sum : count;

/** How many touches of people these rows hold. */
export const touchesOf = (rows: readonly Pick<Rollup, 'kind' | 'count' | 'sum'>[]): number =>
  rows.reduce((touches, row) => (untouching.has(row.kind) ? touches : touches + amountOf(row)), 0);

/** The amount of one kind in these rows. */
export const amountOfKind = (rows: readonly Rollup[], kind: TouchpointKind): number =>
  rows.reduce((amount, row) => (row.kind === kind ? amount + amountOf(row) : amount), 0);

/** Rows by kind, most first. */
export function kindTotals(rows: readonly Rollup[]): KindTotal[] {
  const totals = [...grouped(rows, (row) => row.kind)].map(([kind, group]) => {
    const count = group.reduce((all, row) => all + row.count, 0);
    const sum = group.reduce((all, row) => all + row.sum, 0);
    return { kind, count, sum, amount: amountOf({ kind, count, sum }) };
  });
  return totals.sort((left, right) => right.amount - left.amount || compare(left.kind, right.kind));
}

/** Rows by channel, most touches first. */
export function channelTotals(rows: readonly Rollup[]): ChannelTotal[] {
  const totals = [...grouped(rows, (row) => row.channel)].map(([channel, group]) => ({
    channel,
    touches: touchesOf(group),
    kinds: kindTotals(group),
  }));
  return totals.sort((left, right) => right.touches - left.touches || compare(left.channel, right.channel));
}

/** The entries with the most touches; titles are not known here. */
export function topEntries(rows: readonly Rollup[], limit: number): Omit<EntryTotal, 'title'>[] {
  const totals = [...grouped(rows, (row) => row.entry)]
    .filter(([entry]) => entry !== '')
    .map(([entry, group]) => ({
      entry,
      touches: touchesOf(group),
      views: amountOfKind(group, 'view'),
      clicks: amountOfKind(group, 'link-click'),
      attention: amountOfKind(group, 'attention'),
    }));
  return totals
    .sort((left, right) => right.touches - left.touches || compare(left.entry, right.entry))
    .slice(0, limit);
}

/** Rows by what `nameOf` says, in the order of first appearance. */
export function grouped<Row, Name>(
  rows: readonly Row[],
  nameOf: (row: Row) => Name,
): ReadonlyMap<Name, readonly Row[]> {
  const groups = new Map<Name, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
