import { isSameKeyDay, keyDayOf, oldestKeyDayOf } from '../../src/engagement/visitor';
import type { VisitorKeysStore } from '../stores/visitor-keys';

interface Deps {
  readonly keys: VisitorKeysStore;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** The key of the day, kept in memory only as long as its day lasts. */
export function visitorKey({ keys, now, randomBytes }: Deps) {
  let today: { readonly at: number; readonly key: Promise<Uint8Array> } | null = null;

  return {
    current(): Promise<Uint8Array> {
      const at = now();
      if (!today || !isSameKeyDay(today.at, at)) {
        const key = keys.keyOf(keyDayOf(at), randomBytes(32));
        today = { at, key };
        // A failed look-up is not remembered: the next visitor asks again.
        key.catch(() => {
          if (today?.key === key) today = null;
        });
      }
      return today.key;
    },

    /** Destroys the keys that are over; how many. */
    sweep: (): Promise<number> => keys.deleteBefore(oldestKeyDayOf(now())),
  };
}
