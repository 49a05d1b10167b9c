import type { RuleSettings } from '../../../src/brand/catalogue/schema';
import type { Rule } from '../../../src/brand/engine/rule';
import type { RuleSet } from '../../../src/brand/engine/rule-set';
import type { BrandKit } from '../../../src/brand/schema';
import type { BrandsService } from './brands';
import type { RuleFault } from './faults';
import { making } from './making';

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
  /** What people made of rules, and which are switched off for a fault. The same objects while nothing changes. */
  readonly settings: () => Promise<RuleSettings>;
  readonly faults: () => Promise<ReadonlyMap<string, RuleFault>>;
  /** Rules of patterns that may be slow, in place of those that the kit would make of them. */
  readonly slowRules: (kit: BrandKit) => readonly Rule[];
  readonly guard: (rule: Rule) => Rule;
}

interface Made {
  readonly from: readonly [readonly Rule[], RuleSettings, ReadonlyMap<string, RuleFault>];
  readonly made: BrandOfEntry;
}

export type RuleSets = ReturnType<typeof ruleSets>;

/** Rule sets of the brands, made once for each change. */
export function ruleSets({ brands, extra, settings, faults, slowRules, guard }: RuleSetsDeps) {
  const kept = new WeakMap<BrandKit, Made>();
  const fast = (kit: BrandKit): BrandKit => ({
    ...kit,
    patterns: kit.patterns.filter(({ speed }) => speed === 'linear'),
  });

  async function setOf({
    key,
    kit,
  }: {
    readonly key: string;
    readonly kit: BrandKit;
  }): Promise<BrandOfEntry> {
    const from = [await extra(), await settings(), await faults()] as const;
    const known = kept.get(kit);
    if (known && known.from.every((part, index) => part === from[index])) return known.made;
    const [rules, set, faulty] = from;
    const working = (rule: Rule) => faulty.get(rule.id)?.about !== (rule.version ?? '');
    const { ruleSetOf } = await making();
    const made = ruleSetOf(fast(kit), [...slowRules(kit), ...rules].filter(working), set);
    const ruleSet = { ...made, rules: made.rules.map(guard) };
    kept.set(kit, { from, made: { key, kit, ruleSet } });
    return { key, kit, ruleSet };
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

    /** What people set, with the rules that are switched off for a fault. */
    async effective(): Promise<RuleSettings> {
      const [set, faulty] = [await settings(), await faults()];
      const off = [...faulty.keys()].map((id) => [id, { ...set[id], enabled: false }] as const);
      return { ...set, ...Object.fromEntries(off) };
    },

    /** Every rule of every brand by its id, switched off or not, as it is before anybody set it. */
    async catalogue(): Promise<ReadonlyMap<string, Rule>> {
      const { rulesOf } = await making();
      const all = new Map<string, Rule>();
      const others = await extra();
      for (const { kit } of await brands.all())
        for (const rule of [...rulesOf(fast(kit)), ...slowRules(kit), ...others])
          if (!all.has(rule.id)) all.set(rule.id, rule);
      return all;
    },
  };
}
