import type { Range } from '../engine/rule';
import type { Fact, PlainFact } from './fact';
import { readAddresses } from './read/addresses';
import { readCoupons } from './read/coupons';
import { readDates } from './read/dates';
import { readPercentages } from './read/percentages';
import { readPhones } from './read/phones';
import { readPrices } from './read/prices';
import { withProducts, type ProductReader } from './read/products';

/** Facts of each kind that are read in one text: of a longer price list nothing could be compared anyway. */
const most = 300;

/**
 * All facts of a text in the order in which they stand. `masks` are ranges that are not language (addresses, code): only web
 * addresses are read in them. Phone numbers give way to days, and shares to prices, where both could be read.
 */
export function readFacts(
  text: string,
  {
    locale,
    masks = [],
    sentences,
    productsIn,
  }: {
    readonly locale: string | null;
    readonly masks?: readonly (readonly [number, number])[];
    readonly sentences: readonly Range[];
    readonly productsIn: ProductReader;
  },
): readonly Fact[] {
  const isMasked = ({ start, end }: Range) => masks.some(([from, to]) => start < to && from < end);
  const figures: PlainFact[] = [];
  for (const [sign, read] of readers) {
    if (!sign.test(text)) continue;
    for (const fact of read(text, locale).slice(0, most))
      if (!isMasked(fact) && !figures.some((other) => other.kind !== fact.kind && overlaps(other, fact)))
        figures.push(fact);
  }
  const addresses = hasAddress.test(text) ? readAddresses(text).slice(0, most) : [];
  const facts = [...figures, ...addresses].sort((a, b) => a.start - b.start || a.end - b.end);
  return facts.length === 0 ? [] : withProducts(text, facts, sentences, productsIn(text));
}

type Reader = (text: string, locale: string | null) => readonly PlainFact[];

/** Each reader with a sign without which it finds nothing. */
const readers: readonly (readonly [sign: RegExp, Reader])[] = [
  [/\d/, readPrices],
  [/\d/, readDates],
  [/%|percent|prozent|cent|ciento|pct/i, readPercentages],
  [/\d/, readPhones],
  [/code|código|gutschein|coupon|cupón|voucher|bon/i, readCoupons],
];
const hasAddress = /https?:|\.[a-z]/i;

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
