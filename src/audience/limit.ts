/** How often one visitor may send the form in an hour; a household or an office shares one address. */
const signUpsAnHour = 20;

const window = 3_600_000;
const mostVisitors = 10_000;

/**
 * Counts sign-ups a visitor and hour. `visitor` is a keyed hash, never an address. Lives in memory: it only slows down machines,
 * and a restart may forget it. When too many different visitors come in one hour, the oldest count is forgotten.
 */
export function signUpLimit() {
  const seen = new Map<string, { readonly since: number; readonly count: number }>();
  return {
    /** Counts one try; false once there were too many. */
    allows(visitor: string, now: number): boolean {
      const known = seen.get(visitor);
      const current = known && known.since + window > now ? known : { since: now, count: 0 };
      seen.delete(visitor);
      seen.set(visitor, { ...current, count: current.count + 1 });
      if (seen.size > mostVisitors) for (const oldest of [...seen.keys()].slice(0, 1)) seen.delete(oldest);
      return current.count < signUpsAnHour;
    },
  };
}
