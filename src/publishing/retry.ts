/** How long to wait between tries, in milliseconds. */
export const backOff = {
  first: 30_000,
  /** The longest wait that we choose ourselves. */
  cap: 4 * 3_600_000,
  /** The longest wait that another side may ask for. */
  longestAsked: 24 * 3_600_000,
  /** After so many failed tries in a row a person has to look. */
  tries: 10,
} as const;

/**
 * When to try again after the `failures`-th failure in a row (1 for the first): half of the doubled wait is certain, half is
 * chance, so that publications that failed together do not come back together. A wait asked for by the other side wins,
 * and is never shortened below the longest that we accept; a little chance is added to it for the same reason.
 *
 * @returns milliseconds from now, or null when it is time to give up.
 */
export function waitBefore(
  failures: number,
  askedFor: number | undefined,
  random: () => number,
): number | null {
  if (failures >= backOff.tries) return null;
  if (askedFor !== undefined && askedFor > 0) {
    const asked = Math.min(askedFor, backOff.longestAsked);
    return Math.ceil(asked + random() * Math.min(asked / 10, 10_000));
  }
  const wait = Math.min(backOff.first * 2 ** (Math.max(1, failures) - 1), backOff.cap);
  return Math.round(wait / 2 + (random() * wait) / 2);
}
