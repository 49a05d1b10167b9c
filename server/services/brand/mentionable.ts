import { isForLocale } from '../../../src/brand/engine/scope';
import type { BrandKit, BrandName } from '../../../src/brand/schema';
import type { Mentionable } from '../../../src/shared/accounts';
import type { EntryKey } from '../../../src/shared/entry-key';
import type { BrandsService } from './brands';

/** Who is named by their account in copies of an entry: the names of its brand that have one. */
export function mentionableBy(brandOf: BrandsService['of']) {
  const known = new WeakMap<BrandKit, readonly BrandName[]>();
  return async ({ uid, locale }: EntryKey): Promise<readonly Mentionable[]> => {
    const { kit } = await brandOf(uid, locale);
    const named = known.get(kit) ?? kit.names.filter(hasAccount);
    known.set(kit, named);
    return named.flatMap(({ name, accounts = {}, locales }) =>
      isForLocale(locales, locale) ? [{ name, accounts }] : [],
    );
  };
}

const hasAccount = ({ accounts }: BrandName): boolean =>
  Object.values(accounts ?? {}).some((one) => one !== undefined);
