import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Core } from '@strapi/strapi';
import type { ChannelAdapter } from '../src/channels/channel';
import type { ChannelKind, ChannelView } from '../src/channels/schema';
import { beatEvery } from '../src/publishing/running/workers';
import type { EngineChannel } from './engine/deps';
import type { Engine } from './engine/engine';
import { corrections as makeCorrections, type CorrectionsDeps } from './services/corrections';
import { deadLetters } from './services/dead-letters';
import { holds as makeHolds } from './services/holds';
import { recalls as makeRecalls, type RecallsDeps } from './services/recalls';
import type { Repeats } from './services/repeats';
import { rounds } from './services/rounds';
import { running } from './services/running';
import { workers as makeWorkers } from './services/workers';
import type { Publications } from './services/publications';
import { untilAlone } from './stores/bulk';
import type { CampaignsStore } from './stores/campaigns';
import { deadLettersStore } from './stores/dead-letters';
import type { HoldsStore } from './stores/holds';
import { publicationStanding } from './stores/publication-standing';
import type { RateGatesStore } from './stores/rate-gates';
import type { CorrectionsStore } from './stores/corrections';
import type { RecallsStore } from './stores/recalls';
import { workersStore } from './stores/workers';
import type { Governance } from './wire-governance';

interface Deps extends Pick<Governance, 'audit' | 'notices' | 'passing'> {
  readonly channels: {
    readonly list: () => Promise<readonly Pick<ChannelView, 'key' | 'kind' | 'name' | 'state'>[]>;
    /** Also those that were removed. */
    readonly names: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
    readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  };
  readonly channel: (key: string) => Promise<EngineChannel | null>;
  readonly campaigns: Pick<CampaignsStore, 'byKeys'>;
  readonly holds: HoldsStore;
  readonly recalls: RecallsStore;
  readonly corrections: CorrectionsStore;
  readonly shared: Pick<CorrectionsDeps, 'channels' | 'blockers' | 'onCopies' | 'audit'>;
  readonly track: CorrectionsDeps['track'];
  readonly publications: RecallsDeps['publications'];
  /** What people do with publications. */
  readonly acts: Pick<Publications, 'cancel' | 'retryDead'>;
  readonly repeats: Pick<Repeats, 'onRecall'>;
  readonly gates: Pick<RateGatesStore, 'standing'>;
  /** The engine of this process, its kind, who it is in leases, and whether it reaches Redis. */
  readonly engine: Pick<Engine, 'wake' | 'inHand' | 'stop'> & {
    readonly kind: 'embedded' | 'bullmq';
    readonly instance: string;
    readonly line: { readonly isCutOff: boolean };
  };
  readonly now: () => number;
}

/** The part of the composition that stops, takes back, and watches how the work runs. */
export function wireOperations(
  strapi: Core.Strapi,
  { channels, campaigns, passing, engine, now, ...deps }: Deps,
) {
  const { db } = strapi;
  const audit = deps.audit.record;
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => await db.transaction(work);
  const uuid = () => randomUUID();
  const { kind, instance, line, wake } = engine;
  const processes = workersStore(db);
  const workers = makeWorkers({
    store: processes,
    self: { instance, host: hostname(), pid: process.pid, engine: kind },
    doing: () => ({ ...engine.inHand(), isCutOff: line.isCutOff }),
    now,
  });
  const failed = (name: string, error: unknown) =>
    strapi.log.error(`presence: ${name} failed: ${String(error)}`);
  const life = 'signs of life';
  const beats = rounds({
    rounds: [{ name: life, every: beatEvery, run: workers.beat }],
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onFailure: failed,
  });
  const recalls = makeRecalls({
    store: deps.recalls,
    publications: deps.publications,
    channel: deps.channel,
    adapter: channels.adapter,
    cancel: deps.acts.cancel,
    stopRepeat: deps.repeats.onRecall,
    isGuarded: passing.isGuarded,
    notify: deps.notices.raise,
    log: strapi.log,
    ...{ audit, transaction, now, uuid },
  });
  const corrections = makeCorrections({
    ...deps.shared,
    store: deps.corrections,
    publications: deps.publications,
    channel: deps.channel,
    adapter: channels.adapter,
    track: deps.track,
    holds: deps.holds.list,
    notify: deps.notices.raise,
    log: strapi.log,
    alone: (work) => untilAlone(() => transaction(work)),
    ...{ transaction, now, uuid },
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
    /** What is to say other words after it went out. */
    corrections,
    /** How publishing runs. */
    running: running({
      store: publicationStanding(db),
      workers: processes,
      channels: channels.list,
      names: channels.names,
      holds: deps.holds.list,
      gates: deps.gates.standing,
      now,
    }),
    /** What failed for good. */
    deadLetters: deadLetters({
      store: deadLettersStore(db),
      publications: deps.acts,
      campaigns,
      channels: channels.list,
      names: channels.names,
      ...{ audit, now },
    }),
    /** This process among those that send what is due. */
    worker: {
      async start(): Promise<void> {
        beats.start();
        await workers.beat().catch((error: unknown) => failed(life, error));
      },
      /** Stops the engine, says so while it finishes what it has in hand, and says goodbye. */
      async stop(): Promise<void> {
        const stopped = engine.stop();
        await workers.tell().catch((error: unknown) => failed(life, error));
        await stopped;
        await beats.stop();
        await workers.leave();
      },
    },
  };
}
