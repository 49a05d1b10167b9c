import { createHash, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { PresenceConfig } from '../config/schema';
import type { Rule } from '../src/brand/engine/rule';
import { withDictionaries } from '../src/brand/house/spelling/dictionaries';
import { judgePatterns } from './brand-worker/pattern-judge';
import { patternRunner } from './brand-worker/pattern-runner';
import { outgoing } from './http/outgoing';
import type { Audit } from './services/audit';
import { appRules } from './services/brand/app-rules';
import { loadBrandFile } from './services/brand/brand-files';
import { brandsService } from './services/brand/brands';
import { faults as makeFaults } from './services/brand/faults';
import { guarded, ruleLimit } from './services/brand/guarded';
import { links as makeLinks } from './services/brand/links';
import { packParts } from './services/brand/pack-parts';
import { packSettings } from './services/brand/pack-settings';
import { packs as makePacks } from './services/brand/packs';
import { patterns as makePatterns } from './services/brand/patterns';
import { prepareKit } from './services/brand/prepare';
import { ruleSets } from './services/brand/rule-sets';
import { ruleSettingsService } from './services/brand/rule-settings';
import { rules as makeRules, type RuleCounts } from './services/brand/rules';
import type { NewNotice } from './services/notices';
import type { Transaction } from './services/transaction';
import { brandLinksStore } from './stores/brand-links';
import { brandPacksStore } from './stores/brand-packs';
import { appDictionaries, englishDictionary, type LazyDictionary } from './stores/dictionaries';
import type { EntriesStore } from './stores/entries';
import type { OptionsStore } from './stores/options';
import { packsIn } from './stores/pack-folder';
import { textFile } from './stores/text-file';

interface Deps {
  readonly config: PresenceConfig;
  readonly options: OptionsStore;
  readonly rows: Pick<EntriesStore, 'defaultLocale'>;
  readonly audit: Audit;
  readonly raise: (notice: NewNotice) => Promise<unknown>;
  readonly transaction: Transaction;
  readonly now: () => number;
}

/** The part of the composition that knows the brands and their rules. */
export function wireBrandCatalogue(strapi: Core.Strapi, deps: Deps) {
  const { config, options, rows, audit, raise, transaction, now } = deps;
  const clock = () => performance.now();
  const fromRoot = (path: string) => resolve(strapi.dirs.app.root, path);
  const failing = (what: string) => (error: unknown) =>
    strapi.log.error(`presence: ${what}: ${error instanceof Error ? error.message : String(error)}`);

  const faults = makeFaults({
    ...{ options, transaction, raise, now },
    onFailure: failing('a rule that was switched off could not be written down'),
  });
  const runner = patternRunner(ruleLimit);
  const patterns = makePatterns({ judge: judgePatterns, runner, faults, clock });
  const prepare = prepareKit({ patterns, defaultLocale: async () => (await rows.defaultLocale()) ?? 'en' });
  const brands = brandsService({ ...{ options, audit, transaction, now }, prepare });
  const app = appRules();
  let dictionaries: readonly LazyDictionary[] = [];
  const packs = makePacks({
    ...{ audit, transaction, now },
    store: brandPacksStore(strapi.db),
    settings: packSettings(options),
    partsFor: packParts(() => dictionaries),
    uuid: () => randomUUID(),
  });
  const extra = joined(packs.rules, app.all);
  const guard = (rule: Rule) => guarded(rule, { faults, clock });
  const settings = ruleSettingsService(options, now);
  const sets = ruleSets({
    brands,
    extra,
    settings: settings.all,
    faults: faults.all,
    slowRules: patterns.slowRules,
    guard,
  });
  const links = makeLinks({
    http: outgoing(config.outgoing.allow),
    store: brandLinksStore(strapi.db),
    onFailure: failing('a link could not be looked at'),
    now,
  });
  /** Who counts findings hangs the counting up here. */
  const counting = { counts: (): Promise<ReadonlyMap<string, RuleCounts>> => Promise.resolve(new Map()) };
  const loadFile = loadBrandFile({
    ...{ brands, prepare, options, audit, transaction },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  });
  const rules = makeRules({
    ...{ sets, settings, faults, audit, transaction },
    counts: () => counting.counts(),
  });
  return {
    brands,
    brandFor: sets.brandFor,
    eachBrand: sets.each,
    /** Every rule of every brand by its id. */
    everyRule: sets.catalogue,
    rules,
    packs,
    /** What people and faults made of rules, for a browser. */
    ruleSettings: sets.effective,
    /** What makes a rule of a term or a pattern that is not saved. */
    making: { find: rules.find, prepare, slowRules: patterns.slowRules, guard },
    counting,
    links,
    linkStates: links.states,
    /** Takes over a rule from the code of the app: `strapi.plugin('presence').service('brand').register(rule)`. */
    register: app.register,
    faults,

    /** Takes over what the files of the app say; throws where a brand does not work. */
    async load(): Promise<void> {
      const paths = Object.entries(config.brand.dictionaries).map(
        ([locale, { aff, dic }]) => [locale, { aff: fromRoot(aff), dic: fromRoot(dic) }] as const,
      );
      dictionaries = [englishDictionary(), ...appDictionaries(Object.fromEntries(paths))];
      withDictionaries(dictionaries);
      if (config.brand.packs !== undefined) await packs.setFolder(packsIn(fromRoot(config.brand.packs)));
      if (config.brand.file !== undefined) await loadFile(textFile(fromRoot(config.brand.file)));
    },

    async stop(): Promise<void> {
      await links.stop();
      await runner.stop();
      await faults.idle();
    },
  };
}

/** Rules of packs and of the app as one array, the same one while both are. */
function joined(packs: () => Promise<readonly Rule[]>, app: () => readonly Rule[]) {
  let last: { readonly from: readonly (readonly Rule[])[]; readonly all: readonly Rule[] } | null = null;
  return async (): Promise<readonly Rule[]> => {
    const from = [await packs(), app()];
    if (!last || last.from.some((one, index) => one !== from[index])) last = { from, all: from.flat() };
    return last.all;
  };
}

export type BrandCatalogue = ReturnType<typeof wireBrandCatalogue>;
