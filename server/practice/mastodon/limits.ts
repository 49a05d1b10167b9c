/** How many calls are taken in how much time (docs.joinmastodon.org/api/rate-limits). */
const windows = {
  call: { limit: 300, ms: 5 * 60_000 },
  upload: { limit: 30, ms: 30 * 60_000 },
  remove: { limit: 30, ms: 30 * 60_000 },
} as const;
export type Metered = keyof typeof windows;

/** Counts the calls of each account in fixed windows, as the network does. */
export function meters(now: () => number, other: Partial<Record<Metered, number>> = {}) {
  const counted = new Map<string, { readonly until: number; used: number }>();
  return (account: string, what: Metered) => {
    const { ms } = windows[what];
    const limit = other[what] ?? windows[what].limit;
    const key = `${account} ${what}`;
    const at = now();
    const running = counted.get(key);
    const meter =
      running && running.until > at ? running : { until: (Math.floor(at / ms) + 1) * ms, used: 0 };
    counted.set(key, meter);
    meter.used += 1;
    return {
      isOver: meter.used > limit,
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - meter.used)),
        'x-ratelimit-reset': new Date(meter.until).toISOString(),
      },
    };
  };
}
