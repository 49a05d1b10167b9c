import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckView, NamesView, WorkflowsView, WorkflowView } from '../../src/governance/workflow/views';
import type { Workflow } from '../../src/governance/workflow/schema';
import { standardWorkflow } from '../../src/governance/workflow/standard';
import { templates, workflowOf } from '../../src/governance/workflow/templates';
import { wired } from '../../server/wire';
import { bootStrapi, databases } from './boot';
import { createDatabase } from './databases';
import { article, newsroom, type Newsroom } from './newsroom';
import { hire, type Answer, type Staff } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: {
      readonly code: string;
      readonly problems?: readonly { readonly path: string }[];
      readonly replacements?: readonly string[];
    };
  };
}

interface Saved {
  readonly key: string;
  readonly version: number;
  readonly migrated: number;
  readonly skipped: number;
}

const template = (key: string): Workflow =>
  workflowOf(
    templates.find((one) => one.key === key)!,
    'en',
  );
const twoEyes = template('two-eyes');
const named = (key: string, change: Partial<Workflow> = {}): Workflow => ({ ...twoEyes, key, ...change });

describe.each(databases())('workflows on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const save = (definition: unknown, base: number, migrate: object[] = [], by?: Staff) =>
    (by ?? room.owner).call<Saved & Refused>('POST', '/presence/workflows', { definition, base, migrate });
  const show = async (key: string) =>
    (await room.owner.call<WorkflowView>('GET', `/presence/workflows/${key}`)).body;
  const list = async () => (await room.owner.call<WorkflowsView>('GET', '/presence/workflows')).body;
  const apply = (policies: object[]): Promise<Answer<Refused>> =>
    room.owner.call('PUT', '/presence/workflows/policies', { policies });
  const stageOf = async (id: string) => (await room.panel(room.owner, id)).stage;
  const codeOf = ({ status, body }: Answer<Refused>) => [status, body.error?.details.code];

  it('begin with the standard one and five to start from', async () => {
    const { workflows } = await list();
    expect(workflows).toMatchObject([{ key: 'standard', version: 1, source: 'built-in', applies: true }]);
    const { body } = await room.owner.call<{ definition: Workflow; about: string }[]>(
      'GET',
      '/presence/workflows/templates?language=de',
    );
    expect(body.map(({ definition }) => definition.name)).toContain('Vier Augen');
    for (const { definition } of body) {
      const { body: checked } = await room.owner.call<CheckView>('POST', '/presence/workflows/check', {
        definition,
        base: 0,
      });
      expect([definition.key, checked.problems]).toEqual([definition.key, []]);
    }
  });

  it('know what in this app they can name', async () => {
    const { body } = await room.owner.call<NamesView>('GET', '/presence/workflows/names');
    expect(body.types.find(({ uid }) => uid === article)?.fields).toEqual(
      expect.arrayContaining(['title', 'seo.description']),
    );
    expect(body.roles.map(({ code }) => code)).toContain('strapi-super-admin');
    expect(body.locales).toEqual(expect.arrayContaining(['en', 'de']));
    expect(body.users.length).toBeGreaterThanOrEqual(3);
  });

  it('are saved version by version, with what changed', async () => {
    expect((await save(named('history'), 0)).body).toMatchObject({ key: 'history', version: 1 });
    expect((await save(named('history', { name: 'Ours' }), 1)).body).toMatchObject({ version: 2 });
    const { definition, versions, source } = await show('history');
    expect([definition.name, source]).toEqual(['Ours', 'admin']);
    expect(versions).toMatchObject([
      { version: 2, differences: [{ path: 'name' }], by: { name: 'Rosa Test' } },
      { version: 1, differences: [] },
    ]);
    expect(await room.audit('workflow.save')).toMatchObject([
      { details: { key: 'history', version: 2, differences: [expect.stringContaining('Ours')] } },
      { details: { key: 'history', version: 1 } },
    ]);
  });

  it('let one of two win who save at the same time', async () => {
    await save(named('race'), 0);
    const both = await Promise.all([
      save(named('race', { name: 'First' }), 1),
      save(named('race', { name: 'Second' }), 1),
    ]);
    const lost = both.filter(({ status }) => status !== 200);
    expect(lost.map(codeOf)).toEqual([[400, 'workflow.changed-meanwhile']]);
    expect((await show('race')).version).toBe(2);
    const { body } = await room.owner.call<CheckView>('POST', '/presence/workflows/check', {
      definition: named('race'),
      base: 0,
    });
    expect(body.problems.map(({ path }) => path)).toEqual(['key']);
    expect(codeOf(await save(named('race'), 0))).toEqual([400, 'workflow.changed-meanwhile']);
    expect(codeOf(await save(named('race'), 1))).toEqual([400, 'workflow.changed-meanwhile']);
  });

  it.each<[string, unknown, string]>([
    ['something else than a workflow', { hello: 'world' }, 'key'],
    ['the standard one', { ...standardWorkflow }, 'key'],
    [
      'an unknown role',
      named('bad', { transitions: [{ ...twoEyes.transitions[0]!, who: ['role:ghost'] }] }),
      'transitions[0].who[0]',
    ],
    [
      'a condition on a field that is gone',
      named('bad', {
        transitions: [
          twoEyes.transitions[0]!,
          { ...twoEyes.transitions[1]!, key: 'some', when: [{ on: 'changed', any: ['no-such-field'] }] },
          ...twoEyes.transitions.slice(1),
        ],
      }),
      'transitions[1].when[0].any[0]',
    ],
    [
      'more people than there are',
      named('bad', {
        transitions: twoEyes.transitions.map((one) =>
          one.decision === 'approve' ? { ...one, needs: [{ count: 9, of: ['may:review.approve'] }] } : one,
        ),
      }),
      'transitions[1].needs',
    ],
  ])('refuse %s with the place', async (_, definition, path) => {
    const { status, body } = await save(definition, 0);
    expect([status, body.error.details.code]).toEqual([400, 'workflow.invalid']);
    expect(body.error.details.problems?.map((one) => one.path)).toContain(path);
    expect((await list()).workflows.map(({ key }) => key)).not.toContain('bad');
  });

  it('are for those who may change them', async () => {
    expect((await room.nora.call('GET', '/presence/workflows')).status).toBe(403);
    expect((await save(named('nora'), 0, [], room.nora)).status).toBe(403);
    const greta = await hire(room.app, 'Greta', ['read', 'workflows.manage']);
    expect((await greta.call('GET', '/presence/workflows')).status).toBe(200);
  });

  it('apply where a policy says so; a review under way keeps its version or is taken along', async () => {
    await save(named('applied'), 0);
    const written = await room.write(room.emil, { title: 'Written' });
    const looked = await room.write(room.emil, { title: 'Looked at' });
    expect((await room.decide(room.emil, looked, 'submit')).status).toBe(200);

    const policies = [{ workflow: 'applied', types: [article], locales: null }];
    const { body: preview } = await room.owner.call<Pick<CheckView, 'dryRun'>>(
      'POST',
      '/presence/workflows/policies/check',
      { policies },
    );
    expect(preview.dryRun.keep).toBe(1);
    expect(preview.dryRun.items).toMatchObject([
      { title: 'Written', how: 'begins', from: { workflow: 'standard@1' }, to: { workflow: 'applied@1' } },
    ]);
    expect((await apply(policies)).status).toBe(200);
    expect(await wired(room.app.strapi).workflows.currentFor(article, 'en')).toMatchObject({
      ref: 'applied@1',
    });

    const submitted = await room.decide(room.emil, written, 'submit');
    expect(submitted.body).toMatchObject({ workflow: { ref: 'applied@1' }, stage: 'in-review' });
    expect(await room.panel(room.owner, looked)).toMatchObject({ workflow: { ref: 'standard@1' } });

    const next = named('applied', {
      stages: twoEyes.stages.map((one) => (one.key === 'in-review' ? { ...one, key: 'second-look' } : one)),
      transitions: twoEyes.transitions.map((one) => ({
        ...one,
        from: one.from.map((key) => (key === 'in-review' ? 'second-look' : key)),
        to: one.to === 'in-review' ? 'second-look' : one.to,
      })),
    });
    const { body: checked } = await room.owner.call<CheckView>('POST', '/presence/workflows/check', {
      definition: next,
      base: 1,
      migrate: [{ from: 'applied@1', mapping: { 'in-review': 'second-look' } }],
    });
    expect(checked.underWay).toEqual([
      { ref: 'applied@1', stage: 'in-review', name: 'In review', count: 1, to: 'second-look' },
    ]);
    expect(checked.dryRun.items).toMatchObject([
      { title: 'Written', how: 'migrates', to: { stage: 'second-look' } },
    ]);
    expect(checked.differences.map(({ message }) => message)).toContain('The stage “In review” is removed.');

    const bad = await save(next, 1, [{ from: 'applied@1', mapping: { 'in-review': 'approved' } }]);
    expect(bad.body.error.details.problems?.map(({ path }) => path)).toEqual([
      'migrate[0].mapping.in-review',
    ]);
    const saved = await save(next, 1, [{ from: 'applied@1', mapping: { 'in-review': 'second-look' } }]);
    expect(saved.body).toMatchObject({ version: 2, migrated: 1, skipped: 0 });
    const panel = await room.panel(room.owner, written);
    expect(panel).toMatchObject({ stage: 'second-look', workflow: { ref: 'applied@2' } });
    expect(panel.decisions[0]).toMatchObject({ kind: 'migrate', number: 2 });
    expect(await room.audit('workflow.migrate')).toMatchObject([
      { details: { from: 'applied@1', to: 'applied@2', entries: [expect.stringContaining(written)] } },
    ]);

    expect((await room.decide(room.owner, written, 'approve')).body).toMatchObject({ stage: 'approved' });
    expect((await room.decide(room.owner, looked, 'approve')).body).toMatchObject({
      stage: 'approved',
      workflow: { ref: 'standard@1' },
    });
    expect((await room.publish(room.owner, written)).status).toBe(200);
  });

  it('go only with a replacement where they are in use', async () => {
    await save(named('leaving'), 0);
    await apply([{ workflow: 'leaving', types: [article], locales: ['en'] }]);
    const id = await room.write(room.emil, { title: 'Under way' });
    await room.decide(room.emil, id, 'submit');
    const remove = (replacement: string | null): Promise<Answer<Refused>> =>
      room.owner.call('POST', '/presence/workflows/leaving/remove', { replacement });
    const refused = await remove(null);
    expect(codeOf(refused)).toEqual([400, 'workflow.in-use']);
    expect(refused.body.error.message).toMatch(/1 rule.*1 review/);
    expect(refused.body.error.details.replacements).toContain('standard');
    expect(codeOf(await remove('leaving'))).toEqual([400, 'workflow.in-use']);
    expect((await remove('standard')).body).toMatchObject({ migrated: 1, skipped: 0 });
    expect((await list()).policies).toEqual([{ workflow: 'standard', types: [article], locales: ['en'] }]);
    expect(await room.panel(room.owner, id)).toMatchObject({
      stage: 'in-review',
      workflow: { ref: 'standard@1' },
    });
    expect((await room.owner.call('GET', '/presence/workflows/leaving')).status).toBe(404);
    expect((await save(named('leaving'), 0)).body).toMatchObject({ version: 2 });
    await apply([]);
  });

  it('keep what they name from being deleted, and replace it everywhere', async () => {
    const roles = room.app.strapi.service('admin::role') as unknown as {
      create(input: object): Promise<{ id: number; code: string }>;
      assignPermissions(id: number, permissions: readonly object[]): Promise<unknown>;
    };
    const lawyer = await roles.create({ name: `Lawyer ${Date.now()}` });
    await roles.assignPermissions(lawyer.id, [
      { action: 'plugin::presence.read', subject: null, properties: {}, conditions: [] },
    ]);
    const law = hire(room.app, 'Lena', ['read', 'review.approve']);
    const { id: person } = await law;
    const user = (await room.app.strapi.db.query('admin::user').findOne({ where: { id: person } })) as {
      email: string;
    };
    const principal = `role:${lawyer.code}`;
    const definition = named('named', {
      transitions: twoEyes.transitions.map((one) => ({
        ...one,
        who: [...one.who, principal, `user:${user.email.toLowerCase()}`],
      })),
    });
    expect((await save(definition, 0)).status).toBe(200);

    const refused = await room.owner.call<Refused>('DELETE', `/admin/roles/${lawyer.id}`);
    expect(codeOf(refused)).toEqual([400, 'workflow.names-them']);
    expect(refused.body.error.message).toMatch(/Lawyer.*“Two eyes”.*Settings, Presence, Workflows/);
    const kept = await room.app.strapi.db
      .query('admin::permission')
      .count({ where: { role: { id: lawyer.id } } });
    expect(kept).toBe(1);
    expect(codeOf(await room.owner.call('DELETE', `/admin/users/${person}`))).toEqual([
      400,
      'workflow.names-them',
    ]);
    await expect(
      room.app.strapi.db.query('admin::role').delete({ where: { id: lawyer.id } }),
    ).rejects.toThrow(/was not deleted/);

    for (const old of [principal, `user:${user.email.toLowerCase()}`])
      expect(
        (
          await room.owner.call('POST', '/presence/workflows/replace', {
            old,
            next: 'role:strapi-super-admin',
          })
        ).body,
      ).toEqual(['named']);
    expect((await show('named')).version).toBe(3);
    expect((await room.owner.call('DELETE', `/admin/roles/${lawyer.id}`)).status).toBe(200);
    expect((await room.owner.call('DELETE', `/admin/users/${person}`)).status).toBe(200);
  });

  it('say what has gone since they were saved', async () => {
    const { id } = await hire(room.app, 'Gone', ['read', 'review.approve']);
    const user = (await room.app.strapi.db.query('admin::user').findOne({ where: { id } })) as {
      email: string;
    };
    const principal = `user:${user.email.toLowerCase()}`;
    const definition = named('forgotten', {
      transitions: twoEyes.transitions.map((one) => ({ ...one, who: [...one.who, principal] })),
    });
    expect((await save(definition, 0)).status).toBe(200);
    await room.app.strapi.db.query('admin::user').update({ where: { id }, data: { isActive: false } });
    const { gone, workflows } = await list();
    expect(gone).toContainEqual({ principal, workflows: [{ key: 'forgotten', name: 'Two eyes' }] });
    expect(workflows.find(({ key }) => key === 'forgotten')?.problems.length).toBeGreaterThan(0);
  });

  it('refuse policies that name what does not exist', async () => {
    const refused = await apply([{ workflow: 'ghost', types: null, locales: ['fr'] }]);
    expect(refused.body.error.details.problems?.map(({ path }) => path)).toEqual([
      'policies[0].workflow',
      'policies[0].locales[0]',
    ]);
    expect(await stageOf(await room.write(room.emil, { title: 'Still' }))).toBe('draft');
  });
});

describe.each(databases())('workflow files on %s', (db) => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-workflows-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const presence = { engine: { enabled: false }, workflows: folder };
  const put = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

  it('are taken over at start, become versions, and are only shown in the admin', async () => {
    const database = await createDatabase(db);
    try {
      put('ours.json', named('ours'));
      const first = await bootStrapi({ database, presence });
      const owner = await hire(first, 'Rosa');
      const { body } = await owner.call<WorkflowView>('GET', '/presence/workflows/ours');
      expect(body).toMatchObject({ source: 'file', version: 1 });
      const refused = await owner.call<Refused>('POST', '/presence/workflows', {
        definition: named('ours', { name: 'Mine' }),
        base: 1,
      });
      expect([refused.status, refused.body.error.details.code]).toEqual([400, 'workflow.read-only']);
      const removed = await owner.call<Refused>('POST', '/presence/workflows/ours/remove', {});
      expect(removed.body.error.details.code).toBe('workflow.read-only');
      await first.stop();

      put('ours.json', named('ours', { name: 'Changed in the file' }));
      const second = await bootStrapi({ database, presence });
      expect(await wired(second.strapi).workflows.byRef('ours@1')).toMatchObject({ name: 'Two eyes' });
      expect((await wired(second.strapi).workflows.all()).current.get('ours')).toMatchObject({
        version: 2,
        definition: { name: 'Changed in the file' },
      });
      await second.stop();
    } finally {
      await database.drop();
    }
  });

  it('keep Strapi from starting with one message that lists every problem', async () => {
    put('ours.json', named('ours', { transitions: twoEyes.transitions.slice(0, 1) }));
    put('twice.json', named('ours'));
    put('broken.json', '{ "key": ');
    const message = await bootStrapi({ db, presence }).then(
      async (app) => {
        await app.stop();
        return '';
      },
      (error: Error) => error.message,
    );
    expect(message).toMatch(/presence\.workflows.*problem/);
    expect(message).toMatch(/broken\.json is no JSON/);
    expect(message).toMatch(/ours\.json: stages\[2\]/);
    expect(message).toMatch(/twice\.json: key/);
  });
});
