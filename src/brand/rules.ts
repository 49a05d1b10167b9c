import type { Rule } from './engine/rule';
import { claimRules } from './claims/rules';
import { factRules } from './facts/rules';
import { houseRules } from './house/rules';
import { pictureRules } from './pictures/rules';
import { postRules } from './posts/rules';
import type { BrandKit } from './schema';

/** Every maker of rules, one a line; the order makes no difference. */
const makers: readonly ((kit: BrandKit) => readonly Rule[])[] = [
  ...houseRules,
  claimRules,
  factRules,
  postRules,
];

/** All rules of a kit, ours; none for the empty kit. Those about pictures also hold the words in them to the other rules. */
export function rulesOf(kit: BrandKit): readonly Rule[] {
  const rules = makers.flatMap((rulesFor) => rulesFor(kit));
  return [...rules, ...pictureRules(kit, rules)];
}
