import type { Principal, Transition } from '../workflow/schema';
import type { CopyFacts, Decision } from './schema';

/** One approval as it counts: what the person saw, and through which principals of the transition. */
export type Vote = Pick<Decision, 'copies' | 'as'>;

/** How far an approval is. */
export interface Tally {
  readonly needed: number;
  readonly given: number;
  /** For each slot that nobody fills: who may fill it. */
  readonly missing: readonly (readonly Principal[])[];
}

/** What a transition needs: one of those who may take it, where it says nothing else. */
const needsOf = ({ needs, who }: Pick<Transition, 'needs' | 'who'>): Transition['needs'] =>
  needs.length > 0 ? needs : [{ count: 1, of: who }];

/**
 * Counts votes against what a transition needs. Each person fills one place only, and the places are given out so that
 * as many as possible are filled: who is both owner and lawyer leaves the place that somebody else cannot take.
 */
export function tallyOf(
  transition: Pick<Transition, 'needs' | 'who'>,
  votes: readonly Pick<Vote, 'as'>[],
): Tally {
  const places = needsOf(transition).flatMap(({ count, of }) => Array.from({ length: count }, () => of));
  const holder = new Map<number, number>();
  const seat = (vote: number, tried: Set<number>): boolean =>
    places.some((of, place) => {
      if (tried.has(place) || !votes[vote]?.as.some((one) => of.includes(one))) return false;
      tried.add(place);
      const sitting = holder.get(place);
      if (sitting !== undefined && !seat(sitting, tried)) return false;
      holder.set(place, vote);
      return true;
    });
  votes.forEach((_, vote) => seat(vote, new Set()));
  return {
    needed: places.length,
    given: holder.size,
    missing: places.filter((_, place) => !holder.has(place)),
  };
}

/** Whether these votes are enough. */
export const isEnough = (
  transition: Pick<Transition, 'needs' | 'who'>,
  votes: readonly Pick<Vote, 'as'>[],
): boolean => tallyOf(transition, votes).missing.length === 0;

/** The copies that enough of the votes saw the very same: what a completed approval covers beside the entry. */
export function coveredCopies(
  transition: Pick<Transition, 'needs' | 'who'>,
  votes: readonly Vote[],
): CopyFacts[] {
  const seen = new Map(
    votes.flatMap(({ copies }) => copies).map((copy) => [`${copy.key} ${copy.seal}`, copy]),
  );
  return [...seen.values()].filter((copy) =>
    isEnough(
      transition,
      votes.filter(({ copies }) => copies.some(({ key, seal }) => key === copy.key && seal === copy.seal)),
    ),
  );
}
