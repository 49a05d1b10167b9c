import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { PresenceConfig } from '../config/schema';
import type { ChannelAdapter } from '../src/channels/channel';
import type { NamedChannel } from '../src/channels/rules/own/rules-of';
import type { ChannelKind, ChannelView } from '../src/channels/schema';
import type { Result } from '../src/shared/result';
import { askGate, freshness } from './engine/ask-gate';
import { bullmqEngine } from './engine/bullmq';
import type { EngineChannel, EngineDeps } from './engine/deps';
import { embeddedEngine } from './engine/embedded';
import { fresh } from './engine/fresh';
import { widths } from './engine/lanes';
import { rates } from './engine/rates';
import { campaigns as makeCampaigns } from './services/campaigns';
import { copies as makeCopies } from './services/copies';
import { entryChanges } from './services/entry-changes';
import { lookAhead } from './services/look-ahead';
import { repeats as makeRepeats } from './services/repeats';
import { rounds } from './services/rounds';
import { publicationLog } from './services/publication-log';
import { publicationViews } from './services/publication-views';
import { publications as makePublications } from './services/publications';
import type { PublishingChannel, PublishingDeps } from './services/publishing-deps';
import { undoneByRefusal } from './services/transaction';
import { publishingPlanService } from './services/publishing-plan';
import { publishingTimes } from './services/publishing-times';
import { attemptsStore } from './stores/attempts';
import { campaignsStore } from './stores/campaigns';
import { holdsStore } from './stores/holds';
import { mailsStore } from './stores/mails';
import { correctionsStore } from './stores/corrections';
import { openCopies } from './stores/open-copies';
import { recallsStore } from './stores/recalls';
import { publicationClaims } from './stores/publication-claims';
import { publicationEnds } from './stores/publication-ends';
import { publicationsStore } from './stores/publications';
import { optionsStore } from './stores/options';
import { repeatsStore } from './stores/repeats';
import { slotsStore } from './stores/slots';
import { rateGatesStore } from './stores/rate-gates';
import type { Engagement } from './wire-engagement';
import type { Governance } from './wire-governance';
import { wireOperations } from './wire-operations';

interface Deps extends Pick<
  Governance,
  'entries' | 'reviews' | 'audit' | 'notices' | 'outbox' | 'settings' | 'passing'
> {
  readonly config: PresenceConfig['engine'];
  readonly channels: {
    readonly list: () => Promise<readonly (PublishingChannel & Pick<ChannelView, 'state'>)[]>;
    /** Also those that were removed: what they published still names them. */
    readonly names: () => Promise<readonly NamedChannel[]>;
    /** The account with its secret and state; null when it was removed. */
    readonly open: (key: string) => Promise<EngineChannel | null>;
    readonly outOfOrder: (key: string, state: 'reauthorise' | 'blocked', message: string) => Promise<void>;
    readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  };
  readonly links: Engagement['links'];
  readonly ledger: Pick<Engagement['ledger'], 'writeIn'>;
  /** The copies of an entry (`entryIdOf`) are other ones than before. */
  readonly onCopies: (entry: string) => Promise<void>;
  readonly now: () => number;
}

/** The part of the composition that brings copies to channels, each on its time. */
export function wirePublishing(
  strapi: Core.Strapi,
  { config, channels, links, ledger, onCopies, now, ...governance }: Deps,
) {
  const { db } = strapi;
  const uuid = () => randomUUID();
  const { entries, reviews, notices, settings } = governance;
  const audit = governance.audit.record;
  const store = publicationsStore(db);
  const campaigns = campaignsStore(db);
  const held = holdsStore(db);
  const gates = rateGatesStore(db);
  const recallRows = recallsStore(db);
  const correctionRows = correctionsStore(db);
  // A channel's secret is opened once for what goes out together.
  const channel = fresh(channels.open, now, freshness);
  const log = publicationLog({
    audit: governance.audit.recordIn,
    emit: governance.outbox.emitIn,
    notify: notices.raise,
    touchpoints: (connection, touchpoints) => ledger.writeIn(connection, { touchpoints, drops: [] }),
    async outOfOrder(key, state, message) {
      await channels.outOfOrder(key, state, message);
      channel.forget(key);
    },
    now,
  });
  const engineDeps = {
    ledger: { ...publicationClaims(db), ...publicationEnds(db) },
    instance: uuid(),
    now,
    random: Math.random,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    adapter: channels.adapter,
    channel,
    gate: askGate({ entries, channels: channels.list, blockers: reviews.blockers, now }),
    rates: rates(gates, now),
    track: ({ key, campaign, entry, kind }, url) =>
      links.mint({ publication: key, campaign, entry, channel: kind, url }),
    inside: log.inside,
    after: log.after,
    log: strapi.log,
    width: (kind) => widths[kind],
    lease: config.lease,
    pollEvery: config.pollEvery,
  } satisfies EngineDeps;
  const code = 'engine.redis-away';
  const line = { isCutOff: false };
  const engine =
    config.kind === 'bullmq' && config.redis !== undefined
      ? bullmqEngine({
          ...engineDeps,
          redis: config.redis,
          prefix: config.prefix,
          lock: config.lease,
          away: async (message) => {
            line.isCutOff = true;
            strapi.log.error(`presence: ${code}: ${message}`);
            await notices.raise({ code, severity: 'warning', message });
          },
          back: async () => {
            line.isCutOff = false;
            await notices.settle({ code });
          },
        })
      : embeddedEngine(engineDeps);
  const plan = publishingPlanService({
    options: optionsStore(strapi),
    channels: channels.list,
    settings: settings.get,
    audit,
    transaction: async (work) => await db.transaction(work),
    now,
  });
  const times = publishingTimes({ plan: plan.get, slots: slotsStore(db), now });
  const shared: PublishingDeps = {
    times,
    entries,
    channels: channels.list,
    blockers: reviews.blockers,
    onCopies,
    audit,
    wake: engine.wake,
    now,
  };
  const views = publicationViews({
    campaigns,
    attempts: attemptsStore(db),
    inDoubt: mailsStore(db).inDoubt,
    channels: channels.names,
    holds: held.list,
    recalls: recallRows.of,
    corrections: correctionRows.lastOf,
  });
  const campaignsDeps = {
    ...shared,
    campaigns,
    publications: store,
    views,
    defaultCatchUp: async () => (await settings.get()).catchUp,
    uuid,
    inTransaction: <T>(work: () => Promise<Result<T>>) => undoneByRefusal(db, work),
  };
  const copies = makeCopies(campaignsDeps);
  const changes = entryChanges({
    ...{ ...shared, store, openCopies: openCopies(db), notify: notices.raise },
    anew: copies.anew,
  });
  const made = makeCampaigns(campaignsDeps);
  const repeats = makeRepeats({
    ...campaignsDeps,
    store: repeatsStore(db),
    campaign: made,
    notify: notices.raise,
    transaction: async (work) => await db.transaction(work),
  });
  const publications = makePublications({
    ...shared,
    store,
    campaigns,
    views,
    transaction: async (work) => await db.transaction(work),
    delivered: async (touchpoint) =>
      await db.transaction(({ trx }) => ledger.writeIn(trx, { touchpoints: [touchpoint], drops: [] })),
  });
  const operations = wireOperations(strapi, {
    ...governance,
    ...{ channels, channel, campaigns, gates, holds: held, publications: store, now },
    ...{ recalls: recallRows, corrections: correctionRows, shared, track: engineDeps.track },
    acts: publications,
    repeats,
    engine: { ...engine, kind: config.kind, instance: engineDeps.instance, line },
  });
  const background = rounds({
    rounds: [
      { name: 'repeated campaigns', every: 20_000, run: repeats.round },
      { name: 'taking back', every: 5_000, run: operations.recalls.run },
      { name: 'correcting', every: 5_000, run: operations.corrections.run },
    ],
    setTimer: engineDeps.setTimer,
    onFailure: (name, error) => strapi.log.error(`presence: ${name} failed: ${String(error)}`),
  });
  return {
    engine,
    ...operations,
    repeats,
    rounds: background,
    plan,
    times,
    lookAhead: lookAhead({ times, channels: channels.list, ofCampaign: store.ofCampaign, now }),
    campaigns: made,
    copies,
    publications,
    changes,
    /** A channel works again: what was parked for it goes on. */
    async onChannelReady(key: string): Promise<void> {
      channel.forget(key);
      await changes.unpark(key);
    },
    /** Lets a mailing that had ended go on with what is queued again; false where it was stopped. */
    async goOn(key: string): Promise<boolean> {
      const again = {
        state: 'scheduled',
        nextAt: now(),
        failures: 0,
        errorCode: '',
        errorMessage: '',
      } as const;
      if (await store.change(key, { states: ['delivered', 'rejected'] }, again)) return true;
      const state = (await store.byKey(key))?.state;
      return state !== undefined && ['scheduled', 'running', 'parked', 'held'].includes(state);
    },
    /** Posts delivered since a time, for counting what became of them. */
    delivered: store.deliveredSince,
    /** How many publications may still go out on a channel. */
    waitingOn: store.waitingOn,
  };
}

export type Publishing = ReturnType<typeof wirePublishing>;
