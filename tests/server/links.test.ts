import { wired } from '../../server/wire';
import { bootStrapi, databases, type App } from './boot';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const campaign = '6f1c2f0e-6a52-4a0a-9a8e-0c1d2e3f4a5b';
const about = {
  publication: 'c0ffee00-6a52-4a0a-9a8e-0c1d2e3f4a5b',
  campaign,
  entry: 'api::article.article|abc123|en',
  channel: 'bluesky',
};
const target = 'https://bakery.test/rye?lang=en#crust';

describe.each(databases())('tracked links on %s', (db) => {
  let app: App;
  beforeAll(async () => {
    app = await bootStrapi({ db });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    for (const name of ['touchpoints', 'rollups', 'drops', 'once'])
      await app.strapi.db.connection(`presence_${name}`).delete();
  });

  const links = () => wired(app.strapi).links;
  const touched = async () => {
    const rows: Record<string, unknown>[] = await app.strapi.db
      .connection('presence_touchpoints')
      .orderBy('id');
    return rows.map(({ kind, channel, campaign: of, source }) => [kind, channel, of, source]);
  };
  const dropped = async () => {
    const rows: Record<string, unknown>[] = await app.strapi.db
      .connection('presence_drops')
      .orderBy('reason');
    return rows.map(({ reason, hits }) => [reason, Number(hits)]);
  };
  /** Asks this Strapi, whatever host the link names, and does not follow. */
  const open = (link: string, init: RequestInit = {}) =>
    fetch(app.url + new URL(link).pathname, {
      redirect: 'manual',
      ...init,
      headers: { 'user-agent': browser, ...(init.headers as Record<string, string> | undefined) },
    });

  it('are the same for the same publication and address, and others for others', async () => {
    const first = await links().mint({ ...about, url: target });
    expect(await links().mint({ ...about, url: target })).toBe(first);
    expect(await links().mint({ ...about, url: 'https://bakery.test/' })).not.toBe(first);
    expect(await links().mint({ ...about, publication: 'other', url: target })).not.toBe(first);
    expect(first).toContain('/api/presence/l/');
    expect(first).not.toContain('bakery.test/rye');
  });

  it('lead to their page, which learns where the visit came from, and count the click', async () => {
    const response = await open(await links().mint({ ...about, url: target }));
    expect(response.status).toBe(302);
    const page = response.headers.get('location') ?? '';
    expect(page).toMatch(/^https:\/\/bakery\.test\/rye\?lang=en&p=[0-9a-f]{16}#crust$/);
    expect(await touched()).toEqual([['link-click', 'bluesky', campaign, 'link@1']]);

    await fetch(`${app.url}/api/presence/collect`, {
      method: 'POST',
      headers: { 'user-agent': browser },
      body: JSON.stringify({ url: page, referrer: 'https://www.google.com/', events: [{ kind: 'view' }] }),
    });
    expect((await touched())[1]).toEqual(['view', 'bluesky', campaign, 'link@1']);
  });

  it('lead nowhere when they were forged or changed, which is counted', async () => {
    const link = await links().mint({ ...about, url: target });
    const { pixel } = links().mail({ ...about, channel: 'email', mail: 'mail-1' });
    const forged = [
      `${link}A`,
      link.slice(0, -1),
      link.replace(/\/l\/./, (start) => (start === '/l/A' ? '/l/B' : '/l/A')),
      link.replace(/\/l\/.*/, '/l/https:%2F%2Fevil.test'),
      link.replace(/\/l\/.*/, `/l/${'A'.repeat(2_000)}`),
      (await pixel()).replace('/o/', '/l/'),
      link.replace('/l/', '/o/'),
    ];
    for (const one of forged) {
      const response = await open(one);
      expect([response.status, response.headers.get('location')]).toEqual([404, null]);
    }
    expect(await dropped()).toEqual([['forged-token', forged.length]]);
    expect(await touched()).toEqual([]);
  });

  it('send on programs and people who are not to be counted, and count only how many', async () => {
    const link = await links().mint({ ...about, url: target });
    const requests: RequestInit[] = [
      { method: 'HEAD' },
      { headers: { 'user-agent': 'facebookexternalhit/1.1' } },
      { headers: { 'sec-gpc': '1' } },
      { headers: { 'sec-purpose': 'prefetch' } },
    ];
    for (const init of requests) expect((await open(link, init)).status).toBe(302);
    expect(await touched()).toEqual([]);
    expect(await dropped()).toEqual([
      ['bot', 1],
      ['head-request', 1],
      ['prefetch', 1],
      ['privacy-signal', 1],
    ]);
  });

  it('in a mail count its opening once, its clicks each time, and tell a reader from a proxy', async () => {
    const mails = ['mail-1', 'mail-2'].map((mail) =>
      links().mail({ ...about, publication: 'newsletter', channel: 'email', mail }),
    );
    const pixels = await Promise.all(mails.map((mail) => mail.pixel()));
    const wrapped = await Promise.all(mails.map((mail) => mail.wrap(target)));
    expect(new Set([...pixels, ...wrapped]).size).toBe(4);

    const picture = await open(pixels[0] ?? '');
    expect([
      picture.status,
      picture.headers.get('content-type'),
      picture.headers.get('cache-control'),
    ]).toEqual([200, 'image/gif', 'no-store, private']);
    expect((await picture.arrayBuffer()).byteLength).toBe(42);
    await open(pixels[0] ?? '');
    await open(pixels[1] ?? '', {
      headers: { 'user-agent': 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)' },
    });
    await open(wrapped[0] ?? '');
    await open(wrapped[0] ?? '');
    expect(await touched()).toEqual([
      ['open', 'email', campaign, 'mail-reader@1'],
      ['open', 'email', campaign, 'mail-proxy-gmail@1'],
      ['link-click', 'email', campaign, 'mail-link@1'],
      ['link-click', 'email', campaign, 'mail-link@1'],
    ]);
  });

  it('end in the funnel of their campaign', async () => {
    const link = await links().mint({ ...about, url: target });
    await wired(app.strapi).touchpoints.record([
      {
        ...about,
        at: Date.now(),
        kind: 'delivered',
        value: 1,
        visitor: null,
        path: null,
        source: 'engine@1',
      },
    ]);
    await open(link);
    const funnel = await wired(app.strapi).engagement.insights.funnel(campaign);
    expect(funnel.channels).toEqual([
      { channel: 'bluesky', delivered: 1, seen: 0, clicked: 1, engaged: 0, converted: 0 },
    ]);
    const now = Date.now();
    const overview = await wired(app.strapi).engagement.insights.overview({
      from: now - 3_600_000,
      to: now + 1,
    });
    expect(overview).toMatchObject({
      step: 'hour',
      touches: 1,
      entries: [{ entry: about.entry, clicks: 1 }],
    });
  });
});
