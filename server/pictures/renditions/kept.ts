interface Entry<T> {
  readonly making: Promise<T>;
  weight: number;
}

/**
 * Remembers what was made by its name, up to `most` bytes: what was asked for longest ago is forgotten first. Who asks for
 * something that is just being made waits for it. What failed is not remembered.
 */
export function kept<T>(most: number, weigh: (value: T) => number) {
  const entries = new Map<string, Entry<T>>();
  let total = 0;

  const forget = (name: string, entry: Entry<T>): void => {
    if (entries.get(name) !== entry) return;
    entries.delete(name);
    total -= entry.weight;
  };

  function remember(name: string, entry: Entry<T>, weight: number): void {
    if (entries.get(name) !== entry) return;
    entry.weight = weight;
    total += weight;
    for (const [oldest, other] of entries) {
      if (total <= most) return;
      if (other.weight > 0) forget(oldest, other);
    }
  }

  return {
    async get(name: string, make: () => Promise<T>): Promise<T> {
      const known = entries.get(name);
      if (known) {
        entries.delete(name);
        entries.set(name, known);
        return known.making;
      }
      const entry: Entry<T> = { making: make(), weight: 0 };
      entries.set(name, entry);
      try {
        const value = await entry.making;
        remember(name, entry, weigh(value));
        return value;
      } catch (error) {
        forget(name, entry);
        throw error;
      }
    },
    /** Bytes that are remembered now. */
    weight: (): number => total,
  };
}
