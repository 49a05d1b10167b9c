import type { RuleView } from './schema';

/** Findings of a rule that have to be there before people's answers to them say anything. */
const enough = 10;

/** Whether people turn a rule's findings down more often than not: time to make it milder, narrower, or to switch it off. */
export const shouldDemote = ({ found, dismissed, falseAlarms }: RuleView['counts']): boolean => {
  const turnedDown = dismissed + falseAlarms;
  // What was turned down and repaired all the same is found no more, but was.
  const all = Math.max(found, turnedDown);
  return all >= enough && turnedDown > all / 2;
};
