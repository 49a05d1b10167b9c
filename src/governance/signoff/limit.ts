/** So many times in so many milliseconds. */
interface Rate {
  readonly times: number;
  readonly within: number;
}

const mostKeys = 10_000;

/**
 * Counts what happens under a key (a link, or a keyed hash of an address) in a window of time. Lives in memory: it only
 * slows down machines, and a restart may forget it. When too many keys come, the oldest count is forgotten.
 */
export function rateLimit({ times, within }: Rate) {
  const seen = new Map<string, { readonly since: number; readonly count: number }>();
  const current = (key: string, now: number) => {
    const known = seen.get(key);
    return known && now < known.since + within && now >= known.since ? known : { since: now, count: 0 };
  };
  return {
    /** Whether there were fewer than the limit; counts nothing. */
    allows: (key: string, now: number): boolean => current(key, now).count < times,

    /** Counts one; false from the one on that is over the limit. */
    take(key: string, now: number): boolean {
      const { since, count } = current(key, now);
      seen.delete(key);
      seen.set(key, { since, count: count + 1 });
      const [oldest] = seen.keys();
      if (seen.size > mostKeys && oldest !== undefined) seen.delete(oldest);
      return count < times;
    },
  };
}

export type RateLimit = ReturnType<typeof rateLimit>;
