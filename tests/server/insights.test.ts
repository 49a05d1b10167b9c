import { wired } from '../../server/wire';
import type { FunnelView, InsightsView } from '../../src/ecosystem/schema';
import { entryIdOf } from '../../src/shared/entry-key';
import { bootStrapi, databases, type App } from './boot';
import { ask, person, type Person } from './people';

const campaign = '6f1c2f0e-6a52-4a0a-9a8e-0c1d2e3f4a5b';
const uid = 'api::article.article';

describe.each(databases())('insights on %s', (db) => {
  let app: App;
  let analyst: Person;
  let documentId: string;
  const now = Date.now();
  const hour = 3_600_000;
  const range = `from=${now - 5 * hour}&to=${now + hour}`;

  beforeAll(async () => {
    app = await bootStrapi({ db });
    const named = { firstname: 'Nora', lastname: 'Vogt' };
    analyst = await person(app, {
      ...named,
      email: 'nora@bakery.test',
      may: [{ action: 'plugin::presence.insights.read' }],
    });
    const article = await app.strapi.documents(uid).create({ data: { title: 'Rye bread' } });
    documentId = article.documentId;
    const entry = entryIdOf({ uid, documentId, locale: article.locale ?? null });
    const row = {
      entry,
      publication: null,
      campaign: null,
      visitor: 'v1',
      value: 1,
      path: null,
      source: 'none@1',
    };
    const mailed = { ...row, channel: 'email', campaign, publication: 'p1', visitor: null };
    await wired(app.strapi).touchpoints.record([
      { ...row, at: now - 2 * hour, kind: 'view', channel: 'direct' },
      { ...row, at: now, kind: 'view', channel: 'organic-search', visitor: 'v2' },
      { ...row, at: now, kind: 'attention', channel: 'organic-search', visitor: 'v2', value: 8_000 },
      { ...row, at: now, kind: 'event', channel: 'direct', entry: null },
      { ...mailed, at: now - 3 * hour, kind: 'delivered', value: 40 },
      { ...mailed, at: now, kind: 'open' },
      { ...mailed, at: now, kind: 'link-click' },
    ]);
    await wired(app.strapi).engagement.ledger.drop('bot');
  });
  afterAll(() => app.stop());

  it('show touches by channel, over time and by entry, with the entry’s title', async () => {
    const { status, body } = await ask<InsightsView>(app, analyst, 'GET', `/presence/insights?${range}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      step: 'hour',
      touches: 5,
      visitors: 2,
      dropped: [{ reason: 'bot', count: 1 }],
    });
    expect(body.channels.map(({ channel, touches }) => [channel, touches])).toEqual([
      ['direct', 2],
      ['email', 2],
      ['organic-search', 1],
    ]);
    expect(body.entries).toMatchObject([
      { title: 'Rye bread', touches: 4, views: 2, clicks: 1, attention: 8_000 },
    ]);
    const sums = body.series.map(({ points }) => points.reduce((all, point) => all + point, 0));
    expect([sums, body.series[0]?.points.length]).toEqual([[2, 2, 1], body.steps.length]);
  });

  it('show one entry alone', async () => {
    const locale = (await app.strapi.documents(uid).findOne({ documentId }))?.locale ?? '';
    const of = `uid=${uid}&documentId=${documentId}&locale=${locale}`;
    const { body } = await ask<InsightsView>(app, analyst, 'GET', `/presence/insights?${range}&${of}`);
    expect([body.touches, body.entries]).toEqual([4, []]);
  });

  it('show how far a campaign came', async () => {
    const { body } = await ask<FunnelView>(app, analyst, 'GET', `/presence/insights/campaigns/${campaign}`);
    expect(body.channels).toEqual([
      { channel: 'email', delivered: 40, seen: 1, clicked: 1, engaged: 0, converted: 0 },
      { channel: 'website', delivered: 0, seen: 2, clicked: 0, engaged: 0, converted: 0 },
    ]);
  });

  it('are for those who may read them', async () => {
    const path = `/presence/insights?${range}`;
    const stranger = await person(app, {
      firstname: 'Emil',
      lastname: 'H',
      email: 'emil@bakery.test',
      may: [],
    });
    expect((await ask(app, null, 'GET', path)).status).toBe(401);
    expect((await ask(app, stranger, 'GET', path)).status).toBe(403);
  });

  it.each(['', 'from=1&to=0', 'from=a&to=b', `from=0&to=${now}`, `${range}&uid=api::a.a`])(
    'refuse to answer %s',
    async (query) => {
      const { status, body } = await ask(app, analyst, 'GET', `/presence/insights?${query}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: { details: { code: 'request.invalid' } } });
    },
  );

  it('refuse a campaign that has no key of ours', async () => {
    expect((await ask(app, analyst, 'GET', '/presence/insights/campaigns/1')).status).toBe(400);
  });
});
