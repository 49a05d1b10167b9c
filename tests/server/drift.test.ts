import { databases } from './boot';
import { newsroom, note, type Newsroom } from './newsroom';
import type { Answer } from './staff';

interface Finding {
  readonly entry: string;
  readonly title: string;
  readonly seal: string;
  readonly reason: string;
}

interface Listed {
  readonly items: readonly Finding[];
  readonly total: number;
  readonly scan: { readonly checked: number; readonly found: number } | null;
}

interface Answered {
  readonly outcomes: readonly { readonly ok: boolean; readonly message: string | null }[];
}

describe.each(databases())('what was published past the gate, on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const published = async (title: string): Promise<string> => {
    const id = await room.write(room.emil, { title });
    await room.approve(id);
    expect((await room.publish(room.owner, id)).status).toBe(200);
    return id;
  };
  /** As an import or another program does it: past Strapi. */
  const rewrite = async (id: string, values: object): Promise<void> => {
    await room.app.strapi.db
      .connection('articles')
      .where({ document_id: id })
      .whereNotNull('published_at')
      .update(values);
  };
  const scan = async (): Promise<Listed['items']> => {
    const scanned = await room.owner.call('POST', '/presence/drift/scan');
    expect(scanned.status).toBe(200);
    return (await room.owner.call<Listed>('GET', '/presence/drift?pageSize=100')).body.items;
  };
  const of = (items: readonly Finding[], id: string) => items.find(({ entry }) => entry.includes(id));
  const answer = (path: string, { entry, seal }: Finding): Promise<Answer<Answered>> =>
    room.owner.call('POST', `/presence/drift/${path}`, {
      entries: [{ entry, seal }],
      comment: 'Looked at it.',
    });

  it('is nothing where everything passed the gate', async () => {
    const id = await published('Honest bread');
    expect(of(await scan(), id)).toBeUndefined();
  });

  it('is a row that a query changed, and is over when it says again what was approved', async () => {
    const id = await published('Rye, 4 euros');
    await rewrite(id, { title: 'Rye, 3 euros' });
    expect(of(await scan(), id)).toMatchObject({ title: 'Rye, 3 euros', reason: 'changed' });
    await rewrite(id, { title: 'Rye, 4 euros' });
    expect(of(await scan(), id)).toBeUndefined();
  });

  it('is a picture that was replaced in the media library', async () => {
    const file = await room.app.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'loaf.png',
        hash: `loaf_${db}`,
        ext: '.png',
        mime: 'image/png',
        url: '/loaf.png',
        size: 1,
        provider: 'local',
      },
    });
    const id = await room.write(room.emil, { title: 'With a picture', cover: file.id });
    await room.approve(id);
    await room.publish(room.owner, id);
    expect(of(await scan(), id)).toBeUndefined();
    await room.app.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id: file.id }, data: { hash: `other_${db}` } });
    expect(of(await scan(), id)).toMatchObject({ reason: 'changed' });
  });

  it('is what was published before its type was governed', async () => {
    const settings = await room.owner.call('GET', '/presence/settings');
    await room.owner.call('PUT', '/presence/settings', { ...settings.body, governed: [] });
    const id = await room.write(room.owner, { title: 'From before' });
    await room.publish(room.owner, id);
    await room.owner.call('PUT', '/presence/settings', settings.body);
    const finding = of(await scan(), id)!;
    expect(finding.reason).toBe('unknown');
    // Rosa wrote it herself, so somebody else has to approve it.
    const own = await answer('adopt', finding);
    expect(own.body.outcomes[0]).toMatchObject({ ok: false });
    expect(own.body.outcomes[0]?.message).toMatch(/Somebody else/);
  });

  it('can be approved as it stands: then it is covered, and its review is over', async () => {
    const id = await published('Brezel');
    await rewrite(id, { title: 'Brezeln' });
    await room.app.strapi.db.connection('articles').where({ document_id: id }).update({ title: 'Brezeln' });
    const finding = of(await scan(), id)!;
    expect((await answer('adopt', finding)).body.outcomes).toEqual([
      { entry: finding.entry, ok: true, message: null },
    ]);
    expect((await room.panel(room.owner, id)).stage).toBe('approved');
    expect(await room.audit('decision.adopt')).toContainEqual(
      expect.objectContaining({ entry: finding.entry, seal: finding.seal }),
    );
    expect(of(await scan(), id)).toBeUndefined();
    expect((await answer('adopt', finding)).body.outcomes[0]).toMatchObject({ ok: false });
  });

  it('leaves a review under way alone where the draft says something else', async () => {
    const id = await published('Semmel');
    await rewrite(id, { title: 'Semmeln!' });
    await room.edit(room.emil, id, { title: 'Semmeln, new' });
    await room.decide(room.emil, id, 'submit');
    const finding = of(await scan(), id)!;
    expect((await answer('adopt', { ...finding, seal: 'a'.repeat(64) })).body.outcomes[0]).toMatchObject({
      ok: false,
    });
    expect((await room.panel(room.owner, id)).stage).toBe('in-review');
  });

  it('can be taken off the site', async () => {
    const id = await published('Stollen');
    await rewrite(id, { title: 'Stollen for free' });
    const finding = of(await scan(), id)!;
    expect((await answer('take-down', finding)).body.outcomes[0]).toMatchObject({ ok: true });
    expect(await room.visible(id)).toBeNull();
    expect(of(await scan(), id)).toBeUndefined();
    expect((await room.audit('unpublish')).map(({ by }) => by.name)).toContain('Rosa Test');
  });

  it('counts a type without drafts as well', async () => {
    const made = await room.owner.call<{ data: { documentId: string } }>(
      'POST',
      `/content-manager/collection-types/${note}`,
      { title: 'Opening hours', text: 'From six.' },
    );
    const id = made.body.data.documentId;
    expect(of(await scan(), id)).toBeUndefined();
    await room.app.strapi.db.connection('notes').where({ document_id: id }).update({ text: 'From five.' });
    const finding = of(await scan(), id)!;
    expect((await answer('take-down', finding)).body.outcomes[0]?.message).toMatch(/no draft/);
    expect((await answer('adopt', finding)).body.outcomes[0]).toMatchObject({ ok: true });
    expect(of(await scan(), id)).toBeUndefined();
  });

  it('is told to those who may do something about it, and to nobody else', async () => {
    expect((await room.nora.call('GET', '/presence/drift')).status).toBe(403);
    const id = await published('Told');
    await rewrite(id, { title: 'Told otherwise' });
    await scan();
    const inbox = await room.owner.call<{ items: { code: string }[] }>(
      'GET',
      '/presence/notices?pageSize=100',
    );
    expect(inbox.body.items.map(({ code }) => code)).toContain('drift.found');
  });

  it('does not count references that ended', async () => {
    const target = await room.app.strapi
      .documents('api::product.product')
      .create({ data: { name: 'Rye loaf' } });
    await room.app.strapi.documents('api::product.product').publish({ documentId: target.documentId });
    const id = await room.write(room.emil, {
      title: 'About rye',
      products: { connect: [{ documentId: target.documentId }] },
    });
    await room.approve(id);
    await room.publish(room.owner, id);
    expect(of(await scan(), id)).toBeUndefined();
    await room.app.strapi.documents('api::product.product').unpublish({ documentId: target.documentId });
    expect(of(await scan(), id)).toBeUndefined();
    expect(await room.visible(id)).toBe('About rye');
  });
});
