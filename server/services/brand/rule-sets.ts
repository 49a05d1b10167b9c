import type { RuleSettings } from '../../../src/brand/catalogue/schema';
import type { Rule } from '../../../src/brand/engine/rule';
import { ruleSetOf, type RuleSet } from '../../../src/brand/engine/rule-set';
import type { BrandKit } from '../../../src/brand/schema';
import type { BrandsService } from './brands';

/** What an entry is checked with. */
export interface BrandOfEntry {
  /** Key of the brand. */
  readonly key: string;
  readonly kit: BrandKit;
  /** The same object for as long as kit, packs, rules and settings say the same: caches hang on it. */
  readonly ruleSet: RuleSet;
}

export interface RuleSetsDeps {
  readonly brands: Pick<BrandsService, 'of' | 'all'>;
  /** Rules beside those of the kit: packs, and those that the app registered. The same array while nothing changes. */
  readonly extra: () => Promise<readonly Rule[]>;
  /** What people and faults made of rules. The same object while nothing changes. */
  readonly settings: () => Promise<RuleSettings>;
}

interface Made {
  readonly extra: readonly Rule[];
  readonly settings: RuleSettings;
  readonly made: BrandOfEntry;
}

export type RuleSets = ReturnType<typeof ruleSets>;

/** Rule sets of the brands, made once for each change. */
export function ruleSets({ brands, extra, settings }: RuleSetsDeps) {
  const kept = new WeakMap<BrandKit, Made>();

  async function setOf({
    key,
    kit,
  }: {
    readonly key: string;
    readonly kit: BrandKit;
  }): Promise<BrandOfEntry> {
    const [rules, set] = [await extra(), await settings()];
    const known = kept.get(kit);
    if (known && known.extra === rules && known.settings === set) return known.made;
    const made = { key, kit, ruleSet: ruleSetOf(kit, rules, set) };
    kept.set(kit, { extra: rules, settings: set, made });
    return made;
  }

  return {
    /** What the entries of a type and language are checked with. */
    brandFor: async (uid: string | null, locale: string | null): Promise<BrandOfEntry> =>
      setOf(await brands.of(uid, locale)),

    /** All of them; findings that were made with none of their keys are stale. */
    async each(): Promise<readonly BrandOfEntry[]> {
      const made: BrandOfEntry[] = [];
      for (const brand of await brands.all()) made.push(await setOf(brand));
      return made;
    },
  };
}
