/** After so many failures a person has to ask again. */
const tries = 8;

/** How long a channel is left alone after the `failures`-th failure, in milliseconds; null: nothing more by itself. */
export const waitAfter = (failures: number, asked: number | undefined): number | null =>
  failures >= tries ? null : Math.max(asked ?? 0, 15_000 * 2 ** (failures - 1));
