import { deliveries } from '../../server/engine/deliveries';
import type { EngineDeps } from '../../server/engine/deps';
import { memoryLedger, type Stored } from '../property/memory-ledger';
import { delivered, noon, publication } from './press';

const deps = (rows: readonly Stored[], sent: string[], armed: string[]): EngineDeps => {
  const ledger = memoryLedger(rows, () => undefined, new Set());
  return {
    ledger: {
      ...ledger,
      async arm(list, now, until) {
        armed.push(...list.map(({ row }) => row.key));
        return ledger.arm(list, now, until);
      },
    },
    instance: 'one',
    now: () => noon,
    random: () => 0.5,
    setTimer: () => () => undefined,
    adapter: (kind) => ({
      kind,
      inDoubt: 'send',
      test: async () => ({ state: 'ready', message: '', found: [] }),
      async deliver(_account, delivery) {
        sent.push(delivery.publication);
        return delivered(delivery);
      },
    }),
    channel: async (key) => ({
      account: { key, kind: 'webhook', name: key, settings: {}, secret: null },
      ...{ state: 'ready', reason: '' },
    }),
    gate: async () => ({ seal: 'seal', isPublished: null, blockers: [], pageUrl: null }),
    rates: { take: async () => null, tell: async () => undefined },
    track: async (_row, url) => url,
    inside: async () => undefined,
    after: async () => undefined,
    log: { warn: () => undefined, error: (line) => sent.push(line) },
    width: () => 8,
    lease: 30_000,
    pollEvery: 1_000,
  };
};

describe('what a process does with publications', () => {
  it('sends one once that a queue names twice at the same moment, and again while it is under way', async () => {
    const rows = [{ ...publication(), id: 1 }];
    const sent: string[] = [];
    const armed: string[] = [];
    const work = deliveries(deps(rows, sent, armed));
    const key = rows[0]?.key ?? '';
    const both = [work.deliver(key), work.deliver(key)];
    await Promise.resolve();
    await Promise.all([...both, work.deliver(key)]);
    await work.deliver(key);
    expect(armed).toEqual([key]);
    expect(sent).toEqual([key]);
    expect(rows[0]?.state).toBe('delivered');
  });
});
