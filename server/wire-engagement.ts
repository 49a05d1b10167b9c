import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { ownSettings } from '../src/channels/own/settings';
import type { Settings } from '../src/governance/settings';
import type { Tokens } from '../src/shared/token';
import { collect } from './services/collect';
import { insights } from './services/insights';
import { ledger as makeLedger } from './services/ledger';
import { linksService } from './services/links';
import { polling as makePolling } from './services/polling';
import { rounds } from './services/rounds';
import { sweep as makeSweep } from './services/sweep';
import { utmLinks } from './services/utm-links';
import { campaignsStore } from './stores/campaigns';
import { trackerScript } from './services/tracker-script';
import { tracking } from './services/tracking';
import { visitorKey as makeVisitorKey } from './services/visitor-key';
import { failureOf, run, runAtOnce, type Connection } from './stores/bulk';
import { countsStore } from './stores/counts';
import { dropsStore } from './stores/drops';
import { linksStore } from './stores/links';
import { onceStore } from './stores/once';
import { publicationsStore } from './stores/publications';
import { rollupsStore } from './stores/rollups';
import { touchpointsStore } from './stores/touchpoints';
import { visitorKeysStore } from './stores/visitor-keys';

type PollingDeps = Parameters<typeof makePolling>[0];

interface Deps extends Pick<PollingDeps, 'delivered' | 'account' | 'adapter'> {
  readonly settings: () => Promise<Pick<Settings, 'publicUrl' | 'sites' | 'zone' | 'retentionDays'>>;
  readonly tokens: Tokens;
  readonly titleOf: (entry: string) => Promise<string | null>;
  readonly now: () => number;
}

export type Engagement = ReturnType<typeof wireEngagement>;

/** The part of the composition that collects touchpoints and answers from them. */
export function wireEngagement(strapi: Core.Strapi, { settings, tokens, titleOf, now, ...network }: Deps) {
  const { db } = strapi;
  // Not Strapi's own transaction: it would be joined by whatever the first of the waiting callers has open.
  const transaction = (work: (connection: Connection) => Promise<void>): Promise<void> =>
    db.connection.transaction(work);
  const id = () => randomUUID();
  const [touchpoints, rollups, drops, once] = [
    touchpointsStore(db),
    rollupsStore(db),
    dropsStore(db),
    onceStore(db),
  ];
  const ledger = makeLedger({
    ...{ touchpoints, rollups, drops, once },
    ...{ run, transaction, failureOf, id, now },
    runAtOnce: (statements) => runAtOnce(db, statements),
  });
  const visitorKey = makeVisitorKey({ keys: visitorKeysStore(db), now, randomBytes });
  const links = linksService({
    links: linksStore(db),
    tokens,
    publicBase: async () => `${(await settings()).publicUrl || ownUrl(strapi)}${restPrefix(strapi)}/presence`,
    tagged: utmLinks({
      utm: async (campaign) => (await campaignsStore(db).byKeys([campaign]))[0]?.utm ?? null,
      ownAddresses: async () => {
        const { baseUrl, pages } = (await settings()).sites;
        return [baseUrl, ...Object.values(pages)];
      },
      async ownType(publication) {
        const row = await publicationsStore(db).byKey(publication);
        const known = row && (await network.account(row.channel));
        return ownSettings.safeParse(known?.settings).data?.type ?? null;
      },
    }),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    now,
  });
  const counts = countsStore(db);
  const polling = makePolling({
    ...network,
    counts,
    ledger,
    transaction,
    onFailure: (channel, error) =>
      strapi.log.warn(`presence: counts of channel ${channel} could not be read: ${messageOf(error)}`),
    id,
    now,
  });
  const sweep = makeSweep({
    touchpoints,
    once,
    visitorKey,
    retentionDays: async () => (await settings()).retentionDays,
    now,
  });
  return {
    ledger,
    links,
    collect: collect({
      ledger,
      links,
      visitorKey,
      hash: (key, text) => createHmac('sha256', key).update(text).digest('base64url'),
      knowsType: knownTypes(strapi),
      now,
    }),
    tracking: tracking({
      ledger,
      links,
      onLoss: (error) =>
        strapi.log.error(`presence: a click or opening was not counted: ${messageOf(error)}`),
    }),
    insights: insights({
      ...{ rollups, touchpoints, drops, counts, titleOf },
      zone: async () => (await settings()).zone,
    }),
    polling,
    sweep,
    /** What runs in the background. */
    rounds: rounds({
      rounds: [
        { name: 'counts of posts', every: 15_000, run: polling.tick },
        { name: 'removal of what is over', every: 600_000, run: sweep },
      ],
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onFailure: (name, error) => strapi.log.error(`presence: ${name} failed: ${messageOf(error)}`),
    }),
    trackerScript: trackerScript({
      // Beside the built server, or in the built package when the server runs from its source.
      places: ['../tracker/tracker.iife.js', '../dist/tracker/tracker.iife.js'].map((path) =>
        join(__dirname, path),
      ),
      read: (path) => readFile(path, 'utf8'),
    }),
  };
}

/** Strapi makes a new list of its content types for every question; after loading it is always the same. */
function knownTypes(strapi: Core.Strapi): (uid: string) => boolean {
  let uids: ReadonlySet<string> | null = null;
  return (uid) => (uids ??= new Set(Object.keys(strapi.contentTypes))).has(uid);
}

/** Where reports of the tracker come in: `/api/presence/collect`. */
export const collectPath = (strapi: Core.Strapi): string => `${restPrefix(strapi)}/presence/collect`;

export const restPrefix = (strapi: Core.Strapi): string => strapi.config.get('api.rest.prefix', '/api');

/** What the configuration says where the settings say nothing: the public URL if it is absolute, else where Strapi listens. */
export function ownUrl(strapi: Core.Strapi): string {
  const configured = strapi.config.get<string>('server.url', '');
  if (/^https?:\/\//.test(configured)) return configured.replace(/\/+$/, '');
  return `http://localhost:${strapi.config.get<number>('server.port', 1337)}`;
}

const messageOf = (error: unknown): string =>
  error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
    ? String(error.message)
    : String(error);
