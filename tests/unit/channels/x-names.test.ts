import { randomUUID } from 'node:crypto';
import { byNewNames, inOldNames, isUnknownName } from '../../../server/channels/x-names';
import { x } from '../../../server/channels/x';
import type { Answer, Outgoing } from '../../../server/http/outgoing';
import { inside } from '../../../server/practice/inside';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import { xPractice } from '../../../server/practice/x';
import type { Account, Delivery } from '../../../src/channels/channel';
import { sourceOf } from '../pictures/source';
import { videosOf } from '../video/source';

const start = Date.UTC(2026, 10, 27, 8);
const scopes = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'];

/** What X says of a name that it does not know. */
const unknown = {
  errors: [
    {
      parameters: { 'tweet.fields': ['entities'] },
      message: 'The query parameter [tweet.fields] is not one of [ids,post.fields,expansions]',
    },
  ],
  title: 'Invalid Request',
  detail: 'One or more parameters to your request was invalid.',
  type: 'https://api.x.com/2/problems/invalid-request',
};

/** X as it knows the new names alone: it is asked by these, and answers by these. */
function byNewNamesAlone(http: Outgoing, asked: string[]): Outgoing {
  const answered = (status: number, body: unknown): Answer => ({
    ...{ kind: 'answered', status, headers: {}, isWhole: true, url: 'https://api.x.com' },
    bytes: Buffer.from(JSON.stringify(body)),
  });
  return {
    async send(request) {
      const url = new URL(request.url);
      asked.push(
        `${request.method} ${url.pathname.replace(/\d{5,}/, ':id')} ${[...url.searchParams.keys()]}`,
      );
      if (url.searchParams.has('tweet.fields')) return answered(400, unknown);
      const fields = url.searchParams.get('post.fields')?.split(',') ?? [];
      const expansions = url.searchParams.get('expansions')?.split(',') ?? [];
      const known = ['edit_history_post_ids', 'referenced_posts'];
      if (expansions.some((one) => !known.includes(one))) return answered(400, {});
      url.searchParams.delete('post.fields');
      url.searchParams.delete('expansions');
      const old = [...fields, ...(expansions.includes('referenced_posts') ? ['referenced_tweets'] : [])];
      if (old.length > 0) url.searchParams.set('tweet.fields', old.join());
      const answer = await http.send({ ...request, url: url.href });
      if (answer.kind !== 'answered') return answer;
      const text = answer.bytes
        .toString()
        .replaceAll('referenced_tweets', 'referenced_posts')
        .replaceAll('edit_history_tweet_ids', 'edit_history_post_ids');
      return { ...answer, bytes: Buffer.from(text) };
    },
  };
}

describe('the names that X has for posts', () => {
  it('are asked for anew where X knows only the new ones: found, counted, corrected, taken back', async () => {
    const shelf = memoryShelf();
    const clock = { now: start };
    const now = () => clock.now;
    const network = xPractice({
      ...{ shelf, now, keysOf: () => null },
      bearerOf: (token) => (token === 'bearer' ? { account: 'bakery', scopes } : null),
    });
    const world = practiceWorld({ networks: [network], now, sleep: async () => undefined });
    const asked: string[] = [];
    const adapter = x({
      http: byNewNamesAlone(inside(world, 'x'), asked),
      ...{
        pictures: sourceOf(Promise.resolve(new Uint8Array())),
        videos: videosOf(),
        now,
        sleep: async () => undefined,
      },
    });
    const account: Account = {
      ...{ key: 'k', kind: 'x', name: 'X', settings: {} },
      secret: { accessToken: 'bearer', connection: {} },
    };
    const delivery: Delivery = {
      ...{ publication: randomUUID(), attempt: 1, campaign: 'c', seal: 's', pageUrl: null, createdAt: start },
      entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
      copy: {
        ...{ text: 'Rye', link: null, pictures: [], edited: false },
        replies: [{ text: 'And wheat' }],
      },
      dueAt: start,
      track: async (url) => url,
      beat: async () => true,
    };
    const done = await adapter.deliver(account, delivery);
    if (done.kind !== 'delivered') throw new Error(JSON.stringify(done));
    expect(await adapter.find?.(account, delivery)).toMatchObject({ remoteId: done.remoteId });
    expect((await adapter.counts?.(account, [done.remoteId]))?.get(done.remoteId)).toMatchObject({
      likes: 0,
    });
    const sent = { ...delivery, remoteId: done.remoteId, url: done.url };
    const corrected = await adapter.correct?.(account, { ...sent, copy: { ...delivery.copy, text: 'Rye!' } });
    expect(corrected).toMatchObject({ kind: 'corrected', remote: { remoteId: expect.any(String) } });
    const remote = corrected?.kind === 'corrected' && corrected.remote ? corrected.remote : sent;
    const taken = await adapter.recall?.(account, { ...sent, ...remote, recalledAt: start });
    expect(taken).toMatchObject({ kind: 'recalled' });
    expect((await shelf.list({ limit: 10 })).filter(({ deletedAt }) => deletedAt === null)).toEqual([]);
    expect(asked).toContain('GET /2/tweets/:id tweet.fields');
    expect(asked).toContain('GET /2/tweets/:id post.fields,expansions');
  });

  it('become the new ones: relations are expansions there', () => {
    expect(byNewNames({ ids: '1', 'tweet.fields': 'entities,referenced_tweets' })).toEqual({
      ids: '1',
      'post.fields': 'entities',
      expansions: 'edit_history_post_ids,referenced_posts',
    });
    expect(byNewNames({ ids: '1' })).toBeNull();
  });

  it.each([
    ['a name that is not known', unknown, true],
    [
      'a value that is not known',
      { errors: [{ message: 'The `tweet.fields` query parameter value [x] is not one of [id]' }] },
      false,
    ],
    ['something else', { title: 'Invalid Request', detail: 'No' }, false],
    ['no words', null, false],
  ])('are refused by %s', (_, answer, is) => {
    expect(isUnknownName(answer)).toBe(is);
  });

  it('are read by either', () => {
    const post = {
      id: '2',
      referenced_posts: [{ type: 'replied_to', id: '1' }],
      edit_history_post_ids: ['2'],
    };
    expect(inOldNames({ data: [post], meta: { result_count: 1 } })).toEqual({
      data: [
        { id: '2', referenced_tweets: [{ type: 'replied_to', id: '1' }], edit_history_tweet_ids: ['2'] },
      ],
      meta: { result_count: 1 },
    });
  });
});
