import { isSameFact, type Fact, type FactKind } from './fact';

/** What came of comparing one thing: the facts that do not agree; null where they do. */
export type Comparison<T extends Fact> = { readonly here: T; readonly other: T } | null;

/** Kind of what is compared: a price or share of a named product is a matter of its own. */
export const kindOf = ({ kind, product }: Fact): FactKind => (product === null ? kind : 'product');

/**
 * Compares what two texts say, for one kind of fact, by what it is said of. Only facts about the same thing count, and only
 * where each text says one thing of it: where a text gives several prices, nobody can tell which one the other means. What
 * cannot be compared is not in the answer; a text that leaves a fact out says nothing.
 */
export function compare<T extends Fact>(
  kind: Fact['kind'],
  earlier: readonly T[],
  here: readonly T[],
): ReadonlyMap<string, Comparison<T>> {
  const [a = [], b = []] = [earlier, here].map((facts) => facts.filter((fact) => fact.kind === kind && isComparable(fact)));
  const found = new Map<string, Comparison<T>>();
  for (const topic of new Set(b.map(topicOf))) {
    const [one, two] = [a, b].map((facts) => facts.filter((fact) => topicOf(fact) === topic));
    const isNamed = two?.[0]?.product !== null;
    const verdict = judged(one ?? [], two ?? [], isNamed ? [] : a, isNamed ? [] : b);
    if (verdict !== undefined) found.set(topic, verdict);
  }
  const only = found.size === 0 ? onlyOnes(kind, a, b) : null;
  const verdict = only ? judged(only[0], only[1], a, b) : undefined;
  if (only?.[1][0] && verdict !== undefined) found.set(topicOf(only[1][0]), verdict);
  return found;
} // prettier-ignore

/** What a fact is about. */
const topicOf = ({ kind, part, product, value }: Fact): string =>
  kind === 'url' ? `${part} ${value.split('/')[0] ?? ''}` : `${product ?? ''}|${part}`;

/** A share that nothing is said of, and an address without a path, may be anything. */
const isComparable = ({ kind, part, value }: Fact): boolean =>
  kind === 'percentage' ? part !== 'of ' : kind !== 'url' || value.includes('/');

/**
 * Undefined where one side says several things and none of them is what the other says, or where one side says somewhere
 * else (`all` of its facts) what the other says here: then the two may speak of different things.
 */
function judged<T extends Fact>(
  a: readonly T[],
  b: readonly T[],
  allOfA: readonly T[],
  allOfB: readonly T[],
): Comparison<T> | undefined {
  const [other] = a;
  const [here] = b;
  if (!other || !here) return undefined;
  const share = (some: readonly T[], more: readonly T[]) =>
    some.some((one) => more.some((two) => isSameFact(one, two)));
  if (share(a, b)) return null;
  if (share(a, allOfB) || share(b, allOfA)) return undefined;
  return isOneThing(a) && isOneThing(b) ? { here, other } : undefined;
}

const isOneThing = (facts: readonly Fact[]): boolean =>
  facts.every((fact) => isSameFact(fact, facts[0] ?? fact));

/**
 * The one price and the one discount of each text belong together also where only one of them names a product, and a share
 * that stands alone on a picture is a discount where the other text has one.
 */
function onlyOnes<T extends Fact>(
  kind: Fact['kind'],
  a: readonly T[],
  b: readonly T[],
): readonly [readonly T[], readonly T[]] | null {
  if (kind !== 'price' && kind !== 'percentage') return null;
  const isMain = ({ part }: Fact) =>
    kind === 'price' ? part.startsWith('price ') : part === 'off' || part === 'bare';
  const mains = [a.filter(isMain), b.filter(isMain)] as const;
  const all = [...mains[0], ...mains[1]];
  const isOfOne =
    mains.some((facts) => facts.every(({ product }) => product === null)) ||
    all.every(({ product }) => product === all[0]?.product);
  const isAlike =
    kind === 'price'
      ? all.every(({ part }) => part === all[0]?.part)
      : all.some(({ part }) => part === 'off');
  return isOfOne && isAlike ? mains : null;
}
