import type { Proposal, RuleView, Trial } from '../../src/brand/catalogue/schema';
import type { CheckAnswer } from '../../server/services/brand/check-api';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { article, newsroom, type Newsroom } from './newsroom';
import { call, machine, type Answer } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly path?: string };
  };
}

const kit = { terms: [{ avoid: 'cheap', prefer: 'fair-priced', severity: 'error' }] };
const main = { key: 'main', name: 'Bakery', uids: [], locales: [], kit };

describe.each(databases())('the brand check for programs on %s', (db) => {
  let room: Newsroom;
  let narrow: string;
  beforeAll(async () => {
    room = await newsroom(db);
    const cafe = {
      ...main,
      key: 'cafe',
      name: 'Café',
      uids: ['api::product.product'],
      kit: { terms: [{ avoid: 'fast' }] },
    };
    const saved = await room.owner.call('PUT', '/presence/brand/brands', { brands: [main, cafe] });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    narrow = await machine(room.app, 'Linter', ['plugin::presence.brand.check']);
  });
  afterAll(() => room.app.stop());

  const check = (body: object, token: string | null = room.token): Promise<Answer<CheckAnswer & Refused>> =>
    call(room.app, token, 'POST', '/api/presence/brand/check', body);

  it.each<[string, object, object]>([
    [
      'text',
      { text: 'Good.\n\nOur cheap bread.' },
      { from: { line: 3, column: 5 }, to: { line: 3, column: 10 } },
    ],
    [
      'Markdown',
      { markdown: '# Rye\n\nOur **cheap** bread.' },
      { from: { line: 3, column: 7 }, to: { line: 3, column: 12 } },
    ],
    [
      'HTML',
      { html: '<p>Our\n<b>cheap</b> bread.</p>' },
      { from: { line: 2, column: 4 }, to: { line: 2, column: 9 } },
    ],
    [
      'Blocks',
      { blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Our cheap bread.' }] }] },
      { from: null, place: { block: [0, 0], start: 4, end: 9 } },
    ],
  ])('finds in %s what the kit says, and where it stands', async (_, body, where) => {
    const { status, body: answer } = await check(body);
    expect(status).toBe(200);
    expect(answer.findings).toMatchObject([
      {
        rule: 'brand.term/cheap',
        severity: 'error',
        quote: 'cheap',
        fix: { replacement: 'fair-priced' },
        ...where,
      },
    ]);
    expect(answer.score).toMatchObject({ score: 80 });
  });

  it('takes the brand that the type belongs to, or that is named', async () => {
    const text = 'A fast and cheap lunch.';
    const rules = async (more: object) =>
      (await check({ text, ...more })).body.findings.map(({ rule }) => rule);
    expect(await rules({})).toEqual(['brand.term/cheap']);
    expect(await rules({ uid: 'api::product.product' })).toEqual(['brand.term/fast']);
    expect(await rules({ brand: 'cafe' })).toEqual(['brand.term/fast']);
    expect((await check({ text, brand: 'none' })).body.error.details).toMatchObject({ path: 'brand' });
  });

  it('checks an entry for those who may read its type', async () => {
    const documentId = await room.write(room.emil, { title: 'Our cheap bread' });
    const entry = { uid: article, documentId, locale: 'en' };
    const { body } = await check({ entry });
    expect(body.findings).toMatchObject([
      { rule: 'brand.term/cheap', place: { field: 'title' }, waived: false },
    ]);
    const refused = await check({ entry }, narrow);
    expect([refused.status, refused.body.error.details.code]).toEqual([403, 'entry.not-allowed']);
    expect((await check({ text: 'Our cheap bread.' }, narrow)).status).toBe(200);
    expect((await check({ entry: { ...entry, documentId: 'none' } })).status).toBe(404);
  });

  it('is closed to those without a token for it', async () => {
    const other = await machine(room.app, 'Reader', ['plugin::presence.machine.comment']);
    expect((await check({ text: 'x' }, other)).status).toBe(403);
    expect([401, 403]).toContain((await check({ text: 'x' }, null)).status);
  });

  it.each<[string, object, number, string]>([
    ['nothing', {}, 400, 'request.invalid'],
    ['two texts', { text: 'a', html: 'b' }, 400, 'request.invalid'],
    ['an option that we do not have', { text: 'a', colour: 'red' }, 400, 'request.invalid'],
    ['a channel that we do not have', { text: 'a', channel: 'pigeon' }, 400, 'request.invalid'],
    ['a text that is too long', { text: 'a '.repeat(300_000) }, 413, 'brand.too-large'],
  ])('refuses %s', async (_, body, status, code) => {
    const answer = await check(body);
    expect([answer.status, answer.body.error.details.code]).toEqual([status, code]);
  });
});

describe('a rule on trial', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom('sqlite');
    for (let n = 0; n < 60; n += 1)
      await room.write(room.emil, { title: n % 3 === 0 ? `Cheap bread ${n}` : `Good bread ${n}` });
  }, 120_000);
  afterAll(() => room.app.stop());

  const start = (input: object): Promise<Answer<Trial & Refused>> =>
    room.owner.call('POST', '/presence/brand/trials', input);
  const done = async (id: string): Promise<Trial> => {
    await wired(room.app.strapi).brandTools.trials.idle();
    return (await room.owner.call<Trial>('GET', `/presence/brand/trials/${id}`)).body;
  };

  it('says what a term would find in everything stored, without saving it', async () => {
    const { status, body } = await start({ kind: 'term', term: { avoid: 'cheap' } });
    expect([status, body.state, body.total]).toEqual([201, 'running', 60]);
    const trial = await done(body.id);
    expect(trial).toMatchObject({ state: 'done', read: 60, found: 20, falseAlarms: 0, problem: null });
    expect(trial.hits[0]).toMatchObject({ uid: article, field: 'title', quote: 'Cheap', after: ' bread 0' });
    expect(
      (await room.owner.call<RuleView[]>('GET', '/presence/brand/rules')).body.map(({ id }) => id),
    ).not.toContain('brand.term/cheap');
  });

  it('keeps what people say of its hits', async () => {
    const { body } = await start({
      kind: 'pattern',
      pattern: { key: 'loud', pattern: 'GOOD|good', message: 'Show it.' },
    });
    const { id } = body;
    expect((await done(id)).found).toBe(40);
    const marked = await room.owner.call<Trial>('POST', `/presence/brand/trials/${id}/marks`, {
      hit: 3,
      falseAlarm: true,
    });
    expect(marked.body.falseAlarms).toBe(1);
    const kept = (await room.owner.call<Trial>('GET', `/presence/brand/trials/${id}`)).body;
    expect(kept.hits.map(({ falseAlarm }) => falseAlarm).indexOf(true)).toBe(3);
  });

  it('says that a trial of a process that died is over', async () => {
    const trials = wired(room.app.strapi).brandTools.trials;
    await trials.idle();
    const { body } = await start({ kind: 'term', term: { avoid: 'bread' } });
    await trials.idle();
    await room.app.strapi.db
      .query('presence::brand-trial')
      .update({ where: { key: body.id }, data: { state: 'running', at: 1 } });
    expect((await room.owner.call<Trial>('GET', `/presence/brand/trials/${body.id}`)).body).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('stopped'),
    });
  });

  it.each<[string, object, number, string]>([
    ['a rule that is not there', { kind: 'rule', id: 'brand.term/none' }, 404, 'brand.rule-not-found'],
    ['a term without a word', { kind: 'term', term: { avoid: '' } }, 400, 'request.invalid'],
    [
      'a pattern that never ends',
      { kind: 'pattern', pattern: { key: 'slow', pattern: '(a+)+$', message: 'No.' } },
      400,
      'brand.pattern-too-slow',
    ],
  ])('is refused for %s', async (_, input, status, code) => {
    const answer = await start(input);
    expect([answer.status, answer.body.error.details.code]).toEqual([status, code]);
  });

  it('is for those who may manage the brand', async () => {
    const term = { kind: 'term', term: { avoid: 'cheap' } };
    expect((await room.emil.call('POST', '/presence/brand/trials', term)).status).toBe(403);
  });
});

describe('a proposal for a kit', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom('sqlite');
    for (const name of ['Lindner & Daughters', 'Lindner & Daughters', 'Lindner and Daughters']) {
      const said = `We at ${name} bake rye bread at night. Our ${name} rye is baked for the whole street.`;
      const text = Array.from({ length: 8 }, () => said).join(' ');
      const id = await room.write(room.emil, { title: `Rye at ${name}`, notes: text });
      await room.approve(id);
      const { status } = await room.publish(room.owner, id);
      if (status !== 200) throw new Error('not published');
    }
  }, 120_000);
  afterAll(() => room.app.stop());

  it('is measured from what is published, and saves nothing', async () => {
    const { status, body } = await room.owner.call<Proposal & Refused>('POST', '/presence/brand/propose', {});
    expect([status, body.entriesRead]).toEqual([200, 3]);
    expect(body.names.map(({ name }) => name)).toContain('Lindner & Daughters');
    expect(body.voice.meanSentence).toBeGreaterThan(3);
    const one = await room.owner.call<Proposal>('POST', '/presence/brand/propose', {
      uids: ['api::product.product'],
    });
    expect(one.body.entriesRead).toBe(0);
    await expect(wired(room.app.strapi).catalogue.brands.all()).resolves.toMatchObject([
      { kit: { names: [] } },
    ]);
  });

  it('is for those who may manage the brand', async () => {
    expect((await room.emil.call('POST', '/presence/brand/propose', {})).status).toBe(403);
    const { status, body } = await room.owner.call<Refused>('POST', '/presence/brand/propose', {
      entries: 1,
    });
    expect([status, body.error.details.path]).toEqual([400, 'entries']);
  });
});
