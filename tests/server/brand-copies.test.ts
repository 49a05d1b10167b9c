import { pictureFacts, type PictureFacts } from '../../src/brand/pictures/schema';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { saveKit, seen, waive, workOff } from './brand-room';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { hire, type Staff } from './staff';

const article = 'api::article.article';
const now = { when: { kind: 'now' } };
const cheap = { terms: [{ avoid: 'cheap', prefer: 'affordable', severity: 'error' }] };

/** What was measured in a picture that says something. */
const saying = (text: string): PictureFacts =>
  pictureFacts.parse({
    ...{ version: 1, sha256: 'a'.repeat(64), format: 'png', width: 1200, height: 800, bytes: 90_000 },
    ...{ hasAlpha: false, frames: 1, colours: null, sharpness: null, phash: null, logos: null },
    ...{ logosSought: [], codes: null, problems: [] },
    texts: [{ text, confidence: 96, region: { x: 0.1, y: 0.1, width: 0.5, height: 0.2 }, contrast: null }],
    exif: { gps: null, device: null, takenAt: null },
  });

describe.each(databases())('findings in copies, on %s', (db) => {
  let room: CampaignRoom;
  let wanda: Staff;
  let walter: Staff;
  beforeAll(async () => {
    room = await campaignRoom(db);
    wanda = await hire(room.app, 'Wanda', ['read', 'brand.waive']);
    walter = await hire(room.app, 'Walter', ['read', 'brand.waive']);
    await room.govern([article]);
    await saveKit(room.owner, cheap);
  });
  afterAll(() => room.stop());

  const copy = (text: string, more: object = {}) => ({
    text,
    link: null,
    pictures: [],
    edited: true,
    ...more,
  });
  const campaign = async (documentId: string, copies: readonly (readonly [string, object])[]) => {
    const list = copies.map(([channel, one]) => ({ channel, copy: one }));
    const { status, body } = await room.emil.call<{ key: string }>('POST', '/presence/campaigns', {
      ...{ entry: { uid: article, documentId, locale: 'en' }, name: 'Rye week', copies: list },
    });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.key;
  };
  const schedule = async (key: string) => {
    const { status, body } = await room.post(room.emil, `/campaigns/${key}/schedule`, now);
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  const problems = async (key: string) => {
    const { publications } = await room.view(key);
    return Object.fromEntries(publications.map(({ kind, state, problem }) => [kind, problem?.code ?? state]));
  };
  const blockers = async (documentId: string) => {
    const query = new URLSearchParams({ uid: article, documentId, locale: 'en' });
    const { body } = await room.owner.call<{ blockers: { code: string; message: string; copy?: string }[] }>(
      'GET',
      `/presence/entry?${query}`,
    );
    return body.blockers;
  };

  it('hold the copy that they are in and no other, at the schedule and in the readiness of the campaign', async () => {
    const id = await room.article();
    const key = await campaign(id, [
      [room.channels.hook, copy('Our cheap rye is back.')],
      [room.channels.sky, copy('Our rye is back.')],
    ]);
    await room.approve(id);
    const found = await blockers(id);
    expect(found.map(({ code }) => code)).toEqual(['brand.copy-error']);
    expect(found[0]?.message).toMatch(/^The text for Partner: /);
    await schedule(key);
    expect(await problems(key)).toEqual({ webhook: 'brand.copy-error', bluesky: 'scheduled' });
  });

  it('know what their campaign adds to links when it is sent', async () => {
    await saveKit(room.owner, { links: { own: ['bakery.test'], utmOn: ['bluesky'], alive: false } });
    const settings = (await room.owner.call<{ sites: object }>('GET', '/presence/settings')).body;
    await room.owner.call('PUT', '/presence/settings', {
      ...settings,
      sites: { ...settings.sites, baseUrl: 'https://bakery.test' },
    });
    const documentId = await room.article();
    const link = copy('Our rye is back.', { link: 'https://bakery.test/rye' });
    const key = await campaign(documentId, [[room.channels.sky, link]]);
    const found = async () => {
      const { body } = await room.emil.call<{ copies: { findings: { finding: { rule: string } }[] }[] }>(
        'POST',
        '/presence/brand/check-copies',
        {
          ...{ uid: article, documentId, locale: 'en', campaign: key },
          copies: [{ channel: room.channels.sky, copy: link }],
        },
      );
      return body.copies.flatMap(({ findings }) => findings.map(({ finding }) => finding.rule));
    };
    expect(await found()).toEqual(['link.utm']);
    const set = { utm: { campaign: 'rye', medium: '', term: '', content: '', sources: {} } };
    expect((await room.emil.call('PUT', `/presence/campaigns/${key}`, set)).status).toBe(200);
    expect(await found()).toEqual([]);
    await room.owner.call('PUT', '/presence/settings', settings);
    expect(await found()).toEqual(['link.utm']);
    await saveKit(room.owner, cheap);
  });

  it('stand in the report with their channel, and are gone from it when the copy has gone', async () => {
    const id = await room.article({ title: 'Rye in the report' });
    const key = await campaign(id, [[room.channels.hook, copy('Our cheap rye is here.')]]);
    await workOff(room.app);
    const report = async () => {
      const query = `q=rye%20in%20the&channel=${room.channels.hook}`;
      return (await room.owner.call<{ total: number }>('GET', `/presence/brand/report?${query}`)).body.total;
    };
    expect(await report()).toBe(1);
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ campaign: key })
      .update({ state: 'cancelled' });
    await workOff(room.app);
    expect(await report()).toBe(0);
  });

  it('go out when somebody waives them and somebody else agrees', async () => {
    const id = await room.article();
    const key = await campaign(id, [[room.channels.hook, copy('The film “Cheap thrills”, cheap as ever.')]]);
    await room.approve(id);
    await schedule(key);
    expect(await problems(key)).toEqual({ webhook: 'brand.copy-error' });
    const findings = (await seen(wanda, id)).copies.flatMap((one) => one.findings);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      const { body } = await waive(wanda, id, finding);
      await walter.call('POST', `/presence/brand/waivers/${body.id}/approve`);
    }
    expect(await problems(key)).toEqual({ webhook: 'scheduled' });
    await room.work();
    expect(await problems(key)).toEqual({ webhook: 'delivered' });
  });

  it('are looked for again at the moment of sending, and somebody is told; what the kit lets out again goes on', async () => {
    const id = await room.article();
    const key = await campaign(id, [[room.channels.hook, copy('Our bargain rye is back.')]]);
    await room.approve(id);
    await schedule(key);
    await saveKit(room.owner, {
      terms: [...cheap.terms, { avoid: 'bargain', prefer: 'offer', severity: 'error' }],
    });
    await room.work();
    expect(await problems(key)).toEqual({ webhook: 'brand.copy-error' });
    expect((await room.notices()).map(({ code }) => code)).toContain('brand.copy-error');
    await saveKit(room.owner, cheap);
    await workOff(room.app);
    await room.work();
    expect(await problems(key)).toEqual({ webhook: 'delivered' });
  });

  it('find what nearly says what an earlier campaign said there, and not what went out in what it said itself', async () => {
    await saveKit(room.owner, { nearDuplicate: { severity: 'warning' } });
    const found = async (documentId: string, text: string, of: string | null) => {
      const copies = [{ channel: room.channels.hook, copy: copy(text) }];
      type Answer = { copies: { findings: { finding: { rule: string } }[] }[] };
      const body = { uid: article, documentId, locale: 'en', copies, campaign: of };
      const { body: answer } = await room.emil.call<Answer>('POST', '/presence/brand/check-copies', body);
      return answer.copies.flatMap(({ findings }) => findings.map(({ finding }) => finding.rule));
    };
    const text = 'Our sourdough rests for two days.';
    const id = await room.article();
    const key = await campaign(id, [[room.channels.hook, copy(text)]]);
    await room.approve(id);
    await schedule(key);
    await room.work();
    expect(await problems(key)).toEqual({ webhook: 'delivered' });
    expect(await found(id, text, key)).toEqual([]);
    expect(await found(await room.article(), 'Our sourdough rests for two whole days!', null)).toEqual([
      'post.near-duplicate',
    ]);
  });

  it('hold a letter that says 15 % where the picture says 20 %', async () => {
    await saveKit(room.owner, { facts: { severity: 'error' } });
    const picture = { hash: 'offer_20', url: '/uploads/offer_20.png', alt: 'The offer of the week' };
    const shown = (list: readonly { readonly hash: string | null }[]) =>
      new Map(
        list.flatMap(({ hash }) => (hash === 'offer_20' ? [[hash, saying('Save 20 %')] as const] : [])),
      );
    wired(room.app.strapi).brandCheck.pictures.measureBy({
      factsOf: async (list) => shown(list),
    });
    const id = await room.article({ title: 'The offer of the week', summary: 'Come and see.' });
    const key = await campaign(id, [
      [room.channels.sky, copy('The offer is here.', { pictures: [picture] })],
      [room.channels.hook, copy('Save 15 % this week.')],
    ]);
    await room.approve(id);
    const found = await blockers(id);
    expect(found.map(({ code }) => code)).toContain('brand.copy-error');
    expect(found.map(({ message }) => message).join(' ')).toMatch(/15 ?%.*20 ?%|20 ?%.*15 ?%/s);
    await schedule(key);
    expect(Object.values(await problems(key))).toContain('brand.copy-error');
    const form = await room.emil.call<{ copies: { channel: string; findings: object[] }[] }>(
      'POST',
      '/presence/brand/check-copies',
      {
        ...{ uid: article, documentId: id, locale: 'en' },
        copies: [
          { channel: room.channels.sky, copy: copy('The offer is here.', { pictures: [picture] }) },
          { channel: room.channels.hook, copy: copy('Save 20 % this week.') },
        ],
      },
    );
    expect(form.status).toBe(200);
    expect(form.body.copies.flatMap((one) => one.findings)).toEqual([]);
  });

  test.each<[string, object]>([
    ['a channel that is none', { channel: 'nowhere', copy: copy('x') }],
    ['a copy that is none', { channel: null, copy: { text: 7 } }],
  ])('refuse %s', async (_, one) => {
    const id = await room.article();
    const own = 'channel' in one && one.channel === null ? { ...one, channel: room.channels.hook } : one;
    const { status } = await room.emil.call('POST', '/presence/brand/check-copies', {
      ...{ uid: article, documentId: id, locale: 'en', copies: [own] },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
