import { randomUUID } from 'node:crypto';
import type { OversightView, PolicyView } from '../../src/governance/oversight/schema';
import { noPolicy } from '../../src/governance/lifecycle/schema';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { article, newsroom, type Newsroom } from './newsroom';
import { hire } from './staff';

const day = 86_400_000;

describe.each(databases())('the governance page on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const look = async (): Promise<OversightView> => {
    const { status, body } = await room.owner.call<OversightView>('GET', '/presence/oversight');
    expect(status).toBe(200);
    return body;
  };
  const policy = async (id: string): Promise<PolicyView> => {
    const found = (await look()).policies.find((each) => each.id === id);
    if (!found) throw new Error(`There is no policy ${id}.`);
    return found;
  };
  const query = (uid: string) => room.app.strapi.db.query(uid as 'admin::user');

  it('is for those who may change the settings, because it names people and tokens', async () => {
    expect((await room.emil.call('GET', '/presence/oversight')).status).toBe(403);
  });

  it('judges every policy, counts them, and never says more than it knows', async () => {
    const { policies, counts } = await look();
    expect(policies.length).toBeGreaterThanOrEqual(24);
    expect(counts.kept + counts.broken + counts.unknown).toBe(policies.length);
    expect(policies.find(({ id }) => id === 'governed')).toMatchObject({
      state: 'kept',
      values: { count: 3 },
      names: expect.arrayContaining(['Article', 'Home page', 'Note']),
    });
    expect(policies.find(({ id }) => id === 'approved')).toMatchObject({ state: 'unknown', said: 'never' });
    expect(policies.find(({ id }) => id === 'audit')).toMatchObject({ state: 'unknown', said: 'never' });
    expect(JSON.stringify(policies)).not.toMatch(/accessKey|encryptedKey/);
  });

  it('names who reaches what over the API, and where to change it', async () => {
    const role = await query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    const grant = (action: string) =>
      query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
    expect(await policy('public-writes')).toMatchObject({ state: 'kept' });
    await grant(`${article}.find`);
    expect(await policy('public-writes')).toMatchObject({ state: 'kept' });
    await grant(`${article}.delete`);
    expect(await policy('public-writes')).toMatchObject({
      state: 'broken',
      names: ['Article: delete (Public)'],
      mend: { kind: 'public-roles', to: `/settings/users-permissions/roles/${role.id}` },
    });
    const row = (await look()).access.find(({ uid }) => uid === article);
    // Strapi makes two tokens of its own at the first start.
    expect(row?.readers.filter(({ kind }) => kind === 'role')).toMatchObject([
      { isPublic: true, actions: ['find'] },
    ]);
    expect(row?.readers.map(({ name }) => name)).toEqual(['Public', 'Full Access', 'Importer', 'Read Only']);
    expect(row?.writers).toMatchObject([
      { name: 'Public', isPublic: true, actions: ['delete'] },
      { name: 'Full Access', actions: ['create', 'update', 'delete'] },
      { name: 'Importer', actions: ['create', 'update', 'delete'] },
    ]);
    expect(await policy('full-tokens')).toMatchObject({
      state: 'broken',
      names: ['Full Access', 'Importer'],
    });
    expect((await policy('endless-tokens')).names).toContain('Importer');
  });

  it('knows who may approve, and who did not log in for long', async () => {
    expect(await policy('approvers')).toMatchObject({ state: 'kept', names: ['Nora Test', 'Rosa Test'] });
    expect(await policy('idle-people')).toMatchObject({ state: 'kept' });
    const away = await hire(room.app, 'Otto', ['read']);
    const { db: database } = room.app.strapi;
    const old = Date.now() - 120 * day;
    await database
      .connection('admin_users')
      .where({ id: Number(away.id) })
      .update({ created_at: new Date(old) });
    expect(await policy('idle-people')).toMatchObject({ state: 'kept' });
    await query('admin::session').deleteMany({ where: { userId: away.id } });
    await query('presence::log-in').updateMany({ where: { person: away.id }, data: { at: old } });
    expect(await policy('idle-people')).toMatchObject({ state: 'broken', names: ['Otto Test'] });
    await query('presence::log-in').deleteMany({ where: { person: away.id } });
    expect(await policy('idle-people')).toMatchObject({ state: 'unknown', said: 'young' });
  });

  it('finds what is kept for too long, and consents without a proof', async () => {
    const presence = wired(room.app.strapi);
    const touch = (at: number) => ({
      ...{
        at,
        kind: 'view' as const,
        value: 1,
        channel: 'website',
        entry: `${article}|x|en`,
        source: 'test@1',
      },
      ...{ publication: null, campaign: null, visitor: null, path: null },
    });
    expect(await policy('retention')).toMatchObject({ state: 'kept' });
    await presence.touchpoints.record([touch(Date.now() - 10 * day), touch(Date.now() - 500 * day)]);
    expect(await policy('retention')).toMatchObject({ state: 'broken', values: { oldest: 500, days: 400 } });
    await presence.engagement.sweep();
    expect(await policy('retention')).toMatchObject({ state: 'kept', values: { oldest: 10 } });

    await query('presence::visitor-key').create({ data: { day: '2020-01-01', secret: 'x' } });
    expect(await policy('visitor-keys')).toMatchObject({ state: 'broken' });
    await presence.engagement.sweep();
    expect(await policy('visitor-keys')).toMatchObject({ state: 'kept' });

    const key = randomUUID();
    const contact = {
      key,
      email: 'ida@post.test',
      name: '',
      locale: 'en',
      source: 'footer',
      bounce_reply: '',
    };
    await query('presence::contact').create({ data: { ...contact, created_at: 1, confirmed_at: 1 } });
    expect(await policy('consents')).toMatchObject({ state: 'broken', values: { count: 1, all: 1 } });
    await query('presence::consent').create({
      data: {
        key: 'p1',
        contact: key,
        address_hash: 'h',
        kind: 'confirmed',
        at: 1,
        text: 'Yes',
        source: 'footer',
      },
    });
    expect(await policy('consents')).toMatchObject({ state: 'kept', values: { all: 1 } });
    expect((await room.owner.call('POST', `/presence/contacts/${key}/erase`)).status).toBeLessThan(300);
    expect(await policy('erasures')).toMatchObject({ state: 'kept', values: { all: 1 } });
  });

  it('counts what is past its date, and owners who left', async () => {
    const gone = await hire(room.app, 'Gina', ['read']);
    const email = String((await query('admin::user').findOne({ where: { id: gone.id } }))?.email);
    const put = (policies: object) => room.owner.call('PUT', '/presence/lifecycle/policies', policies);
    expect(await policy('looked-at')).toMatchObject({ state: 'unknown' });
    const weekly = { ...noPolicy, review: { every: 1, unit: 'weeks' }, remind: [] };
    await put({ [article]: { ...weekly, owner: `user:${email}` } });
    expect(await policy('owners')).toMatchObject({ state: 'kept' });
    await query('admin::user').update({ where: { id: gone.id }, data: { isActive: false } });
    expect(await policy('owners')).toMatchObject({ state: 'broken', said: 'gone', names: [`user:${email}`] });
    const id = await room.write(room.emil, { title: 'Late rye' });
    await room.approve(id);
    await room.publish(room.owner, id);
    expect(await policy('looked-at')).toMatchObject({ state: 'kept', values: { live: 1 } });
    const past = new Date(Date.now() - 30 * day);
    await query(article).updateMany({
      where: { documentId: id, publishedAt: { $notNull: true } },
      data: { publishedAt: past },
    });
    await wired(room.app.strapi).lifecycle.follow(article, id);
    expect(await policy('looked-at')).toMatchObject({ state: 'broken', values: { count: 1, live: 1 } });
  });

  it('tells what the scan and the check of the record found', async () => {
    const presence = wired(room.app.strapi);
    await presence.drift.scanWhere(0, { kind: 'system', name: 'Test' });
    expect(await policy('approved')).toMatchObject({ state: 'kept' });
    await presence.oversight.checkRecord();
    expect(await policy('audit')).toMatchObject({ state: 'kept' });
    await query(article).updateMany({
      where: { publishedAt: { $notNull: true } },
      data: { title: 'Smuggled' },
    });
    await presence.drift.scanWhere(0, { kind: 'system', name: 'Test' });
    expect(await policy('approved')).toMatchObject({ state: 'broken', values: { count: 1 } });
  });

  it('sees channels that stopped, credentials that are old, and the key that is there', async () => {
    expect(await policy('channels')).toMatchObject({ state: 'unknown' });
    const at = Date.now() - 400 * day;
    await query('presence::channel').create({
      data: {
        key: 'k1',
        kind: 'bluesky',
        name: 'Bluesky',
        settings: '{}',
        secret: 'sealed',
        state: 'reauthorise',
        state_reason: '',
        created_at: at,
        updated_at: at,
      },
    });
    expect(await policy('channels')).toMatchObject({ state: 'broken', names: ['Bluesky'] });
    expect(await policy('credentials')).toMatchObject({ state: 'broken', values: { oldest: 400 } });
    expect(await policy('encryption')).toMatchObject({ state: 'kept' });
  });
});
