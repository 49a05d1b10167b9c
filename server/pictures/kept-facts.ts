import type { PictureFacts } from '../../src/brand/pictures/schema';

/** Facts are some kilobytes each. */
const most = 300;
/** For how long something that may have passed is not tried again. */
const briefly = 600_000;

/** What was measured last, in memory. */
export function keptFacts(now: () => number) {
  const kept = new Map<string, { readonly facts: PictureFacts; readonly until: number }>();
  const keep = (key: string, facts: PictureFacts, until: number): PictureFacts => {
    kept.delete(key);
    kept.set(key, { facts, until });
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return facts;
  };
  return {
    get(key: string): PictureFacts | undefined {
      const found = kept.get(key);
      return found && found.until > now() ? found.facts : undefined;
    },
    set: (key: string, facts: PictureFacts): PictureFacts => keep(key, facts, Infinity),
    /** What a file that was not there, or a reading that failed, left: asked again after ten minutes. */
    briefly: (key: string, facts: PictureFacts): PictureFacts => keep(key, facts, now() + briefly),
  };
}
