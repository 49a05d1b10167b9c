import type { PreflightItem, PreflightOfOne } from '../../../src/publishing/preflight/schema';

/** The same thing said of two publications. */
const isSame = (one: PreflightItem, other: PreflightItem): boolean =>
  one.code === other.code &&
  one.severity === other.severity &&
  one.message === other.message &&
  JSON.stringify(one.fix) === JSON.stringify(other.fix);

/**
 * What stands in the way of all of several publications, and beside it what concerns each alone: nothing is said five times. What
 * is mended in a copy stays with it.
 */
export function apart(publications: readonly PreflightOfOne[]): {
  readonly shared: readonly PreflightItem[];
  readonly own: readonly PreflightOfOne[];
} {
  const [first, ...others] = publications;
  const shared =
    first && others.length > 0
      ? first.items.filter(
          (item) =>
            item.severity !== 'green' &&
            item.fix?.where !== 'copy' &&
            others.every(({ items }) => items.some((one) => isSame(one, item))),
        )
      : [];
  const own = publications.map((one) => ({
    ...one,
    items: one.items.filter((item) => !shared.some((other) => isSame(other, item))),
  }));
  return { shared, own };
}
