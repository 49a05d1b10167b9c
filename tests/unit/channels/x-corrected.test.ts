import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { z } from 'zod';
import { x } from '../../../server/channels/x';
import { xAccountOf, xCall } from '../../../server/channels/x-api';
import { inside } from '../../../server/practice/inside';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import { xPractice } from '../../../server/practice/x';
import type { Answer, Answered, Outgoing, OutgoingRequest } from '../../../server/http/outgoing';
import type { Account, Correction, Delivery } from '../../../src/channels/channel';
import type { Copy } from '../../../src/channels/schema';
import { sourceOf } from '../pictures/source';
import { videosOf } from '../video/source';

const keys = {
  ...{ consumerKey: 'app', consumerSecret: 'app-secret' },
  ...{ accessToken: 'token', accessTokenSecret: 'token-secret' },
};
const others = { ...keys, accessToken: 'other' };
const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();
const minute = 60_000;

/** An account of X whose clock is moved by hand, and every call that was made. */
function account({ hasPremium = true }: { hasPremium?: boolean } = {}) {
  const shelf = memoryShelf();
  const clock = { now: Date.UTC(2026, 10, 27, 8) };
  const now = () => clock.now;
  const keysOf = (key: string, token: string) =>
    key !== keys.consumerKey
      ? null
      : token === keys.accessToken
        ? { ...keys, account: 'bakery' }
        : token === others.accessToken
          ? { ...others, account: 'café' }
          : null;
  const world = practiceWorld({
    networks: [xPractice({ shelf, keysOf, hasPremium: () => hasPremium, now })],
    now,
    sleep: async () => undefined,
  });
  const http = inside(world, 'x');
  const asked: string[] = [];
  /** What is done with an answer before it is heard. */
  const line: { hear: (request: OutgoingRequest, answer: Answered) => Answer } = {
    hear: (_, answer) => answer,
  };
  const through: Outgoing = {
    async send(request) {
      asked.push(`${request.method} ${new URL(request.url).pathname.replace(/\d{5,}/, ':id')}`);
      const answer = await http.send(request);
      return answer.kind === 'answered' ? line.hear(request, answer) : answer;
    },
  };
  const adapter = x({
    http: through,
    pictures: sourceOf(photo),
    videos: videosOf(),
    now,
    sleep: async () => undefined,
  });
  const own: Account = { key: 'k', kind: 'x', name: 'X', settings: {}, secret: keys };

  /** Something that went out, and the correction of its words. */
  async function sent(part: Partial<Copy> = {}) {
    const delivery: Delivery = {
      ...{ publication: randomUUID(), attempt: 1, campaign: 'c', seal: 's', pageUrl: null, createdAt: 0 },
      entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
      copy: { text: 'Rye is 2.40 & fresh', link: null, pictures: [], edited: false, ...part },
      dueAt: clock.now,
      track: async (url) => `${url}/l/tracked`,
      beat: async () => true,
    };
    const outcome = await adapter.deliver(own, delivery);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const { remoteId, url } = outcome;
    const published = { ...delivery, remoteId, url };
    asked.length = 0;
    return {
      id: remoteId,
      published,
      as: (text: string, id = remoteId): Correction => ({
        ...{ ...published, remoteId: id },
        copy: { ...delivery.copy, text },
      }),
    };
  }
  const correct = async (correction: Correction) => adapter.correct?.(own, correction);
  /** What X answers to a body. */
  async function status(json: object, secret: object = keys): Promise<number> {
    const known = xAccountOf({ ...own, secret });
    if (!known) throw new Error('no keys');
    const answer = await xCall(through, known, { path: '/tweets', json, answer: z.unknown() }, now);
    return 'refusal' in answer ? answer.refusal.status : 201;
  }
  const said = async () => (await shelf.list({ limit: 10 })).map(({ text }) => text);
  return { adapter, own, shelf, clock, asked, line, sent, correct, said, status };
}

describe('a correction on X', () => {
  it('is a new post in the place of the old one, with its link and its pictures', async () => {
    const { sent, correct, shelf, asked, said } = account();
    const bread = { hash: 'a', url: '/a.png', alt: 'A loaf' };
    const { id, as } = await sent({ link: 'https://bakery.de', pictures: [bread] });
    const end = await correct(as('Rye is 4.20 & fresh, at bakery.de'));
    if (end?.kind !== 'corrected' || !end.remote) throw new Error(end?.message);
    expect(end.remote).toEqual({
      remoteId: expect.stringMatching(/^\d+$/),
      url: `https://x.com/i/status/${end.remote.remoteId}`,
    });
    expect(end.remote.remoteId).not.toBe(id);
    expect(end.sent?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(asked).toEqual(['GET /2/tweets/:id', 'POST /2/tweets']);
    expect(await said()).toEqual(['Rye is 4.20 & fresh, at bakery.de\n\nhttps://bakery.de/l/tracked']);
    const [first, next] = [await shelf.byId('x', id), await shelf.byId('x', end.remote.remoteId)];
    expect(next?.media).toEqual(first?.media);
    expect(next?.content).toMatchObject({ alts: ['A loaf'], before: [id] });
  });

  it('that is there already is not posted again, by whichever id it is asked for', async () => {
    const { sent, correct, asked, said } = account();
    const { as } = await sent();
    const words = as('Rye is 4.20, at bakery.de & elsewhere');
    const first = await correct(words);
    const again = await correct(words);
    expect([first, again]).toMatchObject([{ kind: 'corrected' }, { kind: 'corrected' }]);
    expect(again).toMatchObject({ remote: first?.kind === 'corrected' ? first.remote : null });
    expect(asked.filter((one) => one === 'POST /2/tweets')).toHaveLength(1);
    expect(await said()).toHaveLength(1);
  });

  it('whose answer was lost is found by the next try', async () => {
    const { sent, correct, line, said, asked } = account();
    const { id, as } = await sent();
    line.hear = ({ method }, answer) =>
      method === 'POST' ? { kind: 'lost', message: 'The line broke.' } : answer;
    expect(await correct(as('Rye is 4.20'))).toMatchObject({
      ...{ kind: 'failed', code: 'correction.not-done' },
      message: expect.stringContaining('is not known'),
    });
    line.hear = (_, answer) => answer;
    const end = await correct(as('Rye is 4.20'));
    expect(end).toMatchObject({ kind: 'corrected', remote: { remoteId: expect.not.stringMatching(id) } });
    expect(await said()).toEqual(['Rye is 4.20']);
    expect(asked.filter((one) => one === 'POST /2/tweets')).toHaveLength(1);
  });

  it('that X took before it failed may be there, and is said to', async () => {
    const { sent, correct, line } = account();
    const { as } = await sent();
    line.hear = ({ method }, answer) => (method === 'POST' ? { ...answer, status: 503 } : answer);
    expect(await correct(as('Rye is 4.20'))).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('is not known'),
    });
  });

  it('that X refuses is looked up once more: perhaps an earlier one could not be read yet', async () => {
    const { sent, correct, line, asked, said } = account();
    const { as } = await sent();
    await correct(as('Rye is 4.20'));
    let reads = 0;
    // The first look does not see the edit yet.
    line.hear = ({ method, url }, answer) => {
      if (method !== 'GET' || (reads += 1) > 1) return answer;
      const id = new URL(url).pathname.split('/').at(-1);
      return rewritten(answer, (body) => ({ data: { ...body.data, edit_history_tweet_ids: [id] } }));
    };
    asked.length = 0;
    expect(await correct(as('Rye is 4.20'))).toMatchObject({ kind: 'corrected' });
    expect(asked.filter((one) => one.startsWith('GET'))).toHaveLength(3);
    expect(await said()).toEqual(['Rye is 4.20']);
  });

  it.each([
    [0, 'corrected', ''],
    [29, 'corrected', ''],
    [30, 'kept', 'x.edit-too-late'],
  ])('%i minutes later is %s', async (minutes, kind, code) => {
    const { sent, correct, clock, asked } = account();
    const { as } = await sent();
    clock.now += minutes * minute;
    expect(await correct(as('Rye is 4.20'))).toMatchObject({ kind, code });
    expect(asked.includes('POST /2/tweets')).toBe(kind === 'corrected');
  });

  it('goes through five times', async () => {
    const { sent, correct } = account();
    const { as } = await sent();
    const ends = [];
    for (const price of [1, 2, 3, 4, 5, 6]) ends.push(await correct(as(`Rye is ${price}.00`)));
    expect(ends.map((end) => end?.code)).toEqual(['', '', '', '', '', 'x.edits-used-up']);
    // Each of them is a version of the same post, whose time began with the first.
    expect(await correct(as('Rye is 5.00'))).toMatchObject({ kind: 'corrected' });
  });

  it('of a post that X lets nobody edit asks nothing more', async () => {
    const { sent, correct, line, asked } = account();
    const { as } = await sent();
    line.hear = (_, answer) =>
      rewritten(answer, ({ data }) => ({
        data: { ...data, edit_controls: { ...data?.edit_controls, is_edit_eligible: false } },
      }));
    expect(await correct(as('Rye is 4.20'))).toMatchObject({ kind: 'kept', code: 'x.not-editable' });
    expect(asked).toEqual(['GET /2/tweets/:id']);
  });

  it.each([
    ['neither the post nor a reason', {}, 'failed'],
    [
      'that the post is not for this account',
      { errors: [{ type: 'https://api.x.com/2/problems/not-authorized-for-resource' }] },
      'failed',
    ],
    [
      'that it is not there',
      { errors: [{ type: 'https://api.x.com/2/problems/resource-not-found' }] },
      'gone',
    ],
  ])('that is answered with %s posts nothing', async (_, body, kind) => {
    const { sent, correct, line, asked } = account();
    const { as } = await sent();
    line.hear = (__, answer) => rewritten(answer, () => body);
    expect(await correct(as('Rye is 4.20'))).toMatchObject({ kind });
    expect(asked).toEqual(['GET /2/tweets/:id']);
  });

  it('of an account without X Premium keeps the words, and says what to do', async () => {
    const { sent, correct, said } = account({ hasPremium: false });
    const { as } = await sent();
    expect(await correct(as('Rye is 4.20'))).toMatchObject({
      ...{ kind: 'kept', code: 'x.edit-refused' },
      message: expect.stringMatching(/not permitted.*X Premium.*Take the post back/),
    });
    expect(await said()).toEqual(['Rye is 2.40 & fresh']);
  });

  it('of a post that is gone says so', async () => {
    const { sent, correct, adapter, own } = account();
    const { as, published } = await sent();
    await correct(as('Rye is 4.20'));
    // By the first id: deleting one version deletes all.
    expect(await adapter.recall?.(own, { ...published, recalledAt: 0 })).toMatchObject({ kind: 'recalled' });
    expect(await correct(as('Rye is 5.00'))).toMatchObject({ kind: 'gone' });
  });
});

describe('a post of X that was edited', () => {
  it('is counted as one: all that its versions got', async () => {
    const { sent, correct, adapter, own, shelf } = account();
    const { id, as } = await sent();
    const end = await correct(as('Rye is 4.20'));
    const next = end?.kind === 'corrected' ? (end.remote?.remoteId ?? '') : '';
    await shelf.change('x', id, { counts: { likes: 3, views: 40, clicks: 2 } });
    await shelf.change('x', next, { counts: { likes: 4, views: 10 } });
    const other = await sent({ text: 'Buns' });
    await shelf.change('x', other.id, { counts: { likes: 1 } });
    // What X does not tell of every version it does not tell of the post.
    const sum = { likes: 7, views: 50 };
    expect(await adapter.counts?.(own, [id, other.id])).toEqual(
      new Map<string, object>([
        [id, sum],
        [other.id, { likes: 1 }],
      ]),
    );
    expect(await adapter.counts?.(own, [next])).toEqual(new Map([[next, sum]]));
  });

  it('is not counted while a version of it cannot be read', async () => {
    const { sent, correct, adapter, own, shelf, line } = account();
    const { id, as } = await sent();
    const end = await correct(as('Rye is 4.20'));
    const next = end?.kind === 'corrected' ? (end.remote?.remoteId ?? '') : '';
    for (const one of [id, next]) await shelf.change('x', one, { counts: { likes: 3 } });
    line.hear = ({ url }, answer) =>
      new URL(url).searchParams.get('ids') === id
        ? rewritten(answer, () => ({
            errors: [{ resource_id: id, type: 'https://api.x.com/2/problems/resource-not-found' }],
          }))
        : answer;
    expect(await adapter.counts?.(own, [next])).toEqual(new Map());
  });

  it('is taken back with the thread that stands beneath its first version', async () => {
    const { sent, correct, adapter, own, said } = account();
    const { as, published } = await sent({
      replies: [{ text: 'Baked at four.' }, { text: 'Gone by nine.' }],
    });
    const end = await correct(as('Rye is 4.20'));
    if (end?.kind !== 'corrected' || !end.remote) throw new Error(end?.message);
    expect(await said()).toEqual(['Rye is 4.20', 'Gone by nine.', 'Baked at four.']);
    const taken = await adapter.recall?.(own, { ...published, ...end.remote, recalledAt: 0 });
    expect(taken).toMatchObject({ kind: 'recalled' });
    expect(await said()).toEqual([]);
  });
});

describe('the practice network answers an edit as strictly as X', () => {
  it.each<[string, (the: { id: string; next: string }) => object, number]>([
    ['a post that it never had', () => ({ edit_options: { previous_post_id: '1' } }), 403],
    ['a version that is not the newest', ({ id }) => ({ edit_options: { previous_post_id: id } }), 403],
    ['its newest version', ({ next }) => ({ edit_options: { previous_post_id: next } }), 201],
    ['no post at all', () => ({ edit_options: {} }), 400],
    [
      'an option that X does not know',
      ({ next }) => ({ edit_options: { previous_post_id: next, more: 1 } }),
      400,
    ],
    [
      'a post that is to be an answer as well',
      ({ next }) => ({ edit_options: { previous_post_id: next }, reply: { in_reply_to_tweet_id: next } }),
      400,
    ],
  ])('of %s', async (_, bodyOf, status) => {
    const { sent, correct, status: answered } = account();
    const { id, as } = await sent();
    const end = await correct(as('Rye is 4.20'));
    const next = end?.kind === 'corrected' ? (end.remote?.remoteId ?? '') : '';
    expect(await answered({ text: 'Rye is 5.00', ...bodyOf({ id, next }) })).toBe(status);
  });

  it('by another account, or too late', async () => {
    const { sent, status, clock } = account();
    const { id } = await sent();
    const edit = { edit_options: { previous_post_id: id } };
    expect(await status({ text: 'Rye is 5.00', ...edit }, others)).toBe(403);
    clock.now += 30 * minute;
    expect(await status({ text: 'Rye is 5.00', ...edit })).toBe(403);
    expect(await status({ text: 'Rye is 5.00' })).toBe(201);
  });
});

interface Shown {
  readonly data?: { readonly edit_controls?: object };
}
const rewritten = (answer: Answered, change: (body: Shown) => object): Answered => ({
  ...answer,
  bytes: Buffer.from(JSON.stringify(change(JSON.parse(answer.bytes.toString('utf8')) as Shown))),
});
