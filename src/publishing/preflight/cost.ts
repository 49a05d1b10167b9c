import { Temporal } from 'temporal-polyfill';
import { amber, red, type Found } from './finding';

/** What a network bills for one post, and for one with an address in it where that is more, in hundredths of the currency. */
export interface Price {
  readonly perPost: number;
  readonly withLink?: number;
  readonly currency: string;
}

/** The bill of the month that a publication falls into; null where the network bills nothing. */
export type CostFacts = {
  readonly price: Price;
  /** Posts of the month: those that went out and those that are planned, this one among them. */
  readonly posts: number;
  /** How many of them have an address in them, where that costs more. */
  readonly linked?: number;
  /** What the business wants to spend at most in a month; null: no limit. */
  readonly cap: number | null;
} | null;

/** From this share of the cap on somebody should know. */
const nearly = 0.8;

/** What a month's posts cost, in whole hundredths. */
export const monthSum = ({ price, posts, linked = 0 }: NonNullable<CostFacts>): number =>
  Math.ceil(price.perPost * (posts - linked) + (price.withLink ?? price.perPost) * linked - 1e-9);

/** Whether the month stays within its cap. */
export function costItems(cost: CostFacts): Found[] {
  if (cost === null || cost.cap === null) return [];
  const sum = monthSum(cost);
  const { cap, price, posts } = cost;
  const said = `${posts} posts of this month cost ${money(sum, price.currency)}`;
  const values = { posts, sum, cap, currency: price.currency };
  if (sum > cap)
    return [
      red('preflight.over-cap', `${said}; the cap is ${money(cap, price.currency)}.`, 'raise-cap', values),
    ];
  return sum >= cap * nearly
    ? [
        amber(
          'preflight.near-cap',
          `${said}, of at most ${money(cap, price.currency)}.`,
          'look-at-month',
          values,
        ),
      ]
    : [];
}

const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount / 100);

/** The month that an instant falls into, on the clock of a zone: from its first millisecond to that of the next. */
export function monthOf(
  at: number,
  zone: string,
): { readonly from: number; readonly to: number; readonly first: string } {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const first = time.with({ day: 1 }).startOfDay();
  return {
    from: first.epochMilliseconds,
    to: first.add({ months: 1 }).startOfDay().epochMilliseconds,
    first: first.toPlainDate().toString(),
  };
}
