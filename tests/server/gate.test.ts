import { databases } from './boot';
import { article, codesOf, home, newsroom, product, type Blocked, type Newsroom } from './newsroom';
import { call } from './staff';

describe.each(databases())('the gate on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const rest = (method: string, path: string, data?: object) =>
    call<Blocked & { data: { documentId: string } }>(room.app, room.token, method, path, data && { data });
  const drafts = (title: string) => room.app.strapi.db.query(article).count({ where: { title } });

  describe('REST, which publishes by default', () => {
    it('refuses to create and leaves nothing behind', async () => {
      const answer = await rest('POST', '/api/articles', { title: 'Unseen' });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.code).toBe('gate.blocked');
      expect(codesOf(answer)).toEqual(['review.not-approved']);
      expect(await drafts('Unseen')).toBe(0);
    });

    it('lets a machine save a draft and names it as the editor', async () => {
      const answer = await rest('POST', '/api/articles?status=draft', { title: 'Imported' });
      expect(answer.status).toBe(201);
      const panel = await room.panel(room.owner, answer.body.data.documentId);
      expect(panel.lastEditor?.by).toMatchObject({ kind: 'token', name: 'Importer' });
    });

    it('refuses an update of an approved article, and the draft keeps what was approved', async () => {
      const id = await room.write(room.emil, { title: 'Rye' });
      await room.approve(id);
      const answer = await rest('PUT', `/api/articles/${id}`, { title: 'Rye, changed' });
      expect(codesOf(answer)).toEqual(['review.changed-since-approval']);
      expect(await drafts('Rye, changed')).toBe(0);
      expect((await room.panel(room.owner, id)).stage).toBe('approved');
    });

    it('publishes by an update that changes nothing of what was approved, whatever fields the answer is to have', async () => {
      const id = await room.write(room.emil, { title: 'Spelt' });
      await room.approve(id);
      const answer = await rest('PUT', `/api/articles/${id}?fields=title`, { title: 'Spelt' });
      expect(answer.status).toBe(200);
      expect(await room.visible(id)).toBe('Spelt');
      const [line] = await room.audit('publish');
      expect(line).toMatchObject({ entry: `${article}|${id}|en`, by: { kind: 'token', name: 'Importer' } });
      expect(line?.seal).toBe((await room.panel(room.owner, id)).seal);
    });
  });

  describe('other code, through the document service', () => {
    it('cannot publish by update with a status', async () => {
      const id = await room.write(room.emil, { title: 'By code' });
      const update = room.app.strapi
        .documents(article)
        .update({ documentId: id, status: 'published', data: { title: 'By code 2' } as object });
      await expect(update).rejects.toMatchObject({ details: { code: 'gate.blocked' } });
      expect(await room.visible(id)).toBeNull();
    });

    it('cannot publish as the scheduler or through an assistant', async () => {
      const id = await room.write(room.emil, { title: 'By night' });
      for (const auditSource of ['scheduler', 'mcp']) {
        const context = { state: { auditSource }, request: { url: '' } } as unknown as Parameters<
          typeof room.app.strapi.requestContext.run
        >[0];
        const run = room.app.strapi.requestContext.run(context, async () => {
          await room.app.strapi.documents(article).publish({ documentId: id });
        });
        await expect(run).rejects.toMatchObject({ details: { code: 'gate.blocked' } });
      }
      expect(await room.visible(id)).toBeNull();
    });

    it('cannot keep what was refused by swallowing the refusal in a transaction of its own', async () => {
      const good = await room.write(room.emil, { title: 'Approved one' });
      const bad = await room.write(room.emil, { title: 'Smuggled one' });
      await room.approve(good);
      await room.app.strapi.db.transaction(async () => {
        for (const documentId of [bad, good])
          await room.app.strapi
            .documents(article)
            .publish({ documentId })
            .catch(() => undefined);
      });
      expect(await room.visible(bad)).toBeNull();
      expect(await room.visible(good)).toBe('Approved one');
    });

    it('cannot change the content on its way out', async () => {
      const id = await room.write(room.emil, { title: 'Honest' });
      await room.approve(id);
      const off = room.app.strapi.db.lifecycles.subscribe({
        models: [article],
        beforeCreate: (event) => {
          const { data } = event.params as { data: { title: string; publishedAt: unknown } };
          if (data.publishedAt && data.title === 'Honest') data.title = 'Tampered';
        },
      });
      const answer = await room.publish(room.owner, id).finally(off);
      expect(codesOf(answer)).toEqual(['gate.content-differs']);
      expect(await room.visible(id)).toBeNull();
    });
  });

  describe('the Content Manager', () => {
    it('publishes what was approved, and only that', async () => {
      const id = await room.write(room.emil, { title: 'Baguette' });
      expect(codesOf(await room.publish(room.owner, id, { title: 'Baguette' }))).toEqual([
        'review.not-approved',
      ]);
      await room.approve(id);
      expect((await room.publish(room.owner, id, { title: 'Baguette' })).status).toBe(200);
      expect(await room.visible(id)).toBe('Baguette');
    });

    it('rolls an unsaved change in the form back with the refusal', async () => {
      const id = await room.write(room.emil, { title: 'Ciabatta' });
      await room.approve(id);
      const answer = await room.publish(room.owner, id, { title: 'Ciabatta, edited' });
      expect(codesOf(answer)).toEqual(['review.changed-since-approval']);
      expect(await drafts('Ciabatta, edited')).toBe(0);
      const panel = await room.panel(room.owner, id);
      expect(panel).toMatchObject({ stage: 'approved', lastEditor: { by: { name: 'Emil Test' } } });
    });

    it('publishes in bulk all or nothing', async () => {
      const [one, two] = [
        await room.write(room.emil, { title: 'One' }),
        await room.write(room.emil, { title: 'Two' }),
      ];
      await room.approve(one);
      const bulk = (documentIds: string[]) =>
        room.owner.call<Blocked>('POST', `/content-manager/collection-types/${article}/actions/bulkPublish`, {
          documentIds,
          locale: 'en',
        });
      expect(codesOf(await bulk([one, two]))).toEqual(['review.not-approved']);
      expect([await room.visible(one), await room.visible(two)]).toEqual([null, null]);
      await room.approve(two);
      expect((await bulk([one, two])).status).toBe(200);
      expect([await room.visible(one), await room.visible(two)]).toEqual(['One', 'Two']);
    });

    it('guards the single type', async () => {
      const base = `/content-manager/single-types/${home}`;
      const saved = await room.emil.call<{ data: { documentId: string } }>('PUT', base, {
        headline: 'Fresh bread',
      });
      const { documentId } = saved.body.data;
      expect(
        codesOf(await room.owner.call('POST', `${base}/actions/publish`, { headline: 'Fresh bread' })),
      ).toEqual(['review.not-approved']);
      expect((await rest('PUT', '/api/home', { headline: 'By REST' })).body.error.details.code).toBe(
        'gate.blocked',
      );
      const query = `uid=${home}&documentId=${documentId}`;
      for (const [by, kind] of [
        [room.emil, 'submit'],
        [room.owner, 'approve'],
      ] as const) {
        const { body } = await by.call<{ seal: string }>('GET', `/presence/entry?${query}`);
        const decision = { entry: { uid: home, documentId }, kind, seal: body.seal };
        expect((await by.call('POST', '/presence/entry/decision', decision)).status).toBe(200);
      }
      expect(
        (await room.owner.call('POST', `${base}/actions/publish`, { headline: 'Fresh bread' })).status,
      ).toBe(200);
    });
  });

  it('leaves types alone that are not governed, and reading costs it nothing', async () => {
    expect((await rest('POST', '/api/products', { name: 'Roll' })).status).toBe(201);
    expect(
      await room.app.strapi.db.query('presence::edits').count({ where: { entry: { $startsWith: product } } }),
    ).toBe(0);
    const asked: string[] = [];
    // Only what the reading asks itself: the record is linked in the background at the same time.
    const listen = ({ sql, bindings }: { sql: string; bindings: unknown }) => {
      if (room.app.strapi.requestContext.get()?.request.url === '/api/articles')
        asked.push(`${sql} ${JSON.stringify(bindings)}`);
    };
    room.app.strapi.db.connection.on('query', listen);
    expect((await rest('GET', '/api/articles')).status).toBe(200);
    room.app.strapi.db.connection.off('query', listen);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((query) => query.includes('presence'))).toEqual([]);
  });
});
