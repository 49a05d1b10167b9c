import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Delivery, Outcome } from '../../src/channels/channel';
import { channelRules } from '../../src/channels/rules';
import { channelKinds } from '../../src/channels/rules/kinds';
import type { BuiltInKind } from '../../src/channels/schema';
import { repliesRoom } from './contract-room';

const kinds = channelKinds.filter(
  (kind): kind is BuiltInKind => kind !== 'own' && channelRules[kind].replies !== undefined,
);
const isThread = (kind: BuiltInKind): boolean => channelRules[kind].replies?.kind === 'thread';

/** Words that nobody said before, without digits. */
const mark = (): string => randomUUID().replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

let room: Awaited<ReturnType<typeof repliesRoom>>;
beforeAll(async () => (room = await repliesRoom()));
afterAll(() => room?.stop());
afterEach(() => {
  for (const kind of kinds) room.caseOf(kind).heal();
});

/** A post with what goes beneath it: two more parts of a thread, or one comment. */
async function threadOf(kind: BuiltInKind, changes: Partial<Delivery> = {}) {
  const words = [
    `Post ${mark()}`,
    ...(isThread(kind) ? [`Second ${mark()}`, `Third ${mark()}`] : [`Comment ${mark()}`]),
  ];
  const sent = await room.caseOf(kind).delivery(words[0] ?? '', changes);
  const replies = words.slice(1).map((text) => ({ text }));
  return { words, sent: { ...sent, copy: { ...sent.copy, replies } } };
}

/** What stands there of these words, each with the words that it answers. */
const standing = async (kind: BuiltInKind, words: readonly string[]) =>
  (await room.standing(kind)).filter(({ text }) => words.includes(text));

const whole = (words: readonly string[]) =>
  words.map((text, n) => ({ text, under: n === 0 ? null : words[n - 1] }));

const byWords = (words: readonly string[]) => (a: { text: string }, b: { text: string }) =>
  words.indexOf(a.text) - words.indexOf(b.text);

async function expectWhole(kind: BuiltInKind, words: readonly string[]) {
  expect((await standing(kind, words)).sort(byWords(words))).toEqual(whole(words));
}

/** Does something once, right before the reply of this number (1 for the first) would be posted. */
function before(kind: BuiltInKind, number: number, words: readonly string[], act: () => boolean) {
  let isDone = false;
  return async (): Promise<boolean> => {
    const there = await standing(kind, words);
    if (isDone || !isDeepStrictEqual(new Set(there.map(({ text }) => text)), new Set(words.slice(0, number))))
      return true;
    isDone = true;
    return act();
  };
}

/** Goes on as the engine does: what may be there is looked for, and what is there is not posted again. */
async function settled(kind: BuiltInKind, sent: Delivery, tries = 5): Promise<Outcome> {
  const {
    own: { adapter, account },
    later,
  } = room.caseOf(kind);
  for (let attempt = 2; ; attempt += 1) {
    later();
    const there = await adapter.find?.(account, { ...sent, attempt });
    if (there && !there.isBegun) return { kind: 'duplicate', remoteId: there.remoteId, url: there.url };
    const outcome = await adapter.deliver(account, { ...sent, attempt });
    if (attempt > tries || (outcome.kind !== 'unknown' && outcome.kind !== 'retry')) return outcome;
  }
}

describe.each(kinds)('Beneath a post on %s', (kind) => {
  const deliver = (sent: Delivery) => {
    const { own } = room.caseOf(kind);
    return own.adapter.deliver(own.account, sent);
  };

  test('stands what was written for it, in its order, and the post is what was delivered', async () => {
    const { words, sent } = await threadOf(kind);
    const outcome = await deliver(sent);
    expect(outcome.kind).toBe('delivered');
    expect(outcome).not.toHaveProperty('note');
    await expectWhole(kind, words);
    const { own } = room.caseOf(kind);
    expect(await own.adapter.find?.(own.account, sent)).toEqual(
      expect.objectContaining({ remoteId: 'remoteId' in outcome ? outcome.remoteId : '' }),
    );
    expect(await own.adapter.find?.(own.account, sent)).not.toHaveProperty('isBegun');
  });

  test('nothing is posted twice, however often it is asked for', async () => {
    const { words, sent } = await threadOf(kind);
    for (const attempt of [1, 2, 3])
      expect(['delivered', 'duplicate']).toContain((await deliver({ ...sent, attempt })).kind);
    await expectWhole(kind, words);
  });

  const lost = [
    ['the line breaks after it', { kind: 'cut', accepted: true }],
    ['the line breaks before it', { kind: 'cut', accepted: false }],
    ['a gateway gives up', { kind: 'server-error', status: 504, accepted: true }],
  ] as const;
  test.each(lost)('a lost answer is settled without a second one: %s', async (_, fault) => {
    const { words, sent } = await threadOf(kind);
    const { befall, heal } = room.caseOf(kind);
    const beat = before(kind, 1, words, () => befall(fault));
    const first = await deliver({ ...sent, beat });
    expect(first).toMatchObject({ kind: 'unknown', begun: { remoteId: expect.stringMatching(/./) } });
    expect(first).toMatchObject({ message: expect.stringMatching(/^The post is there/) });
    heal();
    expect(['delivered', 'duplicate']).toContain((await settled(kind, sent)).kind);
    await expectWhole(kind, words);
  });

  test('what was killed between two of them goes on, and nothing is there twice', async () => {
    const { words, sent } = await threadOf(kind);
    for (let number = 1; number < words.length; number += 1) {
      const beat = before(kind, number, words, () => {
        throw new Error('killed');
      });
      await expect(deliver({ ...sent, attempt: number, beat })).rejects.toThrow('killed');
      expect(await standing(kind, words)).toHaveLength(number);
      const { own } = room.caseOf(kind);
      expect(await own.adapter.find?.(own.account, sent)).toMatchObject({ isBegun: true });
    }
    expect(['delivered', 'duplicate']).toContain((await settled(kind, sent)).kind);
    await expectWhole(kind, words);
  });

  test('whoever lost the lease posts no more of it', async () => {
    const { words, sent } = await threadOf(kind);
    expect(await deliver({ ...sent, beat: before(kind, 1, words, () => false) })).toMatchObject({
      kind: 'retry',
      begun: {},
    });
    expect(await standing(kind, words)).toHaveLength(1);
    expect(['delivered', 'duplicate']).toContain((await settled(kind, sent)).kind);
    await expectWhole(kind, words);
  });

  test('too many calls in the middle wait, and then it goes on', async () => {
    const { words, sent } = await threadOf(kind);
    const { befall, heal } = room.caseOf(kind);
    const first = await deliver({
      ...sent,
      beat: before(kind, 1, words, () => befall({ kind: 'too-many' })),
    });
    expect(['retry', 'parked']).toContain(first.kind);
    expect(first).toMatchObject({ begun: { remoteId: expect.stringMatching(/./) } });
    heal();
    expect(['delivered', 'duplicate']).toContain((await settled(kind, sent)).kind);
    await expectWhole(kind, words);
  });

  test('what is refused for good leaves the post delivered, and says what is not there', async () => {
    const { words, sent } = await threadOf(kind);
    const { befall } = room.caseOf(kind);
    const beat = before(kind, 1, words, () => befall({ kind: 'redirect' }));
    expect(await deliver({ ...sent, beat })).toMatchObject({
      kind: 'delivered',
      note: expect.stringMatching(/^The post is there.*, but not /),
    });
    expect(await standing(kind, words)).toHaveLength(1);
  });

  // Not every app may delete posts of Instagram: a person does.
  const taken = kind === 'instagram' ? test.skip : test;
  taken('taking it back leaves nothing there, however often it is asked for', async () => {
    const { words, sent } = await threadOf(kind);
    const outcome = await deliver(sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const { own } = room.caseOf(kind);
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: Date.now() };
    expect(await own.adapter.recall?.(own.account, published)).toMatchObject({ kind: 'recalled' });
    expect(await standing(kind, words)).toEqual([]);
    expect(['recalled', 'gone']).toContain((await own.adapter.recall?.(own.account, published))?.kind);
  });

  taken('taking it back that was cut off goes on', async () => {
    const { words, sent } = await threadOf(kind);
    const outcome = await deliver(sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const { own, befall, heal } = room.caseOf(kind);
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: Date.now() };
    befall({ kind: 'cut', accepted: true });
    expect(await own.adapter.recall?.(own.account, published)).toMatchObject({ kind: 'failed' });
    heal();
    await own.adapter.recall?.(own.account, published);
    expect(await standing(kind, words)).toEqual([]);
  });
});

// X takes no words twice.
test.each(kinds.filter((kind) => isThread(kind) && kind !== 'x'))(
  'Parts of a thread may say the same on %s',
  async (kind) => {
    const { own, delivery } = room.caseOf(kind);
    const text = `Again ${mark()}`;
    const sent = await delivery(text);
    const copy = { ...sent.copy, pictures: [], replies: [{ text }, { text }] };
    for (const attempt of [1, 2])
      expect(['delivered', 'duplicate']).toContain(
        (await own.adapter.deliver(own.account, { ...sent, copy, attempt })).kind,
      );
    expect(await standing(kind, [text])).toHaveLength(3);
  },
);
