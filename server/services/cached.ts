/** How long another instance's change may go unseen here, in milliseconds. */
const maxAge = 1_000;

/**
 * A value that is read often and written rarely. Readings under way are not shared on purpose: one of them may wait for a
 * connection that a transaction holds which would wait for that reading.
 */
export function cached<T>(load: () => Promise<T>, now: () => number) {
  let held: { readonly value: T; readonly at: number } | null = null;
  return {
    async get(): Promise<T> {
      if (held && now() - held.at < maxAge && now() >= held.at) return held.value;
      const at = now();
      const value = await load();
      held = { value, at };
      return value;
    },
    forget(): void {
      held = null;
    },
  };
}
