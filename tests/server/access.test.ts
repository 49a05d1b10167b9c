import { auditKinds, type AuditKind } from '../../src/governance/audit/kinds';
import type { AuditRow } from '../../src/governance/audit/schema';
import { bootStrapi, databases, type App } from './boot';
import { product } from './newsroom';
import { brokenOf } from './record-room';
import { call, hire, type Staff } from './staff';

describe.each(databases())('who gave whom access, on %s', (db) => {
  let app: App;
  let owner: Staff;
  beforeAll(async () => {
    app = await bootStrapi({ db });
    owner = await hire(app, 'Rosa');
  });
  afterAll(() => app.stop());

  const told = async (kind: AuditKind): Promise<AuditRow[]> => {
    const { group } = auditKinds[kind];
    const { body } = await owner.call<{ items: AuditRow[] }>(
      'GET',
      `/presence/audit?pageSize=100&group=${group}`,
    );
    return body.items.filter((row) => row.kind === kind);
  };

  it('tells of people: made, blocked, given another password, deleted', async () => {
    const [role] = (await owner.call<{ data: { id: number }[] }>('GET', '/admin/roles')).body.data;
    const input = { firstname: 'Emil', lastname: 'Test', email: 'emil@bakery.test', roles: [role?.id] };
    const made = await owner.call<{ data: { id: number } }>('POST', '/admin/users', input);
    expect(made.status).toBe(201);
    const path = `/admin/users/${made.body.data.id}`;
    const [created] = await told('person.create');
    expect(created).toMatchObject({
      by: { kind: 'user', id: owner.id, name: owner.name },
      from: { way: 'admin' },
      details: { email: 'emil@bakery.test', roles: [String(role?.id)] },
    });
    const before = (await told('person.update')).length;
    await owner.call('PUT', path, { ...input, isActive: true, password: 'Rye-and-water-1' });
    const [changed] = await told('person.update');
    expect(changed?.details).toMatchObject({
      email: 'emil@bakery.test',
      changed: { password: 'new', isActive: { before: false, after: true } },
    });
    expect(JSON.stringify(await told('person.update'))).not.toMatch(/Rye-and-water|\$2[aby]\$/);
    await owner.call('PUT', path, { ...input, isActive: true });
    expect(await told('person.update')).toHaveLength(before + 1);
    await owner.call('DELETE', path);
    expect((await told('person.delete'))[0]).toMatchObject({ details: { email: 'emil@bakery.test' } });
  });

  it('tells of roles and of each permission', async () => {
    const made = await owner.call<{ data: { id: number } }>('POST', '/admin/roles', {
      name: 'Baker',
      description: '',
    });
    const { id } = made.body.data;
    expect((await told('role.create'))[0]).toMatchObject({ details: { name: 'Baker' } });
    const permissions = [
      { action: 'plugin::presence.read', subject: null, properties: {}, conditions: [] },
      { action: 'plugin::presence.audit.read', subject: null, properties: {}, conditions: [] },
    ];
    const put = (list: object[]) =>
      owner.call('PUT', `/admin/roles/${id}/permissions`, { permissions: list });
    expect((await put(permissions)).status).toBe(200);
    expect((await told('permission.grant')).slice(0, 2).map(({ details }) => details)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'plugin::presence.read', role: String(id) }),
        expect.objectContaining({ action: 'plugin::presence.audit.read', role: String(id) }),
      ]),
    );
    await put(permissions.slice(0, 1));
    expect((await told('permission.withdraw'))[0]?.details).toMatchObject({
      action: 'plugin::presence.audit.read',
      role: String(id),
    });
    await owner.call('DELETE', `/admin/roles/${id}`);
    expect((await told('role.delete'))[0]?.details).toMatchObject({ name: 'Baker' });
  });

  it('tells of tokens, not of each use, and never of a key', async () => {
    const token = { name: 'Importer', description: '', type: 'full-access', lifespan: null };
    const made = await owner.call<{ data: { id: number; accessKey: string } }>(
      'POST',
      '/admin/api-tokens',
      token,
    );
    const { id, accessKey } = made.body.data;
    expect((await told('token.create'))[0]?.details).toMatchObject({ name: 'Importer', type: 'full-access' });
    expect((await call(app, accessKey, 'GET', '/api/products')).status).toBe(200);
    expect(await told('token.update')).toEqual([]);
    const again = await owner.call<{ data: { accessKey: string } }>(
      'POST',
      `/admin/api-tokens/${id}/regenerate`,
    );
    expect((await told('token.update'))[0]?.details).toMatchObject({
      name: 'Importer',
      changed: { accessKey: 'new' },
    });
    await owner.call('DELETE', `/admin/api-tokens/${id}`);
    expect((await told('token.delete'))[0]?.details).toMatchObject({ name: 'Importer' });
    const { body } = await owner.call('GET', '/presence/audit?pageSize=100&group=people');
    for (const key of [accessKey, again.body.data.accessKey]) expect(JSON.stringify(body)).not.toContain(key);
  });

  it('tells what goes on the website and off it without an approval, with its seal', async () => {
    const documents = app.strapi.documents(product);
    const { documentId } = await documents.create({ data: { name: 'Rye' } });
    const entry = `${product}|${documentId}|`;
    expect(await told('publish')).toEqual([]);
    await documents.publish({ documentId });
    expect(await told('publish')).toMatchObject([{ entry, seal: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    await documents.unpublish({ documentId });
    expect(await told('unpublish')).toMatchObject([{ entry }]);
    await documents.create({ data: { name: 'Oat' }, status: 'published' });
    expect(await told('publish')).toHaveLength(2);
    await documents.delete({ documentId });
    expect(await told('delete')).toMatchObject([{ entry }]);
  });

  it('tells of credentials of channels and of subscribers that were handed out or forgotten', async () => {
    const input = { kind: 'webhook', name: 'Shop', settings: { url: 'https://shop.bakery.test/in' } };
    const secretOf = (text: string) => ({
      signingSecret: `whsec_${Buffer.from(text.repeat(4)).toString('base64')}`,
    });
    const made = await owner.call<{ key: string }>('POST', '/presence/channels', {
      ...input,
      secret: secretOf('rye-bread'),
    });
    expect(made.body).toMatchObject({ hasSecret: true });
    const path = `/presence/channels/${made.body.key}`;
    await owner.call('PUT', path, { ...input, secret: secretOf('oat-bread') });
    await owner.call('PUT', path, { ...input, name: 'The shop' });
    expect((await told('channel.update')).map(({ details }) => details['newSecret'])).toEqual([false, true]);
    const list = await owner.call('GET', '/presence/audit?pageSize=100&group=channels');
    expect(JSON.stringify(list.body)).not.toContain('whsec');

    const key = '6f1c2f0a-0000-4000-8000-000000000001';
    await app.strapi.db.query('presence::contact').create({
      data: {
        key,
        email: 'guest@bakery.test',
        name: '',
        locale: 'en',
        source: 'test',
        created_at: 1,
        bounce_reply: '',
      },
    });
    expect((await owner.call('GET', `/presence/contacts/${key}/export`)).status).toBe(200);
    expect((await owner.call('POST', `/presence/contacts/${key}/erase`)).status).toBe(200);
    expect((await told('contact.export'))[0]).toMatchObject({ details: { contact: key } });
    expect((await told('contact.erase'))[0]).toMatchObject({
      by: { id: owner.id },
      details: { contact: key },
    });
    const record = await owner.call('GET', '/presence/audit?pageSize=100&group=subscribers');
    expect(JSON.stringify(record.body)).not.toContain('guest@bakery.test');
  });

  it('is all part of the chain', async () => {
    expect(await brokenOf(owner)).toBeNull();
    expect(await app.strapi.db.connection('presence_audit').whereNull('number')).toEqual([]);
  });
});
