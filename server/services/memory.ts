/** Remembers the latest `size` values by name; the one that was asked for longest ago is forgotten first. */
export function memory<T>(size: number) {
  const values = new Map<string, T>();
  return {
    get(name: string): T | undefined {
      const value = values.get(name);
      if (value === undefined) return undefined;
      values.delete(name);
      values.set(name, value);
      return value;
    },
    set(name: string, value: T): void {
      values.delete(name);
      values.set(name, value);
      if (values.size <= size) return;
      const [oldest] = values.keys();
      if (oldest !== undefined) values.delete(oldest);
    },
  };
}
