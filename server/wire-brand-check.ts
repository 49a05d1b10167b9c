import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { dayOf } from '../src/governance/lifecycle/day';
import type { Settings } from '../src/governance/settings';
import { brandCheck } from './services/brand/findings/check';
import { copiesOf } from './services/brand/findings/copies';
import { brandGate } from './services/brand/findings/gate';
import { knownPictures } from './services/brand/findings/known-pictures';
import { subjectsOf } from './services/brand/findings/subjects';
import { brandBaselineStore } from './stores/brand-baseline';
import { brandWaiversStore } from './stores/brand-waivers';
import { campaignsStore } from './stores/campaigns';
import { publicationsStore } from './stores/publications';
import type { BrandCatalogue } from './wire-brand-catalogue';

interface Deps {
  readonly catalogue: Pick<BrandCatalogue, 'brandFor' | 'linkStates'>;
  readonly settings: () => Promise<Pick<Settings, 'zone'>>;
  /** Also those that were removed: what was written for them still names them. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly now: () => number;
}

/** Milliseconds that somebody waits for pictures to be measured; after that the answer is what is known by then. */
const patience = 5_000;

/** The check itself, and what the gate asks of it. */
export function wireBrandCheck(strapi: Core.Strapi, { catalogue, settings, channelNames, now }: Deps) {
  const { db } = strapi;
  const today = async () => dayOf(now(), (await settings()).zone);
  // Made before anything runs in a transaction.
  const outside = AsyncLocalStorage.snapshot();
  const pictures = knownPictures({
    outside: (run) => outside(run),
    onFailure: (what, error) => strapi.log.error(`presence: ${what} failed: ${String(error)}`),
  });
  const picturesOf = pictures.of;
  const copies = copiesOf({
    ...{ store: publicationsStore(db), campaigns: campaignsStore(db), channelNames, picturesOf },
  });
  const check = brandCheck({
    brandFor: catalogue.brandFor,
    subjectsOf: subjectsOf({
      ...{ picturesOf, linksOf: catalogue.linkStates, earlierOn: copies.earlierOn, today },
    }),
    waivers: brandWaiversStore(db),
    baseline: brandBaselineStore(db),
    openCopies: copies.open,
    measured: (missing) => pictures.measured(missing, patience),
  });
  return { check, gate: brandGate(check), copiesAmong: copies.openAmong, pictures, today };
}
