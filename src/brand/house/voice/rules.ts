import type { Rule } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import { averageRules } from './trait/averages';
import { loudnessRules } from './trait/loudness';
import { passiveRules } from './trait/passive';
import { personRules } from './trait/person';
import { sentenceLengthRules } from './trait/sentence-length';

/** How the business speaks, as far as it can be measured. */
export const voiceRules = (kit: BrandKit): readonly Rule[] => [
  ...sentenceLengthRules(kit),
  ...averageRules(kit),
  ...passiveRules(kit),
  ...personRules(kit),
  ...loudnessRules(kit),
];
