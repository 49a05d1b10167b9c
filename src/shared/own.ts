/** The value that a table has itself for a key from outside; `constructor` and `__proto__` are keys like any other. */
export const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
