import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { ChannelAdapter, Delivery, Found, InDoubt, Outcome } from '../../src/channels/channel';
import type { ChannelKind } from '../../src/channels/schema';
import type { EngineDeps, GateAnswer } from '../../server/engine/deps';
import { bullmqEngine, type BullmqDeps } from '../../server/engine/bullmq';
import { embeddedEngine } from '../../server/engine/embedded';
import type { Engine } from '../../server/engine/engine';
import { rates } from '../../server/engine/rates';
import type { Finish } from '../../server/stores/publication-ends';
import { publicationClaims } from '../../server/stores/publication-claims';
import { publicationEnds } from '../../server/stores/publication-ends';
import type { PublicationRow } from '../../server/stores/publication-row';
import { publicationsStore } from '../../server/stores/publications';
import { rateGatesStore } from '../../server/stores/rate-gates';
import type { CuttableLine } from '../network/cuttable-line';
import type { RedisRoom } from './redis-room';

const minute = 60_000;
export const noon = Date.UTC(2026, 5, 1, 12);
const entry = 'api::article.article|abc123|en';

type Row = Omit<PublicationRow, 'id'>;

/** A publication that is due at noon, but for what the case is about. */
export const publication = (facts: Partial<Row> = {}): Row => ({
  key: randomUUID(),
  campaign: randomUUID(),
  channel: 'hook',
  kind: 'webhook',
  entry,
  entrySeal: 'seal',
  copy: { text: 'Fresh rye today', link: null, pictures: [], edited: false },
  copySeal: 'copy',
  ...{ derived: null, derivedSeal: null },
  links: {},
  editedBy: null,
  catchUp: 'late',
  dueAt: noon,
  localTime: '2026-06-01T14:00',
  zone: 'Europe/Berlin',
  state: 'scheduled',
  nextAt: facts.dueAt ?? noon,
  waitsFor: '',
  afterMinutes: null,
  repeats: [],
  attempts: 0,
  failures: 0,
  armedAt: null,
  leaseToken: '',
  leaseUntil: null,
  remoteId: null,
  remoteUrl: null,
  sentHash: null,
  errorCode: '',
  errorMessage: '',
  deliveredAt: null,
  createdAt: noon - 60 * minute,
  ...facts,
});

export type Answer = (delivery: Delivery) => Outcome | Promise<Outcome>;
export const delivered = ({ publication: key }: Delivery): Outcome => ({
  kind: 'delivered',
  remoteId: `remote-${key}`,
  url: `https://there.test/${key}`,
});

interface House {
  readonly instance: string;
  readonly line: CuttableLine | undefined;
  isAlive: boolean;
}

/** By real time, because Redis knows no other: how long the job of a process that died stays its own. */
const quickly = 400;

/**
 * A whole publishing house on a real database: its clock stands still until it is moved, its channels answer as the case says.
 * With a corner of Redis its engines share their work by it, each over a line of its own.
 */
export function press(db: Core.Strapi['db'], redis?: RedisRoom) {
  const clock = { now: noon };
  const store = publicationsStore(db);
  const sent: { readonly key: string; readonly kind: ChannelKind; readonly attempt: number }[] = [];
  const ends: Finish[] = [];
  const logged: string[] = [];
  const timers = new Set<() => void>();
  const world = {
    answer: delivered as Answer,
    find: undefined as ((delivery: Delivery) => Promise<Found | null>) | undefined,
    gate: (async () => ({ seal: 'seal', isPublished: null, blockers: [], pageUrl: null })) as (
      row: PublicationRow,
    ) => Promise<GateAnswer>,
    /** Left out: as `find` allows. */
    inDoubt: undefined as InDoubt | undefined,
    channel: 'ready' as 'ready' | 'reauthorise',
  };
  const adapter = (kind: ChannelKind): ChannelAdapter => ({
    kind,
    inDoubt: world.inDoubt ?? (world.find ? 'look' : 'send'),
    test: async () => ({ state: 'ready', message: '', found: [] }),
    deliver: async (_account, delivery) => {
      sent.push({ key: delivery.publication, kind, attempt: delivery.attempt });
      return world.answer(delivery);
    },
    ...(world.find ? { find: (_account, delivery) => world.find?.(delivery) ?? Promise.resolve(null) } : {}),
  });
  const ledger = { ...publicationClaims(db), ...publicationEnds(db) };
  const houses = new Map<Engine, House>();
  const living = () => [...houses.values()].filter(({ isAlive }) => isAlive);
  const silent = new Set<(outcome: Outcome) => void>();

  async function engine({
    lock = quickly,
    ...deps
  }: Partial<Omit<BullmqDeps, 'ledger'>> = {}): Promise<Engine> {
    const instance = randomUUID();
    const all = {
      ledger,
      instance,
      now: () => clock.now,
      random: () => 0.5,
      setTimer: (run) => {
        timers.add(run);
        return () => timers.delete(run);
      },
      adapter,
      channel: async (key) => ({
        account: { key, kind: 'webhook', name: key, settings: {}, secret: null },
        state: world.channel,
        reason: '',
      }),
      gate: (row) => world.gate(row),
      rates: rates(rateGatesStore(db), () => clock.now),
      track: async (_row, url) => `https://go.test/?to=${encodeURIComponent(url)}`,
      inside: async () => undefined,
      after: async (finish) => void ends.push(finish),
      log: { warn: (line) => logged.push(line), error: (line) => logged.push(line) },
      width: () => 8,
      lease: 30_000,
      pollEvery: 1_000,
      ...deps,
    } satisfies EngineDeps;
    const line = await redis?.line();
    const made =
      redis && line
        ? bullmqEngine({
            ...all,
            ...{ redis: line.url, prefix: redis.prefix, lock },
            away: async (message) => void logged.push(`away: ${message}`),
            back: async () => void logged.push('back'),
          })
        : embeddedEngine(all);
    houses.set(made, { instance, line, isAlive: true });
    return made;
  }

  /** Whether nothing is due that nobody has, and nobody alive has anything under way. */
  async function isDone(): Promise<boolean> {
    if ((await ledger.upcoming(clock.now, 1)).length > 0) return false;
    const running = await db.connection('presence_publications').where('state', 'running');
    const tokens = running.map((row: { lease_token: string }) => row.lease_token);
    return !living().some(({ instance }) => tokens.some((token) => token.startsWith(`${instance}:`)));
  }

  return {
    clock,
    store,
    ledger,
    sent,
    ends,
    logged,
    world,
    engine,
    async insert(...rows: readonly Row[]): Promise<readonly Row[]> {
      await store.insert(rows);
      return rows;
    },
    async row(key: string): Promise<PublicationRow> {
      const found = await store.byKey(key);
      if (!found) throw new Error(`no publication ${key}`);
      return found;
    },
    /** Works off everything that is due now; by a process of its own, unless one is given. */
    async work(given?: Engine): Promise<void> {
      const one = given ?? (await engine());
      do {
        await one.tick();
        await one.idle();
        // Redis answers between two turns.
        await new Promise((next) => setImmediate(next));
      } while (!(await isDone()));
      await one.idle();
      if (!given) await one.stop();
    },
    /** A channel that takes what it is given and never says a word. */
    silence: (): Promise<Outcome> => new Promise((answer) => silent.add(answer)),
    /** The process is not heard of any more. */
    async die(one: Engine): Promise<void> {
      const house = houses.get(one);
      if (house) house.isAlive = false;
      await house?.line?.cut();
    },
    /** The line of a process to Redis. */
    line: (one: Engine): CuttableLine | undefined => houses.get(one)?.line,
    /** At the end of a case: nobody waits any more. */
    async close(): Promise<void> {
      for (const answer of silent) answer({ kind: 'retry', code: 'lost', message: '' });
      for (const one of houses.keys()) await one.stop();
    },
    pass(ms: number): void {
      clock.now += ms;
    },
    async empty(): Promise<void> {
      for (const table of ['presence_publications', 'presence_attempts', 'presence_rate_gates'])
        await db.connection(table).delete();
    },
  };
}
