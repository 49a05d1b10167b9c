import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { bluesky } from '../../server/channels/bluesky';
import { mastodon } from '../../server/channels/mastodon';
import type { Pictures } from '../../server/channels/pictures';
import { webhook } from '../../server/channels/webhook';
import { outgoing } from '../../server/http/outgoing';
import type { FaultOrder } from '../../server/practice/faults';
import type { Account, ChannelAdapter, Delivery, Outcome } from '../../src/channels/channel';
import { recallWays } from '../../src/publishing/operations/recall-ways';
import { startBluesky, type BlueskyServer } from '../network/bluesky';
import { startPractice, type PracticeServer } from '../network/practice/server';

const http = outgoing(['127.0.0.1', 'localhost']);
const photo = sharp({ create: { width: 600, height: 400, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();
const pictures: Pick<Pictures, 'load'> = {
  load: async (hash) => ({ kind: 'loaded', bytes: await photo, address: hash }),
};
const now = Date.now;

/** What one kind of channel needs to be held against the contract. */
interface Case {
  readonly adapter: ChannelAdapter;
  readonly account: Account;
  /** What no message may say. */
  readonly secrets: readonly string[];
  /** The account with credentials that nobody knows. */
  readonly stranger: Account;
  /** How often this text is there. */
  readonly count: (text: string) => Promise<number>;
  /** Sends everything to a port where nobody listens. */
  readonly nowhere: Account;
}

const delivery = (text: string, changes: Partial<Delivery> = {}): Delivery => ({
  publication: randomUUID(),
  attempt: 1,
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
  campaign: randomUUID(),
  seal: 'seal',
  copy: { text, link: null, pictures: [{ hash: 'a', url: '/a.png', alt: 'Bread' }], edited: false },
  pageUrl: null,
  createdAt: now() - 3_600_000,
  dueAt: now() - 1_000,
  track: async (url) => url,
  beat: async () => true,
  ...changes,
});

const account = (kind: Account['kind'], settings: object, secret: object): Account => ({
  ...{ key: randomUUID(), kind, name: kind, settings, secret },
});

let practice: PracticeServer;
let sky: BlueskyServer;
const cases = new Map<string, Case>();

beforeAll(async () => {
  [practice, sky] = await Promise.all([startPractice(), startBluesky()]);
  const token = practice.token('bakery');
  const toot = (accessToken: string, instance = practice.url) =>
    account('mastodon', { instance }, { accessToken });
  cases.set('mastodon', {
    adapter: mastodon({ http, pictures, now, sleep: async () => undefined }),
    account: toot(token),
    secrets: [token],
    stranger: toot('nobody-knows-me'),
    count: async (text) => (await practice.posts('mastodon')).filter((post) => post.text === text).length,
    nowhere: toot(token, 'http://127.0.0.1:9'),
  });
  const receiver = practice.receiver('partner');
  const other = practice.receiver('other');
  const hook = (url: string, signingSecret = receiver.secret) =>
    account('webhook', { url }, { signingSecret });
  cases.set('webhook', {
    adapter: webhook({ http, absolute: async (url) => `https://cms.test${url}`, now }),
    account: hook(receiver.url),
    secrets: [receiver.secret, new URL(receiver.url).pathname],
    stranger: hook(receiver.url, other.secret),
    count: async (text) => (await practice.posts('webhook')).filter((post) => post.text === text).length,
    nowhere: hook('http://127.0.0.1:9/hook'),
  });
  const user = await sky.account('contract');
  const sessions = () => {
    const kept = new Map<string, unknown>();
    return {
      load: async (key: string) => kept.get(key) ?? null,
      save: async (key: string, value: unknown) => void kept.set(key, value),
    };
  };
  const blue = (appPassword: string, service = sky.pdsUrl) =>
    account('bluesky', { service, identifier: user.handle, countsFrom: 'pds' }, { appPassword });
  cases.set('bluesky', {
    adapter: bluesky({ http, pictures, sessions: sessions(), now }),
    account: blue(user.appPassword),
    secrets: [user.appPassword],
    stranger: blue('aaaa-bbbb-cccc-dddd'),
    count: async (text) => (await sky.records(user.did)).filter(({ value }) => value['text'] === text).length,
    nowhere: blue(user.appPassword, 'http://127.0.0.1:9'),
  });
});
afterAll(async () => {
  await practice?.stop();
  await sky?.stop();
});
afterEach(() => practice.heal());

const caseOf = (kind: string): Case => {
  const known = cases.get(kind);
  if (!known) throw new Error(`no case for ${kind}`);
  return known;
};

/** Tries as the engine does: after an outcome that leaves a doubt it looks first, where the channel can. */
async function settled({ adapter, account: own }: Case, sent: Delivery): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await adapter.deliver(own, { ...sent, attempt });
    if (attempt === 5 || (outcome.kind !== 'unknown' && outcome.kind !== 'retry')) return outcome;
    const there = outcome.kind === 'unknown' ? await adapter.find?.(own, sent) : null;
    if (there) return { kind: 'duplicate', ...there };
  }
}

describe.each(['bluesky', 'mastodon', 'webhook'])('A channel of the kind %s keeps the contract', (kind) => {
  test('its test publishes nothing and says what it found', async () => {
    const { adapter, account: own, count } = caseOf(kind);
    const report = await adapter.test(own);
    expect(report).toMatchObject({ state: 'ready' });
    expect(report.found.length).toBeGreaterThan(0);
    expect(await count('')).toBe(0);
  });

  test('a copy is there once it is delivered', async () => {
    const { adapter, account: own, count } = caseOf(kind);
    const sent = delivery(`Delivered ${randomUUID()}`);
    expect(await adapter.deliver(own, sent)).toMatchObject({
      kind: 'delivered',
      remoteId: expect.stringMatching(/./),
    });
    expect(await count(sent.copy.text)).toBe(1);
  });

  test('the same publication again does not make a second one', async () => {
    const one = caseOf(kind);
    const sent = delivery(`Once ${randomUUID()}`);
    for (const attempt of [1, 1, 2, 3]) {
      const outcome = await one.adapter.deliver(one.account, { ...sent, attempt });
      expect(['delivered', 'duplicate']).toContain(outcome.kind);
    }
    expect(await one.count(sent.copy.text)).toBe(1);
  });

  test('what is taken back is gone where that can be, however often it is asked for', async () => {
    const { adapter, account: own, count } = caseOf(kind);
    const sent = delivery(`Back ${randomUUID()}`);
    const outcome = await adapter.deliver(own, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: now() };
    const ends = [await adapter.recall?.(own, published), await adapter.recall?.(own, published)];
    const deletes = recallWays[own.kind] === 'deletes';
    expect(ends.map((end) => end?.kind)).toEqual(deletes ? ['recalled', 'gone'] : ['told', 'told']);
    expect(await count(sent.copy.text)).toBe(deletes ? 0 : 1);
  });

  test('what could not be taken back says so, and says no secret', async () => {
    const { adapter, nowhere, stranger, secrets } = caseOf(kind);
    const published = { ...delivery('Nowhere'), remoteId: '1', url: null, recalledAt: now() };
    for (const who of [nowhere, stranger]) {
      const end = await adapter.recall?.(who, published);
      expect(end).toMatchObject({ kind: 'failed', message: expect.stringMatching(/./) });
      for (const secret of secrets) expect(JSON.stringify(end)).not.toContain(secret);
    }
  });

  test('what was never sent is not found', async () => {
    const { adapter, account: own } = caseOf(kind);
    if (adapter.find) expect(await adapter.find(own, delivery(`Never ${randomUUID()}`))).toBeNull();
  });

  test('whoever lost the lease publishes nothing', async () => {
    const { adapter, account: own, count } = caseOf(kind);
    const sent = delivery(`Lost ${randomUUID()}`, { beat: async () => false });
    expect(await adapter.deliver(own, sent)).toMatchObject({ kind: 'retry' });
    expect(await count(sent.copy.text)).toBe(0);
  });

  test('credentials that nobody knows are asked for anew, in the test and while sending', async () => {
    const { adapter, stranger, count } = caseOf(kind);
    const sent = delivery(`Stranger ${randomUUID()}`);
    expect(await adapter.deliver(stranger, sent)).toMatchObject({ kind: 'reauthorise' });
    expect(await adapter.test(stranger)).toMatchObject({ state: 'reauthorise' });
    expect(await count(sent.copy.text)).toBe(0);
  });

  test('where nobody listens, it is certain that nothing arrived', async () => {
    const { adapter, nowhere } = caseOf(kind);
    expect(await adapter.deliver(nowhere, delivery('Nowhere'))).toMatchObject({ kind: 'retry' });
    expect(await adapter.test(nowhere)).toMatchObject({ state: 'failed' });
  });

  test('an address in a private network is not called', async () => {
    const guarded: Record<string, ChannelAdapter> = {
      mastodon: mastodon({ http: outgoing([]), pictures, now, sleep: async () => undefined }),
      webhook: webhook({ http: outgoing([]), absolute: async (url) => url, now }),
      bluesky: bluesky({
        ...{ http: outgoing([]), pictures, now },
        sessions: { load: async () => null, save: async () => undefined },
      }),
    };
    const outcome = await guarded[kind]?.deliver(caseOf(kind).account, delivery('Inside'));
    expect(outcome).toMatchObject({ kind: 'blocked', code: 'outgoing.refused' });
  });

  test('no message says a secret', async () => {
    const { adapter, account: own, stranger, nowhere, secrets } = caseOf(kind);
    const said: unknown[] = [];
    for (const who of [own, stranger, nowhere])
      said.push(await adapter.test(who), await adapter.deliver(who, delivery(`Quiet ${randomUUID()}`)));
    for (const secret of [...secrets, 'nobody-knows-me', 'aaaa-bbbb-cccc-dddd'])
      expect(JSON.stringify(said)).not.toContain(secret);
  });
});

type Row = readonly [
  what: string,
  fault: FaultOrder['fault'],
  mastodon: Outcome['kind'],
  webhook: Outcome['kind'],
];

/** What follows when it happens to the request that publishes; every row ends with the copy there once, or not at all. */
const faults: readonly Row[] = [
  ['it takes its time', { kind: 'latency', ms: 50 }, 'delivered', 'delivered'],
  ['too many calls, and nobody says until when', { kind: 'too-many' }, 'retry', 'retry'],
  ['too many calls for a while', { kind: 'too-many', retryAfter: 30 }, 'parked', 'retry'],
  ['the quota is used up', { kind: 'quota', seconds: 60 }, 'parked', 'retry'],
  ['a server fails before it took it', { kind: 'server-error', accepted: false }, 'unknown', 'unknown'],
  ['a server fails after it took it', { kind: 'server-error', accepted: true }, 'unknown', 'unknown'],
  ['a gateway gives up', { kind: 'server-error', status: 504, accepted: true }, 'unknown', 'unknown'],
  ['the line breaks before', { kind: 'cut', accepted: false }, 'unknown', 'unknown'],
  ['the line breaks after', { kind: 'cut', accepted: true }, 'unknown', 'unknown'],
  ['the credentials ran out', { kind: 'token-expired' }, 'reauthorise', 'reauthorise'],
  ['the request arrives twice', { kind: 'duplicate' }, 'delivered', 'delivered'],
  ['HTML in place of an answer', { kind: 'html', accepted: true }, 'unknown', 'delivered'],
  ['a yes with an error inside', { kind: 'error-in-200', accepted: true }, 'unknown', 'delivered'],
  ['half an answer', { kind: 'truncated', accepted: true }, 'unknown', 'delivered'],
  ['an answer of 50 MB', { kind: 'huge', accepted: true }, 'unknown', 'delivered'],
  ['a redirect to a private address', { kind: 'redirect' }, 'rejected', 'rejected'],
];

describe.each(['mastodon', 'webhook'] as const)(
  'What happens on the way to a channel of the kind %s',
  (kind) => {
    test.each(faults)('%s', async (_, fault, toMastodon, toWebhook) => {
      const one = caseOf(kind);
      const expected = kind === 'mastodon' ? toMastodon : toWebhook;
      const sent = delivery(`Fault ${randomUUID()}`);
      practice.order({ network: kind, on: 'publish', fault });
      const first = await one.adapter.deliver(one.account, sent);
      expect(first.kind).toBe(expected);
      for (const secret of one.secrets) expect(JSON.stringify(first)).not.toContain(secret);
      // An end that the network names closes the gate of the account for everybody who shares it.
      const closes = ('retryAfter' in fault && fault.retryAfter !== undefined) || fault.kind === 'quota';
      if (closes) expect(first.limits).toMatchObject([{ scope: 'account', remaining: 0 }]);
      practice.heal();
      if (first.kind === 'unknown' || first.kind === 'retry' || first.kind === 'parked') {
        const there = first.kind === 'unknown' ? await one.adapter.find?.(one.account, sent) : null;
        if (!there) expect(['delivered', 'duplicate']).toContain((await settled(one, sent)).kind);
      }
      const isThere = !['reauthorise', 'rejected'].includes(first.kind);
      expect(await one.count(sent.copy.text)).toBe(isThere ? 1 : 0);
    });
  },
);
