import { isWhole, trieOf, type Trie } from '../../engine/literals/trie';
import { fold, foldPhrase } from '../../fold';
import type { Range } from '../../engine/rule';
import type { Fact, PlainFact } from '../fact';

/** Finds names of products in a text. */
export type ProductReader = (text: string) => readonly (Range & { readonly product: string })[];

/** Names are compared without capitals; of two, one inside the other, the longer one is meant. */
export function productReader(names: readonly string[]): ProductReader {
  const trie: Trie<string> = trieOf(
    [...new Set(names.map((name) => foldPhrase(name).lower))].map((name) => [name, name] as const),
  );
  return (text) => {
    const { lower, starts, ends } = fold(text);
    const found: (Range & { readonly product: string })[] = [];
    trie.each(lower, (product, start, end) => {
      if (isWhole(lower, start, end)) found.push({ product, start: starts[start] ?? 0, end: ends[end - 1] ?? 0 });
    });
    return found.filter((one) => !found.some((other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start));
  };
} // prettier-ignore

/** How far behind a price its product may stand: `4,50 € for the rye loaf`. */
const nearBehind = 40;

/**
 * Prices and percentages with the product that they belong to: the last one named before in the same sentence with no other
 * price between, else the next one close behind.
 */
export function withProducts(
  text: string,
  facts: readonly PlainFact[],
  sentences: readonly Range[],
  products: ReturnType<ProductReader>,
): readonly Fact[] {
  return facts.map((fact): Fact => {
    if (products.length === 0 || (fact.kind !== 'price' && fact.kind !== 'percentage')) return { ...fact, product: null };
    const sentence = sentences.find(({ start, end }) => start <= fact.start && end >= fact.start) ?? { start: 0, end: Infinity };
    const rivals = facts.filter(({ kind, part }) => kind === fact.kind && part === fact.part);
    const isFree = (from: number, to: number) => !rivals.some(({ start }) => start >= from && start < to);
    const within = products.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const before = within.filter(({ end }) => end <= fact.start && isFree(end, fact.start)).at(-1);
    const behind = within.find(({ start }) => start >= fact.end && start - fact.end <= nearBehind && isFree(fact.end, start));
    // In `20 % off the loaf, 10 % off the roll` a comma parts the loaf from the second discount, and nothing the roll.
    const isParted = before !== undefined && /[,;\n]/.test(text.slice(before.end, fact.start));
    const isClose = behind !== undefined && !/[,;\n]/.test(text.slice(fact.end, behind.start));
    const owner = isParted && isClose ? behind : (before ?? behind);
    return { ...fact, product: owner?.product ?? null };
  });
} // prettier-ignore
