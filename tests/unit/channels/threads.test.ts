import { threads } from '../../../server/channels/meta/threads';
import { inside } from '../../../server/practice/inside';
import { asJson } from '../../../server/practice/network';
import { threadsPractice } from '../../../server/practice/meta/threads';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import type { Delivery } from '../../../src/channels/channel';
import { threadsCharacters, threadsLength } from '../../../src/channels/counters/threads';
import { loadedFrom } from '../video/source';

const day = 86_400_000;

function room() {
  const world = { now: Date.UTC(2026, 10, 27), extended: '' as string | null, asked: 0, isAtHome: false };
  const now = () => world.now;
  const shelf = memoryShelf();
  const films = loadedFrom();
  const profileOf = (token: string) => (token.startsWith('THAA') ? 'bakery' : null);
  const network = threadsPractice({ shelf, profileOf, now, ...films });
  const http = inside(
    practiceWorld({
      networks: [
        {
          ...network,
          async answer(request, hints) {
            if (request.url.pathname !== '/refresh_access_token') return network.answer(request, hints);
            world.asked += 1;
            if (world.extended === null) return network.answer(request, hints);
            return asJson(200, { access_token: world.extended, token_type: 'bearer', expires_in: 5_184_000 });
          },
        },
      ],
      now,
      sleep: async () => undefined,
    }),
    'threads',
  );
  const kept = new Map<string, unknown>();
  const sessions = {
    load: async (key: string) => kept.get(key) ?? null,
    save: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const adapter = threads({
    ...{ ...films, http, sessions, now, sleep: async () => undefined },
    served: async ({ hash }) =>
      world.isAtHome ? { atHome: 'http://localhost:1337' } : { url: `https://cms.test/${hash}.jpg` },
  });
  const account = {
    ...{ key: 'k', kind: 'threads' as const, name: 'Threads', secret: { accessToken: 'THAA1' } },
    settings: { server: 'https://practice.invalid' },
  };
  const delivery = (part: Partial<Delivery['copy']> = {}): Delivery => ({
    ...{ publication: 'p', attempt: 1, campaign: 'c', seal: 's', pageUrl: null },
    entry: { uid: 'api::article.article', documentId: 'd', locale: null },
    copy: { text: 'Fresh rye', link: null, pictures: [], edited: false, ...part },
    ...{ createdAt: now() - 60_000, dueAt: now() - 1_000 },
    track: async (url) => `${url}?t=p`,
    beat: async () => true,
  });
  return { ...{ world, shelf, kept, adapter, account, delivery } };
}

const picture = (hash: string) => ({ hash, url: `/${hash}.png`, alt: 'Bread' });

describe('the token of a profile', () => {
  it('is extended once for all who ask at the same time, and kept', async () => {
    const { world, kept, adapter, account } = room();
    world.extended = 'THAA2';
    await Promise.all([adapter.test(account), adapter.test(account), adapter.test(account)]);
    expect(world.asked).toBe(1);
    expect(kept.get('k')).toMatchObject({ accessToken: 'THAA2' });
    expect(adapter.validUntil?.(account)).toBe(world.now + 60 * day);
    world.now += 31 * day;
    await adapter.test(account);
    expect(world.asked).toBe(2);
  });

  it.each([[''], [null]])('stays as it is where the answer is %j', async (extended) => {
    const { world, kept, adapter, account } = room();
    world.extended = extended;
    expect(await adapter.test(account)).toMatchObject({ state: 'ready' });
    expect((kept.get('k') as { accessToken?: string } | undefined)?.accessToken ?? 'THAA1').toBe('THAA1');
  });

  it('that was entered anew is used from then on', async () => {
    const { world, adapter, account } = room();
    world.extended = 'THAA2';
    await adapter.test(account);
    const stranger = { ...account, secret: { accessToken: 'nobody' } };
    world.extended = null;
    expect(await adapter.test(stranger)).toMatchObject({ state: 'reauthorise' });
  });
});

describe('a post on Threads', () => {
  it.each([0, 1, 2, 3])('with %i pictures is there once, and found', async (count) => {
    const { shelf, adapter, account, delivery } = room();
    const pictures = Array.from({ length: count }, (_, n) => picture(`a${n}`));
    const sent = delivery({ pictures });
    expect(await adapter.deliver(account, sent)).toMatchObject({
      ...{ kind: 'delivered', url: expect.stringContaining('threads.net') },
    });
    expect(await adapter.deliver(account, sent)).toMatchObject({ kind: 'duplicate' });
    expect(await adapter.find?.(account, sent)).toMatchObject({ remoteId: expect.stringMatching(/^178/) });
    expect(await shelf.list({ limit: 10 })).toMatchObject([{ text: 'Fresh rye' }]);
  });

  it('waits for somebody to set the public address where nobody outside reaches this server', async () => {
    const { world, adapter, account, delivery } = room();
    world.isAtHome = true;
    expect(await adapter.deliver(account, delivery({ pictures: [picture('a')] }))).toMatchObject({
      ...{ kind: 'rejected', code: 'threads.not-reachable' },
      message: expect.stringContaining('Set the public address of Strapi'),
    });
  });
});

it.each([
  ['Fresh rye', 9],
  ['Brötchen', 8],
  ['🥖', 4],
  ['👨‍👩‍👧‍👦', 25],
  ['1️⃣', 7],
])('%s counts as %i', (text, length) => {
  expect(threadsCharacters(text)).toBe(length);
});

it('The tracked address of the page counts', () => {
  expect(threadsLength('Rye', 'https://bakery.test')).toBe(3 + 2 + 160);
});
