import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { telegram } from '../../../server/channels/telegram';
import { inside } from '../../../server/practice/inside';
import { memoryShelf } from '../../../server/practice/shelf';
import { telegramPractice, type PracticeChat } from '../../../server/practice/telegram';
import { practiceWorld } from '../../../server/practice/world';
import type { Account, Delivery } from '../../../src/channels/channel';
import type { Copy } from '../../../src/channels/schema';
import { sourceOf } from '../pictures/source';
import { videosOf } from '../video/source';

const token = `110201543:${'A'.repeat(35)}`;
const hour = 3_600_000;
const chat = (part: Partial<PracticeChat>): PracticeChat => ({
  ...{ id: -1_001_234, type: 'channel', title: 'Bakery', members: 12, mayPost: true, mayDelete: false },
  ...part,
});

/** A bot in these chats, and a clock. */
function bot(...chats: readonly PracticeChat[]) {
  const shelf = memoryShelf();
  const clock = { now: Date.UTC(2026, 10, 27) };
  const now = () => clock.now;
  const network = telegramPractice({
    ...{ shelf, now },
    botOf: (given) => (given === token ? { account: 'bakery', name: 'bakery', chats } : null),
  });
  const world = practiceWorld({ networks: [network], now, sleep: async () => undefined });
  const said: string[] = [];
  const http = inside(world, 'telegram');
  const adapter = telegram({
    http: {
      send(request) {
        said.push(request.url.split('/').at(-1) ?? '');
        return http.send(request);
      },
    },
    pictures: sourceOf(photo),
    videos: videosOf(),
    now,
  });
  const account: Account = {
    ...{ key: 'k', kind: 'telegram', name: 'News', secret: { botToken: token } },
    settings: { chatId: String(chats[0]?.id) },
  };
  return { adapter, account, shelf, clock, said };
}

const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();
const delivery = (part: Partial<Copy> = {}): Delivery => ({
  ...{
    publication: randomUUID(),
    attempt: 1,
    campaign: 'c',
    seal: 's',
    pageUrl: null,
    createdAt: 0,
    dueAt: 0,
  },
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
  copy: { text: '<b>Rye</b> *today*', link: null, pictures: [], edited: false, ...part },
  track: async (url) => `${url}/tracked`,
  beat: async () => true,
});
const pictures = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ hash: `${index}`, url: '/a.png', alt: 'Bread' }));
const published = (sent: Delivery, remoteId: string) => ({ ...sent, remoteId, url: null, recalledAt: 0 });

describe('a message for Telegram', () => {
  it.each([
    [0, 'sendMessage'],
    [1, 'sendPhoto'],
    [3, 'sendMediaGroup'],
  ])('with %i pictures is one call of %s, and says what was written', async (count, method) => {
    const { adapter, account, shelf, said } = bot(chat({ username: 'bakery' }));
    const outcome = await adapter.deliver(account, delivery({ pictures: pictures(count) }));
    expect(outcome).toMatchObject({
      kind: 'delivered',
      url: expect.stringMatching(/^https:\/\/t\.me\/bakery\/\d+$/),
    });
    expect(said).toEqual(['getChat', method]);
    const [post] = await shelf.list({ limit: 10 });
    expect(post).toMatchObject({ text: '<b>Rye</b> *today*' });
    expect(post?.media).toHaveLength(count);
    expect(post?.id).toBe('remoteId' in outcome && outcome.remoteId);
  });

  it('keeps its lines and its length beside a picture, where a form makes two characters of each line end', async () => {
    const { adapter, account, shelf } = bot(chat({}));
    const text = 'Rye\n'.repeat(255) + 'and';
    expect(text).toHaveLength(1_023);
    const sent = delivery({ text, pictures: pictures(1) });
    expect(await adapter.deliver(account, sent)).toMatchObject({ kind: 'delivered' });
    expect((await shelf.list({ limit: 10 }))[0]?.text).toBe(text);
  });

  it.each([0, 1])(
    'keeps the ring above its letters with %i pictures, which Telegram drops beside one',
    async (count) => {
      const { adapter, account, shelf } = bot(chat({}));
      const part = { text: 'Sma\u030a kakor fra\u030an A\u030angstro\u0308m', pictures: pictures(count) };
      const sent = delivery(part);
      const outcome = await adapter.deliver(account, sent);
      if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
      const kept = 'Sm\u00e5 kakor fr\u00e5n \u00c5ngstro\u0308m';
      expect((await shelf.list({ limit: 10 }))[0]?.text).toBe(kept);
      const correction = { ...sent, ...outcome, copy: { ...sent.copy, text: `${part.text}!` } };
      expect(await adapter.correct?.(account, correction)).toMatchObject({ kind: 'corrected' });
      expect((await shelf.list({ limit: 10 }))[0]?.text).toBe(`${kept}!`);
    },
  );

  it('ends with the tracked address of its page', async () => {
    const { adapter, account, shelf } = bot(chat({}));
    const outcome = await adapter.deliver(account, delivery({ link: 'https://bakery.test/rye' }));
    expect(outcome).toMatchObject({
      kind: 'delivered',
      url: expect.stringMatching(/^https:\/\/t\.me\/c\/1234\/\d+$/),
    });
    const [post] = await shelf.list({ limit: 10 });
    expect(post?.text).toBe('<b>Rye</b> *today*\n\nhttps://bakery.test/rye/tracked');
  });

  it('goes to the supergroup that the group became, and says what to enter', async () => {
    const old = chat({ id: -77, type: 'group', movedTo: -1_009 });
    const { adapter, account, shelf } = bot(old, chat({ id: -1_009, type: 'supergroup' }));
    expect(await adapter.deliver(account, delivery())).toMatchObject({
      ...{ kind: 'delivered', remoteId: expect.stringMatching(/^-1009\//) },
      note: expect.stringContaining('enter -1009 as the chat'),
    });
    expect(await shelf.list({ limit: 10 })).toHaveLength(1);
  });

  it.each([
    ['was thrown out', chat({ mayPost: null }), 'telegram.may-not-post'],
    ['may not post', chat({ mayPost: false }), 'telegram.may-not-post'],
  ])('of a bot that %s waits, and the test of the channel says why', async (_, one, code) => {
    const { adapter, account, shelf } = bot(one);
    expect(await adapter.deliver(account, delivery())).toMatchObject({ kind: 'blocked', code });
    expect(await adapter.test(account)).toMatchObject({
      ...{ state: 'blocked', message: expect.stringContaining('may post messages') },
    });
    expect(await shelf.list({ limit: 10 })).toEqual([]);
  });
});

describe('a test of the channel', () => {
  it('says who the bot is, where it posts, and how many read it', async () => {
    const { adapter, account, shelf, said } = bot(chat({ username: 'bakery' }));
    const { state, found } = await adapter.test(account);
    expect(state).toBe('ready');
    expect(found).toEqual([
      { label: 'Bot', value: '@bakery_bot' },
      { label: 'Chat', value: 'Bakery, @bakery' },
      { label: 'Subscribers', value: '12' },
      { label: 'Text', value: 'up to 4096 characters, 1024 with pictures' },
      { label: 'Pictures', value: 'up to 10, or one video' },
    ]);
    expect(said).toEqual(['getMe', 'getChat', 'getChatMember', 'getChatMemberCount']);
    expect(await shelf.list({ limit: 10 })).toEqual([]);
  });
});

describe('taking back', () => {
  it('deletes every message of an album, also where some are gone already', async () => {
    const { adapter, account, shelf, said } = bot(chat({}));
    const sent = delivery({ pictures: pictures(3) });
    const outcome = await adapter.deliver(account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const there = published(sent, outcome.remoteId);
    expect(await adapter.recall?.(account, there)).toMatchObject({ kind: 'recalled' });
    expect(said.filter((one) => one === 'deleteMessage')).toHaveLength(3);
    expect(await shelf.list({ limit: 10 })).toEqual([]);
    expect(await adapter.recall?.(account, there)).toMatchObject({ kind: 'gone' });
  });

  it.each([
    [0, 'editMessageText'],
    [1, 'editMessageCaption'],
    [3, 'editMessageCaption'],
  ])('with %i pictures is corrected by %s, and keeps them', async (count, method) => {
    const { adapter, account, shelf, said } = bot(chat({}));
    const sent = delivery({ pictures: pictures(count) });
    const outcome = await adapter.deliver(account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const [before] = await shelf.list({ limit: 10 });
    const correction = { ...published(sent, outcome.remoteId), copy: { ...sent.copy, text: 'Right price' } };
    expect(await adapter.correct?.(account, correction)).toMatchObject({ kind: 'corrected' });
    expect(said.at(-1)).toBe(method);
    const [after] = await shelf.list({ limit: 10 });
    expect(after).toMatchObject({ id: before?.id, text: 'Right price', media: before?.media });
  });

  it('is not corrected where the bot may post no more, and says what to do', async () => {
    const { adapter, account } = bot(chat({}));
    const sent = delivery();
    const outcome = await adapter.deliver(account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const correction = { ...published(sent, outcome.remoteId), copy: { ...sent.copy, text: 'Right price' } };
    const silenced = bot(chat({ mayPost: false }));
    expect(await silenced.adapter.correct?.(silenced.account, correction)).toMatchObject({
      ...{ kind: 'kept', code: 'telegram.not-editable' },
      message: expect.stringContaining('Edit it in Telegram'),
    });
  });

  it.each([
    [47, false, 'recalled'],
    [49, false, 'kept'],
    [49, true, 'recalled'],
  ] as const)('after %i hours, where the bot may delete messages %s: %s', async (hours, mayDelete, kind) => {
    const { adapter, account, clock } = bot(chat({ mayDelete }));
    const sent = delivery();
    const outcome = await adapter.deliver(account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    clock.now += hours * hour;
    const end = await adapter.recall?.(account, published(sent, outcome.remoteId));
    expect(end).toMatchObject({ kind, message: expect.stringMatching(/\.$/) });
  });
});

describe('the practice network is as strict as Telegram', () => {
  const now = () => 1;
  const network = telegramPractice({
    ...{ shelf: memoryShelf(), now },
    botOf: (given) => (given === token ? { account: 'bakery', name: 'bakery', chats: [chat({})] } : null),
  });
  const call = async (method: string, body: object, as = token) => {
    const answer = await network.answer(
      {
        ...{ method: 'POST', url: new URL(`https://practice.invalid/bot${as}/${method}`) },
        ...{ headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) },
      },
      {},
    );
    return JSON.parse(String(answer.body)) as { ok: boolean; error_code?: number; description?: string };
  };
  it.each([
    ['a token that nobody has', 'getMe', {}, 401, /^Unauthorized$/, `1:${'B'.repeat(35)}`],
    ['a method that is none', 'sendLetter', {}, 404, /^Not Found$/, token],
    ['no chat', 'sendMessage', { text: 'Rye' }, 400, /chat_id/, token],
    [
      'another chat',
      'sendMessage',
      { chat_id: '@other', text: 'Rye' },
      400,
      /^Bad Request: chat not found$/,
      token,
    ],
    [
      'a field that is none',
      'sendMessage',
      { chat_id: -1_001_234, text: 'Rye', html: 1 },
      400,
      /html/,
      token,
    ],
    ['no words', 'sendMessage', { chat_id: -1_001_234, text: ' ' }, 400, /message text is empty$/, token],
    [
      'too many words',
      'sendMessage',
      { chat_id: -1_001_234, text: 'x'.repeat(4_097) },
      400,
      /message is too long$/,
      token,
    ],
    ['an album of one', 'sendMediaGroup', { chat_id: -1_001_234, media: '[]' }, 400, /media/, token],
  ] as const)('%s', async (_, method, body, code, description, as) => {
    expect(await call(method, body, as)).toMatchObject({
      ...{ ok: false, error_code: code, description: expect.stringMatching(description) },
    });
  });
});
