import { Ended } from '../../../../server/channels/ended';
import { foreign } from '../../../../server/channels/own/foreign';
import { ownChannel } from '../../../../server/channels/own/own';
import type { OwnTools } from '../../../../server/channels/own/tools';
import type { Account, Correction, Delivery, Published } from '../../../../src/channels/channel';
import { readOwnType } from '../../../../src/channels/own/type';
import { noticeBoard } from './type';

const account: Account = {
  ...{ key: 'k', kind: 'own', name: 'Door' },
  settings: { type: 'notice-board', values: { address: 'https://board.test', big: true, old: 'left over' } },
  secret: { pin: 'pin-4711' },
};
const sent = { publication: 'p', copy: { text: 'Rye', link: null, pictures: [], edited: false } };
const delivery = sent as unknown as Delivery;
const published = sent as unknown as Published;
const good = noticeBoard().adapter();
const timers: (() => void)[] = [];
const logged: string[] = [];
const tools = { ended: (outcome: never) => new Ended(outcome) } as unknown as OwnTools;

function party(able: object) {
  const read = readOwnType(noticeBoard({ adapter: () => ({ ...good, ...able }) }));
  if (!read.ok) throw new Error(read.message);
  const patience = { ms: 1_000, setTimer: (run: () => void) => (timers.push(run), () => undefined) };
  return foreign(read.value, { tools, patience, log: { error: (line) => logged.push(line) } });
}
const adapterOf = (able: object) => party(able).adapter;
const throwing = async () => {
  throw new Error('no route to pin-4711');
};

afterEach(() => {
  timers.length = 0;
  logged.length = 0;
});

describe('the adapter of an app', () => {
  it('is asked with its own fields, and cannot change what was approved', async () => {
    const asked: unknown[] = [];
    const adapter = adapterOf({
      deliver: async (own: unknown, one: Delivery) => {
        asked.push(own);
        (one.copy as { text: string }).text = 'Other words';
        return { kind: 'delivered', remoteId: '1', url: null };
      },
    });
    expect(await adapter.deliver(account, delivery)).toEqual({ kind: 'delivered', remoteId: '1', url: null });
    expect(asked).toEqual([
      {
        key: 'k',
        name: 'Door',
        settings: { address: 'https://board.test', big: true },
        secret: { pin: 'pin-4711' },
      },
    ]);
    expect(delivery.copy.text).toBe('Rye');
  });

  it('cannot change what was approved by looking, taking back or correcting either', async () => {
    const spoil = async (_: unknown, one: Delivery) => {
      (one.copy as { text: string }).text = 'Other words';
      return null;
    };
    const adapter = adapterOf({ inDoubt: 'look', find: spoil, recall: spoil, correct: spoil });
    await adapter.find?.(account, delivery);
    await adapter.recall?.(account, published);
    await adapter.correct?.(account, sent as unknown as Correction);
    expect(delivery.copy.text).toBe('Rye');
  });

  it('may leave parts of an answer open, and wait longer than anybody does', async () => {
    const answers: readonly (readonly [object, object])[] = [
      [
        { kind: 'retry', code: 'board.full', message: 'Full.', after: undefined },
        { kind: 'retry', code: 'board.full', message: 'Full.' },
      ],
      [
        { kind: 'retry', code: 'board.full', message: 'Full.', after: 1e12 },
        { kind: 'retry', after: 30 * 86_400_000 },
      ],
      [
        { kind: 'delivered', remoteId: '1', url: null, note: undefined },
        { kind: 'delivered', remoteId: '1' },
      ],
    ];
    for (const [answer, read] of answers)
      expect(await adapterOf({ deliver: async () => answer }).deliver(account, delivery)).toMatchObject(read);
  });

  it('gets no NUL and no secret into what is stored', async () => {
    const secret = { ...account, secret: { pin: 'pin/4711' } };
    const adapter = adapterOf({
      deliver: async () => ({
        kind: 'delivered',
        remoteId: '1',
        url: null,
        note: 'at pin/4711, ?key=pin%2F4711\0',
      }),
      test: async () => ({
        state: 'ready',
        message: 'x'.repeat(100_000),
        found: [{ label: 'Key', value: 'pin/4711' }],
      }),
    });
    expect(await adapter.deliver(secret, delivery)).toMatchObject({ note: 'at …, ?key=…' });
    const { message, found } = await adapter.test(secret);
    expect([message.length, found]).toEqual([1_000, [{ label: 'Key', value: '…' }]]);
    const bad = adapterOf({ deliver: async () => ({ kind: 'delivered', remoteId: '1\0', url: null }) });
    expect(await bad.deliver(account, delivery)).toMatchObject({ kind: 'unknown', code: 'own.no-outcome' });
  });

  it('may not go on publishing after its time', async () => {
    let beat: (() => Promise<boolean>) | undefined;
    const adapter = adapterOf({
      deliver: (_: unknown, one: Delivery) => {
        ({ beat } = one);
        return new Promise(() => undefined);
      },
    });
    const going = adapter.deliver(account, { ...delivery, beat: async () => true });
    expect(await beat?.()).toBe(true);
    for (const run of timers) run();
    expect(await going).toMatchObject({ code: 'own.no-answer' });
    expect(await beat?.()).toBe(false);
  });

  it.each<readonly [string, () => Promise<unknown>, string]>([
    ['throws', throwing, 'own.threw'],
    ['gives nothing', async () => undefined, 'own.no-outcome'],
    ['gives a word', async () => 'delivered', 'own.no-outcome'],
    [
      'gives a kind that there is not',
      async () => ({ kind: 'sent', remoteId: '1', url: null }),
      'own.no-outcome',
    ],
    ['says no id', async () => ({ kind: 'delivered', url: null }), 'own.no-outcome'],
    [
      'leads to an address that is none',
      async () => ({ kind: 'delivered', remoteId: '1', url: 'javascript:1' }),
      'own.no-outcome',
    ],
    [
      'gives a code that is none',
      async () => ({ kind: 'rejected', code: 'No!', message: 'No.' }),
      'own.no-outcome',
    ],
    [
      'ends with what is no outcome',
      async () => {
        throw tools.ended({ kind: 'tired' } as never);
      },
      'own.no-outcome',
    ],
  ])('that %s leaves a doubt, and nothing is lost', async (_, deliver, code) => {
    expect(await adapterOf({ deliver }).deliver(account, delivery)).toEqual({
      kind: 'unknown',
      code,
      message: expect.stringMatching(/^The code of the app behind “Notice board” .*\.$/),
    });
  });

  it('that never answers is not waited for', async () => {
    const outcome = adapterOf({ deliver: () => new Promise(() => undefined) }).deliver(account, delivery);
    for (const run of timers) run();
    expect(await outcome).toMatchObject({ kind: 'unknown', code: 'own.no-answer' });
  });

  it('says no secret, neither to people nor to the log', async () => {
    await adapterOf({ deliver: throwing }).deliver(account, delivery);
    expect(logged.join()).toContain('no route to …');
    const message = 'The board does not know pin-4711.';
    const deliver = async () => ({ kind: 'reauthorise', code: 'board.pin', message });
    expect(await adapterOf({ deliver }).deliver(account, delivery)).toMatchObject({
      message: 'The board does not know ….',
    });
    expect(logged.join()).not.toContain('4711');
  });

  it('may be an object of a class', async () => {
    class Board {
      readonly inDoubt = 'ask';
      readonly name = 'Door';
      test = good.test;
      async deliver() {
        return { kind: 'delivered', remoteId: this.name, url: null };
      }
    }
    const read = readOwnType(noticeBoard({ adapter: () => new Board() }));
    if (!read.ok) throw new Error(read.message);
    const patience = { ms: 1_000, setTimer: () => () => undefined };
    const { adapter } = foreign(read.value, { tools, patience, log: { error: () => undefined } });
    expect(await adapter.deliver(account, delivery)).toMatchObject({ kind: 'delivered', remoteId: 'Door' });
  });

  it('ends a delivery, a test and a look with an outcome of its own', async () => {
    const end = { kind: 'reauthorise', code: 'board.pin', message: 'The PIN is wrong.' } as const;
    const ending = async () => {
      throw tools.ended(end);
    };
    const adapter = adapterOf({ inDoubt: 'look', find: ending, deliver: ending, test: ending });
    expect(await adapter.deliver(account, delivery)).toEqual(end);
    expect(await adapter.test(account)).toEqual({ state: 'reauthorise', message: end.message, found: [] });
    const error: unknown = await adapter.find?.(account, delivery).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ message: end.message, cause: { outcome: end } });
  });

  it('whose test, taking back or correcting fails says so, and may be asked again', async () => {
    const adapter = adapterOf({ test: throwing, recall: throwing, correct: async () => 7 });
    expect(await adapter.test(account)).toMatchObject({ state: 'failed' });
    expect(await adapter.recall?.(account, published)).toMatchObject({ kind: 'failed', code: 'own.threw' });
    expect(await adapter.correct?.(account, published as unknown as Correction)).toMatchObject({
      kind: 'failed',
      code: 'own.no-outcome',
    });
    await expect(adapterOf({ counts: async () => ({}) }).counts?.(account, ['1'])).rejects.toThrow(/none/);
  });

  it('that takes nothing back keeps it, and its type says so beforehand', async () => {
    const kept = party({});
    expect([kept.recall, kept.corrects]).toEqual(['by-hand', false]);
    const channel = ownChannel(() => kept);
    expect(await channel.recall?.(account, published)).toMatchObject({ kind: 'kept' });
    expect(await channel.correct?.(account, published as unknown as Correction)).toMatchObject({
      kind: 'kept',
    });
    expect(await channel.counts?.(account, ['1'])).toEqual(new Map());
    const able = party({ recall: good.test, correct: good.test });
    expect([able.recall, able.corrects]).toEqual(['deletes', true]);
  });

  it('is not asked while a field is missing: a person fills it in', async () => {
    const without = { ...account, secret: null };
    expect(await adapterOf({}).deliver(without, delivery)).toMatchObject({
      kind: 'reauthorise',
      code: 'own.settings',
      message: expect.stringContaining('“PIN of the board” is missing'),
    });
    expect(await adapterOf({}).test(without)).toMatchObject({ state: 'reauthorise' });
  });

  it.each([
    ['no object', () => null, /adapter: /],
    ['no test', () => ({ ...good, test: undefined }), /adapter\.test: must be a function/],
    ['a doubt that is none', () => ({ ...good, inDoubt: 'hope' }), /adapter\.inDoubt: /],
    ['to look without a way to', () => ({ ...good, inDoubt: 'look' }), /adapter\.find: must be a function/],
    [
      'a way to look that is never taken',
      () => ({ ...good, find: throwing }),
      /adapter\.find: is only asked/,
    ],
  ])('is refused with %s', (_, adapter, said) => {
    const read = readOwnType(noticeBoard({ adapter }));
    if (!read.ok) throw new Error(read.message);
    const patience = { ms: 1, setTimer: () => () => undefined };
    expect(() => foreign(read.value, { tools, patience, log: { error: () => undefined } })).toThrow(said);
  });
});

describe('a channel whose type nobody registers', () => {
  const gone = ownChannel(() => null);
  const message = expect.stringContaining('channels of the type “notice-board” any more');

  it('waits, and says what for', async () => {
    expect(await gone.deliver(account, delivery)).toEqual({ kind: 'parked', code: 'own.type-gone', message });
    expect(await gone.test(account)).toEqual({ state: 'failed', message, found: [] });
    expect(await gone.recall?.(account, published)).toEqual({
      kind: 'failed',
      code: 'own.type-gone',
      message,
    });
    const error: unknown = await gone.find?.(account, delivery).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ message, cause: { outcome: { kind: 'parked' } } });
    expect(gone.inDoubtOf?.(account)).toBe('ask');
  });
});
