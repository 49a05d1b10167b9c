import type { EntryLife, LifeDay, LifeView } from '../../src/governance/lifecycle/schema';
import { noPolicy } from '../../src/governance/lifecycle/schema';
import { wired } from '../../server/wire';
import { wireLifecycle, type LifecyclePart } from '../../server/wire-lifecycle';
import { databases } from './boot';
import { article, home, newsroom, note, type Newsroom } from './newsroom';
import { call, hire, type Staff } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly path?: string };
  };
}
interface List {
  readonly items: readonly LifeView[];
  readonly total: number;
}

const day = 86_400_000;
const yearly = { ...noPolicy, review: { every: 12, unit: 'months' }, remind: [14] };

describe.each(databases())('life after publishing on %s', (db) => {
  let room: Newsroom;
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const part = (): LifecyclePart => {
    const presence = wired(room.app.strapi);
    return wireLifecycle(room.app.strapi, { ...presence, settings: presence.settings.get, now });
  };
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());
  beforeEach(async () => {
    clock.ahead = 0;
    await save({ [article]: { ...yearly, owner: `user:${await emailOf(room.nora)}` } });
  });

  const emailOf = async ({ id }: Staff): Promise<string> =>
    String((await room.app.strapi.db.query('admin::user').findOne({ where: { id } }))?.email);
  const save = async (policies: object) => {
    const { status, body } = await room.owner.call<Refused>('PUT', '/presence/lifecycle/policies', policies);
    if (status !== 200) throw new Error(JSON.stringify(body));
    await wired(room.app.strapi).lifecycle.ensure();
  };
  const entryOf = (documentId: string, uid: string = article, locale: string | null = 'en') => ({
    uid,
    documentId,
    locale,
  });
  const published = async (title: string): Promise<string> => {
    const id = await room.write(room.emil, { title, slug: title.toLowerCase().replace(/\W+/g, '-') });
    await room.approve(id);
    const { status, body } = await room.publish(room.owner, id);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return id;
  };
  const life = async (documentId: string, by: Staff = room.owner): Promise<LifeView | null> => {
    const query = new URLSearchParams({ uid: article, documentId, locale: 'en' }).toString();
    return (await by.call<EntryLife>('GET', `/presence/lifecycle/entry?${query}`)).body.life;
  };
  const list = async (query: string, by: Staff = room.owner) =>
    (await by.call<List>('GET', `/presence/lifecycle?pageSize=100&${query}`)).body;
  const told = async (by: Staff, documentId: string | null) => {
    const { body } = await by.call<{
      items: { code: string; entry: string | null; times: number; message: string }[];
    }>('GET', '/presence/notices?unread=true&pageSize=100');
    return body.items.filter(
      ({ code, entry }) =>
        /^entry\.(review-again|review-soon|expired|ends-soon|not-ended)$/.test(code) &&
        entry === (documentId && `${article}|${documentId}|en`),
    );
  };
  const inAYear = (text: string | undefined): string => {
    const year = Number((text ?? '').slice(0, 4)) + 1;
    return `${year}${(text ?? '').slice(4)}`.replace(/-02-29$/, '-02-28');
  };
  const today = () => new Date(now()).toISOString().slice(0, 10);

  it('begins when an entry is published, by its policy, and not before', async () => {
    const id = await room.write(room.emil, { title: 'Draft rye' });
    expect(await life(id)).toBeNull();
    await room.approve(id);
    await room.publish(room.owner, id);
    expect(await life(id)).toMatchObject({
      title: 'Draft rye',
      reviewOn: inAYear(today()),
      because: 'interval',
      standing: 'later',
      confirmedAt: null,
      expireOn: null,
    });
    expect((await list('q=DRAFT%20RYE')).items.map(({ documentId }) => documentId)).toEqual([id]);
  });

  it('tells the owner and nobody else, once, in time and again on the day', async () => {
    const id = await published('Told rye');
    const two = [part(), part()];
    const both = () => Promise.all(two.map((each) => each.run()));
    clock.ahead = 340 * day;
    await both();
    expect(await told(room.nora, id)).toEqual([]);
    clock.ahead = 353 * day;
    await both();
    expect(await told(room.nora, id)).toMatchObject([{ code: 'entry.review-soon', times: 1 }]);
    expect(await told(room.emil, id)).toEqual([]);
    clock.ahead = 367 * day;
    await both();
    expect(await told(room.nora, id)).toMatchObject([{ code: 'entry.review-again', times: 1 }]);
    // A clock that is set back, and one that runs on, tell nothing anew.
    clock.ahead = 300 * day;
    await both();
    clock.ahead = 400 * day;
    await both();
    expect(await told(room.nora, id)).toMatchObject([{ code: 'entry.review-again', times: 1 }]);
    const mine = (
      await two[0]!.page({ page: 1, pageSize: 100, standing: 'overdue', q: 'Told rye' }, [article])
    ).items;
    expect(mine).toMatchObject([{ documentId: id, standing: 'overdue' }]);
  });

  it('begins anew when somebody says that it is still right, and keeps who did, and about what', async () => {
    const id = await published('Right rye');
    clock.ahead = 370 * day;
    await part().run();
    expect(await told(room.nora, id)).toHaveLength(1);
    clock.ahead = 0;
    const answer = await room.emil.call<LifeView[]>('POST', '/presence/lifecycle/still-right', {
      entries: [entryOf(id)],
    });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      [{ confirmedBy: { id: room.emil.id }, reviewOn: inAYear(today()) }],
    ]);
    expect(await told(room.nora, id)).toEqual([]);
    const rows = (await room.audit('lifecycle.still-right')).filter(({ entry }) => entry?.includes(id));
    expect(rows).toMatchObject([
      { by: { name: room.emil.name }, seal: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const seen = await room.app.strapi.db
      .query(article)
      .findOne({ where: { documentId: id, publishedAt: { $notNull: true } } });
    expect(seen).toBeTruthy();
    // Publishing anew is looking at it, too.
    await room.edit(room.emil, id, { title: 'Right rye, better' });
    await room.approve(id);
    await room.publish(room.owner, id);
    expect((await life(id))?.title).toBe('Right rye, better');
  });

  it('keeps dates set by hand, snoozes, and refuses days that have come', async () => {
    const id = await published('Own rye');
    const put = (body: object) =>
      room.emil.call<LifeView & Refused>('PUT', '/presence/lifecycle/entry', { entry: entryOf(id), ...body });
    const soon = new Date(Date.now() + 40 * day).toISOString().slice(0, 10);
    expect((await put({ reviewOn: soon, expiry: null })).body).toMatchObject({
      reviewOn: soon,
      because: 'own',
    });
    for (const [until, path] of [
      [today(), 'until'],
      ['2020-02-29', 'until'],
    ] as const) {
      const { status, body } = await room.emil.call<Refused>('POST', '/presence/lifecycle/snooze', {
        entry: entryOf(id),
        until,
      });
      expect([status, body.error.details]).toMatchObject([400, { code: 'lifecycle.day-past', path }]);
    }
    expect(
      (
        await room.emil.call('POST', '/presence/lifecycle/snooze', {
          entry: entryOf(id),
          until: '2027-02-30',
        })
      ).status,
    ).toBe(400);
    const later = new Date(Date.now() + 60 * day).toISOString().slice(0, 10);
    expect(
      (
        await room.emil.call<LifeView>('POST', '/presence/lifecycle/snooze', {
          entry: entryOf(id),
          until: later,
        })
      ).body,
    ).toMatchObject({ reviewOn: later, because: 'snoozed' });
    expect((await put({ reviewOn: null, expiry: null })).body).toMatchObject({
      reviewOn: inAYear(today()),
      because: 'interval',
    });
  });

  it('is for those who may see and edit the entries', async () => {
    const id = await published('Guarded rye');
    const reader = await hire(room.app, 'Ria', ['read'], [home]);
    expect((await list('', reader)).items).toEqual([]);
    const query = new URLSearchParams({ uid: article, documentId: id, locale: 'en' }).toString();
    expect((await reader.call('GET', `/presence/lifecycle/entry?${query}`)).status).toBe(403);
    for (const [method, path, body] of [
      ['POST', 'still-right', { entries: [entryOf(id)] }],
      ['POST', 'snooze', { entry: entryOf(id), until: '2099-01-01' }],
      ['PUT', 'entry', { entry: entryOf(id), reviewOn: null, expiry: null }],
      ['PUT', 'policies', {}],
    ] as const)
      expect((await reader.call(method, `/presence/lifecycle/${path}`, body)).status).toBe(403);
    expect((await room.emil.call('PUT', '/presence/lifecycle/policies', {})).status).toBe(403);
    expect((await call(room.app, room.token, 'GET', '/presence/lifecycle')).status).toBe(401);
    const ghost = await room.emil.call<Refused>('POST', '/presence/lifecycle/still-right', {
      entries: [entryOf('ghost')],
    });
    expect([ghost.status, ghost.body.error.details.code]).toEqual([404, 'lifecycle.not-published']);
  });

  it('takes what is over off the site as the scheduler, through the gate, once', async () => {
    const id = await published('Offer rye');
    const last = new Date(Date.now() + 10 * day).toISOString().slice(0, 10);
    await room.emil.call('PUT', '/presence/lifecycle/entry', {
      entry: entryOf(id),
      reviewOn: null,
      expiry: { on: last, then: 'unpublish' },
    });
    clock.ahead = 8 * day;
    await part().run();
    expect(await room.visible(id)).toBe('Offer rye');
    clock.ahead = 11 * day;
    await Promise.all([part(), part()].map((each) => each.run()));
    expect(await room.visible(id)).toBeNull();
    const lines = async (kind: string) => (await room.audit(kind)).filter(({ entry }) => entry?.includes(id));
    expect(await lines('unpublish')).toMatchObject([{ by: { kind: 'scheduler' } }]);
    expect(await lines('lifecycle.end')).toHaveLength(1);
    expect(await told(room.nora, id)).toMatchObject([{ code: 'entry.expired', times: 1 }]);
    expect(await life(id)).toBeNull();
    // Published anew it does not end at once: its last day is over.
    clock.ahead = 0;
    await room.publish(room.owner, id);
    clock.ahead = 11 * day;
    await part().run();
    expect(await room.visible(id)).toBe('Offer rye');
  });

  it('archives: off the site, and marked', async () => {
    const id = await published('Old rye');
    const last = new Date(Date.now() + 5 * day).toISOString().slice(0, 10);
    await room.emil.call('PUT', '/presence/lifecycle/entry', {
      entry: entryOf(id),
      reviewOn: null,
      expiry: { on: last, then: 'archive' },
    });
    clock.ahead = 6 * day;
    await part().run();
    expect(await room.visible(id)).toBeNull();
    expect(await life(id)).toMatchObject({ standing: 'archived', archivedAt: expect.any(Number) });
    expect((await list('standing=archived')).items.map(({ documentId }) => documentId)).toEqual([id]);
    await room.publish(room.owner, id);
    expect(await life(id)).toMatchObject({ standing: 'later', archivedAt: null });
  });

  it('tries again when Strapi refuses, and says so', async () => {
    const id = await published('Stuck rye');
    const last = new Date(Date.now() + 3 * day).toISOString().slice(0, 10);
    await room.emil.call('PUT', '/presence/lifecycle/entry', {
      entry: entryOf(id),
      reviewOn: null,
      expiry: { on: last, then: 'unpublish' },
    });
    let isStuck = true;
    const free = room.app.strapi.documents.use((context, next) => {
      if (isStuck && context.action === 'unpublish') throw new Error('the shelf is jammed.');
      return next();
    }) as unknown as () => void;
    clock.ahead = 4 * day;
    const one = part();
    await one.run();
    expect(await room.visible(id)).toBe('Stuck rye');
    expect((await told(room.nora, id))[0]?.message).toContain('the shelf is jammed.');
    isStuck = false;
    await one.run();
    expect(await room.visible(id)).toBe('Stuck rye');
    clock.ahead += 3_600_001;
    await one.run();
    expect(await room.visible(id)).toBeNull();
    free();
  });

  it('asks where the policy says so, and leaves it on the site', async () => {
    await save({ [article]: { ...noPolicy, remind: [] } });
    const id = await published('Asked rye');
    const last = new Date(Date.now() + 8 * day).toISOString().slice(0, 10);
    await room.emil.call('PUT', '/presence/lifecycle/entry', {
      entry: entryOf(id),
      reviewOn: null,
      expiry: { on: last, then: 'ask' },
    });
    clock.ahead = 9 * day;
    await part().run();
    expect(await room.visible(id)).toBe('Asked rye');
    expect(await told(room.owner, id)).toMatchObject([{ code: 'entry.expired' }]);
  });

  it('rests while an entry is off the site, and ends with it', async () => {
    const id = await published('Rest rye');
    const base = `/content-manager/collection-types/${article}/${id}`;
    await room.owner.call('POST', `${base}/actions/unpublish?locale=en`, {});
    expect(await life(id)).toBeNull();
    await room.publish(room.owner, id);
    expect(await life(id)).toMatchObject({ standing: 'later' });
    await room.owner.call('DELETE', `${base}?locale=en`);
    expect(await wired(room.app.strapi).lifecycle.count({ uids: [article], q: 'Rest rye' })).toBe(0);
  });

  it('finds what was published before there was a policy, and tells many at once in one notice', async () => {
    await save({});
    const { db: database } = room.app.strapi;
    const old = new Date(Date.now() - 800 * day);
    for (let number = 0; number < 7; number += 1)
      for (const publishedAt of [null, old])
        await database.query('api::product.product').create({
          data: { documentId: `loaf${number}`, name: `Loaf ${number}`, publishedAt, locale: null },
        });
    await save({ 'api::product.product': yearly });
    expect((await list('uid=api::product.product&standing=overdue')).total).toBe(7);
    await part().run();
    const many = await told(room.owner, null);
    expect(many).toMatchObject([
      { code: 'entry.review-again', message: expect.stringContaining('7 entries') },
    ]);
    await database
      .query('api::product.product')
      .deleteMany({ where: { documentId: 'loaf3', publishedAt: { $notNull: true } } });
    await part().run();
    const again = part();
    await again.run();
    expect((await again.page({ page: 1, pageSize: 10 }, ['api::product.product'])).total).toBe(6);
    await save({});
    expect((await list('')).items.every(({ uid }) => uid !== 'api::product.product')).toBe(true);
  });

  it('notices when touches fall by half', async () => {
    await save({ [article]: { ...noPolicy, halved: { days: 7, against: 'first' } } });
    const [fell, held, quiet] = [
      await published('Fell rye'),
      await published('Held rye'),
      await published('Quiet rye'),
    ];
    const start = Date.now();
    const views = (documentId: string, ahead: number, count: number) => ({
      kind: 'view' as const,
      at: start + ahead,
      value: 1,
      channel: 'website' as const,
      entry: `${article}|${documentId}|en`,
      ...{ publication: null, campaign: null, visitor: null, path: null, source: 'test@1' },
      count,
    });
    for (const { count, ...touch } of [
      views(fell, 2 * day, 40),
      views(fell, 18 * day, 20),
      views(held, 2 * day, 40),
      views(held, 18 * day, 30),
      views(quiet, 2 * day, 5),
    ])
      await wired(room.app.strapi).touchpoints.record(Array.from({ length: count }, () => ({ ...touch })));
    await part().run();
    expect((await life(fell))?.trend).toEqual({ kind: 'unknown', why: 'young' });
    clock.ahead = 20 * day;
    await part().run();
    expect(await life(fell)).toMatchObject({
      trend: { kind: 'halved', base: 40, last: 20 },
      because: 'engagement',
    });
    expect(await life(held)).toMatchObject({
      trend: { kind: 'holding', base: 40, last: 30 },
      reviewOn: null,
    });
    expect(await life(quiet)).toMatchObject({ trend: { kind: 'unknown', why: 'few' } });
    await part().run();
    expect((await told(room.owner, fell))[0]?.message).toContain('fell from 40 to 20');
    expect((await list('trend=halved')).items.map(({ documentId }) => documentId)).toEqual([fell]);
  });

  it('shows a month by its days', async () => {
    await save({ [article]: yearly });
    const id = await published('Month rye');
    await room.emil.call('PUT', '/presence/lifecycle/entry', {
      entry: entryOf(id),
      reviewOn: '2031-02-28',
      expiry: { on: '2031-02-28', then: 'ask' },
    });
    const { body } = await room.owner.call<LifeDay[]>('GET', '/presence/lifecycle/calendar?month=2031-02');
    expect(body).toHaveLength(28);
    expect(body[27]).toMatchObject({
      day: '2031-02-28',
      reviews: 1,
      ends: 1,
      entries: [{ kind: 'end', title: 'Month rye' }, { kind: 'review' }],
    });
    expect(body.slice(0, 27).every(({ reviews, ends }) => reviews + ends === 0)).toBe(true);
    expect((await room.owner.call('GET', '/presence/lifecycle/calendar?month=2031-13')).status).toBe(400);
    expect((await list('on=2031-02-28')).items.map(({ documentId }) => documentId)).toEqual([id]);
  });

  it('can be taken along as a file', async () => {
    await published('Filed, rye');
    const { token } = (
      await call<{ data: { token: string } }>(room.app, null, 'POST', '/admin/login', {
        email: await emailOf(room.owner),
        password: 'Sourdough-2026',
      })
    ).body.data;
    const answer = await fetch(`${room.app.url}/presence/lifecycle/report?q=Filed`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = (await answer.text()).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^"Filed, rye",api::article\.article,en,/);
  });

  it('refuses policies that do not fit, and says where', async () => {
    for (const [policies, code] of [
      [{ 'api::ghost.ghost': yearly }, 'settings.unknown-name'],
      [{ [note]: { ...noPolicy, expiry: { after: null, then: 'archive' } } }, 'lifecycle.cannot-end'],
      [{ [article]: { ...yearly, owner: 'user:ghost@bakery.test' } }, 'lifecycle.unknown-owner'],
      [{ [article]: { ...yearly, review: { every: 0, unit: 'months' } } }, 'request.invalid'],
    ] as const) {
      const { status, body } = await room.owner.call<Refused>(
        'PUT',
        '/presence/lifecycle/policies',
        policies,
      );
      expect([status, body.error.details.code]).toEqual([400, code]);
    }
  });

  it('follows entries that are saved as published, in each language by itself', async () => {
    await save({ [note]: yearly, [article]: yearly });
    const { body } = await room.owner.call<{ data: { documentId: string } }>(
      'POST',
      `/content-manager/collection-types/${note}`,
      { title: 'Opening hours' },
    );
    const query = new URLSearchParams({ uid: note, documentId: body.data.documentId }).toString();
    const answer = await room.owner.call<EntryLife>('GET', `/presence/lifecycle/entry?${query}`);
    expect(answer.body).toMatchObject({
      isFollowed: true,
      canEnd: false,
      life: { title: 'Opening hours', locale: null },
    });
    const id = await published('Both rye');
    await room.edit(room.emil, id, { title: 'Roggen', slug: 'roggen' }, 'de');
    expect((await list(`q=Roggen`)).total).toBe(0);
    await room.approve(id, 'de');
    await room.publish(room.owner, id, {}, 'de');
    expect((await list(`q=Roggen`)).items).toMatchObject([{ documentId: id, locale: 'de' }]);
    expect((await list(`q=Both`)).items).toMatchObject([{ documentId: id, locale: 'en' }]);
  });
});
