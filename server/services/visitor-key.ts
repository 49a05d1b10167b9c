import { keyDayOf, oldestKeyDayOf } from '../../src/engagement/visitor';
import type { VisitorKeysStore } from '../stores/visitor-keys';

interface Deps {
  readonly keys: VisitorKeysStore;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** The key of the day, kept in memory only as long as its day lasts. */
export function visitorKey({ keys, now, randomBytes }: Deps) {
  let today: { readonly day: string; readonly key: Promise<Uint8Array> } | null = null;

  return {
    current(): Promise<Uint8Array> {
      const day = keyDayOf(now());
      if (today?.day !== day) {
        const key = keys.keyOf(day, randomBytes(32));
        today = { day, key };
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
