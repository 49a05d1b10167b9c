import { forgottenAfter } from '../../src/publishing/running/workers';
import type { WorkerRow, WorkersStore } from '../stores/workers';

export interface WorkersDeps {
  readonly store: WorkersStore;
  /** Who this process is. */
  readonly self: Pick<WorkerRow, 'instance' | 'host' | 'pid' | 'engine'>;
  /** What it does at this moment. */
  readonly doing: () => Pick<WorkerRow, 'isStopping' | 'isCutOff' | 'doing'>;
  readonly now: () => number;
}

export type Workers = ReturnType<typeof workers>;

/** How this process tells the others that it sends what is due, and that it is still there. */
export function workers({ store, self, doing, now }: WorkersDeps) {
  let since: number | null = null;

  async function tell(): Promise<void> {
    if (since !== null) await store.beat({ ...self, ...doing(), since, beatAt: now() });
  }

  return {
    /** A sign of life out of turn, because something changed; nothing where it never began. */
    tell,

    /** One sign of life; clears away those that nobody has heard of for long. */
    async beat(): Promise<void> {
      since ??= now();
      await tell();
      await store.forget(now() - forgottenAfter);
    },

    /** Goodbye: what it had in hand is done or handed back. */
    async leave(): Promise<void> {
      if (since !== null) await store.leave(self.instance);
      since = null;
    },
  };
}
