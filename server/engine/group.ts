/**
 * Writes many small things in few transactions: what comes while one is being written goes into the next. Nothing waits
 * when nothing is being written. Each caller gets its own answer, or the error of its group.
 */
export function grouped<T, R>(
  write: (items: readonly T[]) => Promise<(item: T) => R>,
  most: number,
): (item: T) => Promise<R> {
  interface Waiting {
    readonly item: T;
    readonly done: (answer: R) => void;
    readonly failed: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function drain(): Promise<void> {
    isWriting = true;
    // Callers of the same turn come together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const answer = await write(group.map(({ item }) => item));
        for (const { item, done } of group) done(answer(item));
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    isWriting = false;
  }

  return (item) =>
    new Promise<R>((done, failed) => {
      waiting.push({ item, done, failed });
      if (!isWriting) void drain();
    });
}
