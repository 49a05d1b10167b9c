import type { Rule } from './engine/rule';
import { forbiddenClaimRules } from './house/claims/forbidden';
import { altTextRules } from './house/pictures/alt-text';
import { sentenceLengthRules } from './house/voice/sentence-length';
import { nameRules } from './house/words/names';
import { termRules } from './house/words/terms';
import type { BrandKit } from './schema';

/** Every maker of rules, one a line; the order makes no difference. */
const makers: readonly ((kit: BrandKit) => readonly Rule[])[] = [
  nameRules,
  termRules,
  forbiddenClaimRules,
  altTextRules,
  sentenceLengthRules,
];

/** All rules of a kit, ours; none for the empty kit. */
export const rulesOf = (kit: BrandKit): readonly Rule[] => makers.flatMap((rulesFor) => rulesFor(kit));
