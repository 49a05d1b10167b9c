import type { NamedChannel } from '../src/channels/rules/own/rules-of';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { dayOf } from '../src/governance/lifecycle/day';
import type { Settings } from '../src/governance/settings';
import { brandCheck } from './services/brand/findings/check';
import { copiesOf } from './services/brand/findings/copies';
import { brandGate } from './services/brand/findings/gate';
import { knownPictures } from './services/brand/findings/known-pictures';
import { subjectsOf } from './services/brand/findings/subjects';
import { repeatsAmong } from './services/repeats-among';
import { tagsOfLinks } from './services/utm-links';
import { brandBaselineStore } from './stores/brand-baseline';
import { brandWaiversStore } from './stores/brand-waivers';
import { campaignsStore } from './stores/campaigns';
import { publicationsStore } from './stores/publications';
import { repeatsStore } from './stores/repeats';
import type { BrandCatalogue } from './wire-brand-catalogue';

interface Deps {
  readonly catalogue: Pick<BrandCatalogue, 'brandFor' | 'linkStates'>;
  readonly settings: () => Promise<Pick<Settings, 'zone' | 'sites'>>;
  /** Also those that were removed: what was written for them still names them. */
  readonly channelNames: () => Promise<readonly NamedChannel[]>;
  readonly now: () => number;
}

/** Milliseconds that somebody waits for pictures to be measured; after that the answer is what is known by then. */
const patience = 5_000;

/** The check itself, and what the gate asks of it. */
export function wireBrandCheck(strapi: Core.Strapi, { catalogue, settings, channelNames, now }: Deps) {
  const { db } = strapi;
  const campaigns = campaignsStore(db);
  const today = async () => dayOf(now(), (await settings()).zone);
  // Made before anything runs in a transaction.
  const outside = AsyncLocalStorage.snapshot();
  const pictures = knownPictures({
    outside: (run) => outside(run),
    onFailure: (what, error) => strapi.log.error(`presence: ${what} failed: ${String(error)}`),
  });
  const picturesOf = pictures.of;
  const copies = copiesOf({
    ...{ store: publicationsStore(db), campaigns, channelNames, picturesOf, now },
    repeatsAmong: repeatsAmong(repeatsStore(db)),
  });
  const check = brandCheck({
    brandFor: catalogue.brandFor,
    subjectsOf: subjectsOf({
      ...{ picturesOf, linksOf: catalogue.linkStates, earlierThan: copies.earlierThan, today },
      tagsOf: tagsOfLinks({
        utm: async (campaign) => (await campaigns.byKeys([campaign]))[0]?.utm ?? null,
        ownAddresses: async () => {
          const { baseUrl, pages } = (await settings()).sites;
          return [baseUrl, ...Object.values(pages)];
        },
      }),
    }),
    waivers: brandWaiversStore(db),
    baseline: brandBaselineStore(db),
    openCopies: copies.open,
    measured: (missing) => pictures.measured(missing, patience),
  });
  return { check, gate: brandGate(check), copiesAmong: copies.openAmong, pictures, today };
}
