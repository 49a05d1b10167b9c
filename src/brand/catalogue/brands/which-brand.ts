import type { Brand } from '../../schema';

/** Key of the brand that stands for everything that no other brand claims. */
export const mainKey = 'main';

/** The brand of an entry: of those that name its type and language the first, else `main`. There is always a `main`. */
export function whichBrand<T extends Brand>(
  brands: readonly T[],
  uid: string | null,
  locale: string | null,
): T {
  const claiming = brands.find(
    (brand) => brand.key !== mainKey && hasUid(brand, uid) && hasLocale(brand, locale),
  );
  const found = claiming ?? brands.find(({ key }) => key === mainKey);
  if (!found) throw new Error('Brands without a main brand cannot be saved, so none should be here.');
  return found;
}

const hasUid = ({ uids }: Brand, uid: string | null): boolean =>
  uids.length === 0 || (uid !== null && uids.includes(uid));

/** `de` also covers `de-AT`. An entry without a language belongs to brands that ask for none. */
const hasLocale = ({ locales }: Brand, locale: string | null): boolean =>
  locales.length === 0 || (locale !== null && locales.some((one) => covers(one, locale)));

const covers = (wanted: string, locale: string): boolean => {
  const [a, b] = [wanted.toLowerCase(), locale.toLowerCase()];
  return b === a || b.startsWith(`${a}-`);
};
