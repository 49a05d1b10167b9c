import type { BulkView } from '../../src/publishing/calendar/bulk';
import type { PreflightView } from '../../src/publishing/preflight/schema';
import type { CampaignView } from '../../src/publishing/schema';
import { wired } from '../../server/wire';
import { databases } from './databases';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { hire } from './staff';

const article = 'api::article.article';

describe.each(databases())('taking back what went out, on %s', (db) => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db);
  });
  afterAll(() => room.stop());

  const sentOut = async (channels: readonly string[]): Promise<{ key: string; documentId: string }> => {
    const documentId = await room.article();
    if (!channels.includes(room.channels.site))
      await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
    const { key } = await room.campaign(documentId, channels);
    await room.post(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    await room.work();
    return { key, documentId };
  };
  const isOnline = async (documentId: string): Promise<boolean> =>
    (await room.app.strapi.documents(article).findOne({ documentId, locale: 'en', status: 'published' })) !==
    null;
  const recorded = async (kind: string, publication: string) => {
    const { body } = await room.owner.call<{
      items: { kind: string; details: Record<string, unknown> }[];
    }>('GET', '/presence/audit?pageSize=100');
    return body.items.filter((line) => line.kind === kind && line.details['publication'] === publication);
  };

  it('takes the page off the website, tells the receiver, and keeps a receipt of each', async () => {
    const { site, hook } = room.channels;
    const { key, documentId } = await sentOut([site, hook]);
    expect(await isOnline(documentId)).toBe(true);
    const before = await room.publication(key, hook);
    expect(before.receipt).toMatchObject({
      answer: before.key,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await recorded('publication.delivered', before.key)).toMatchObject([
      { details: { sha256: before.receipt?.sha256, answer: before.key } },
    ]);
    const { status, body } = await room.post<CampaignView>(room.emil, `/campaigns/${key}/recall`, {
      reason: 'Wrong price',
    });
    expect(status).toBe(200);
    expect(body.publications.map(({ state, recall }) => [state, recall?.state]).sort()).toEqual([
      ['recalled', 'recalled'],
      ['recalled', 'told'],
    ]);
    expect(body.publications.map(({ recall }) => recall?.reason)).toEqual(['Wrong price', 'Wrong price']);
    expect(await recorded('publication.recall', before.key)).toMatchObject([
      { details: { reason: 'Wrong price' } },
    ]);
    expect(await isOnline(documentId)).toBe(false);
    const told = room.receiver.received.filter(({ body: text }) => text.includes('presence.recalled'));
    expect(told).toHaveLength(1);
    expect(told[0]?.headers['webhook-id']).toBe(`${before.key}_recalled`);
    expect(JSON.parse(told[0]?.body ?? '')).toMatchObject({
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await recorded('publication.recalled', before.key)).toMatchObject([
      { details: { became: 'told', answer: before.key } },
    ]);
  });

  it('ends the same however often it is asked for', async () => {
    const { hook } = room.channels;
    const { key } = await sentOut([hook]);
    const { key: one } = await room.publication(key, hook);
    const answers = await Promise.all(
      [1, 2, 3].map(() => room.post(room.emil, `/publications/${one}/recall`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await room.publication(key, hook)).state).toBe('recalled');
    expect(await recorded('publication.recalled', one)).toHaveLength(1);
  });

  it('goes on after a process that died between writing down and calling', async () => {
    const { hook } = room.channels;
    const { key } = await sentOut([hook]);
    const { key: one } = await room.publication(key, hook);
    const dead = { by: 'Emil', state: 'waiting', failures: 0, lease_token: 'dead', code: '', message: '' };
    await room.app.strapi.db
      .connection('presence_recalls')
      .insert({ ...dead, publication: one, next_at: 0, lease_until: Date.now() - 1, at: 0 });
    expect(await wired(room.app.strapi).publishing.recalls.run()).toBe(1);
    expect((await room.publication(key, hook)).state).toBe('recalled');
  });

  it('tries again by itself what a receiver did not take, and says so', async () => {
    const { hook } = room.channels;
    const { key } = await sentOut([hook]);
    const { key: one } = await room.publication(key, hook);
    room.receiver.behave({ status: 503 });
    await room.post(room.emil, `/publications/${one}/recall`);
    expect(await room.publication(key, hook)).toMatchObject({
      state: 'delivered',
      recall: { state: 'waiting', message: expect.stringContaining('could not be told') },
    });
    room.receiver.behave({});
    await room.app.strapi.db
      .connection('presence_recalls')
      .where({ publication: one })
      .update({ next_at: 0 });
    await wired(room.app.strapi).publishing.recalls.run();
    expect((await room.publication(key, hook)).state).toBe('recalled');
  });

  it('leaves a page online that says something else by now', async () => {
    const { site } = room.channels;
    const { key, documentId } = await sentOut([site]);
    await room.app.strapi
      .documents(article)
      .update({ documentId, locale: 'en', data: { title: 'Rye, but better' } as never, status: 'published' });
    const { key: one } = await room.publication(key, site);
    await room.post(room.emil, `/publications/${one}/recall`);
    expect(await room.publication(key, site)).toMatchObject({
      state: 'delivered',
      recall: { state: 'kept' },
    });
    expect(await isOnline(documentId)).toBe(true);
  });

  it('is not asked any more whether it will go out', async () => {
    const { hook } = room.channels;
    const { key } = await sentOut([hook]);
    await room.post(room.emil, `/campaigns/${key}/recall`);
    const { body } = await room.emil.call<PreflightView>('GET', `/presence/campaigns/${key}/preflight`);
    expect(body.publications).toEqual([]);
  });

  it('calls off the rest of a campaign, and refuses what never went out', async () => {
    const { hook, sky } = room.channels;
    const documentId = await room.article();
    const { key } = await room.campaign(documentId, [hook, sky]);
    await room.post(room.emil, `/campaigns/${key}/schedule`, {
      when: { kind: 'at', local: '2099-01-01T10:00', zone: 'Europe/Berlin' },
    });
    const { key: one } = await room.publication(key, hook);
    const refused = await room.post(room.emil, `/publications/${one}/recall`);
    expect([refused.status, refused.body.error.details.code]).toEqual([400, 'publication.not-possible']);
    const { body } = await room.post<CampaignView>(room.emil, `/campaigns/${key}/recall`);
    expect(body.publications.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  it('takes back the chosen ones, and says of each what its channel did not do', async () => {
    const { hook, site } = room.channels;
    const told = await sentOut([hook]);
    const changed = await sentOut([site]);
    const waiting = await room.campaign(await room.article(), [hook]);
    await room.app.strapi.documents(article).update({
      ...{ documentId: changed.documentId, locale: 'en', status: 'published' },
      data: { title: 'Rye, but better' } as never,
    });
    const keys = [
      (await room.publication(told.key, hook)).key,
      (await room.publication(changed.key, site)).key,
      (await room.publication(waiting.key, hook)).key,
    ];
    const { body } = await room.post<BulkView>(room.emil, '/publications/bulk', {
      ...{ action: 'recall', keys, reason: 'Wrong price' },
    });
    expect(body.answers.map(({ ok, code }) => [ok, code])).toEqual([
      [true, null],
      [false, 'website.changed-since'],
      [false, 'publication.not-possible'],
    ]);
    expect((await room.publication(told.key, hook)).recall).toMatchObject({
      ...{ state: 'told', reason: 'Wrong price', by: 'Emil Test' },
    });
  });

  it('needs the right to manage campaigns', async () => {
    const reader = await hire(room.app, 'Rita', ['read']);
    const { status } = await room.post(reader, `/publications/${crypto.randomUUID()}/recall`);
    expect(status).toBe(403);
  });

  it('stops and goes on by the API, with a line in the record and a notice', async () => {
    const { hook } = room.channels;
    const stopped = await room.post<{ key: string; name: string }>(room.emil, '/publishing/holds', {
      ...{ scope: 'channel', target: hook, reason: 'Wrong price' },
    });
    expect(stopped.body).toMatchObject({ scope: 'channel', name: 'Partner', reason: 'Wrong price' });
    const again = await room.post<{ key: string }>(room.owner, '/publishing/holds', {
      scope: 'channel',
      target: hook,
    });
    expect(again.body.key).toBe(stopped.body.key);
    const documentId = await room.article();
    await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
    const { key } = await room.campaign(documentId, [hook]);
    await room.post(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    await wired(room.app.strapi).publishing.engine.tick();
    expect(await room.publication(key, hook)).toMatchObject({
      state: 'scheduled',
      hold: { reason: 'Wrong price' },
    });
    expect((await room.notices()).map(({ code }) => code)).toContain('publishing.held');
    const unknown = await room.post(room.emil, '/publishing/holds', {
      scope: 'campaign',
      target: crypto.randomUUID(),
    });
    expect(unknown.body.error.details.code).toBe('hold.target-unknown');
    const lifted = await room.emil.call('DELETE', `/presence/publishing/holds/${stopped.body.key}`);
    expect(lifted.status).toBeLessThan(300);
    await room.work();
    expect((await room.publication(key, hook)).state).toBe('delivered');
    const unread = await room.owner.call<{ items: { code: string }[] }>(
      'GET',
      '/presence/notices?unread=true',
    );
    expect(unread.body.items.map(({ code }) => code)).not.toContain('publishing.held');
  });
});
