import { presenceOf, type Presence } from './presence';

/**
 * Texts in lower case for each part of a rule: one of them stands wherever the part can find something. Null for a part, or
 * for the whole rule, where nothing is sure.
 */
export type Hints = readonly (readonly string[] | null)[] | null;

/**
 * Which rules, by index, can find something in a text, and which of their parts; null for a rule that has to look at the whole.
 * Rules that are absent cannot. All texts of all rules are looked for in one pass.
 */
export type Candidates = (text: string) => ReadonlyMap<number, readonly number[] | null>;

/** Makes the hints of rules ready. */
export function candidatesOf(rules: readonly Hints[]): Candidates {
  const numbers = new Map<string, number>();
  const owners: (readonly [rule: number, part: number])[][] = [];
  const always: number[] = [];
  const open = new Map<number, number[]>();
  rules.forEach((hints, rule) => {
    if (!hints) always.push(rule);
    hints?.forEach((texts, part) => {
      if (!texts) open.set(rule, [...(open.get(rule) ?? []), part]);
      for (const text of texts ?? []) {
        const number = numbers.get(text) ?? numbers.set(text, numbers.size).size - 1;
        (owners[number] ??= []).push([rule, part]);
      }
    });
  });
  const presence: Presence = presenceOf([...numbers.keys()]);
  return (text) => {
    const found = new Map<number, number[] | null>();
    for (const rule of always) found.set(rule, null);
    for (const [rule, parts] of open) found.set(rule, [...parts]);
    const several = new Set<number>();
    presence.scan(text.toLowerCase(), (number) => {
      for (const [rule, part] of owners[number] ?? []) {
        const parts = found.get(rule);
        if (parts === undefined) found.set(rule, [part]);
        else if (parts && !parts.includes(part)) {
          parts.push(part);
          several.add(rule);
        }
      }
    });
    for (const rule of several) found.get(rule)?.sort((a, b) => a - b);
    return found;
  };
}
