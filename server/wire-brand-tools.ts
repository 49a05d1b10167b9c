import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { checkApi } from './services/brand/check-api';
import { propose } from './services/brand/propose';
import { ruleToTry } from './services/brand/rule-to-try';
import { trials as makeTrials } from './services/brand/trials';
import { brandDraftsStore } from './stores/brand-drafts';
import { brandEntriesStore } from './stores/brand-entries';
import { brandTrialsStore } from './stores/brand-trials';
import { newestStore } from './stores/newest';
import type { Governance } from './wire-governance';
import type { PicturesPart } from './wire-pictures';

interface Deps extends Pick<Governance, 'catalogue' | 'brandCheck' | 'entries'> {
  readonly pictures: Pick<PicturesPart, 'factsOf'>;
  readonly now: () => number;
}

/** The part of the composition that tries rules, and checks what programs send. */
export function wireBrandTools(strapi: Core.Strapi, { catalogue, brandCheck, entries, pictures, now }: Deps) {
  const { check, today } = brandCheck;
  const trials = makeTrials({
    store: brandTrialsStore(strapi.db),
    drafts: brandDraftsStore(strapi),
    ...{ entries, check, now },
    ruleToTry: ruleToTry(catalogue.making),
    onFailure: (error) => strapi.log.error(`presence: a rule could not be tried: ${String(error)}`),
    uuid: () => randomUUID(),
  });
  return {
    trials,
    propose: propose({
      newest: newestStore(strapi.db),
      entries,
      scores: brandEntriesStore(strapi.db).scores,
      factsOf: pictures.factsOf,
    }),
    checkApi: checkApi({
      brandFor: catalogue.brandFor,
      eachBrand: catalogue.eachBrand,
      entries,
      checkEntry: (entry) => check.checkEntry(entry),
      linksOf: catalogue.linkStates,
      today,
    }),
    stop: (): Promise<void> => trials.stop(),
  };
}

export type BrandTools = ReturnType<typeof wireBrandTools>;
