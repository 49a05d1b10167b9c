import fc from 'fast-check';
import type { ChannelAdapter, Delivery, Outcome } from '../../src/channels/channel';
import { dueOf } from '../../src/publishing/due';
import { waitBefore, backOff } from '../../src/publishing/retry';
import { mayFollow } from '../../src/publishing/status';
import { embeddedEngine } from '../../server/engine/embedded';
import type { Engine } from '../../server/engine/engine';
import { publication } from '../server/press';
import { memoryLedger, moveWaiting, type Stored } from './memory-ledger';

const lease = 30_000;
const start = Date.UTC(2026, 5, 1, 12);

/** What a channel does with a call, and whether it kept the post. */
const answers = [
  'delivered',
  'refuses',
  'kept, answer lost',
  'lost on the way',
  'full',
  'kept, and we fail',
] as const;
type Answer = (typeof answers)[number];

type Step =
  | { readonly do: 'pass' | 'jump'; readonly ms: number }
  | { readonly do: 'tick' | 'die' | 'cancel' | 'hold' | 'lift'; readonly who: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('tick' as const), who: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(1, 500, 9_000, 31_000, 400_000),
    }),
  },
  {
    weight: 1,
    // Somebody sets the clock, or a machine wakes up.
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.constantFrom(-3_600_000, -40_000, 40_000, 3_600_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('die' as const, 'cancel' as const), who: fc.nat(5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('hold' as const, 'lift' as const), who: fc.nat(1) }),
  },
);

const others = ['bluesky', 'webhook', 'slack'] as const;
type Kind = 'website' | (typeof others)[number];

const run = fc.record({
  /** Whether the campaign begins with the page. */
  hasPage: fc.boolean(),
  kinds: fc.array(fc.constantFrom<Kind[]>(...others), { minLength: 1, maxLength: 6 }),
  /** What waits for the page, and is to follow it by so many minutes; `none` goes by its own time alone. */
  follows: fc.array(fc.constantFrom('none', 'link', 1, 90), { minLength: 6, maxLength: 6 }),
  dues: fc.array(fc.integer({ min: -1_000, max: 60_000 }), { minLength: 7, maxLength: 7 }),
  // Fewer than the failures in a row after which a person is asked.
  answers: fc.array(fc.constantFrom(...answers), { maxLength: 9 }),
  /** At the how-manieth step of any process it dies, and whether the step still happens. */
  deaths: fc.array(fc.record({ after: fc.nat(40), isDone: fc.boolean() }), { maxLength: 4 }),
  steps: fc.array(step, { maxLength: 30 }),
});

type RunInput = typeof run extends fc.Arbitrary<infer T> ? T : never;

const canLook = (kind: string): boolean => kind === 'bluesky' || kind === 'website';

interface Process {
  isAlive: boolean;
  engine: Engine;
}

/** Two processes, a world outside and a clock, and a death at any step. */
function world(input: RunInput) {
  const clock = { now: start };
  const violations: string[] = [];
  const posts: string[] = [];
  const page = 'website-6';
  const rows: Stored[] = input.kinds.map((kind, id) => {
    const dueAt = start + (input.dues[id] ?? 0);
    const after = input.hasPage ? (input.follows[id] ?? 'none') : 'none';
    const order = {
      waitsFor: after === 'none' ? '' : page,
      afterMinutes: typeof after === 'number' ? after : null,
    };
    return { ...publication({ kind, dueAt, channel: kind }), ...order, id, key: `${kind}-${id}` };
  });
  const followers = new Set(rows.filter(({ waitsFor }) => waitsFor !== '').map(({ key }) => key));
  if (input.hasPage) {
    const dueAt = start + (input.dues[6] ?? 0);
    rows.push({ ...publication({ kind: 'website', dueAt, channel: 'website' }), id: 6, key: page });
  }
  const holds = new Set<string>();
  const ledger = memoryLedger(
    rows,
    (row, to) => {
      if (!mayFollow(row.state, to)) violations.push(`${row.key} went from ${row.state} to ${to}`);
    },
    holds,
  );
  const left = [...input.answers];
  const deaths = [...input.deaths];
  let steps = 0;

  function deliver({ publication: key }: Delivery): Outcome {
    const row = rows.find((one) => one.key === key);
    if (!row || clock.now < (row.dueAt ?? 0)) violations.push(`${key} was sent before its time`);
    if (row?.state !== 'running' || row.armedAt === null)
      violations.push(`${key} was sent without being written down`);
    if (followers.has(key) && !posts.includes(page)) violations.push(`${key} was sent before its page`);
    if (row && holds.has(row.channel)) violations.push(`${key} was sent while it was held`);
    const answer: Answer = left.shift() ?? 'delivered';
    const why = { code: 'x', message: '' };
    if (answer === 'refuses') return { kind: 'retry', ...why };
    if (answer === 'lost on the way') return { kind: 'unknown', ...why };
    if (answer === 'full') return { kind: 'parked', ...why, until: clock.now + 60_000 };
    posts.push(key);
    if (answer === 'kept, answer lost') return { kind: 'unknown', ...why };
    if (answer === 'kept, and we fail') throw new Error('a bug');
    return { kind: 'delivered', remoteId: key, url: null };
  }

  function process(): Process {
    /** A dead process gets no answer, and does nothing more. */
    const one: Process = { isAlive: true, engine: undefined as never };
    const mortal =
      <A extends unknown[], T>(act: (...args: A) => T | Promise<T>) =>
      async (...args: A): Promise<T> => {
        await Promise.resolve();
        steps += 1;
        const death = one.isAlive ? deaths.findIndex(({ after }) => after === steps) : -1;
        if (death >= 0) {
          const [end] = deaths.splice(death, 1);
          one.isAlive = false;
          if (end?.isDone) await act(...args);
        }
        return one.isAlive ? act(...args) : new Promise<never>(() => undefined);
      };
    const adapter = (kind: Kind): ChannelAdapter => ({
      kind,
      inDoubt: canLook(kind) ? 'look' : kind === 'webhook' ? 'send' : 'ask',
      test: async () => ({ state: 'ready', message: '', found: [] }),
      deliver: mortal(async (_account, delivery: Delivery) => deliver(delivery)),
      // Two can be asked; one knows the key and acts once; of the third only a person can say.
      ...(canLook(kind)
        ? {
            find: mortal(async (_account, { publication: key }: Delivery) =>
              posts.includes(key) ? { remoteId: key, url: null } : null,
            ),
          }
        : {}),
    });
    one.engine = embeddedEngine({
      ledger: Object.fromEntries(
        Object.entries(ledger).map(([name, act]) => [name, mortal(act as (...args: unknown[]) => unknown)]),
      ) as unknown as typeof ledger,
      instance: `process ${(born += 1)}`,
      now: () => clock.now,
      random: () => 0.5,
      setTimer: () => () => undefined,
      adapter: (kind) => adapter(kind as Kind),
      channel: async (key) => ({
        account: { key, kind: 'webhook', name: key, settings: {}, secret: null },
        state: 'ready',
        reason: '',
      }),
      gate: async () => ({ seal: 'seal', isPublished: null, blockers: [], pageUrl: null }),
      rates: { take: async () => null, tell: async () => undefined },
      track: async (_row, url) => url,
      inside: async () => undefined,
      after: async () => undefined,
      log: { warn: () => undefined, error: () => undefined },
      width: () => 2,
      lease,
      pollEvery: 1_000,
    });
    return one;
  }
  let born = 0;
  const processes = [process(), process()];

  /** Until nothing moves any more: all that is left waits for a death that does not answer. */
  async function settle(): Promise<void> {
    for (let before = -1; before !== steps;) {
      before = steps;
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    }
  }

  async function tick(who: number): Promise<void> {
    const at = who % processes.length;
    if (!processes[at]?.isAlive) processes[at] = process();
    void processes[at]?.engine.tick();
    await settle();
  }

  const cancelled = new Set<string>();
  return {
    clock,
    posts,
    rows,
    violations,
    cancelled,
    followers,
    page,
    tick,
    die: (who: number): void => {
      const one = processes[who % processes.length];
      if (one) one.isAlive = false;
    },
    /** A person cancels, under the guard of the store. */
    cancel(who: number): void {
      const row = rows[who % rows.length];
      if (!row || row.armedAt !== null || !['scheduled', 'running', 'parked'].includes(row.state)) return;
      Object.assign(row, { state: 'cancelled', leaseToken: '', leaseUntil: null });
      moveWaiting(rows, row, clock.now);
      cancelled.add(row.key);
    },
    /** A person stops a channel, or lets it go on. */
    hold: (who: number): void => void holds.add(who === 0 ? 'bluesky' : 'webhook'),
    lift: (who: number): void => void holds.delete(who === 0 ? 'bluesky' : 'webhook'),
    /** Nobody dies any more, nothing is held, and time passes until all is said. */
    async end(): Promise<void> {
      deaths.length = 0;
      holds.clear();
      for (let round = 0; round < 60; round += 1) {
        clock.now += lease + 1_000;
        await tick(0);
        clock.now += 4 * 3_600_000;
        await tick(1);
      }
    },
  };
}

describe('the engine, with a death at any step and a clock that jumps', () => {
  it('sends nothing before its time, before its page or while it is held, nothing twice, loses nothing, and never sends what was cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (input) => {
        const { clock, end, rows, posts, violations, cancelled, followers, page, ...acts } = world(input);
        for (const one of input.steps)
          if ('ms' in one) clock.now += one.ms;
          else await acts[one.do](one.who);
        await end();
        expect(violations).toEqual([]);
        for (const { key, kind, state } of rows) {
          const count = posts.filter((post) => post === key).length;
          if (cancelled.has(key)) expect([key, state, count]).toEqual([key, 'cancelled', 0]);
          else if (followers.has(key) && cancelled.has(page))
            expect([key, state, count]).toEqual([key, 'held', 0]);
          else if (canLook(kind)) expect([key, state, count]).toEqual([key, 'delivered', 1]);
          else if (kind === 'webhook') expect([key, state, count > 0]).toEqual([key, 'delivered', true]);
          else if (state === 'unknown') expect([key, count <= 1]).toEqual([key, true]);
          else expect([key, state, count]).toEqual([key, 'delivered', 1]);
        }
      }),
      { numRuns: 250 },
    );
  });
});

describe('waits', () => {
  it('grow, stay under their cap, and never undercut what was asked for', () => {
    const dice = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: backOff.tries - 1 }),
        fc.option(fc.nat(48 * 3_600_000), { nil: undefined }),
        dice,
        (failures, asked, die) => {
          const wait = waitBefore(failures, asked, () => die) ?? NaN;
          expect(wait).toBeGreaterThanOrEqual(Math.min(asked || backOff.first / 2, backOff.longestAsked));
          expect(wait).toBeLessThanOrEqual(Math.max(backOff.cap, backOff.longestAsked + 10_000));
          expect(waitBefore(failures + 1, undefined, () => die) ?? Infinity).toBeGreaterThanOrEqual(
            waitBefore(failures, undefined, () => die) ?? 0,
          );
        },
      ),
    );
  });
});

describe('local times', () => {
  it('come back as the clock showed them, or ask', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'America/Sao_Paulo',
      'UTC',
    );
    const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, at, (zone, date) => {
        const local = date.toISOString().slice(0, 16);
        const due = dueOf({ kind: 'at', local, zone }, 0);
        if (!due.ok) return expect(due.error.code).toMatch(/^time\.(gap|overlap)$/);
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(due.value.dueAt);
        return expect(shown.replace(' ', 'T')).toBe(local);
      }),
    );
  });
});
