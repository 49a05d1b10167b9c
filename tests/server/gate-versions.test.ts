import type { BrandsView } from '../../src/brand/catalogue/schema';
import { databases } from './boot';
import { article, codesOf, newsroom, note, product, type Blocked, type Newsroom } from './newsroom';
import { call, type Answer } from './staff';

describe.each(databases())('what the gate judges on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const documents = () => room.app.strapi.documents(article);
  const refusal = async (work: Promise<unknown>): Promise<string[]> =>
    work.then(
      () => ['let through'],
      (error: { details: { blockers: { code: string }[] } }) =>
        error.details.blockers.map(({ code }) => code),
    );

  describe('locales', () => {
    const both = async (): Promise<string> => {
      const id = await room.write(room.emil, { title: 'Bread' });
      await room.edit(room.emil, id, { title: 'Brot' }, 'de');
      return id;
    };
    const seen = async (id: string) => [await room.visible(id, 'en'), await room.visible(id, 'de')];

    it.each([['*'], [['en', 'de']]])('judges each of %j, and one refusal stops all', async (locale) => {
      const id = await both();
      await room.approve(id, 'en');
      expect(await refusal(documents().publish({ documentId: id, locale }))).toEqual(['review.not-approved']);
      expect(await seen(id)).toEqual([null, null]);
      await room.approve(id, 'de');
      await documents().publish({ documentId: id, locale });
      expect(await seen(id)).toEqual(['Bread', 'Brot']);
    });

    it('takes the default locale where none is named', async () => {
      const id = await both();
      await room.approve(id, 'de');
      expect(await refusal(documents().publish({ documentId: id }))).toEqual(['review.not-approved']);
      await room.approve(id, 'en');
      await documents().publish({ documentId: id });
      expect(await seen(id)).toEqual(['Bread', null]);
    });

    it('voids the approval of a translation when a field that they share is changed in another', async () => {
      const id = await both();
      await room.approve(id, 'de');
      await room.edit(room.nora, id, { title: 'Bread', price: 4.5 }, 'en');
      const panel = await room.panel(room.owner, id, 'de');
      expect(panel).toMatchObject({ stage: 'draft', lastEditor: { by: { name: 'Nora Test' } } });
      expect(panel.blockers.map(({ code }) => code)).toEqual(['review.changed-since-approval']);
    });
  });

  describe('edits after an approval', () => {
    it('void it, say who did it, and tell the approver', async () => {
      const id = await room.write(room.emil, { title: 'Croissant' });
      await room.approve(id);
      await room.edit(room.emil, id, { title: 'Croissants' });
      const panel = await room.panel(room.owner, id);
      expect(panel).toMatchObject({ stage: 'draft', approval: { valid: false } });
      expect(panel.blockers).toMatchObject([{ code: 'review.changed-since-approval' }]);
      expect(panel.blockers[0]?.message).toContain('Emil Test changed it');
      const inbox = await room.owner.call<{ items: { code: string; entry: string }[] }>(
        'GET',
        '/presence/notices?unread=true',
      );
      expect(inbox.body.items).toContainEqual(
        expect.objectContaining({ code: 'review.changed-since-approval', entry: `${article}|${id}|en` }),
      );
      const others = await room.nora.call<{ items: { entry: string }[] }>(
        'GET',
        '/presence/notices?unread=true',
      );
      expect(others.body.items.filter(({ entry }) => entry.includes(id))).toEqual([]);
      expect(codesOf(await room.publish(room.owner, id, { title: 'Croissants' }))).toEqual([
        'review.changed-since-approval',
      ]);
    });

    it('that are taken back restore it', async () => {
      const id = await room.write(room.emil, { title: 'Pretzel' });
      await room.approve(id);
      await room.edit(room.emil, id, { title: 'Bretzel' });
      await room.edit(room.emil, id, { title: 'Pretzel' });
      expect((await room.panel(room.owner, id)).stage).toBe('approved');
    });

    it('are none where an approver publishes an entry that is older than the rule', async () => {
      const settings = await room.owner.call<{ governed: string[] }>('GET', '/presence/settings');
      await room.owner.call('PUT', '/presence/settings', { ...settings.body, governed: [] });
      const id = await room.write(room.emil, { title: 'Old' });
      await room.owner.call('PUT', '/presence/settings', settings.body);
      expect((await room.panel(room.owner, id)).lastEditor).toMatchObject({ by: { name: 'Emil Test' } });
      await room.approve(id);
      expect((await room.publish(room.owner, id, { title: 'Old' })).status).toBe(200);
      expect((await room.panel(room.owner, id)).lastEditor).toMatchObject({ by: { name: 'Emil Test' } });
    });

    it('made by discarding the draft count as well', async () => {
      const id = await room.write(room.emil, { title: 'First' });
      await room.approve(id);
      await room.publish(room.owner, id, { title: 'First' });
      await room.edit(room.emil, id, { title: 'Second' });
      await room.approve(id);
      await room.nora.call(
        'POST',
        `/content-manager/collection-types/${article}/${id}/actions/discard?locale=en`,
        {},
      );
      const panel = await room.panel(room.owner, id);
      expect(panel).toMatchObject({ stage: 'draft', lastEditor: { by: { name: 'Nora Test' } } });
      expect(await room.visible(id)).toBe('First');
    });
  });

  describe('references', () => {
    const withProduct = async (): Promise<{ id: string; target: string }> => {
      const target = await room.app.strapi.documents(product).create({ data: { name: 'Rye loaf' } });
      const id = await room.write(room.emil, {
        title: 'About rye',
        products: { connect: [{ documentId: target.documentId }] },
      });
      await room.approve(id);
      return { id, target: target.documentId };
    };
    const shown = async (id: string) => {
      const found = await documents().findOne({
        documentId: id,
        status: 'published',
        populate: { products: true },
      });
      return (found?.['products'] as { name: string }[]).map(({ name }) => name);
    };

    it('to entries that are not published yet stay out and stop nothing', async () => {
      const { id, target } = await withProduct();
      expect((await room.publish(room.owner, id)).status).toBe(200);
      expect(await shown(id)).toEqual([]);
      await room.app.strapi.documents(product).publish({ documentId: target });
      expect((await room.publish(room.owner, id)).status).toBe(200);
      expect(await shown(id)).toEqual(['Rye loaf']);
    });

    it('that are changed void the approval', async () => {
      const { id, target } = await withProduct();
      await room.edit(room.emil, id, {
        title: 'About rye',
        products: { disconnect: [{ documentId: target }] },
      });
      expect((await room.panel(room.owner, id)).stage).toBe('draft');
    });
  });

  it('makes a clone a draft that nobody has approved', async () => {
    const id = await room.write(room.emil, { title: 'Original' });
    await room.approve(id);
    const clone = await documents().clone({
      documentId: id,
      locale: 'en',
      data: { title: 'Copy' } as object,
    });
    expect(await room.visible(String(clone?.documentId))).toBeNull();
    const panel = await room.panel(room.owner, String(clone?.documentId));
    expect(panel).toMatchObject({ stage: 'draft', decisions: [], lastEditor: { by: { kind: 'system' } } });
  });

  it('writes down what is taken off the site', async () => {
    const id = await room.write(room.emil, { title: 'Gone' });
    await room.approve(id);
    await room.publish(room.owner, id, { title: 'Gone' });
    await room.owner.call(
      'POST',
      `/content-manager/collection-types/${article}/${id}/actions/unpublish?locale=en`,
      {},
    );
    expect(await room.audit('unpublish')).toMatchObject([
      { entry: `${article}|${id}|en`, by: { name: 'Rosa Test' } },
    ]);
    await room.owner.call('DELETE', `/content-manager/collection-types/${article}/${id}?locale=en`);
    expect(await room.audit('delete')).toMatchObject([{ entry: `${article}|${id}|en` }]);
  });

  describe('a type without drafts', () => {
    const base = `/content-manager/collection-types/${note}`;

    it('is saved by people who may approve, and by nobody else', async () => {
      const machine = await call<Blocked>(room.app, room.token, 'POST', '/api/notes', {
        data: { title: 'By machine' },
      });
      expect(machine).toMatchObject({
        status: 403,
        body: { error: { details: { code: 'gate.not-allowed' } } },
      });
      const editor = await room.emil.call<Blocked>('POST', base, { title: 'By Emil' });
      expect(editor).toMatchObject({
        status: 403,
        body: { error: { details: { code: 'gate.not-allowed' } } },
      });
      const approver = await room.nora.call<{ data: { documentId: string } }>('POST', base, {
        title: 'By Nora',
      });
      expect(approver.status).toBe(201);
      expect(await room.app.strapi.db.query(note).count()).toBe(1);
      expect(await room.audit('publish')).toContainEqual(
        expect.objectContaining({
          entry: `${note}|${approver.body.data.documentId}|`,
          by: expect.objectContaining({ name: 'Nora Test' }),
        }),
      );
    });

    it('is stopped by an error of the brand check, and the old text stays', async () => {
      const { body } = await room.owner.call<BrandsView>('GET', '/presence/brand/brands');
      const claim = { pattern: 'cures *', reason: 'We bake.', severity: 'error' };
      const saved = await room.owner.call('PUT', '/presence/brand/brands', {
        brands: body.brands.map((brand) => ({ ...brand, kit: { ...brand.kit, forbiddenClaims: [claim] } })),
      });
      expect(saved.status).toBe(200);
      const made = await room.nora.call<{ data: { documentId: string } }>('POST', base, { title: 'Plain' });
      const answer: Answer<Blocked> = await room.nora.call('PUT', `${base}/${made.body.data.documentId}`, {
        title: 'It cures colds',
      });
      expect(codesOf(answer)).toEqual(['brand.error']);
      expect(await room.app.strapi.db.query(note).count({ where: { title: 'It cures colds' } })).toBe(0);
    });
  });

  it('stops an approved entry that the brand check finds an error in', async () => {
    const id = await room.write(room.emil, { title: 'Rye cures everything' });
    await room.approve(id);
    const answer = await room.publish(room.owner, id, { title: 'Rye cures everything' });
    expect(codesOf(answer)).toEqual(['brand.error']);
    expect(answer.body.error.details.blockers?.[0]).toMatchObject({ place: { field: 'title' } });
  });
});
