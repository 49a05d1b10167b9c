import type { Brand } from '../../../../src/brand/schema';
import type { Settings } from '../../../../src/governance/settings';
import type { BrandOfEntry } from '../rule-sets';

/** Raised when the same rules find other things than before, or the index keeps other things of them. */
const version = 1;

interface Deps {
  readonly brands: () => Promise<readonly Pick<Brand, 'key' | 'uids' | 'locales'>[]>;
  readonly ruleSets: () => Promise<readonly BrandOfEntry[]>;
  readonly settings: () => Promise<Pick<Settings, 'roles'>>;
  readonly today: () => Promise<string>;
}

/**
 * What findings are made by, beside the entries: which brand is whose, its rules, which field plays which part. Where claims run out or
 * links are called, also the day: then everything is looked at once a day.
 */
export const fingerprintOf =
  ({ brands, ruleSets, settings, today }: Deps) =>
  async (): Promise<string> => {
    const sets = await ruleSets();
    const hasDays = sets.some(
      ({ kit }) => kit.links?.alive === true || kit.claims.some(({ validUntil }) => validUntil !== null),
    );
    return JSON.stringify([
      version,
      (await brands()).map(({ key, uids, locales }) => [key, uids, locales]),
      sets.map(({ key, ruleSet }) => [key, ruleSet.key]),
      (await settings()).roles,
      hasDays ? await today() : null,
    ]);
  };
