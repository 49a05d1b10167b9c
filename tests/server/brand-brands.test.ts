import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrandsView, RuleView } from '../../src/brand/catalogue/schema';
import { wired } from '../../server/wire';
import { bootStrapi, databases, type App } from './boot';
import { article, newsroom, product, type Newsroom } from './newsroom';
import { hire, type Answer, type Staff } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly path?: string };
  };
}

const brandOf = (key: string, kit: object, more: object = {}) => ({
  ...{ key, name: key, uids: [], locales: [], kit },
  ...more,
});
const avoid = (word: string, more: object = {}) => ({ terms: [{ avoid: word, ...more }] });

describe.each(databases())('brands on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const save = (...brands: object[]): Promise<Answer<BrandsView & Refused>> =>
    room.owner.call('PUT', '/presence/brand/brands', { brands });
  const brandFor = (uid: string, locale: string | null) =>
    wired(room.app.strapi).catalogue.brandFor(uid, locale);

  it('begin with an empty main one', async () => {
    const { body } = await room.owner.call<BrandsView>('GET', '/presence/brand/brands');
    expect(body.brands).toMatchObject([{ key: 'main', from: 'admin', kit: { terms: [] } }]);
  });

  it('take the kit over that was stored before there were several', async () => {
    const options = room.app.strapi.store({ type: 'plugin', name: 'presence' });
    await options.set({ key: 'brand-kit', value: { names: [{ name: 'Lindner' }] } });
    wired(room.app.strapi).catalogue.brands.setFiled([]);
    const { body } = await room.owner.call<BrandsView>('GET', '/presence/brand/brands');
    expect(body.brands).toMatchObject([
      { key: 'main', name: 'Lindner', kit: { names: [{ name: 'Lindner' }] } },
    ]);
    await save(...body.brands);
    expect(await options.get({ key: 'brand-kit' })).toBeNull();
    expect((await room.owner.call('GET', '/presence/brand/brands')).body).toEqual(body);
  });

  it('belong to the types and languages that they name, the rest to main', async () => {
    const saved = await save(
      brandOf('main', avoid('cheap')),
      brandOf('cafe', avoid('fast'), { uids: [product] }),
      brandOf('austria', avoid('billig'), { locales: ['de'] }),
    );
    expect(saved.status).toBe(200);
    const keys = [
      (await brandFor(article, 'en')).key,
      (await brandFor(product, 'de')).key,
      (await brandFor(article, 'de-AT')).key,
    ];
    expect(keys).toEqual(['main', 'cafe', 'austria']);
  });

  it('are checked with one object until something changes', async () => {
    await save(brandOf('main', avoid('cheap')), brandOf('cafe', avoid('fast'), { uids: [product] }));
    const [main, cafe] = [await brandFor(article, null), await brandFor(product, null)];
    expect((await brandFor(article, 'en')).ruleSet).toBe(main.ruleSet);
    await save(brandOf('main', avoid('dear')), brandOf('cafe', avoid('fast'), { uids: [product] }));
    expect((await brandFor(article, null)).ruleSet.key).not.toBe(main.ruleSet.key);
    expect((await brandFor(product, null)).ruleSet).toBe(cafe.ruleSet);
  });

  it.each<[string, object[], string]>([
    ['no main one', [brandOf('cafe', {})], 'brands'],
    ['two with one key', [brandOf('main', {}), brandOf('main', {})], 'brands[1].key'],
    ['a key that is no word', [brandOf('main', {}), brandOf('Ca fe', {})], 'brands[1].key'],
    ['a broken kit', [brandOf('main', avoid(''))], 'brands[0].kit.terms[0].avoid'],
  ])('refuse %s and say where', async (_, brands, path) => {
    const { status, body } = await save(...brands);
    expect([status, body.error.details.path]).toEqual([400, path]);
  });

  it('write out the forms of a term, so that a person sees them', async () => {
    const { body } = await save(brandOf('main', avoid('cheap', { inflect: true, locales: ['en'] })));
    expect(body.brands[0]?.kit.terms[0]?.expanded.map(({ form }) => form)).toContain('cheaper');
  });

  it('are written down when they are saved', async () => {
    await save(brandOf('main', avoid('cheap')));
    const [row] = await room.audit('brand-kit.save');
    expect(row).toMatchObject({
      by: { name: 'Rosa Test' },
      details: { brands: [{ key: 'main', terms: 1 }] },
    });
  });

  it('and their rules are for those who may manage the brand', async () => {
    const outsider = await hire(room.app, 'Otto', []);
    for (const path of ['/brand/brands', '/brand/rules'])
      expect((await outsider.call('GET', `/presence${path}`)).status).toBe(403);
    expect((await room.emil.call('PUT', '/presence/brand/brands', { brands: [] })).status).toBe(403);
    expect((await room.emil.call('PUT', '/presence/brand/rules/x', {})).status).toBe(403);
  });

  describe('rules', () => {
    const list = async () => (await room.owner.call<RuleView[]>('GET', '/presence/brand/rules')).body;
    const change = (id: string, how: object): Promise<Answer<RuleView & Refused>> =>
      room.owner.call('PUT', `/presence/brand/rules/${encodeURIComponent(id)}`, how);

    it('are listed, switched off and made milder, and the record says by whom', async () => {
      await save(
        brandOf('main', { ...avoid('cheap', { severity: 'error' }), altTextRequired: { severity: 'error' } }),
      );
      expect(await list()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            id: 'brand.term/cheap',
            source: 'kit',
            enabled: true,
            severity: 'error',
          }),
          expect.objectContaining({ id: 'brand.alt-text', source: 'presence', fault: null, demote: false }),
        ]),
      );
      const ids = async () => (await brandFor(article, null)).ruleSet.rules.map(({ id }) => id);
      expect(await ids()).toContain('brand.term/cheap');
      expect((await change('brand.term/cheap', { enabled: false })).body).toMatchObject({ enabled: false });
      expect(await ids()).not.toContain('brand.term/cheap');
      expect(
        (await change('brand.term/cheap', { enabled: true, severity: 'suggestion' })).body,
      ).toMatchObject({
        enabled: true,
        severity: 'suggestion',
      });
      expect(await ids()).toContain('brand.term/cheap');
      expect((await room.audit('brand-rule.change'))[0]).toMatchObject({
        details: { rule: 'brand.term/cheap', before: { enabled: false }, after: { severity: 'suggestion' } },
      });
    });

    it('that people keep turning down are named, with the counts', async () => {
      await save(brandOf('main', avoid('cheap')));
      const documentId = await room.write(room.emil, { title: 'Cheap' });
      const mark = { rule: 'brand.term/cheap', field: 'title', quote: 'cheap', after: '' };
      const dismiss = async (count: number, kind: string) => {
        for (let n = 0; n < count; n += 1) {
          const entry = { uid: article, documentId, locale: 'en' };
          const body = { ...entry, mark: { ...mark, before: `${kind} ${n}` }, kind };
          const { status } = await room.emil.call('POST', '/presence/brand/dismissals', body);
          expect(status).toBeLessThan(300);
        }
      };
      const rule = async () => (await list()).find(({ id }) => id === 'brand.term/cheap');
      await dismiss(6, 'dismissed');
      expect(await rule()).toMatchObject({ counts: { dismissed: 6, falseAlarms: 0 }, demote: false });
      await dismiss(4, 'false-alarm');
      expect(await rule()).toMatchObject({ counts: { dismissed: 6, falseAlarms: 4 }, demote: true });
    });

    it('that are not there are not changed', async () => {
      const { status, body } = await change('brand.term/none', { enabled: false });
      expect([status, body.error.details.code]).toEqual([404, 'brand.rule-not-found']);
    });
  });
});

/** A start with this brand file; the app stops again. */
async function startedWith<T>(content: string, work: (app: App, rosa: Staff) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'presence-brand-'));
  writeFileSync(join(folder, 'brand.json'), content);
  const presence = { engine: { enabled: false }, brand: { file: join(folder, 'brand.json') } };
  try {
    const app = await bootStrapi({ presence });
    try {
      return await work(app, await hire(app, 'Rosa'));
    } finally {
      await app.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a brand in a file of the app', () => {
  it('is shown in the admin and changed in the file only', async () => {
    await startedWith(JSON.stringify({ terms: [{ avoid: 'cheap', inflect: true }] }), async (app, rosa) => {
      const { body } = await rosa.call<BrandsView>('GET', '/presence/brand/brands');
      expect(body.brands).toMatchObject([
        { key: 'main', from: 'file', kit: { terms: [{ avoid: 'cheap' }] } },
      ]);
      expect(body.brands[0]?.kit.terms[0]?.expanded.length).toBeGreaterThan(0);
      const cafe = brandOf('cafe', avoid('fast'), { uids: [product] });
      const added = await rosa.call<BrandsView>('PUT', '/presence/brand/brands', {
        brands: [...body.brands, cafe],
      });
      expect(added.body.brands).toMatchObject([{ from: 'file' }, { key: 'cafe', from: 'admin' }]);
      const changed = await rosa.call<Refused>('PUT', '/presence/brand/brands', {
        brands: [brandOf('main', avoid('dear'))],
      });
      expect(changed.body.error.details).toMatchObject({ code: 'brand.read-only', path: 'brands[0]' });
      expect((await wired(app.strapi).catalogue.brandFor(product, null)).key).toBe('cafe');
    });
  });

  it.each([
    ['no JSON', '{ terms: ', /brand\.json.*is no JSON/s],
    ['an option that we do not have', '{ "terns": [] }', /terns: There is no such option/],
    ['a term without a word', '{ "terms": [{ "avoid": "" }] }', /terms\[0\]\.avoid/],
    [
      'a pattern that never ends',
      '{ "patterns": [{ "key": "slow", "pattern": "(a+)+$", "message": "No." }] }',
      /patterns\[0\]\.pattern.*longer than anybody waits/,
    ],
  ])('with %s keeps Strapi from starting, and says where', async (_, content, sentence) => {
    await expect(startedWith(content, () => Promise.resolve())).rejects.toThrow(sentence);
  });
});
