import { alertsOf } from '../../../../src/publishing/running/alerts';
import type { ChannelStanding, WorkerView } from '../../../../src/publishing/running/schema';
import {
  standingsOf,
  totalOf,
  type Counted,
  type KnownChannel,
} from '../../../../src/publishing/running/standing';
import { goneAfter, workerStateOf } from '../../../../src/publishing/running/workers';

const now = Date.UTC(2026, 10, 26, 9);
const minute = 60_000;
const sky: KnownChannel = { key: 'sky', name: 'Sky', kind: 'bluesky', state: 'ready', shutUntil: null };
const counted = (part: Partial<Counted>): Counted => ({
  ...{ states: [], due: [], free: [], orphaned: [] },
  ...part,
});
const zero = {
  ...{ ahead: 0, due: 0, late: 0, stopped: 0, running: 0, orphaned: 0 },
  ...{ parked: 0, held: 0, asking: 0, dead: 0, doubt: 0, lag: 0 },
};
const channel = (part: Partial<ChannelStanding> = {}): ChannelStanding => ({
  ...{ channel: 'sky', name: 'Sky', kind: 'bluesky', state: 'ready', shutUntil: null },
  ...zero,
  ...part,
});
const worker = (part: Partial<WorkerView> = {}): WorkerView => ({
  ...{ instance: 'one', host: 'web-1', pid: 7, engine: 'embedded', since: now - minute, beatAt: now },
  ...{ state: 'working', doing: [], isCutOff: false },
  ...part,
});
const told = (channels: readonly ChannelStanding[], workers: readonly WorkerView[] = [worker()]) =>
  alertsOf({ channels: [...channels], workers: [...workers], totals: totalOf(channels) }).map(
    ({ id, severity }) => `${severity} ${id}`,
  );

describe('where publications stand', () => {
  it('splits what is scheduled into ahead, due and stopped, and measures the oldest wait', () => {
    const [one] = standingsOf(
      [sky],
      counted({
        states: [
          { channel: 'sky', state: 'scheduled', count: 10 },
          { channel: 'sky', state: 'running', count: 3 },
          { channel: 'sky', state: 'rejected', count: 2 },
          { channel: 'sky', state: 'unknown', count: 1 },
          { channel: 'other', state: 'scheduled', count: 99 },
        ],
        due: [{ channel: 'sky', count: 6 }],
        free: [{ channel: 'sky', count: 4, late: 1, oldest: now - 2 * minute }],
        orphaned: [{ channel: 'sky', count: 1 }],
      }),
      now,
    );
    expect(one).toEqual({
      ...channel(),
      ...{ ahead: 4, due: 4, late: 1, stopped: 2, running: 3, orphaned: 1, dead: 2, doubt: 1 },
      lag: 2 * minute,
    });
  });

  it('never counts below nothing where the engine took some between two counts', () => {
    const [one] = standingsOf(
      [sky],
      counted({
        states: [{ channel: 'sky', state: 'scheduled', count: 1 }],
        due: [{ channel: 'sky', count: 3 }],
        free: [{ channel: 'sky', count: 5, late: 0, oldest: now + 1 }],
      }),
      now,
    );
    expect(one).toMatchObject({ ahead: 0, stopped: 0, due: 5, lag: 0 });
  });

  it('shows a removed channel only while something is left on it', () => {
    const removed = { ...sky, kind: null, state: null };
    expect(standingsOf([removed], counted({}), now)).toEqual([]);
    const left = counted({ states: [{ channel: 'sky', state: 'rejected', count: 1 }] });
    expect(standingsOf([removed], left, now)).toHaveLength(1);
  });

  it('adds up the numbers, and takes the longest wait', () => {
    const all = totalOf([channel({ due: 2, lag: 5 }), channel({ due: 3, lag: 9, dead: 1 })]);
    expect(all).toEqual({ ...zero, due: 5, lag: 9, dead: 1 });
    expect(totalOf([])).toEqual(zero);
  });
});

describe('a process', () => {
  it.each([
    ['works while it is heard of', { beatAt: now - goneAfter, isStopping: false }, 'working'],
    ['is gone when it is not', { beatAt: now - goneAfter - 1, isStopping: false }, 'gone'],
    ['stops when it says so', { beatAt: now, isStopping: true }, 'stopping'],
    ['that died while it stopped is gone', { beatAt: 0, isStopping: true }, 'gone'],
    ['works though its clock is ahead', { beatAt: now + 9 * minute, isStopping: false }, 'working'],
  ] as const)('%s', (_, seen, state) => {
    expect(workerStateOf(seen, now)).toBe(state);
  });
});

describe('what a person should know', () => {
  it.each<[string, readonly ChannelStanding[], readonly WorkerView[], readonly string[]]>([
    ['nothing, while all is well', [channel({ ahead: 5, running: 2, due: 3, lag: 900 })], [worker()], []],
    ['nothing, where nothing is planned', [channel()], [], []],
    ['nobody works, and something is due', [channel({ due: 1 })], [], ['critical no-worker']],
    [
      'a worker that stops is nobody',
      [channel({ due: 1 })],
      [worker({ state: 'stopping' })],
      ['critical no-worker'],
    ],
    ['what a dead process holds is due too', [channel({ orphaned: 1 })], [], ['critical no-worker']],
    ['nobody works, and something is ahead', [channel({ ahead: 1 })], [], ['warning no-worker-ahead']],
    [
      'a process died, and another works',
      [channel()],
      [worker(), worker({ instance: 'two', state: 'gone' })],
      ['info worker-gone'],
    ],
    ['no lag is told where nobody works', [channel({ due: 1, lag: minute })], [], ['critical no-worker']],
    ['a minute behind', [channel({ due: 1, lag: minute })], [worker()], ['warning lag']],
    ['less than a minute is none', [channel({ due: 1, lag: minute - 1 })], [worker()], []],
    ['far behind', [channel({ due: 1, lag: 10 * minute })], [worker()], ['critical lag']],
    [
      'a shut channel, for which something waits',
      [channel({ state: 'blocked', parked: 1 })],
      [worker()],
      ['critical channel-shut'],
    ],
    ['a shut channel', [channel({ state: 'reauthorise' })], [worker()], ['warning channel-shut']],
    ['a quota', [channel({ shutUntil: now + minute })], [worker()], ['info quota']],
    ['no Redis', [channel()], [worker({ isCutOff: true })], ['warning redis-away']],
    [
      'the worst first',
      [channel({ stopped: 1, dead: 2, doubt: 1, asking: 1, due: 1, lag: 99 * minute })],
      [worker()],
      ['critical lag', 'warning doubt', 'warning dead', 'warning asking', 'info stopped'],
    ],
  ])('%s', (_, channels, workers, expected) => {
    expect(told(channels, workers)).toEqual(expected);
  });

  it('says of which channel, how many and how long', () => {
    const channels = [channel({ due: 7, lag: 3 * minute })];
    expect(alertsOf({ channels, workers: [worker()], totals: totalOf(channels) })).toEqual([
      {
        ...{ id: 'lag', severity: 'warning', channel: 'sky', name: 'Sky' },
        ...{ count: 7, ms: 3 * minute, until: null },
      },
    ]);
  });
});
