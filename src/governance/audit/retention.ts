/** Rows before this time are older than the policy keeps; null: everything is kept for ever. */
export function keptSince(now: number, years: number | null): number | null {
  if (years === null) return null;
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - years);
  return since.getTime();
}

/** What is known of the rows when it is decided what may go. */
export interface RetentionFacts {
  /** The number of the first row that the policy keeps; null where all rows are older. */
  readonly firstKept: number | null;
  /** The last row of the chain. */
  readonly head: number;
  /** The last row that was cut off before; 0 where none was. */
  readonly checkpoint: number;
}

/**
 * The last row that may be cut off; null where none may. The last row of the chain always stays, and what stands behind a
 * row that is kept stays too, however old it is: the chain is cut, never thinned.
 */
export function cutUpTo({ firstKept, head, checkpoint }: RetentionFacts): number | null {
  const last = Math.min(firstKept === null ? head : firstKept - 1, head - 1);
  return last > checkpoint ? last : null;
}

const day = 86_400_000;

/** Whether the daily round is due: a checkpoint a day is enough. */
export const isCutDue = (now: number, lastCheckpointAt: number | null): boolean =>
  lastCheckpointAt === null || now - lastCheckpointAt >= day;
