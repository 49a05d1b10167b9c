/** Finds thousands of phrases in one pass over a text. */
export interface Trie<T> {
  /** Every item whose phrase stands in `text`, with where it stands. */
  readonly each: (text: string, found: (item: T, start: number, end: number) => void) => void;
}

/**
 * Works on code units and knows nothing of capitals: phrases and texts come folded. With `atWords`, phrases that begin inside
 * a longer word are not looked for. Nodes are numbers in flat arrays, each with its first child and its next sibling: small,
 * and most positions of a text end at the first look.
 */
export function trieOf<T>(
  entries: readonly (readonly [phrase: string, item: T])[],
  { atWords = false }: { readonly atWords?: boolean } = {},
): Trie<T> {
  const roots = new Map<number, number>();
  const units: number[] = [0];
  const firsts: number[] = [0];
  const siblings: number[] = [0];
  const items: (T[] | undefined)[] = [undefined];
  const grow = (unit: number, sibling: number): number => {
    siblings.push(sibling);
    firsts.push(0);
    items.push(undefined);
    return units.push(unit) - 1;
  };
  const childOf = (parent: number, unit: number): number => {
    let child = firsts[parent] ?? 0;
    while (child !== 0 && units[child] !== unit) child = siblings[child] ?? 0;
    return child;
  };
  for (const [phrase, item] of entries) {
    if (phrase === '') continue;
    let here = roots.get(phrase.charCodeAt(0)) ?? 0;
    if (here === 0) {
      here = grow(phrase.charCodeAt(0), 0);
      roots.set(phrase.charCodeAt(0), here);
    }
    for (let at = 1; at < phrase.length; at += 1) {
      const unit = phrase.charCodeAt(at);
      const known = childOf(here, unit);
      const next = known === 0 ? grow(unit, firsts[here] ?? 0) : known;
      if (known === 0) firsts[here] = next;
      here = next;
    }
    (items[here] ??= []).push(item);
  }
  return entries.length === 0
    ? { each: () => undefined }
    : { each: walker(roots, { units, firsts, siblings, items }, atWords) };
}

/** Root nodes by code unit: a table for the units of most texts, a map for the rest. */
const table = 0x250;

interface Nodes<T> {
  readonly units: readonly number[];
  readonly firsts: readonly number[];
  readonly siblings: readonly number[];
  readonly items: readonly (T[] | undefined)[];
}

function walker<T>(roots: ReadonlyMap<number, number>, nodes: Nodes<T>, atWords: boolean): Trie<T>['each'] {
  const near = Int32Array.from({ length: table }, (_, unit) => roots.get(unit) ?? 0);
  const hasFar = [...roots.keys()].some((unit) => unit >= table);
  const units = Uint16Array.from(nodes.units);
  const firsts = Int32Array.from(nodes.firsts);
  const siblings = Int32Array.from(nodes.siblings);
  const { items } = nodes;
  return (text, found) => {
    let wasWord = false;
    for (let start = 0; start < text.length; start += 1) {
      const unit = text.charCodeAt(start);
      const isWord = unit < 128 && asciiWord[unit] === 1;
      const isInside = atWords && wasWord && isWord;
      wasWord = isWord;
      if (isInside) continue;
      let here = unit < table ? (near[unit] ?? 0) : hasFar ? (roots.get(unit) ?? 0) : 0;
      for (let end = start + 1; here !== 0; end += 1) {
        const ended = items[here];
        if (ended) for (const item of ended) found(item, start, end);
        if (end >= text.length) break;
        const next = text.charCodeAt(end);
        here = firsts[here] ?? 0;
        while (here !== 0 && units[here] !== next) here = siblings[here] ?? 0;
      }
    }
  };
}

const asciiWord = Uint8Array.from({ length: 128 }, (_, unit) =>
  /\w/.test(String.fromCharCode(unit)) ? 1 : 0,
);

const wordUnit = /[\p{L}\p{M}\p{N}_]/u;

/** Whether a letter, mark, digit or `_` stands in `text` at `index`; false outside. */
function isWordAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false;
  const unit = text.charCodeAt(index);
  if (unit < 128) return asciiWord[unit] === 1;
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return wordUnit.test(String.fromCodePoint(text.codePointAt(isLow && index > 0 ? index - 1 : index) ?? 0));
}

/** Whether `start` to `end` is not cut out of a longer word. */
export const isWhole = (text: string, start: number, end: number): boolean =>
  !(isWordAt(text, start) && isWordAt(text, start - 1)) && !(isWordAt(text, end - 1) && isWordAt(text, end));
