import { foldPhrase } from '../../fold';
import type { Block, Hit, LiteralRule, Seen } from '../rule';
import { gravity } from '../order/reading-order';
import type { Severity } from '../../schema';
import { isWhole, trieOf, type Trie } from './trie';

/** A phrase of a rule, as it stands in the automaton. */
interface Needle {
  /** Index of the rule in the list that the literals were made of. */
  readonly rule: number;
  readonly phrase: number;
  readonly wholeWord: boolean;
}

/** The phrases of all literal rules, made ready to be found in one pass. */
export interface Literals {
  readonly rules: readonly LiteralRule[];
  readonly anywhere: Trie<Needle>;
  readonly atWords: Trie<Needle>;
}

/** Makes rules ready. */
export function literalsOf(rules: readonly LiteralRule[]): Literals {
  const entries = rules.flatMap(({ phrases, wholeWord }, rule) =>
    phrases.map((text, phrase): [string, Needle] => [foldPhrase(text).lower, { rule, phrase, wholeWord }]),
  );
  return {
    rules,
    anywhere: trieOf(entries.filter(([, { wholeWord }]) => !wholeWord)),
    atWords: trieOf(
      entries.filter(([, { wholeWord }]) => wholeWord),
      { atWords: true },
    ),
  };
}

/** How the rules are run: which are for this block, how grave each is, and what to do with one that throws. */
export interface Judging {
  readonly isOn: (rule: number) => boolean;
  readonly severityOf: (rule: LiteralRule) => Severity;
  readonly guard: <T>(rule: LiteralRule, work: () => T, otherwise: T) => T;
}

interface Sighting {
  readonly rule: LiteralRule;
  readonly seen: Seen;
}

/** What literal rules say of a block, each with its rule. */
export function findLiterals(
  block: Block,
  { rules, anywhere, atWords }: Literals,
  { isOn, severityOf, guard }: Judging,
): readonly { readonly rule: LiteralRule; readonly hit: Hit }[] {
  if (rules.length === 0) return [];
  const { folded, text } = block;
  const { lower, starts, ends } = folded;
  const sightings: Sighting[] = [];
  const add = ({ rule: index, phrase, wholeWord }: Needle, start: number, end: number) => {
    const rule = rules[index];
    if (!rule || !isOn(index) || (wholeWord && !isWhole(lower, start, end))) return;
    const said = text.slice(starts[start] ?? 0, ends[end - 1] ?? 0);
    const seen = { phrase, said, block, start, end };
    if (guard(rule, () => rule.concerns(seen), false)) sightings.push({ rule, seen });
  };
  anywhere.each(lower, add);
  atWords.each(lower, add);
  return withoutCovered(sightings, severityOf).flatMap(({ rule, seen }) => {
    const verdict = guard(rule, () => rule.judge(seen), null);
    const range = { start: starts[seen.start] ?? 0, end: ends[seen.end - 1] ?? 0 };
    return verdict ? { rule, hit: { ...verdict, ...range } } : [];
  });
}

/** Of two phrases, one inside the other, the longer one speaks, unless the shorter one is the graver. */
function withoutCovered(
  sightings: readonly Sighting[],
  severityOf: Judging['severityOf'],
): readonly Sighting[] {
  const longestFirst = [...sightings].sort((a, b) => a.seen.start - b.seen.start || b.seen.end - a.seen.end);
  let open: Sighting[] = [];
  return longestFirst.filter((inner) => {
    open = open.filter(({ seen }) => seen.end > inner.seen.start);
    if (inner.rule.overlap === 'insists') return true;
    const isCovered = open.some((outer) => covers(outer, inner, severityOf));
    open.push(inner);
    return !isCovered;
  });
}

const covers = (outer: Sighting, inner: Sighting, severityOf: Judging['severityOf']): boolean =>
  outer.seen.start <= inner.seen.start &&
  outer.seen.end >= inner.seen.end &&
  outer.seen.end - outer.seen.start > inner.seen.end - inner.seen.start &&
  (outer.rule.overlap === 'shields' || gravity[severityOf(outer.rule)] <= gravity[severityOf(inner.rule)]);
