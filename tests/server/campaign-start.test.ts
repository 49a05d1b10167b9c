import type { BulkView } from '../../src/publishing/calendar/bulk';
import type { CampaignView } from '../../src/publishing/schema';
import type { FoundEntry } from '../../src/publishing/campaign/start';
import type { CampaignTemplateView } from '../../src/publishing/campaign/template';
import type { Page } from '../../src/shared/page';
import { wired } from '../../server/wire';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './databases';
import { hire } from './staff';

const article = 'api::article.article';

describe.each(databases())('how campaigns begin, on %s', (db) => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db);
  });
  afterAll(() => room.stop());

  const duplicate = (key: string, body: object = {}) =>
    room.post<CampaignView>(room.emil, `/campaigns/${key}/duplicate`, body);
  const target = { measure: 'clicks', amount: 200, until: '2030-12-24' };
  const utm = { campaign: 'rye-week', medium: '', term: '', content: '', sources: { webhook: 'partner' } };

  it('keeps a goal with a number, parameters and what was ticked off, and changes them', async () => {
    const made = await room.campaign(await room.article(), [room.channels.hook], {
      ...{ target, utm, template: 'event', goal: 'Sell the new loaf' },
    });
    expect(made).toMatchObject({ target, utm, template: 'event', checked: [], goal: 'Sell the new loaf' });
    const { body } = await room.emil.call<CampaignView>('PUT', `/presence/campaigns/${made.key}`, {
      ...{ target: null, checked: ['when'] },
    });
    expect(body).toMatchObject({ target: null, utm, checked: ['when'], goal: 'Sell the new loaf' });
    const old = await room.campaign(await room.article(), [room.channels.hook]);
    await room.app.strapi.db
      .connection('presence_campaigns')
      .where({ key: old.key })
      .update({ target: null, utm: null, template: null, checked: null, maker_id: null });
    expect(await room.view(old.key)).toMatchObject({ target: null, utm: null, template: null, checked: [] });
  });

  it.each([
    { target: { ...target, until: '2030-02-30' } },
    { target: { ...target, amount: 0 } },
    { utm: { ...utm, campaign: 'rye week' } },
  ])('refuses %o', async (more) => {
    const { status, body } = await room.post(room.emil, '/campaigns', {
      entry: { uid: article, documentId: await room.article(), locale: 'en' },
      name: 'Rye week',
      copies: [{ channel: room.channels.hook }],
      ...more,
    });
    expect([status, body.error.details.code]).toEqual([400, 'request.invalid']);
  });

  it('adds the parameters to tracked links to the own website, and to no other', async () => {
    const made = await room.campaign(await room.article(), [room.channels.hook], { utm });
    const { links } = wired(room.app.strapi);
    const { baseUrl } = (await room.owner.call<{ sites: { baseUrl: string } }>('GET', '/presence/settings'))
      .body.sites;
    const leadsTo = async (url: string): Promise<string | undefined> => {
      const link = await links.mint({
        ...{ publication: made.publications[0]?.key ?? '', campaign: made.key },
        ...{ entry: `${article}|x|en`, channel: 'webhook', url },
      });
      return (await links.follow(link.split('/l/')[1] ?? ''))?.url;
    };
    expect(await leadsTo(`${baseUrl}/rye?utm_medium=own`)).toMatch(
      /\/rye\?utm_medium=own&utm_source=partner&utm_campaign=rye-week&p=[0-9a-f]{16}$/,
    );
    expect(await leadsTo('https://else.example/rye')).not.toContain('utm_');
  });

  it('duplicates for the same entry with every word, and gives nothing a time', async () => {
    const made = await room.campaign(await room.article(), [room.channels.hook, room.channels.sky], {
      target,
      utm,
    });
    const copy = { ...made.publications[0]?.copy, text: 'Own words' };
    await room.emil.call('PUT', `/presence/campaigns/${made.key}`, {
      copies: [{ channel: room.channels.hook, copy }],
      checked: ['price'],
    });
    const { status, body } = await duplicate(made.key, { name: 'Rye week again' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Rye week again', target, utm, state: 'draft', checked: [] });
    expect(body.key).not.toBe(made.key);
    expect(body.publications.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['draft', null],
      ['draft', null],
    ]);
    expect(body.publications[0]?.copy).toMatchObject({ text: 'Own words', edited: true });
  });

  it('duplicates for another entry: own words stay and link to its page, the others are made anew', async () => {
    const made = await room.campaign(await room.article(), [room.channels.hook, room.channels.sky]);
    const copy = { ...made.publications[0]?.copy, text: 'Own words' };
    await room.emil.call('PUT', `/presence/campaigns/${made.key}`, {
      copies: [{ channel: room.channels.hook, copy }],
    });
    const documentId = await room.article({ title: 'Wheat', slug: 'wheat' });
    const { body } = await duplicate(made.key, { entry: { uid: article, documentId, locale: 'en' } });
    const [hook, sky] = body.publications;
    expect(hook?.copy.text).toBe('Own words');
    expect(hook?.copy.link).toMatch(/\/en\/wheat$/);
    expect(sky?.copy).toMatchObject({ title: 'Wheat', edited: false });
  });

  it('refuses to duplicate what is not there, or for an entry that is not there', async () => {
    const gone = await duplicate('00000000-0000-4000-8000-000000000000');
    expect([gone.status, gone.body.error.details.code]).toEqual([404, 'campaign.not-found']);
    const made = await room.campaign(await room.article(), [room.channels.hook]);
    const entry = { uid: article, documentId: 'nothing', locale: 'en' };
    const other = await duplicate(made.key, { entry });
    expect([other.status, other.body.error.details.code]).toEqual([404, 'entry.not-found']);
  });

  it('duplicates several, each whole or not at all, and says of each what became of it', async () => {
    const rye = await room.campaign(await room.article(), [room.channels.hook, room.channels.sky]);
    const documentId = await room.article({ title: 'Gone by then' });
    const gone = await room.campaign(documentId, [room.channels.hook], { name: 'Gone by then' });
    await room.app.strapi.documents(article).delete({ documentId, locale: 'en' });
    const oat = await room.campaign(await room.article({ title: 'Oat' }), [room.channels.hook]);
    const nobody = '00000000-0000-4000-8000-000000000000';
    const campaigns = [rye.key, gone.key, nobody, oat.key].map((key, index) => ({
      key,
      name: `Many at once, ${index}`,
    }));
    const { status, body } = await room.post<BulkView>(room.emil, '/campaigns/duplicate', { campaigns });
    expect([status, body.answers.map(({ title, ok, code }) => [title, ok, code])]).toEqual([
      200,
      [
        ['Many at once, 0', true, null],
        ['Many at once, 1', false, 'entry.not-found'],
        ['Many at once, 2', false, 'campaign.not-found'],
        ['Many at once, 3', true, null],
      ],
    ]);
    const { items } = (
      await room.emil.call<Page<CampaignView>>('GET', '/presence/campaigns?q=many%20at%20once')
    ).body;
    expect(items.map(({ name, publications }) => [name, publications.length])).toEqual([
      ['Many at once, 3', 1],
      ['Many at once, 0', 2],
    ]);
    const twice = [campaigns[0], campaigns[0]];
    const refused = await room.post<BulkView>(room.emil, '/campaigns/duplicate', { campaigns: twice });
    expect([refused.status, refused.body.error.details.code]).toEqual([400, 'request.invalid']);
  });

  it('finds entries by their title, only of types that somebody may read', async () => {
    const documentId = await room.article({ title: 'Pumpkin bread' });
    const find = (by: CampaignRoom['emil'], q: string) =>
      by.call<FoundEntry[]>('GET', `/presence/campaigns/entries?q=${encodeURIComponent(q)}`);
    expect((await find(room.owner, 'PUMPKIN')).body).toMatchObject([
      { entry: { uid: article, documentId, locale: 'en' }, title: 'Pumpkin bread', typeName: 'article' },
    ]);
    expect((await find(room.owner, 'pumpkin%bread')).body).toEqual([]);
    const stranger = await hire(room.app, 'Stan', ['read', 'campaigns.manage'], []);
    expect((await find(stranger, 'pumpkin')).body).toEqual([]);
    const reader = await hire(room.app, 'Rita', ['read']);
    expect((await find(reader, 'pumpkin')).status).toBe(403);
  });

  it('offers templates in the language of the admin', async () => {
    const { body } = await room.emil.call<CampaignTemplateView[]>(
      'GET',
      '/presence/campaigns/templates?language=de',
    );
    expect(body.map(({ key, name }) => [key, name])).toEqual([
      ['new-product', 'Neues Produkt'],
      ['weekly-offer', 'Wochenangebot'],
      ['event', 'Veranstaltung'],
    ]);
  });

  it('lists campaigns by state and by words of their name or entry', async () => {
    const made = await room.campaign(await room.article({ title: 'Quince jam' }), [room.channels.hook], {
      name: 'Autumn',
    });
    const list = async (query: string) =>
      (await room.emil.call<Page<CampaignView>>('GET', `/presence/campaigns?${query}`)).body.items.map(
        ({ key }) => key,
      );
    expect(await list('q=quince')).toEqual([made.key]);
    expect(await list('q=autumn&state=draft')).toEqual([made.key]);
    expect(await list('q=autumn&state=waiting')).toEqual([]);
    await room.post(room.emil, `/campaigns/${made.key}/schedule`, {
      when: { kind: 'at', local: '2030-05-01T09:00', zone: 'Europe/Berlin' },
    });
    expect(await list('q=autumn&state=waiting')).toEqual([made.key]);
  });
});
