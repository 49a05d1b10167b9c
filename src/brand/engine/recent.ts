/** Keeps what was asked for last, up to a weight. */
export interface Recent<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** Weighs entries by their key's length and a little more; forgets the one that was not asked for longest. */
export function recentOf<V>(most: number): Recent<V> {
  const kept = new Map<string, V>();
  let weight = 0;
  const weightOf = (key: string) => key.length + 200;
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      if (weightOf(key) > most) return;
      if (!kept.has(key)) weight += weightOf(key);
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (weight <= most) break;
        kept.delete(oldest);
        weight -= weightOf(oldest);
      }
    },
  };
}
