import type { Rule } from '../engine/rule';
import type { BrandKit } from '../schema';
import { forbiddenClaimRules } from './claims/forbidden';
import { formatRules } from './formats/rules';
import { inclusiveRules } from './inclusive/rules';
import { linkRules } from './links/rules';
import { lookRules } from './look/rules';
import { altTextRules } from './pictures/alt-text';
import { socialRules } from './social/rules';
import { spellingRules } from './spelling/rules';
import { elementRules } from './structure/elements';
import { headingRules } from './structure/headings';
import { voiceRules } from './voice/rules';
import { nameRules } from './words/names';
import { patternRules } from './words/patterns';
import { termRules } from './words/terms';

/** The rules of words: every maker, one a line; the order makes no difference. */
export const houseRules: readonly ((kit: BrandKit) => readonly Rule[])[] = [
  nameRules,
  termRules,
  patternRules,
  inclusiveRules,
  spellingRules,
  voiceRules,
  formatRules,
  forbiddenClaimRules,
  linkRules,
  socialRules,
  headingRules,
  elementRules,
  lookRules,
  altTextRules,
];
