import type { Blocker } from '../../src/governance/schema';

/**
 * The blockers that a person has to read. While the entry itself is not approved, that its copies are not either goes
 * without saying: one approval covers all.
 */
export function tellingBlockers(blockers: readonly Blocker[]): Blocker[] {
  const isEntryBlocked = blockers.some(({ copy, code }) => copy === undefined && code.startsWith('review.'));
  return blockers.filter(({ copy }) => copy === undefined || !isEntryBlocked);
}

/** One of a list, told from the others. */
export const keyOf = ({ code, copy, message }: Blocker): string => `${code} ${copy ?? ''} ${message}`;
