import type { Core } from '@strapi/strapi';
import { rulesAmong } from '../src/channels/rules/own/rules-of';
import type { ChannelView } from '../src/channels/schema';
import { gatherFacts, type FactsDeps } from './services/preflight/facts';
import { lookAhead } from './services/preflight/look-ahead';
import { preflight as makePreflight } from './services/preflight/preflight';
import { repeatsAmong } from './services/repeats-among';
import { rounds } from './services/rounds';
import { campaignsStore } from './stores/campaigns';
import { correctionsStore } from './stores/corrections';
import { mediaFilesStore } from './stores/media-files';
import { preflightsStore } from './stores/preflights';
import { publicationsStore } from './stores/publications';
import { repeatsStore } from './stores/repeats';
import type { Governance } from './wire-governance';

interface Deps
  extends
    Pick<Governance, 'entries' | 'reviews' | 'notices' | 'settings' | 'catalogue'>,
    Pick<FactsDeps, 'publicBase' | 'lookAtVideo' | 'planOf' | 'holds' | 'validUntil'> {
  readonly channels: () => Promise<readonly ChannelView[]>;
  readonly now: () => number;
}

export type PreflightPart = ReturnType<typeof wirePreflight>;

/** The part of the composition that says beforehand what will not go out. */
export function wirePreflight(strapi: Core.Strapi, deps: Deps) {
  const { db } = strapi;
  const { entries, reviews, notices, settings, catalogue, now } = deps;
  const [publications, campaigns] = [publicationsStore(db), campaignsStore(db)];
  const gather = gatherFacts({
    ...deps,
    ...{ entries, campaigns, repeatsAmong: repeatsAmong(repeatsStore(db)) },
    corrections: correctionsStore(db),
    store: publications,
    outlook: reviews.outlook,
    linkStates: catalogue.linkStates,
    media: mediaFilesStore(db).find,
    rules: async () => rulesAmong(await deps.channels()),
    zone: async () => (await settings.get()).zone,
  });
  const preflight = makePreflight({ ...{ campaigns, gather, now }, store: publications });
  const ahead = lookAhead({
    ...{ store: preflightsStore(db), publications, campaigns, preflight, notices, now },
  });
  return {
    ...preflight,
    ...ahead,
    rounds: rounds({
      rounds: [
        { name: 'the look a day and an hour before something goes out', every: 60_000, run: ahead.run },
        { name: 'the look at what would not go out', every: 300_000, run: ahead.lookAgain },
      ],
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onFailure: (name, error) => strapi.log.error(`presence: ${name} failed: ${String(error)}`),
    }),
  };
}
