import { request } from 'node:http';
import { wired } from '../../server/wire';
import { wireEngagement } from '../../server/wire-engagement';
import type { Rollup } from '../../src/ecosystem/schema';
import { rollupsOf } from '../../src/engagement/rollup';
import type { Counts } from '../../src/channels/schema';
import type { NewTouchpoint, TouchpointKind } from '../../src/engagement/schema';
import { defaultSettings } from '../../src/governance/settings';
import { tokensOf } from '../../src/shared/token';
import { bootStrapi, databases, type App } from './boot';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const entry = 'api::article.article|abc123|en';
const report = (facts: object = {}) =>
  JSON.stringify({
    url: 'https://bakery.test/rye?utm_medium=social',
    entry,
    events: [{ kind: 'view' }],
    ...facts,
  });

const tableNames = ['touchpoints', 'rollups', 'drops', 'once', 'visitor_keys', 'links', 'counts'] as const;
type Row = Record<string, string | number | null>;

const post = (app: App, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/api/presence/collect`, {
    method: 'POST',
    body,
    headers: { 'user-agent': browser, ...headers },
  });

const rowsOf = (app: App, name: (typeof tableNames)[number]): Promise<Row[]> =>
  app.strapi.db.connection(`presence_${name}`).orderBy('id').select('*');

const touchpointOf = (row: Row): NewTouchpoint => ({
  at: Number(row['at']),
  kind: row['kind'] as TouchpointKind,
  entry: row['entry'] as string | null,
  channel: String(row['channel']),
  publication: row['publication'] as string | null,
  campaign: row['campaign'] as string | null,
  visitor: null,
  value: Number(row['value']),
  path: null,
  source: '',
});

const rollupOf = (row: Row): Rollup => ({
  hour: Number(row['hour']),
  kind: row['kind'] as TouchpointKind,
  channel: String(row['channel']),
  entry: String(row['entry']),
  campaign: String(row['campaign']),
  publication: String(row['publication']),
  count: Number(row['hits']),
  sum: Number(row['total']),
});

const sorted = (rollups: readonly Rollup[]): string[] =>
  rollups.map((rollup) => JSON.stringify(rollup)).sort();

async function expectRollupsToBeTheRecount(app: App): Promise<void> {
  const recounted = rollupsOf((await rowsOf(app, 'touchpoints')).map(touchpointOf));
  expect(sorted((await rowsOf(app, 'rollups')).map(rollupOf))).toEqual(sorted(recounted));
}

describe.each(databases())('collecting on %s', (db) => {
  let app: App;
  beforeAll(async () => {
    app = await bootStrapi({ db });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    for (const name of tableNames) await app.strapi.db.connection(`presence_${name}`).delete();
  });

  it('answers 204 only when the report is on disk', async () => {
    const response = await post(
      app,
      report({ events: [{ kind: 'view' }, { kind: 'attention', value: 1200 }] }),
    );
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(
      (await rowsOf(app, 'touchpoints')).map((row) => [
        row['kind'],
        Number(row['value']),
        row['channel'],
        row['path'],
      ]),
    ).toEqual([
      ['view', 1, 'social', '/rye'],
      ['attention', 1200, 'social', '/rye'],
    ]);
  });

  it('keeps every report of many at once, with rollups that equal a recount', async () => {
    const kinds = [
      { kind: 'view' },
      { kind: 'scroll', value: 40 },
      { kind: 'event', name: 'order', value: 3 },
    ];
    const statuses = await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        const events = kinds.slice(0, 1 + (n % 3));
        const url = `https://bakery.test/${n % 7}${n % 2 ? '?utm_medium=email' : ''}`;
        return (await post(app, report({ url, events }))).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(await rowsOf(app, 'touchpoints')).toHaveLength(600);
    await expectRollupsToBeTheRecount(app);
  });

  describe('refuses and stores nothing of', () => {
    const bad: [what: string, body: string | Uint8Array<ArrayBuffer>, status: number][] = [
      ['nothing', '', 400],
      ['what is not JSON', '{"url":', 400],
      ['what is not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), 400],
      ['a list', '[]', 400],
      ['fields that it does not know', report({ visitor: 'me' }), 400],
      ['kinds that only we report', report({ events: [{ kind: 'delivered' }] }), 400],
      ['51 touchpoints', report({ events: Array(51).fill({ kind: 'view' }) }), 400],
      ['a NUL', report({ events: [{ kind: 'event', name: 'a\u0000' }] }), 400],
      ['half a character', '{"url":"https://a.test/","events":[{"kind":"event","name":"\\ud800"}]}', 400],
      ['SQL for an entry', report({ entry: "x'); drop table presence_touchpoints; --" }), 400],
      ['brackets without end', '['.repeat(8000), 400],
      ['more than 8 KB', report({ referrer: 'a'.repeat(9_000) }), 413],
      ['a megabyte', 'x'.repeat(1_048_576), 413],
    ];
    it.each(bad)('%s', async (_what, body, status) => {
      const response = await post(app, body);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        error: { status, details: { code: expect.stringMatching(/^(request|collect)\./) } },
      });
      for (const name of ['touchpoints', 'rollups', 'drops'] as const)
        expect(await rowsOf(app, name)).toEqual([]);
    });

    it('more than 8 KB that does not say so', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const sent = request(
          `${app.url}/api/presence/collect`,
          { method: 'POST', headers: { 'user-agent': browser } },
          (response) => resolve(response.resume().statusCode),
        ).on('error', reject);
        for (let n = 0; n < 20; n++) sent.write('x'.repeat(1_000));
        sent.end();
      });
      expect(status).toBe(413);
    });

    it('a GET', async () => {
      const response = await fetch(`${app.url}/api/presence/collect`);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    });
  });

  it('counts what is no person’s touch by its reason, and keeps nothing else of it', async () => {
    const hits: [headers: Record<string, string>, facts?: object][] = [
      [{ 'user-agent': 'Googlebot/2.1' }],
      [{ 'user-agent': 'Googlebot/2.1' }],
      [{ 'user-agent': '' }],
      [{ 'sec-gpc': '1' }],
      [{ dnt: '1' }],
      [{ 'sec-purpose': 'prefetch' }],
      [{}, { entry: 'api::nothing.nothing|abc|en' }],
    ];
    for (const [headers, facts] of hits) expect((await post(app, report(facts), headers)).status).toBe(204);
    expect(await rowsOf(app, 'touchpoints')).toEqual([]);
    const drops = (await rowsOf(app, 'drops')).map((row) => [row['reason'], Number(row['hits'])]).sort();
    expect(drops).toEqual([
      ['bot', 2],
      ['no-user-agent', 1],
      ['prefetch', 1],
      ['privacy-signal', 2],
      ['unknown-entry', 1],
    ]);
  });

  it('keeps no address of anybody in any table', async () => {
    await post(app, report(), { 'x-forwarded-for': '203.0.113.9' });
    await post(app, report(), { 'sec-gpc': '1' });
    for (const name of tableNames)
      expect(JSON.stringify(await rowsOf(app, name))).not.toMatch(/127\.0\.0\.1|::1|203\.0\.113/);
  });

  it('tells visitors apart by a key of the day, which is gone 48 hours later', async () => {
    await post(app, report());
    await post(app, report());
    await post(app, report(), { 'user-agent': `${browser} Other` });
    const visitors = (await rowsOf(app, 'touchpoints')).map((row) => row['visitor']);
    expect([visitors[0] === visitors[1], visitors[0] === visitors[2]]).toEqual([true, false]);

    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const secret = 'ab'.repeat(32);
    await app.strapi.db.connection('presence_visitor_keys').delete();
    await app.strapi.db
      .connection('presence_visitor_keys')
      .insert([0, 1, 2, 3].map((ago) => ({ day: day(ago), secret })));
    expect((await wired(app.strapi).engagement.sweep()).keys).toBe(2);
    expect((await rowsOf(app, 'visitor_keys')).map((row) => row['day']).sort()).toEqual([day(1), day(0)]);
  });

  it('deletes touchpoints when their time is over and keeps their rollups', async () => {
    const { touchpoints, engagement } = wired(app.strapi);
    const row = {
      ...touchpointOf({
        kind: 'view',
        channel: 'direct',
        value: 1,
        entry: null,
        publication: null,
        campaign: null,
      }),
      source: 'none@1',
    };
    const old = Date.now() - 4_000 * 86_400_000;
    await touchpoints.record([...Array(1_500).fill({ ...row, at: old }), { ...row, at: Date.now() }]);
    expect((await engagement.sweep()).touchpoints).toBe(1_500);
    expect(await rowsOf(app, 'touchpoints')).toHaveLength(1);
    expect((await rowsOf(app, 'rollups')).map((rollup) => Number(rollup['hits'])).sort()).toEqual([1, 1_500]);
  });

  it('writes at most once what may count only once, also within one group', async () => {
    const { touchpoints } = wired(app.strapi);
    const row = {
      ...touchpointOf({
        kind: 'open',
        channel: 'email',
        value: 1,
        at: Date.now(),
        entry,
        publication: null,
        campaign: null,
      }),
      source: 'mail@1',
    };
    await Promise.all(['m1', 'm1', 'm2'].map((once) => touchpoints.record([{ ...row, once }])));
    await touchpoints.record([{ ...row, once: 'm2' }]);
    expect(await rowsOf(app, 'touchpoints')).toHaveLength(2);
    await expectRollupsToBeTheRecount(app);
  });

  const enforcesLengths = db !== 'sqlite';
  (enforcesLengths ? it : it.skip)('does not let one refused row take its whole group down', async () => {
    const { touchpoints } = wired(app.strapi);
    const row = {
      ...touchpointOf({
        kind: 'view',
        channel: 'direct',
        value: 1,
        at: Date.now(),
        entry,
        publication: null,
        campaign: null,
      }),
      source: 'none@1',
    };
    const writes = [row, row, { ...row, channel: 'x'.repeat(40) }, row].map((one) =>
      touchpoints.record([one]),
    );
    expect((await Promise.allSettled(writes)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await rowsOf(app, 'touchpoints')).toHaveLength(3);
    await expectRollupsToBeTheRecount(app);
  });

  it('of two instances adds to the same rollups, and names visitors alike', async () => {
    const instances = [0, 1].map(() =>
      wireEngagement(app.strapi, {
        settings: async () => defaultSettings,
        tokens: tokensOf(['a secret']),
        titleOf: async () => null,
        delivered: async () => [],
        account: async () => null,
        adapter: () => null,
        now: () => Date.now(),
      }),
    );
    const who = {
      method: 'POST',
      userAgent: browser,
      ip: '192.0.2.1',
      purpose: null,
      globalPrivacyControl: null,
      doNotTrack: null,
    };
    const received = await Promise.all(
      instances.flatMap(({ collect }) =>
        Array.from({ length: 150 }, (_, n) =>
          collect.receive(
            report({ url: `https://bakery.test/?utm_medium=${n % 3 ? 'email' : 'social'}` }),
            who,
          ),
        ),
      ),
    );
    expect(received.every((result) => result.ok)).toBe(true);
    const touchpoints = await rowsOf(app, 'touchpoints');
    expect(touchpoints).toHaveLength(300);
    expect(new Set(touchpoints.map((row) => row['visitor'])).size).toBe(1);
    await expectRollupsToBeTheRecount(app);
  });

  it('of two instances looks at a post’s counts once, and stays right when a like is taken back', async () => {
    const row = {
      publication: 'p1',
      campaign: 'c1',
      channel: 'k1',
      kind: 'bluesky',
      entry,
      remoteId: 'at://x',
      deliveredAt: 0,
    };
    const account = { key: 'k1', kind: 'bluesky' as const, name: '', settings: {}, secret: null };
    let clock = 60_000;
    let likes = 0;
    let asked = 0;
    const instances = [0, 1].map(() =>
      wireEngagement(app.strapi, {
        settings: async () => defaultSettings,
        tokens: tokensOf(['a secret']),
        titleOf: async () => null,
        delivered: async () => [row],
        account: async () => account,
        adapter: () => ({
          counts: async () => {
            asked += 1;
            return new Map([['at://x', { likes, reposts: 1, replies: 0, quotes: 0 }]]);
          },
        }),
        now: () => clock,
      }),
    );
    for (const [at, present] of [
      [60_000, 5],
      [60_001, 9],
      [300_000, 4],
      [900_000, 4],
    ] as const) {
      clock = at;
      likes = present;
      await Promise.all(instances.map(({ polling }) => polling.tick()));
    }
    expect(asked).toBe(3);
    const changes = (await rowsOf(app, 'touchpoints')).map((one) => [one['kind'], Number(one['value'])]);
    expect(changes).toEqual([
      ['like', 5],
      ['repost', 1],
      ['like', -1],
    ]);
    await expectRollupsToBeTheRecount(app);
  });

  it('keeps what a network told of a post, and takes nothing for zero', async () => {
    const row = {
      ...{ publication: 'p2', campaign: 'c2', channel: 'k2', kind: 'x', entry },
      ...{ remoteId: '7', deliveredAt: 0 },
    };
    const account = { key: 'k2', kind: 'x' as const, name: '', settings: {}, secret: null };
    const many = 5_000_000_000;
    const looks: readonly Counts[] = [
      { likes: 2 },
      { likes: 3, views: many, clicks: 4 },
      {},
      { likes: 1, views: many + 5, reach: 60 },
    ];
    let clock = 0;
    let told: Counts = {};
    const { polling, insights } = wireEngagement(app.strapi, {
      settings: async () => defaultSettings,
      tokens: tokensOf(['a secret']),
      titleOf: async () => null,
      delivered: async () => [row],
      account: async () => account,
      adapter: () => ({ counts: async () => new Map([['7', told]]) }),
      now: () => clock,
    });
    const networks = async () => (await insights.funnel('c2')).networks;
    await polling.tick();
    expect(await networks()).toEqual([{ channel: 'k2', kind: 'x', posts: 1, counts: {} }]);
    for (const [day, counts] of looks.entries()) {
      // X bills each look: the fourth is on the fifth day.
      clock = (day === 3 ? 5 : day + 1) * 86_400_000;
      told = counts;
      await polling.tick();
    }
    expect(await networks()).toEqual([
      { channel: 'k2', kind: 'x', posts: 1, counts: { likes: 1, views: many + 5, reach: 60, clicks: 4 } },
    ]);
    const sums = new Map<unknown, number>();
    for (const one of await rowsOf(app, 'touchpoints'))
      sums.set(one['kind'], (sums.get(one['kind']) ?? 0) + Number(one['value']));
    expect(Object.fromEntries(sums)).toEqual({
      ...{ like: 1, impression: many + 5, reach: 60, 'network-click': 4 },
    });
    await expectRollupsToBeTheRecount(app);
  });
});
