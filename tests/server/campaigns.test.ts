import type { CampaignView, DerivePreview, PublicationView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { enginesOnDatabases, redisRoom } from './redis-room';

const article = 'api::article.article';
const now = { when: { kind: 'now' } };
const tomorrow = { when: { kind: 'at', local: '2030-05-01T09:00', zone: 'Europe/Berlin' } };

describe.each(enginesOnDatabases())('campaigns by the %s engine on %s', (engine, db) => {
  const redis = engine === 'bullmq' ? redisRoom() : undefined;
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db, redis);
  });
  afterAll(async () => {
    await room.stop();
    await redis?.stop();
  });
  beforeEach(async () => {
    room.receiver.behave({});
    await room.govern([]);
  });

  const schedule = (key: string, input: object = now) =>
    room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, input);
  const act = (key: string, action: string, body: object = {}) =>
    room.post<PublicationView>(room.emil, `/publications/${key}/${action}`, body);

  it('shows how the copies would look, and stores nothing', async () => {
    const documentId = await room.article();
    const { status, body } = await room.post<DerivePreview>(room.emil, '/campaigns/derive', {
      entry: { uid: article, documentId, locale: 'en' },
      channels: [room.channels.site, room.channels.hook],
    });
    expect(status).toBe(200);
    expect(body.copies).toMatchObject([
      { kind: 'website', copy: { edited: false } },
      { kind: 'webhook', channelName: 'Partner', copy: { title: 'Rye, fresh from the oven' } },
    ]);
    const list = await room.emil.call<Page<CampaignView>>(
      'GET',
      `/presence/campaigns?uid=${article}&documentId=${documentId}&locale=en`,
    );
    expect(list.body.total).toBe(0);
  });

  it('brings the page up first and then what links to it, each once', async () => {
    const documentId = await room.article();
    const { key } = await room.campaign(documentId, [room.channels.hook, room.channels.site]);
    const seen: number[] = [];
    room.receiver.behave(() => {
      seen.push(room.site.asked.length);
      return {};
    });
    await schedule(key);
    expect(await room.publication(key, room.channels.hook)).toMatchObject({
      state: 'scheduled',
      waitsFor: (await room.publication(key, room.channels.site)).key,
    });
    await room.work();
    expect(seen).toEqual([room.site.asked.length]);
    expect(room.site.asked.length).toBeGreaterThan(0);
    expect((await room.view(key)).publications.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    const post = await room.publication(key, room.channels.hook);
    expect([...room.receiver.accepted.keys()]).toEqual([post.key]);
    expect((await room.view(key)).state).toBe('done');
  });

  it('keeps an edited copy, and says by how much a copy is too long', async () => {
    const documentId = await room.article();
    const { key, publications } = await room.campaign(documentId, [room.channels.sky]);
    const [draft] = publications;
    const save = (text: string) =>
      room.emil.call<CampaignView>('PUT', `/presence/campaigns/${key}`, {
        copies: [{ channel: room.channels.sky, copy: { ...draft?.copy, text } }],
      });
    expect((await save('Own words')).body.publications[0]?.copy).toMatchObject({
      text: 'Own words',
      edited: true,
    });
    expect((await save('🥖'.repeat(307))).body.publications[0]?.check).toMatchObject({
      count: 307,
      limit: 300,
    });
    const { status, body } = await schedule(key);
    expect(status).toBe(400);
    expect(body.error.details.code).toBe('campaign.copy-over-limit');
    expect(body.error.message).toContain('7 characters too long');
    expect((await room.view(key)).state).toBe('draft');
  });

  it.each([
    { local: '2030-03-31T02:30', code: 'time.gap', choices: ['earlier', 'later'] },
    { local: '2030-10-27T02:30', code: 'time.overlap', choices: ['earlier', 'later'] },
    { local: '2020-01-01T10:00', code: 'time.past', choices: ['now'] },
  ])('asks about $local in Berlin', async ({ local, code, choices }) => {
    const { key } = await room.campaign(await room.article(), [room.channels.hook]);
    const { status, body } = await schedule(key, { when: { kind: 'at', local, zone: 'Europe/Berlin' } });
    expect(status).toBe(400);
    expect(body.error.details.code).toBe(code);
    expect((body.error.details['choices'] as { choice: string }[]).map(({ choice }) => choice)).toEqual(
      choices,
    );
    expect((await room.view(key)).state).toBe('draft');
  });

  it('holds what nobody approved, and lets it go with the approval', async () => {
    await room.govern([article]);
    const documentId = await room.article();
    const { key } = await room.campaign(documentId, [room.channels.site, room.channels.hook]);
    await schedule(key);
    expect((await room.view(key)).publications).toMatchObject([{ state: 'held' }, { state: 'held' }]);
    await room.work();
    expect((await room.view(key)).state).toBe('attention');
    await room.approve(documentId);
    await room.work();
    expect((await room.view(key)).publications.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  });

  it('holds an approved copy that is changed afterwards', async () => {
    await room.govern([article]);
    const documentId = await room.article();
    const { key, publications } = await room.campaign(documentId, [room.channels.hook]);
    await room.approve(documentId);
    await schedule(key, tomorrow);
    expect((await room.publication(key, room.channels.hook)).state).toBe('scheduled');
    await room.emil.call('PUT', `/presence/campaigns/${key}`, {
      copies: [{ channel: room.channels.hook, copy: { ...publications[0]?.copy, text: 'Something else' } }],
    });
    expect(await room.publication(key, room.channels.hook)).toMatchObject({
      state: 'held',
      problem: { code: 'publication.copy-edited' },
    });
  });

  describe('when the entry changes after it was scheduled', () => {
    const scheduled = async () => {
      const documentId = await room.article();
      await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
      const { key } = await room.campaign(documentId, [room.channels.hook]);
      await schedule(key, tomorrow);
      const state = async () => (await room.publication(key, room.channels.hook)).problem?.code ?? 'none';
      return { documentId, state };
    };

    it('holds it after an edit, with a notice, and goes on when the edit is taken back', async () => {
      const { documentId, state } = await scheduled();
      await room.app.strapi
        .documents(article)
        .update({ documentId, locale: 'en', data: { title: 'Wheat' } as object });
      expect(await state()).toBe('publication.entry-edited');
      expect((await room.notices()).map(({ code }) => code)).toContain('publication.entry-edited');
      await room.app.strapi.documents(article).discardDraft({ documentId, locale: 'en' });
      expect(await state()).toBe('none');
    });

    it('does not mind a save that changes nothing', async () => {
      const { documentId, state } = await scheduled();
      await room.app.strapi.documents(article).update({ documentId, locale: 'en', data: {} });
      expect(await state()).toBe('none');
    });

    it('holds it when the page is taken down, and goes on when it is up again', async () => {
      const { documentId, state } = await scheduled();
      await room.app.strapi.documents(article).unpublish({ documentId, locale: 'en' });
      expect(await state()).toBe('publication.entry-unpublished');
      await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
      expect(await state()).toBe('none');
    });

    it('holds it when the entry is deleted', async () => {
      const { documentId, state } = await scheduled();
      await room.app.strapi.documents(article).delete({ documentId });
      expect(await state()).toBe('publication.entry-deleted');
    });
  });

  it('cancels, refuses to cancel what was sent, and sends again what was refused', async () => {
    const first = await room.campaign(await room.article(), [room.channels.hook], {
      copies: [{ channel: room.channels.hook, copy: { text: 'Now', link: null, pictures: [] } }],
    });
    await schedule(first.key, tomorrow);
    const { key } = await room.publication(first.key, room.channels.hook);
    expect((await act(key, 'cancel')).body.state).toBe('cancelled');
    expect((await act(key, 'reschedule', now)).body.state).toBe('scheduled');
    room.receiver.behave({ status: 400 });
    await room.work();
    expect(await room.publication(first.key, room.channels.hook)).toMatchObject({
      state: 'rejected',
      actions: ['retry', 'cancel', 'reschedule'],
    });
    room.receiver.behave({});
    expect((await act(key, 'retry')).status).toBe(200);
    await room.work();
    expect((await room.publication(first.key, room.channels.hook)).state).toBe('delivered');
    const refused = await act(key, 'cancel');
    expect(refused.body.error.details.code).toBe('publication.already-sending');
    expect(refused.status).toBe(400);
  });

  it('tries again at once what waits for its next try, also where its answer was lost', async () => {
    const { key: campaign } = await room.campaign(await room.article(), [room.channels.hook], {
      copies: [{ channel: room.channels.hook, copy: { text: 'Again', link: null, pictures: [] } }],
    });
    await schedule(campaign, tomorrow);
    const { key, actions } = await room.publication(campaign, room.channels.hook);
    expect(actions).toEqual(['cancel', 'reschedule']);
    expect((await act(key, 'retry')).status).toBe(400);

    await act(key, 'reschedule', now);
    room.receiver.behave({ status: 500 });
    await room.work();
    const open = await room.publication(campaign, room.channels.hook);
    expect(open).toMatchObject({ state: 'scheduled', actions: ['retry'] });
    expect(open.nextAt ?? 0).toBeGreaterThan(open.dueAt ?? 0);
    room.receiver.behave({});
    await room.work();
    expect((await room.publication(campaign, room.channels.hook)).state).toBe('scheduled');
    expect((await act(key, 'retry')).status).toBe(200);
    await room.work();
    expect((await room.publication(campaign, room.channels.hook)).state).toBe('delivered');
  });

  it('lists publications by state, channel and words', async () => {
    const { key } = await room.campaign(await room.article(), [room.channels.hook], { name: 'Walnut bread' });
    await schedule(key, tomorrow);
    const find = async (query: string) =>
      (await room.emil.call<Page<PublicationView>>('GET', `/presence/publications?${query}`)).body;
    expect(await find(`q=walnut&state=scheduled&channel=${room.channels.hook}`)).toMatchObject({
      total: 1,
      items: [
        { campaign: key, campaignName: 'Walnut bread', localTime: '2030-05-01T09:00', zone: 'Europe/Berlin' },
      ],
    });
    expect((await find('q=walnut&state=delivered')).total).toBe(0);
    expect((await find('page=2&pageSize=1')).items).toHaveLength(1);
  });

  it.each([
    ['POST', '/presence/campaigns', {}],
    ['POST', '/presence/campaigns/nonsense/schedule', now],
    ['GET', '/presence/publications?state=lost', undefined],
    ['POST', '/presence/publications/6f1c0c52-5a0d-4a49-8f0b-5d1b1a7f0f10/cancel', {}],
  ])('answers %s %s with a code and no stack', async (method, path, body) => {
    const answer = await room.emil.call<{ error: { details: { code: string } } }>(method, path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.error.details.code).toMatch(/^(request|publication)\./);
    expect(JSON.stringify(answer.body)).not.toContain(' at ');
  });

  it('is closed to those who may not manage campaigns', async () => {
    const { hire } = await import('./staff');
    const guest = await hire(room.app, 'Gast', ['read']);
    expect((await guest.call('POST', '/presence/campaigns', {})).status).toBe(403);
    expect((await guest.call('GET', '/presence/publications')).status).toBe(200);
  });
});
