import { amber, red, shown, type Found } from './finding';

/** What else is planned, and when nothing should go out. */
export interface ClashFacts {
  /** The shortest time between two posts of this channel, in milliseconds; null where none is asked for. */
  readonly distance: number | null;
  /** What else goes out on the channel. */
  readonly others: readonly { readonly name: string; readonly at: number }[];
  /** The times without posts that its time falls into: what the business named, and the days off of a country. */
  readonly blackouts: readonly { readonly name: string; readonly kind: 'own' | 'holiday' }[];
  readonly quota: Quota | null;
}

/** How many posts a network takes in a time. */
export interface Quota {
  readonly posts: number;
  /** Milliseconds. */
  readonly within: number;
}

/** What the time collides with. Null: it has no time yet. */
export function clashItems(
  dueAt: number | null,
  { distance, others, blackouts, quota }: ClashFacts,
  zone: string,
): Found[] {
  if (dueAt === null) return [];
  const near = distance === null ? [] : others.filter(({ at }) => Math.abs(at - dueAt) < distance);
  const beside = quota ? mostWithin([...others.map(({ at }) => at), dueAt], dueAt, quota.within) : 0;
  return [
    ...near.map(({ name, at }) =>
      amber(
        'preflight.too-close',
        `${name} goes out on the same channel on ${shown(at, zone)}, less than ${inWords(distance ?? 0)} apart.`,
        'other-time',
        { name, at, zone, ...lengthOf(distance ?? 0) },
      ),
    ),
    ...blackouts.map(({ name, kind }) =>
      amber(
        'preflight.blackout',
        `Its time falls into ${kind === 'holiday' ? `the holiday of ${name}` : `“${name}”`}.`,
        'other-time',
        { name, kind },
      ),
    ),
    ...(quota && beside > quota.posts
      ? [
          red(
            'preflight.quota',
            `${beside} posts are planned within ${inWords(quota.within)}; the network takes ${quota.posts}.`,
            'spread',
            { beside, posts: quota.posts, ...lengthOf(quota.within) },
          ),
        ]
      : []),
  ];
}

/** The most times that fall into one window of this length which also holds `at`. */
function mostWithin(times: readonly number[], at: number, length: number): number {
  const near = times.filter((time) => Math.abs(time - at) < length).sort((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; last < near.length; last += 1) {
    while ((near[last] ?? 0) - (near[first] ?? 0) >= length) first += 1;
    const isInside = (near[first] ?? 0) <= at && at <= (near[last] ?? 0);
    if (isInside) most = Math.max(most, last - first + 1);
  }
  return most;
}

/** A length as people say it. */
function lengthOf(ms: number): { readonly count: number; readonly unit: 'minutes' | 'hours' | 'days' } {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return { count: minutes, unit: 'minutes' };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { count: hours, unit: 'hours' } : { count: Math.round(hours / 24), unit: 'days' };
}

function inWords(ms: number): string {
  const { count, unit } = lengthOf(ms);
  return count === 1 ? `one ${unit.slice(0, -1)}` : `${count} ${unit}`;
}
