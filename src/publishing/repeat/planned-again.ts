import type { RepeatRule } from './schema';

const day = 86_400_000;

/**
 * Whether two runs of a repeat are as far apart as its rule wants, so that they may say the same. A cool-down is counted in days
 * of the calendar: it may be some hours shorter.
 */
export const isPlannedAgain = (rule: RepeatRule, apart: number): boolean =>
  rule.kind === 'recurring' || apart > (rule.coolDown - 1) * day;
