import { wired } from '../../server/wire';
import { databases } from './boot';
import { article, newsroom, type Newsroom } from './newsroom';
import { call, hire, type Answer } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly path?: string };
  };
}

describe.each(databases())('settings on %s', (db) => {
  let room: Newsroom;
  let stored: Record<string, unknown>;
  beforeAll(async () => {
    room = await newsroom(db);
    stored = (await room.owner.call('GET', '/presence/settings')).body;
  });
  afterAll(() => room.app.stop());

  const save = (change: object): Promise<Answer<Refused>> =>
    room.owner.call('PUT', '/presence/settings', { ...stored, ...change });
  const sites = { baseUrl: '', pages: {}, hook: null };

  it.each<[string, object, string]>([
    ['a type that does not exist', { governed: ['api::ghost.ghost'] }, 'governed[0]'],
    ['a type that is not the app’s', { governed: ['admin::user'] }, 'governed[0]'],
    ['an unknown zone', { zone: 'Europe/Atlantis' }, 'zone'],
    ['an unknown policy', { catchUp: 'never' }, 'catchUp'],
    ['a script for an address', { publicUrl: 'javascript:alert(1)' }, 'publicUrl'],
    ['an address with a log-in', { publicUrl: 'https://user:pass@host' }, 'publicUrl'],
    ['no days', { retentionDays: 0 }, 'retentionDays'],
    ['a setting that we do not have', { colour: 'red' }, ''],
    [
      'a field that the type does not have',
      { roles: { [article]: { title: 'headline' } } },
      `roles["${article}"].title`,
    ],
    [
      'a mark on a field that the type does not have',
      { marks: { [article]: { discount: 'price' } } },
      `marks["${article}"].discount`,
    ],
    [
      'a mark that we do not have',
      { marks: { [article]: { title: 'secret' } } },
      `marks["${article}"].title`,
    ],
    ['a week without work', { calendar: { workdays: [], holidays: [] } }, 'calendar.workdays'],
    [
      'a holiday that is no day',
      { calendar: { workdays: [1], holidays: ['2026-02-30'] } },
      'calendar.holidays[0]',
    ],
    [
      'a page of an unknown field',
      { sites: { ...sites, pages: { [article]: '/{author}' } } },
      `sites.pages["${article}"]`,
    ],
    ['a hook that is no address', { sites: { ...sites, hook: { url: 'ftp://build' } } }, 'sites.hook.url'],
  ])('refuses %s and says where', async (_, change, path) => {
    const { status, body } = await save(change);
    expect([status, body.error.details.path ?? '']).toEqual([400, path]);
    expect(body.error.message.length).toBeGreaterThan(10);
    expect((await room.owner.call('GET', '/presence/settings')).body).toEqual(stored);
  });

  it('are for those who may manage them', async () => {
    expect((await room.emil.call('PUT', '/presence/settings', stored)).status).toBe(403);
    expect((await room.emil.call('GET', '/presence/audit')).status).toBe(403);
    expect((await room.emil.call('PUT', '/presence/brand/brands', {})).status).toBe(403);
    const outsider = await hire(room.app, 'Otto', []);
    for (const path of [
      '/entry',
      '/settings',
      '/brand/brands',
      '/brand/context',
      '/content-types',
      '/notices',
      '/audit',
    ])
      expect((await outsider.call('GET', `/presence${path}`)).status).toBe(403);
    for (const path of ['/entry', '/settings', '/audit'])
      expect((await call(room.app, room.token, 'GET', `/presence${path}`)).status).toBe(401);
  });

  it('take a secret and never give it back', async () => {
    const hook = { url: 'https://build.bakery.test/hook', secret: 'hush-hush' };
    const saved = await save({ sites: { ...sites, hook } });
    expect(saved.body).toMatchObject({ sites: { hook: { url: hook.url, secretSet: true } } });
    expect(JSON.stringify(saved.body)).not.toContain('hush');
    expect(JSON.stringify((await room.owner.call('GET', '/presence/audit')).body)).not.toContain('hush');
    const rows = await room.app.strapi.db.query('strapi::core-store').findMany();
    expect(JSON.stringify(rows)).not.toContain('hush');
    expect(await wired(room.app.strapi).settings.hookSecret()).toBe('hush-hush');
    await save({ sites: { ...sites, hook: { url: hook.url } } });
    expect(await wired(room.app.strapi).settings.hookSecret()).toBe('hush-hush');
    await save({ sites: { ...sites, hook: { url: hook.url, secret: '' } } });
    expect(await wired(room.app.strapi).settings.hookSecret()).toBeNull();
  });

  it('are written down with what was before and after', async () => {
    await save({ catchUp: 'late' });
    await save({ catchUp: 'skip' });
    const { body } = await room.owner.call<{ items: { kind: string; details: unknown }[]; total: number }>(
      'GET',
      '/presence/audit?pageSize=1',
    );
    expect(body.items).toMatchObject([
      { kind: 'settings.save', details: { before: { catchUp: 'late' }, after: { catchUp: 'skip' } } },
    ]);
    expect(body.total).toBeGreaterThan(1);
  });

  it('give an entry its page', async () => {
    await save({
      sites: { ...sites, baseUrl: 'https://bakery.test/', pages: { [article]: '/{locale}/articles/{slug}' } },
    });
    const id = await room.write(room.emil, { title: 'Page', slug: 'my-page' });
    expect((await room.panel(room.emil, id)).pageUrl).toBe('https://bakery.test/en/articles/my-page');
  });

  it('list the types of the app and guess their fields', async () => {
    const { body } = await room.emil.call<{ uid: string; guessed: object; fields: { path: string }[] }[]>(
      'GET',
      '/presence/content-types',
    );
    const found = body.find(({ uid }) => uid === article);
    expect(found).toMatchObject({
      name: 'Article',
      draftAndPublish: true,
      localized: true,
      guessed: { title: 'title', cover: 'cover' },
    });
    expect(found?.fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'seo.description']),
    );
    expect(body.every(({ uid }) => uid.startsWith('api::'))).toBe(true);
  });

  it('hold a brand kit, refuse a broken one, and hand it to the form', async () => {
    const kit = { names: [{ name: 'Lindner & Daughters' }], terms: [{ avoid: 'cheap', prefer: 'fair' }] };
    const saying = (kit: object) => ({
      brands: [{ key: 'main', name: 'Bakery', uids: [], locales: [], kit }],
    });
    expect((await room.owner.call('PUT', '/presence/brand/brands', saying(kit))).body).toMatchObject({
      brands: [{ key: 'main', from: 'admin', kit: { terms: [{ avoid: 'cheap', severity: 'warning' }] } }],
    });
    const broken = await room.owner.call<Refused>(
      'PUT',
      '/presence/brand/brands',
      saying({ terms: [{ avoid: '' }] }),
    );
    expect([broken.status, broken.body.error.details.path]).toEqual([400, 'brands[0].kit.terms[0].avoid']);
    const { body } = await room.emil.call('GET', `/presence/brand/context?uid=${article}`);
    expect(body).toMatchObject({
      brand: 'main',
      kit: { names: [{ name: 'Lindner & Daughters' }] },
      governed: true,
      roles: { title: 'title' },
      model: { uid: article },
    });
    expect(
      (await room.owner.call('GET', '/presence/brand/context?uid=api::ghost.ghost')).status,
    ).toBeGreaterThanOrEqual(403);
  });

  it('show a notice until it is read, and the same again afterwards', async () => {
    const { notices } = wired(room.app.strapi);
    const about = { code: 'test.news', severity: 'info', message: 'News.', entry: 'a|b|' } as const;
    const inbox = async () =>
      (
        await room.emil.call<{ items: { key: string; code: string; times: number }[] }>(
          'GET',
          '/presence/notices?unread=true',
        )
      ).body.items.filter(({ code }) => code === 'test.news');
    await notices.raise(about);
    await notices.raise({ ...about, message: 'More news.' });
    const [first] = await inbox();
    expect(first).toMatchObject({ times: 2, message: 'More news.' });
    await room.emil.call('POST', '/presence/notices/read', { keys: [first?.key] });
    expect(await inbox()).toEqual([]);
    await notices.raise(about);
    expect(await inbox()).toMatchObject([{ times: 1 }]);
    expect((await room.emil.call('POST', '/presence/notices/read', { keys: ['1'] })).status).toBe(400);
  });
});
