import type { EntryContent } from '../content/schema';
import { checkerOf, type Checker } from './engine/checker';
import { ruleSetOf } from './engine/rule-set';
import type { BrandKit, Finding } from './schema';

/**
 * Everything in the entry that is not as the brand kit wants it, in reading order. Never throws for text; the same
 * content and kit always give the same list, and the order of the kit's rules makes no difference. Addresses and
 * code are not read. `locale` is the entry's language (`de-AT`); null where it has none: then every rule applies.
 */
export const checkContent = (
  content: EntryContent,
  kit: BrandKit,
  { locale = content.locale }: { readonly locale?: string | null } = {},
): Finding[] => ready(kit).check({ content, locale });

/** Kits change seldom and are checked against often: a kit object is made ready once. */
const readied = new WeakMap<BrandKit, Checker>();

function ready(kit: BrandKit): Checker {
  const known = readied.get(kit) ?? checkerOf(ruleSetOf(kit, [], {}));
  readied.set(kit, known);
  return known;
}
