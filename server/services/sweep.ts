import type { OnceStore } from '../stores/once';
import type { TouchpointsStore } from '../stores/touchpoints';

interface Deps {
  readonly touchpoints: Pick<TouchpointsStore, 'deleteBefore'>;
  readonly once: Pick<OnceStore, 'deleteBefore'>;
  readonly visitorKey: { sweep(): Promise<number> };
  readonly retentionDays: () => Promise<number>;
  readonly now: () => number;
}

/** What one sweep removed. */
export interface Swept {
  readonly keys: number;
  readonly touchpoints: number;
}

const dayInMs = 86_400_000;
const rowsPerDelete = 1_000;
/** Longer than any mail is opened for the first time; a later first opening counts once more. */
const onceDays = 400;

/** Removes what may not be kept: keys of visitors after 48 hours, touchpoints after the time that the settings name. Rollups stay. */
export function sweep({ touchpoints, once, visitorKey, retentionDays, now }: Deps) {
  return async (): Promise<Swept> => {
    const keys = await visitorKey.sweep();
    const before = now() - (await retentionDays()) * dayInMs;
    let removed = 0;
    for (;;) {
      const some = await touchpoints.deleteBefore(before, rowsPerDelete);
      removed += some;
      if (some < rowsPerDelete) break;
    }
    await once.deleteBefore(now() - onceDays * dayInMs);
    return { keys, touchpoints: removed };
  };
}
