import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { ChannelAdapter } from '../src/channels/channel';
import type { ChannelKind } from '../src/channels/schema';
import type { EngineChannel } from './engine/deps';
import { holds as makeHolds } from './services/holds';
import { recalls as makeRecalls, type RecallsDeps } from './services/recalls';
import type { CampaignsStore } from './stores/campaigns';
import type { HoldsStore } from './stores/holds';
import type { RecallsStore } from './stores/recalls';
import type { Governance } from './wire-governance';

interface Deps extends Pick<Governance, 'audit' | 'notices' | 'passing'> {
  readonly channels: {
    readonly list: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
    readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  };
  readonly channel: (key: string) => Promise<EngineChannel | null>;
  readonly campaigns: Pick<CampaignsStore, 'byKeys'>;
  readonly holds: HoldsStore;
  readonly recalls: RecallsStore;
  readonly publications: RecallsDeps['publications'];
  readonly cancel: RecallsDeps['cancel'];
  readonly wake: () => void;
  readonly now: () => number;
}

/** The part of the composition that stops, takes back, and watches how the work runs. */
export function wireOperations(
  strapi: Core.Strapi,
  { channels, campaigns, passing, now, wake, ...deps }: Deps,
) {
  const { db } = strapi;
  const audit = deps.audit.record;
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => await db.transaction(work);
  const uuid = () => randomUUID();
  const recalls = makeRecalls({
    store: deps.recalls,
    publications: deps.publications,
    channel: deps.channel,
    adapter: channels.adapter,
    cancel: deps.cancel,
    isGuarded: passing.isGuarded,
    notify: deps.notices.raise,
    log: strapi.log,
    ...{ audit, transaction, now, uuid },
  });
  return {
    /** What people stopped. */
    holds: makeHolds({
      store: deps.holds,
      nameOf: async (scope, key) =>
        scope === 'campaign'
          ? ((await campaigns.byKeys([key]))[0]?.name ?? null)
          : ((await channels.list()).find((one) => one.key === key)?.name ?? null),
      notices: deps.notices,
      ...{ audit, transaction, wake, now, uuid },
    }),
    /** What is taken back. */
    recalls,
  };
}
