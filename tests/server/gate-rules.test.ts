import type { Workflow } from '../../src/governance/workflow/schema';
import { standardWorkflow } from '../../src/governance/workflow/standard';
import { databases } from './boot';
import { article, codesOf, newsroom, type Blocked, type Newsroom } from './newsroom';
import { call, hire, type Answer, type Staff } from './staff';

describe.each(databases())('what a workflow makes the gate do on %s', (db) => {
  let room: Newsroom;
  let editor: Staff;
  beforeAll(async () => {
    room = await newsroom(db);
    editor = await hire(room.app, 'Ida', ['read', 'review.submit', 'review.approve', 'publish.unpublish']);
  });
  afterAll(() => room.app.stop());

  const base = `/content-manager/collection-types/${article}`;
  const codeOf = ({ body }: Answer<Blocked>): string => body.error?.details.code;

  let version = 0;
  /** The standard workflow with another lock at its end, and with unpublishing guarded or not. */
  async function rule(lock: Workflow['stages'][number]['lock'], guardUnpublish = false): Promise<void> {
    const definition: Workflow = {
      ...standardWorkflow,
      ...{ key: 'ours', name: 'Ours', guardUnpublish },
      stages: standardWorkflow.stages.map((stage) =>
        stage.meaning === 'approved' ? { ...stage, lock } : stage,
      ),
      transitions: [
        ...standardWorkflow.transitions,
        {
          ...standardWorkflow.transitions[0]!,
          ...{
            key: 'unlock',
            decision: 'unlock',
            from: ['approved'],
            to: 'draft',
            who: ['may:review.approve'],
          },
          comment: 'required',
        },
      ],
    };
    const saved = await room.owner.call<{ version: number }>('POST', '/presence/workflows', {
      ...{ definition, base: version, migrate: [] },
    });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    version = saved.body.version;
    const policies = [{ workflow: 'ours', types: null, locales: null }];
    expect((await room.owner.call('PUT', '/presence/workflows/policies', { policies })).status).toBe(200);
  }

  describe('an entry that is locked once it is approved', () => {
    const locked = async (title: string): Promise<string> => {
      const id = await room.write(room.emil, { title, price: 4 });
      await room.approve(id);
      return id;
    };

    it('is not edited in any way until somebody unlocks it, with a reason', async () => {
      await rule('entry');
      const id = await locked('Locked');
      expect(codeOf(await room.edit(room.emil, id, { title: 'Other' }))).toBe('review.locked');
      const rest = await call<Blocked>(room.app, room.token, 'PUT', `/api/articles/${id}?status=draft`, {
        data: { title: 'Machine' },
      });
      expect(codeOf(rest)).toBe('review.locked');
      const plugin = room.app.strapi
        .documents(article)
        .update({ documentId: id, locale: 'en', data: { title: 'Plugin' } as object });
      await expect(plugin).rejects.toMatchObject({ details: { code: 'review.locked' } });
      expect((await room.panel(room.owner, id)).stage).toBe('approved');

      expect(codeOf(await room.decide(room.emil, id, 'unlock', { comment: 'A typo.' }))).toBe(
        'review.not-allowed',
      );
      expect(codeOf(await room.decide(room.owner, id, 'unlock'))).toBe('review.comment-missing');
      const unlocked = await room.decide(room.owner, id, 'unlock', { comment: 'A typo.' });
      expect(unlocked.body.stage).toBe('draft');
      expect((await room.edit(room.emil, id, { title: 'Other' })).status).toBe(200);
      expect(await room.audit('decision.unlock')).toHaveLength(1);
    });

    it('is published as it is, and saved where nothing is changed', async () => {
      const id = await locked('Published');
      expect((await room.edit(room.emil, id, { title: 'Published' })).status).toBe(200);
      expect((await room.publish(room.owner, id)).status).toBe(200);
      expect(await room.visible(id)).toBe('Published');
    });

    it('is not deleted', async () => {
      const id = await locked('Kept');
      expect(codeOf(await room.owner.call<Blocked>('DELETE', `${base}/${id}?locale=en`))).toBe(
        'review.locked',
      );
      expect((await room.panel(room.owner, id)).stage).toBe('approved');
    });

    it('keeps only the named fields where the workflow names some', async () => {
      await rule({ fields: ['price'] });
      const id = await locked('Priced');
      const refused = await room.edit(room.emil, id, { price: 3 });
      expect([codeOf(refused), refused.body.error.message]).toEqual([
        'review.locked',
        expect.stringContaining('price'),
      ]);
      expect((await room.edit(room.emil, id, { title: 'Priced well' })).status).toBe(200);
    });
  });

  it('takes a guarded entry off the site only for people with the permission, and for nobody by a token', async () => {
    await rule('none', true);
    const id = await room.write(room.emil, { title: 'On the site' });
    await room.approve(id);
    await room.publish(room.owner, id);
    const unpublish = (by: Staff) =>
      by.call<Blocked>('POST', `${base}/${id}/actions/unpublish?locale=en`, {});
    expect(codeOf(await unpublish(room.nora))).toBe('gate.unpublish-guarded');
    expect(codeOf(await room.nora.call<Blocked>('DELETE', `${base}/${id}?locale=en`))).toBe(
      'gate.unpublish-guarded',
    );
    expect((await call(room.app, room.token, 'DELETE', `/api/articles/${id}`)).status).toBe(403);
    expect(await room.visible(id)).toBe('On the site');
    expect((await unpublish(editor)).status).toBe(200);
    expect(await room.visible(id)).toBeNull();
  });

  describe('a field that all languages share', () => {
    it('goes out in the other languages with the one that was approved', async () => {
      await rule('none');
      const id = await room.write(room.emil, { title: 'Rye', price: 4 });
      await room.edit(room.emil, id, { title: 'Roggen' }, 'de');
      for (const locale of ['en', 'de']) {
        await room.approve(id, locale);
        expect((await room.publish(room.owner, id, {}, locale)).status).toBe(200);
      }
      await room.edit(room.emil, id, { title: 'Rye', price: 5 });
      await room.approve(id);
      await room.edit(room.emil, id, { title: 'Rye', price: 4 });
      // Strapi carries a shared field over to what visitors see of the other languages where one call saves and publishes.
      const put = await call(room.app, room.token, 'PUT', `/api/articles/${id}`, { data: { price: 5 } });
      expect(put.status).toBe(200);
      const german = await room.app.strapi
        .documents(article)
        .findOne({ documentId: id, locale: 'de', status: 'published' });
      expect(german).toMatchObject({ title: 'Roggen', price: 5 });
      expect(await room.audit('publish')).toContainEqual(
        expect.objectContaining({ entry: `${article}|${id}|de`, details: { cover: 'shared' } }),
      );
      const scan = await room.owner.call<{ found: number }>('POST', '/presence/drift/scan');
      expect(scan.body.found).toBe(0);
    });
  });

  it('tells of what an entry refers to and nobody can see yet', async () => {
    const target = await room.app.strapi
      .documents('api::product.product')
      .create({ data: { name: 'Rye loaf' } });
    const id = await room.write(room.emil, {
      title: 'About rye',
      products: { connect: [{ documentId: target.documentId }] },
    });
    const panel = (await room.panel(room.emil, id)) as unknown as {
      hints: { code: string; message: string; field: string; count: number }[];
    };
    expect(panel.hints).toEqual([
      {
        ...{ code: 'gate.relation-unpublished', field: 'products', count: 1 },
        message: expect.stringContaining('products') as string,
      },
    ]);
    expect(codesOf(await room.publish(room.owner, id))).toEqual(['review.not-approved']);
  });
});
