export interface Fresh<T> {
  (key: string): Promise<T>;
  /** The next who asks loads again. */
  forget(key: string): void;
}

/**
 * Loads a thing at most once in `age` milliseconds, counted from the beginning of the load: many publications of one entry that go
 * out together ask for it together. Only for what runs outside transactions: a load under way is shared.
 */
export function fresh<T>(load: (key: string) => Promise<T>, now: () => number, age: number): Fresh<T> {
  const held = new Map<string, { readonly at: number; readonly value: Promise<T> }>();
  const get = (key: string): Promise<T> => {
    const at = now();
    const known = held.get(key);
    if (known && at - known.at < age) return known.value;
    // The oldest stand first: what is too old makes room.
    for (const [other, { at: since }] of held) {
      if (at - since < age) break;
      held.delete(other);
    }
    const value = load(key);
    held.delete(key);
    held.set(key, { at, value });
    return value;
  };
  return Object.assign(get, { forget: (key: string) => void held.delete(key) });
}
