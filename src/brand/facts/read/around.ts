/** The words before and behind a range, as far as they may say what it is about: not over the end of a sentence. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

const reach = 40;

/**
 * The text around a range in lower case, with one kind of space. `limits` are the ends of the neighbouring facts: what
 * stands behind them belongs to them.
 */
export function aroundOf(text: string, start: number, end: number, limits: readonly [number, number]): Around {
  const before = text.slice(Math.max(0, limits[0], start - reach), start);
  const after = text.slice(end, Math.min(text.length, limits[1], end + reach));
  return {
    before: plain(before.split(/[.!?](?=\s+\S)|\n\n/).at(-1) ?? ''),
    after: plain(after.split(/[.!?](?:\s|$)|\n\n/)[0] ?? ''),
  };
} // prettier-ignore

const plain = (text: string): string => text.toLowerCase().replace(/[\s\u00a0\u202f]+/g, ' ');

/** A pattern for any of these words as whole words. */
export const anyWord = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${words.trim().split(/\s*\|\s*/).join('|')})(?![\\p{L}\\d])`, 'u'); // prettier-ignore

/** What says that something is taken off a price, in four languages. */
export const discountWords = anyWord(
  `off | cheaper | discounts? | discounted | save | saves | saving | savings | reduced | rebate | rabatte? | rabattiert | sparen | spare | spart
   | gespart | ersparnis | günstiger | reduziert | reduzierte[nrsm]? | nachlass | preisnachlass | ermäßigt | ermäßigung | remises? | réduction | réductions
   | rabais | soldes? | économisez | économiser | descuentos? | dto | rebajas? | rebajado | ahorra | ahorre | ahorrar`,
);

/** `15 % less.` is a discount, `30 % less sugar` is none. */
export const takenOff =
  /^(?:less|weniger|moins|menos)(?=[^\p{L}\s]|$|\s(?:for|than|on|until|this|als|bis|auf|que)(?!\p{L}))/u;
