/** Writes one group in one transaction. */
type Write<T> = (items: readonly T[]) => Promise<void>;

interface Options<T> {
  readonly write: Write<T>;
  /** How much of the group one item fills, such as its number of events. */
  readonly weightOf: (item: T) => number;
  /** A group is closed when it is this heavy. */
  readonly groupWeight: number;
  /** What waits may not be heavier than this; beyond it, callers are turned away. */
  readonly waitingWeight: number;
  /** What to do about a failed write: try it again, look for the one item at fault, or give the group up. */
  readonly failureOf: (error: unknown) => 'again' | 'row' | 'broken';
}

interface Waiting<T> {
  readonly item: T;
  readonly weight: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const triesPerGroup = 5;

/**
 * Puts what many callers hand in at the same time into one transaction. While one group is being written the next one gathers,
 * so groups grow with the load and a single caller never waits for a timer. A promise resolves only after its group is
 * committed; it rejects if the group could not be written. An item that the database refuses fails alone.
 */
export function groupCommit<T>({ write, weightOf, groupWeight, waitingWeight, failureOf }: Options<T>) {
  let waiting: Waiting<T>[] = [];
  let weight = 0;
  let running: Promise<void> | null = null;

  function nextGroup(): Waiting<T>[] {
    let heavy = 0;
    let length = 0;
    for (const { weight: one } of waiting) {
      if (length > 0 && heavy + one > groupWeight) break;
      heavy += one;
      length += 1;
    }
    const group = waiting.slice(0, length);
    waiting = waiting.slice(length);
    weight -= heavy;
    return group;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await gather();
      await settle(nextGroup());
    }
    running = null;
  }

  /** What arrives at the sockets comes along, as long as every look brings more: the price of a commit is shared by the group. */
  async function gather(): Promise<void> {
    for (let before = -1; before < waiting.length && weight < groupWeight;) {
      before = waiting.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function settle(group: readonly Waiting<T>[]): Promise<void> {
    const items = group.map(({ item }) => item);
    for (let attempt = 1; ; attempt++) {
      try {
        await write(items);
        for (const { done } of group) done();
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'again' && attempt < triesPerGroup) continue;
        if (failure === 'row' && group.length > 1) return halve(group);
        for (const { failed } of group) failed(error);
        return;
      }
    }
  }

  async function halve(group: readonly Waiting<T>[]): Promise<void> {
    const middle = group.length >> 1;
    await settle(group.slice(0, middle));
    await settle(group.slice(middle));
  }

  return {
    /** Null when too much is waiting: nothing was taken. */
    submit(item: T): Promise<void> | null {
      const one = weightOf(item);
      if (weight + one > waitingWeight) return null;
      weight += one;
      const committed = new Promise<void>((done, failed) =>
        waiting.push({ item, weight: one, done, failed }),
      );
      running ??= drain();
      return committed;
    },

    /** Resolves when nothing waits any more. */
    async idle(): Promise<void> {
      while (running) await running;
    },
  };
}
