import type { RuleSettings } from '../src/brand/catalogue/schema';
import type { Rule } from '../src/brand/engine/rule';
import type { BrandKit } from '../src/brand/schema';
import { ok } from '../src/shared/result';
import type { Audit } from './services/audit';
import { brandsService } from './services/brand/brands';
import { ruleSets } from './services/brand/rule-sets';
import type { Transaction } from './services/transaction';
import type { OptionsStore } from './stores/options';

interface Deps {
  readonly options: OptionsStore;
  readonly audit: Audit;
  readonly transaction: Transaction;
  readonly now: () => number;
}

const noRules: readonly Rule[] = [];
const noSettings: RuleSettings = {};

/** The part of the composition that knows the brands and their rules. */
export function wireBrandCatalogue({ options, audit, transaction, now }: Deps) {
  const brands = brandsService({
    ...{ options, audit, transaction, now },
    prepare: (kit: BrandKit) => Promise.resolve(ok(kit)),
  });
  const sets = ruleSets({
    brands,
    extra: () => Promise.resolve(noRules),
    settings: () => Promise.resolve(noSettings),
  });
  return { brands, brandFor: sets.brandFor, eachBrand: sets.each };
}

export type BrandCatalogue = ReturnType<typeof wireBrandCatalogue>;
