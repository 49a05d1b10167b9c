import type { Rule } from './engine/rule';
import { forbiddenClaimRules } from './house/claims/forbidden';
import { formatRules } from './house/formats/rules';
import { altTextRules } from './house/pictures/alt-text';
import { voiceRules } from './house/voice/rules';
import { nameRules } from './house/words/names';
import { patternRules } from './house/words/patterns';
import { termRules } from './house/words/terms';
import { pictureRules } from './pictures/rules';
import type { BrandKit } from './schema';

/** Every maker of rules, one a line; the order makes no difference. */
const makers: readonly ((kit: BrandKit) => readonly Rule[])[] = [
  nameRules,
  termRules,
  patternRules,
  forbiddenClaimRules,
  formatRules,
  altTextRules,
  voiceRules,
];

/** All rules of a kit, ours; none for the empty kit. Those about pictures also hold the words in them to the other rules. */
export function rulesOf(kit: BrandKit): readonly Rule[] {
  const rules = makers.flatMap((rulesFor) => rulesFor(kit));
  return [...rules, ...pictureRules(kit, rules)];
}
