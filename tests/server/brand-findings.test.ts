import type { Report, StandingFinding, TrendPoint, Waiver } from '../../src/brand/findings/schema';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { saveKit, seen, waive, workOff } from './brand-room';
import { article, codesOf, newsroom, type Newsroom } from './newsroom';
import { hire, type Staff } from './staff';

const cheap = { terms: [{ avoid: 'cheap', prefer: 'affordable', severity: 'error' }] };
const book = 'We sell the book “How to bake cheap bread at home” in our shop on the square.';

describe.each(databases())('what the brand check finds, on %s', (db) => {
  let room: Newsroom;
  let wanda: Staff;
  let walter: Staff;
  let ines: Staff;
  beforeAll(async () => {
    room = await newsroom(db);
    wanda = await hire(room.app, 'Wanda', ['read', 'brand.waive']);
    walter = await hire(room.app, 'Walter', ['read', 'brand.waive']);
    ines = await hire(room.app, 'Ines', ['read', 'brand.waive', 'brand.manage'], []);
    await saveKit(room.owner, cheap);
  });
  afterAll(() => room.app.stop());

  const written = (summary: string, title = 'A book') => room.write(room.emil, { title, summary });
  const first = async (id: string): Promise<StandingFinding> => {
    const [finding] = (await seen(wanda, id)).findings;
    if (!finding) throw new Error('nothing was found');
    return finding;
  };
  const standings = async (id: string) =>
    (await seen(wanda, id)).findings.map(({ standing }) => standing?.kind ?? 'open');
  const published = async (id: string): Promise<string[]> => {
    await room.approve(id);
    const answer = await room.publish(room.owner, id);
    return answer.status === 200 ? [] : codesOf(answer);
  };
  const codeOf = ({ body }: { body: { error: { details: { code: string } } } }) => body.error.details.code;
  const waivers = async (query: string) =>
    (await wanda.call<{ items: Waiver[]; total: number }>('GET', `/presence/brand/waivers?${query}`)).body;
  const notices = async (by: Staff) =>
    (await by.call<{ items: { code: string; message: string }[] }>('GET', '/presence/notices')).body.items;

  it('holds an entry at the gate for an error, until somebody waives it and somebody else agrees', async () => {
    const id = await written(book);
    expect(await published(id)).toEqual(['brand.error']);
    const asked = await waive(wanda, id, await first(id));
    expect(asked).toMatchObject({
      status: 201,
      body: { state: 'open', approvedBy: null, severity: 'error' },
    });
    expect(await standings(id)).toEqual(['open']);
    expect((await notices(walter)).map(({ code }) => code)).toContain('brand.waiver-waits');

    const own = await wanda.call<Parameters<typeof codeOf>[0]['body']>(
      'POST',
      `/presence/brand/waivers/${asked.body.id}/approve`,
    );
    expect([own.status, codeOf(own)]).toEqual([403, 'brand.waiver-own']);
    expect(codesOf(await room.publish(room.owner, id))).toEqual(['brand.error']);

    const agreed = await walter.call('POST', `/presence/brand/waivers/${asked.body.id}/approve`);
    expect(agreed).toMatchObject({
      status: 200,
      body: { state: 'holds', approvedBy: { name: 'Walter Test' } },
    });
    expect(await standings(id)).toEqual(['waived']);
    expect((await seen(wanda, id)).score.score).toBe(100);
    expect((await notices(wanda)).map(({ code }) => code)).toContain('brand.waiver-approved');
    expect((await room.publish(room.owner, id)).status).toBe(200);
    expect(await room.audit('brand-waiver.create')).toContainEqual(
      expect.objectContaining({ by: expect.objectContaining({ name: 'Wanda Test' }) }),
    );
    expect(await room.audit('brand-waiver.approve')).toContainEqual(
      expect.objectContaining({ details: expect.objectContaining({ quote: 'cheap' }) }),
    );
  });

  it('keeps a waiver through edits around its passage, and gives it to no other one', async () => {
    const id = await written(book);
    const { body } = await waive(wanda, id, await first(id));
    await walter.call('POST', `/presence/brand/waivers/${body.id}/approve`);
    await room.edit(room.emil, id, { summary: `New this week in town. ${book} Come and see it.` });
    expect(await standings(id)).toEqual(['waived']);
    await room.edit(room.emil, id, { summary: `Our cheap rolls are back. ${book}` });
    expect(await standings(id)).toEqual(['open', 'waived']);
    await room.edit(room.emil, id, { summary: 'Our cheap rolls are back, every Monday from six to nine.' });
    expect(await standings(id)).toEqual(['open']);
    await workOff(room.app);
    expect((await waivers(`uid=${article}&documentId=${id}&locale=en`)).items).toMatchObject([
      { state: 'unused' },
    ]);
    expect((await waivers(`documentId=${id}&state=holds`)).total).toBe(0);
  });

  it('counts again when the last day of a waiver has passed, and its author hears of it', async () => {
    const id = await written(book);
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const { body } = await waive(wanda, id, await first(id), { until });
    await walter.call('POST', `/presence/brand/waivers/${body.id}/approve`);
    expect(await published(id)).toEqual([]);
    await room.app.strapi.db
      .connection('presence_brand_waivers')
      .where({ key: body.id })
      .update({ ends_on: '2020-01-01' });
    expect(codesOf(await room.publish(room.owner, id))).toEqual(['brand.error']);
    expect(await wired(room.app.strapi).brand.waivers.tellEnded()).toBe(1);
    expect(await wired(room.app.strapi).brand.waivers.tellEnded()).toBe(0);
    expect((await notices(wanda)).map(({ code }) => code)).toContain('brand.waiver-expired');
    expect((await waivers(`documentId=${id}&state=expired`)).total).toBe(1);
    expect((await wanda.call('DELETE', `/presence/brand/waivers/${body.id}`)).status).toBe(200);
    expect((await waivers(`documentId=${id}`)).total).toBe(0);
    expect(await room.audit('brand-waiver.end')).toHaveLength(1);
  });

  it('waives only what is found in the saved entry, as grave as it is', async () => {
    const id = await written(book);
    const found = await first(id);
    const lie = await waive(wanda, id, found, { severity: 'suggestion', message: 'Nothing much.' });
    expect(lie.body).toMatchObject({ state: 'open', severity: 'error', message: found.finding.message });
    const again = await waive(walter, id, { ...found, mark: { ...found.mark, quote: 'cheapest' } });
    expect([again.status, codeOf(again)]).toEqual([400, 'brand.finding-not-found']);
    const past = await waive(walter, id, found, { until: '2020-01-01' });
    expect([past.status, codeOf(past)]).toEqual([400, 'brand.waiver-day-past']);
  });

  it('asks nobody else where the policy says so, and limits how long a waiver holds', async () => {
    const policy = { approveErrors: false, longestDays: 30 };
    expect((await wanda.call('PUT', '/presence/brand/waiver-policy', policy)).status).toBe(403);
    expect((await room.owner.call('PUT', '/presence/brand/waiver-policy', policy)).status).toBe(200);
    const id = await written(book);
    const endless = await waive(wanda, id, await first(id));
    expect([endless.status, codeOf(endless)]).toEqual([400, 'brand.waiver-too-long']);
    const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    expect((await waive(wanda, id, await first(id), { until })).body).toMatchObject({ state: 'holds' });
    const twice = await waive(walter, id, await first(id), { until });
    expect([twice.status, codeOf(twice)]).toEqual([400, 'brand.waived-already']);
    await room.owner.call('PUT', '/presence/brand/waiver-policy', { approveErrors: true, longestDays: null });
    expect(await room.audit('brand-waiver.policy')).toHaveLength(2);
  });

  it('lets through what was there before the baseline, and holds what is new', async () => {
    const id = await written(book, 'Old one');
    const early = await room.owner.call<Parameters<typeof codeOf>[0]['body']>(
      'POST',
      '/presence/brand/baseline',
    );
    expect([early.status, codeOf(early)]).toEqual([400, 'brand.baseline-waiting']);
    await workOff(room.app);
    const taken = await room.owner.call<{ baseline: { findings: number } }>(
      'POST',
      '/presence/brand/baseline',
    );
    expect(taken.status).toBe(200);
    expect(taken.body.baseline.findings).toBeGreaterThan(0);
    expect(await standings(id)).toEqual(['baseline']);
    expect(await published(id)).toEqual([]);
    await room.edit(room.emil, id, { summary: `Our cheap rolls are back every day. ${book}` });
    expect(await standings(id)).toEqual(['open', 'baseline']);
    expect(await published(id)).toEqual(['brand.error']);
    expect(await published(await written(book, 'New one'))).toEqual(['brand.error']);
    expect((await room.owner.call('DELETE', '/presence/brand/baseline')).status).toBe(200);
    expect(await standings(id)).toEqual(['open', 'open']);
    expect(await room.audit('brand-baseline.take')).toHaveLength(1);
    expect(await room.audit('brand-baseline.drop')).toHaveLength(1);
  });

  it('reports over all content: rows, sums, filters, a file and a trend', async () => {
    const id = await written(book, 'Rye for the report');
    await workOff(room.app);
    const report = async (query: string) =>
      (await wanda.call<Report>('GET', `/presence/brand/report?${query}`)).body;
    const all = await report('pageSize=100');
    expect(all.waiting).toBe(0);
    expect(all.rows.find(({ documentId }) => documentId === id)).toMatchObject({
      title: 'Rye for the report',
      score: 80,
      errors: 1,
      findings: [
        { rule: expect.stringContaining('brand.term'), quote: 'cheap', field: 'summary', channel: null },
      ],
    });
    expect(all.counts.error).toBe(all.rules.reduce((sum, { count }) => sum + count, 0));
    expect(all.rules[0]?.explanation).toEqual(expect.any(String));
    expect(all.uids.map(({ uid }) => uid)).toContain(article);
    expect(all.meanScore).toBeLessThan(100);
    expect((await report('q=FOR%20THE%20rep')).rows.map((row) => row.documentId)).toEqual([id]);
    expect((await report('q=100%25')).total).toBe(0);
    expect((await report('severity=warning')).total).toBe(0);
    expect((await report('channel=entry&locale=de')).total).toBe(0);
    expect((await report('standing=waived')).total).toBeGreaterThan(0);
    const file = await fetch(`${room.app.url}/presence/brand/report.csv?q=report`, {
      headers: { authorization: `Bearer ${wanda.token}` },
    });
    expect(file.headers.get('content-type')).toContain('text/csv');
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Rye for the report,api::article.article,en,');
    const { body: trend } = await wanda.call<TrendPoint[]>('GET', '/presence/brand/report/trend?days=7');
    expect(trend).toHaveLength(1);
    expect(trend[0]?.errors).toBe(all.counts.error);
    await room.app.strapi.documents(article).delete({ documentId: id, locale: '*' });
    expect((await report('q=for%20the%20report')).total).toBe(0);
  });

  it('looks at everything again when the kit changes, and goes on where a restart left it', async () => {
    const id = await room.write(room.emil, { title: 'Fast food', summary: 'Bread in a hurry.' });
    await workOff(room.app);
    const { index } = wired(room.app.strapi).brand;
    expect(await index.waiting()).toBe(0);
    await saveKit(room.owner, {
      terms: [...cheap.terms, { avoid: 'hurry', prefer: 'no time', severity: 'warning' }],
    });
    expect(await workOff(room.app)).toBeGreaterThan(1);
    const { body } = await wanda.call<Report>('GET', '/presence/brand/report?severity=warning');
    expect(body.rows.map((row) => row.documentId)).toEqual([id]);
    await saveKit(room.owner, cheap);
    await workOff(room.app);
    expect((await wanda.call<Report>('GET', '/presence/brand/report?severity=warning')).body.total).toBe(0);
    await room.app.strapi.db.connection('presence_brand_entries').delete();
    await index.ensure();
    expect(await index.waiting()).toBeGreaterThan(1);
    await workOff(room.app);
    expect(await index.waiting()).toBe(0);
  });

  it('counts what people dismiss, once for a person and a finding', async () => {
    const id = await written(book);
    const { mark } = await first(id);
    const dismissal = { uid: article, documentId: id, locale: 'en', channel: null, mark, kind: 'dismissed' };
    for (const by of [wanda, wanda, walter])
      expect((await by.call('POST', '/presence/brand/dismissals', dismissal)).status).toBe(200);
    await wanda.call('POST', '/presence/brand/dismissals', { ...dismissal, kind: 'false-alarm' });
    const counts = (await wired(room.app.strapi).brand.dismissals.perRule()).get(mark.rule);
    expect(counts).toMatchObject({ dismissed: 1, falseAlarms: 1 });
    expect(await standings(id)).toEqual(['open']);
  });

  it('says of an unsaved form what only the server can tell, with what may stand against the rest', async () => {
    const id = await written(book);
    await waive(wanda, id, await first(id));
    const { status, body } = await wanda.call<{ findings: object[]; waivers: Waiver[]; baseline: object[] }>(
      'POST',
      '/presence/brand/check-form',
      { uid: article, documentId: id, locale: 'en', values: { title: 'A book', summary: book } },
    );
    expect(status).toBe(200);
    expect(body.waivers).toMatchObject([{ state: 'open' }]);
    expect(body.baseline).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['POST', '/presence/brand/waivers', { uid: article }],
    ['POST', '/presence/brand/waivers', [1, 2]],
    [
      'POST',
      '/presence/brand/dismissals',
      { uid: article, documentId: 'x', locale: 'en', mark: 'x', kind: 'y' },
    ],
    ['POST', '/presence/brand/check-form', { uid: article, documentId: null, locale: null, values: 'x' }],
    ['POST', '/presence/brand/check-copies', { uid: article, documentId: 'x', locale: null, copies: [{}] }],
    ['PUT', '/presence/brand/waiver-policy', { longestDays: -1 }],
    ['GET', '/presence/brand/report?page=0', undefined],
    ['GET', '/presence/brand/report?severity=awful', undefined],
    ['GET', '/presence/brand/report/trend?days=9999', undefined],
    ['GET', '/presence/brand/entry?uid=plugin%3A%3Aupload.file&documentId=x', undefined],
    ['POST', '/presence/brand/waivers/not-a-key/approve', {}],
  ])('refuses a request that is none: %s %s', async (method, path, body) => {
    expect((await room.owner.call(method, path, body)).status).toBe(400);
  });

  it('takes hostile values in a form for what they are', async () => {
    const values = {
      title: '\u0000\u202e🥖'.repeat(2_000),
      summary: { toString: 'x' },
      body: [[[[{ type: 'paragraph', children: 7 }]]]],
      cover: { url: 'javascript:alert(1)', hash: 7 },
    };
    const { status } = await wanda.call('POST', '/presence/brand/check-form', {
      ...{ uid: article, documentId: null, locale: 'en', values },
    });
    expect(status).toBe(200);
  });

  it('tells nobody more than the Content Manager would', async () => {
    const id = await written(book);
    const query = `uid=${article}&documentId=${id}&locale=en`;
    const form = { uid: article, documentId: id, locale: 'en', values: {} };
    const asked = await waive(wanda, id, await first(id));
    await workOff(room.app);
    const statuses = [
      (await ines.call('GET', `/presence/brand/entry?${query}`)).status,
      (await ines.call('POST', '/presence/brand/check-form', form)).status,
      (await waive(ines, id, await first(id))).status,
      (await ines.call('POST', `/presence/brand/waivers/${asked.body.id}/approve`)).status,
      (await ines.call('DELETE', `/presence/brand/waivers/${asked.body.id}`)).status,
      (await waive(room.emil, id, await first(id))).status,
      (await room.emil.call('POST', '/presence/brand/baseline')).status,
    ];
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 403]);
    expect((await ines.call<Report>('GET', '/presence/brand/report')).body).toMatchObject({
      ...{ total: 0, entries: 0, meanScore: null, rules: [], uids: [] },
    });
    expect((await ines.call<TrendPoint[]>('GET', '/presence/brand/report/trend')).body).toEqual([]);
    expect((await ines.call<{ total: number }>('GET', '/presence/brand/waivers')).body.total).toBe(0);
  });
});
