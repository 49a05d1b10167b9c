import { createHash, randomUUID } from 'node:crypto';
import { auditSigner } from '../../server/services/audit-signer';
import { auditStore } from '../../server/stores/audit';
import { wired } from '../../server/wire';
import { wireAudit } from '../../server/wire-audit';
import { genesis, linkAfter } from '../../src/governance/audit/chain';
import { digestOf } from '../../src/governance/audit/line';
import { headText } from '../../src/governance/audit/signed';
import { bootStrapi, databases, type App } from './boot';
import { brokenOf, knexOf, verify, within, write } from './record-room';
import { hire, type Staff } from './staff';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const system = { kind: 'system', name: 'Test' } as const;

describe.each(databases())('the record on %s', (db) => {
  let app: App;
  let owner: Staff;
  beforeAll(async () => {
    app = await bootStrapi({ db });
    owner = await hire(app, 'Rosa');
    await write(app, 12);
  });
  afterAll(() => app.stop());

  const presence = () => wired(app.strapi);
  const rows = () => knexOf(app)('presence_audit');
  const heads = () => knexOf(app)('presence_audit_head');
  const headNow = async () => (await verify(owner)).head ?? { number: 0, hash: '', at: 0 };

  it('is whole, signed, and says by whom and from where', async () => {
    const report = await verify(owner);
    expect(report).toMatchObject({ broken: null, waiting: 0, checkpoint: null });
    expect(report.head?.signature).toMatch(/^[A-Za-z0-9+/]{86}==$/);
    const saved = await owner.call('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', saved.body);
    const { body } = await owner.call<{ items: { number: number | null; from: object; by: object }[] }>(
      'GET',
      '/presence/audit?pageSize=1&group=settings&person=user:1',
    );
    expect(body.items).toMatchObject([
      { by: { kind: 'user', name: 'Rosa Test' }, from: { way: 'admin', place: expect.any(String) } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|::1/);
  });

  it('has no row for an act that was undone', async () => {
    const before = (await owner.call('GET', '/presence/audit')).body['total'];
    const { audit } = presence();
    const undone = app.strapi.db.transaction(async () => {
      await audit.record({ kind: 'publish', actor: system });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await owner.call('GET', '/presence/audit')).body['total']).toBe(before);
    expect(await brokenOf(owner)).toBeNull();
  });

  it('links what was written in one transaction with what was written in another', async () => {
    const { audit, record } = presence();
    await app.strapi.db.connection.transaction(async (trx) => {
      await audit.recordIn(trx, [
        { kind: 'publication.delivered', actor: { kind: 'scheduler' }, entry: 'a|b|' },
        { kind: 'publication.delivered', actor: { kind: 'scheduler' } },
      ]);
    });
    await app.strapi.db.transaction(() => audit.record({ kind: 'publish', actor: system }));
    await record.settle();
    expect(await rows().whereNull('number')).toEqual([]);
    expect(await brokenOf(owner)).toBeNull();
  });

  const tampers: readonly (readonly [string, () => Promise<unknown>, string, number | 'end' | null])[] = [
    ['a changed word', () => rows().where({ number: 3 }).update({ details: '{"loaf":99}' }), 'changed', 3],
    ['a changed time', () => rows().where({ number: 4 }).update({ at: 1 }), 'changed', 4],
    ['another person', () => rows().where({ number: 5 }).update({ person: 'user:9' }), 'changed', 5],
    [
      'a changed word and its digest',
      async () => {
        const kind = 'delete';
        const row = await rows().where({ number: 5 }).first();
        const digest = digestOf({ ...row, at: Number(row.at), kind }, hash);
        await rows().where({ number: 5 }).update({ kind, digest });
      },
      'moved',
      5,
    ],
    ['a row that is gone', () => rows().where({ number: 6 }).delete(), 'missing', 6],
    ['the first row gone', () => rows().where({ number: 1 }).delete(), 'missing', 1],
    [
      'two rows that changed places',
      async () => {
        await rows().where({ number: 7 }).update({ number: 1_000_000 });
        await rows().where({ number: 8 }).update({ number: 7 });
        await rows().where({ number: 1_000_000 }).update({ number: 8 });
      },
      'moved',
      7,
    ],
    [
      'rows cut off the end',
      async () => {
        const { number } = await headNow();
        await rows()
          .where('number', '>', number - 2)
          .delete();
        return number - 1;
      },
      'cut-off',
      'end',
    ],
    [
      'rows cut off the end, and the head moved back',
      async () => {
        const { number } = await headNow();
        await rows()
          .where('number', '>', number - 2)
          .delete();
        const last = await rows()
          .where({ number: number - 2 })
          .first();
        await heads().update({ number: number - 2, hash: last.hash });
      },
      'head-forged',
      null,
    ],
    [
      'a row added at the end',
      async () => {
        const { number, hash: last } = await headNow();
        const { id: _, ...row } = await rows().where({ number }).first();
        const added = { ...row, at: Number(row.at), key: randomUUID() };
        const digest = digestOf(added, hash);
        const next = linkAfter({ number, hash: last }, digest, hash);
        await rows().insert({ ...added, ...next, digest });
        return next.number;
      },
      'added',
      'end',
    ],
    [
      'all of it rewritten with hashes that fit',
      async () => {
        await rows().where({ number: 2 }).delete();
        let last = genesis;
        for (const row of await rows().orderBy('number')) {
          last = linkAfter(last, row.digest, hash);
          await rows().where({ id: row.id }).update(last);
        }
        await heads().update(last);
      },
      'head-forged',
      null,
    ],
    [
      'all of it rewritten and signed with another key',
      async () => {
        const head = { ...(await headNow()), at: 1 };
        const other = auditSigner('another key of thirty-two bytes!');
        await heads().update({ at: 1, signature: other?.sign(headText(head)) });
      },
      'head-forged',
      null,
    ],
    ['no signature', () => heads().update({ signature: null }), 'head-forged', null],
    ['no head', () => heads().delete(), 'head-gone', null],
    [
      'a checkpoint that we did not sign',
      async () => {
        const last = await rows().where({ number: 4 }).first();
        const point = { number: 4, hash: last.hash, at: 1, row_count: 4 };
        await knexOf(app)('presence_audit_checkpoints').insert({ ...point, signature: 'bm9wZQ==' });
        await rows().where('number', '<=', 4).delete();
      },
      'checkpoint-forged',
      4,
    ],
    [
      'a row that Presence did not write',
      () => rows().insert({ key: randomUUID(), at: 1, kind: 'publish', by: '{}', details: '{}' }),
      'unlinked',
      null,
    ],
  ];

  it.each(tampers)('finds %s', async (_, tamper, code, place) => {
    await within(app, async () => {
      const number = await tamper();
      const found = await brokenOf(owner);
      expect(found).toMatchObject({
        code,
        ...(place === 'end' ? { number } : place ? { number: place } : {}),
      });
      expect(found?.message).toMatch(/\.$/);
    });
    expect(await brokenOf(owner)).toBeNull();
  });

  it('builds nothing on an end that somebody else wrote', async () => {
    await within(app, async () => {
      await heads().update({ signature: null });
      await write(app, 1);
      expect(await rows().whereNull('number')).toHaveLength(1);
      expect(await brokenOf(owner)).toMatchObject({ code: 'head-forged' });
      const signed = await presence().record.sign({ kind: 'system', name: 'Console' });
      expect(signed.ok).toBe(true);
      expect(await brokenOf(owner)).toBeNull();
      expect(await rows().whereNull('number')).toEqual([]);
    });
  });

  it('is measured against a head that somebody kept', async () => {
    const { number, hash: kept } = await headNow();
    await write(app, 3);
    expect((await verify(owner, `${number}:${kept}`)).broken).toBeNull();
    expect((await verify(owner, `${number}:${'0'.repeat(64)}`)).broken).toMatchObject({
      code: 'kept-differs',
    });
    expect((await verify(owner, `${number + 99}:${kept}`)).broken).toMatchObject({ code: 'kept-differs' });
  });

  it('links what a process left that died between the act and the link', async () => {
    const { audit } = presence();
    const lost = auditStore(app.strapi.db, () => undefined);
    const [row] = await rows().where({ number: 1 });
    const { id: _, number: __, hash: ___, ...rest } = row;
    const line = { ...rest, at: Number(rest.at), key: randomUUID() };
    await lost.add({ ...line, digest: digestOf(line, hash) });
    expect(await rows().whereNull('number')).toHaveLength(1);
    await audit.record({ kind: 'publish', actor: system });
    await presence().record.settle();
    expect(await rows().whereNull('number')).toEqual([]);
  });

  it('is one chain without a gap where several instances write it at once', async () => {
    const more = () => wireAudit(app.strapi, { years: async () => null, now: () => Date.now() });
    const instances = [presence(), more(), more()];
    const acts = Array.from({ length: 90 }, async (_, n) => {
      const { audit, record } = instances[n % 3] ?? presence();
      await app.strapi.db.transaction(() => audit.record({ kind: 'publish', actor: system, details: { n } }));
      if (n % 5 === 0) await record.settle();
    });
    await Promise.all(acts);
    await Promise.all(instances.map(({ record }) => record.settle()));
    await Promise.all(instances.slice(1).map(({ record }) => record.stop()));
    expect(await verify(owner)).toMatchObject({ broken: null, waiting: 0 });
    expect(await rows().whereNull('number')).toEqual([]);
  });
});
