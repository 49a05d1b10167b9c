import { withoutCapitals, type Hints } from './hint';
import { presenceOf, type Presence } from './presence';
import { wholeWordsOf } from './whole-words';

/**
 * Which rules, by index, can find something in a text, and which of their parts; null for a rule that has to look at the whole.
 * Rules that are absent cannot. All texts of all rules are looked for in one pass.
 */
export type Candidates = (text: string) => ReadonlyMap<number, readonly number[] | null>;

/** Makes the hints of rules ready. */
export function candidatesOf(rules: readonly Hints[]): Candidates {
  const words = new Wanted(wholeWordsOf);
  const texts = new Wanted(presenceOf);
  const always: number[] = [];
  const open = new Map<number, number[]>();
  rules.forEach((hints, rule) => {
    if (!hints) always.push(rule);
    hints?.forEach((list, part) => {
      if (!list) open.set(rule, [...(open.get(rule) ?? []), part]);
      for (const { text, isWhole } of list ?? [])
        (isWhole ? words : texts).add(withoutCapitals(text), { rule, part });
    });
  });
  const looks = [words, texts].flatMap((wanted) => wanted.looks());
  return (text) => {
    const found = new Map<number, number[] | null>();
    for (const rule of always) found.set(rule, null);
    for (const [rule, parts] of open) found.set(rule, [...parts]);
    let several: Set<number> | null = null;
    const note = ({ rule, part }: Owner) => {
      const parts = found.get(rule);
      if (parts === undefined) found.set(rule, [part]);
      else if (parts && !parts.includes(part)) {
        parts.push(part);
        (several ??= new Set()).add(rule);
      }
    };
    const lower = withoutCapitals(text);
    for (const look of looks) look(lower, note);
    for (const rule of several ?? []) found.get(rule)?.sort((a, b) => a - b);
    return found;
  };
}

interface Owner {
  readonly rule: number;
  readonly part: number;
}

/** Texts, each with the parts of rules that ask for it. */
class Wanted {
  private readonly numbers = new Map<string, number>();
  private readonly owners: Owner[][] = [];

  constructor(private readonly presenceOf: (texts: readonly string[]) => Presence) {}

  add(text: string, owner: Owner): void {
    const number = this.numbers.get(text) ?? this.numbers.set(text, this.numbers.size).size - 1;
    (this.owners[number] ??= []).push(owner);
  }

  /** Looks for all of them at once; none where nothing is wanted. */
  looks(): readonly ((lower: string, note: (owner: Owner) => void) => void)[] {
    const { owners } = this;
    if (owners.length === 0) return [];
    const presence = this.presenceOf([...this.numbers.keys()]);
    return [(lower, note) => presence.scan(lower, (number) => owners[number]?.forEach(note))];
  }
}
