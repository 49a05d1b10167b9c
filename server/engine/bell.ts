/**
 * Something that several wait for and anybody may ring. Take `next()` before looking, then await it: a ring in between is
 * not lost. Whoever rings does not hand on its transaction, because the waiter's own context goes on.
 */
export function bell() {
  let ring: () => void = () => undefined;
  let rung = new Promise<void>((resolve) => (ring = resolve));
  return {
    next: (): Promise<void> => rung,
    ring(): void {
      const before = ring;
      rung = new Promise((resolve) => (ring = resolve));
      before();
    },
  };
}
