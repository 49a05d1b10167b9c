import type { FindingMark } from './schema';

/** Of the words or letters around a passage so many must still be there for it to be the same passage. */
const enough = 0.5;
/** More pairs than this are not compared one by one: what is equal on both sides was found before. */
const mostPairs = 250_000;

/**
 * Which of `marks` each of `found` answers to, as indexes: one to one, rule, field and quote the same, the nearest surroundings
 * first. `may` says whether a pair is allowed at all.
 */
export function matchOf(
  marks: readonly FindingMark[],
  found: readonly FindingMark[],
  may: (mark: number, found: number) => boolean = () => true,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const groups = grouped(found, groupKey);
  for (const [key, own] of grouped(marks, groupKey)) {
    const others = groups.get(key);
    if (!others) continue;
    const left = matchEqual(own, others, { marks, found, may, pairs });
    matchNear(left.marks, left.found, { marks, found, may, pairs });
  }
  return pairs;
}

interface Matching {
  readonly marks: readonly FindingMark[];
  readonly found: readonly FindingMark[];
  readonly may: (mark: number, found: number) => boolean;
  /** Found → mark. */
  readonly pairs: Map<number, number>;
}

/** Pairs what is equal on both sides, in order; gives what is left. */
function matchEqual(
  own: readonly number[],
  others: readonly number[],
  { marks, found, may, pairs }: Matching,
): { readonly marks: readonly number[]; readonly found: readonly number[] } {
  const waiting = new Map<string, number[]>();
  for (const mark of own) waiting.set(sides(marks[mark]), [...(waiting.get(sides(marks[mark])) ?? []), mark]);
  const taken = new Set<number>();
  for (const other of others) {
    const mark = waiting.get(sides(found[other]))?.find((one) => !taken.has(one) && may(one, other));
    if (mark === undefined) continue;
    taken.add(mark);
    pairs.set(other, mark);
  }
  return { marks: own.filter((mark) => !taken.has(mark)), found: others.filter((one) => !pairs.has(one)) };
}

/** Pairs what is still alike enough, the most alike first. */
function matchNear(
  own: readonly number[],
  others: readonly number[],
  { marks, found, may, pairs }: Matching,
): void {
  if (own.length * others.length > mostPairs) return;
  const candidates = own.flatMap((mark) =>
    others.flatMap((other) => {
      const [a, b] = [marks[mark], found[other]];
      const near = a && b && may(mark, other) ? likeness(a, b) : 0;
      return near >= enough ? [{ mark, other, near }] : [];
    }),
  );
  candidates.sort((a, b) => b.near - a.near || a.other - b.other || a.mark - b.mark);
  const taken = new Set<number>();
  for (const { mark, other } of candidates) {
    if (taken.has(mark) || pairs.has(other)) continue;
    taken.add(mark);
    pairs.set(other, mark);
  }
}

/**
 * How much of what stood around the mark stands around what was found: 0 to 1. A mark at the edge of its text says nothing about what
 * may have come before or after it since.
 */
function likeness(mark: FindingMark, found: FindingMark): number {
  const whole = mark.before.length + mark.after.length;
  if (whole === 0) return 1;
  const kept = commonEnd(mark.before, found.before) + commonStart(mark.after, found.after);
  const words = wordsOf(mark);
  const now = new Set(wordsOf(found));
  const shared = words.length < 4 ? 0 : words.filter((word) => now.has(word)).length / words.length;
  return Math.max(kept / whole, shared);
}

const wordsOf = ({ before, after }: FindingMark): string[] =>
  `${before} ${after}`.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function commonEnd(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1;
  return at;
}

const groupKey = ({ rule, field, quote }: FindingMark): string => `${rule}\n${field}\n${quote}`;

const sides = (mark: FindingMark | undefined): string => `${mark?.before ?? ''}\n${mark?.after ?? ''}`;

function grouped(marks: readonly FindingMark[], keyOf: (mark: FindingMark) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  marks.forEach((mark, index) => {
    const key = keyOf(mark);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}
