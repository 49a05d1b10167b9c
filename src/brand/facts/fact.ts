import type { Range } from '../engine/rule';
import type { BrandKit } from '../schema';

export type FactKind = NonNullable<BrandKit['facts']>['kinds'][number];

/** What a text says that can be compared: a price, a day, a code. Offsets are those of the text. */
export interface Fact extends Range {
  readonly kind: Exclude<FactKind, 'product'>;
  /** As it stands in the text. */
  readonly said: string;
  /**
   * What it means, written in one way: cents and currencies (`450 EUR`), `20`, `2026-03-03` or `*-03-03` where the year is
   * missing, digits, host and path, a code in capitals.
   */
  readonly value: string;
  /** What it is the price, share or day of: only facts with the same part are compared. */
  readonly part: string;
  /** The product that it belongs to, folded; null where none is named beside it. */
  readonly product: string | null;
}

/** A fact before anybody looked for its product. */
export type PlainFact = Omit<Fact, 'product'>;

/** Whether both say the same. */
export function isSameFact(a: Fact, b: Fact): boolean {
  if (a.value === b.value) return true;
  if (a.kind === 'date') return isSameDay(a.value, b.value);
  return a.kind === 'phone' && (a.value.endsWith(b.value) || b.value.endsWith(a.value));
}

/** A day without a year is every year's. */
function isSameDay(a: string, b: string): boolean {
  const [yearA = '', yearB = ''] = [a, b].map((value) => value.slice(0, -6));
  return a.slice(-5) === b.slice(-5) && (yearA === '*' || yearB === '*' || yearA === yearB);
}
