import type { Stage } from '../workflow/schema';
import type { Card, Column } from './schema';

/** What is known of the stages of one workflow: how many entries stand there, and the first of them. */
export interface StageFacts {
  readonly stage: string;
  readonly total: number;
  readonly cards: readonly Card[];
}

/**
 * The columns of a board: the stages of the newest version in their order, and before the last of them those stages of older
 * versions in which entries still stand.
 */
export function columnsOf(
  newest: readonly Stage[],
  older: readonly Stage[],
  found: readonly StageFacts[],
): Column[] {
  const facts = new Map(found.map((one) => [one.stage, one]));
  const known = new Set(newest.map(({ key }) => key));
  const left = new Map(
    older
      .filter(({ key }) => !known.has(key) && (facts.get(key)?.total ?? 0) > 0)
      .map((stage) => [stage.key, stage]),
  );
  return [...newest.slice(0, -1), ...left.values(), ...newest.slice(-1)].map(
    ({ key, name, colour, meaning }) => ({
      key,
      name,
      colour,
      meaning,
      total: facts.get(key)?.total ?? 0,
      cards: [...(facts.get(key)?.cards ?? [])],
    }),
  );
}
