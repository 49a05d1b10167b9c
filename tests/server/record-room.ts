import type { App } from './boot';
import { wired } from '../../server/wire';
import type { AuditBreak, AuditReport, VerifyStep } from '../../src/governance/audit/schema';
import type { Staff } from './staff';

const tables = ['presence_audit', 'presence_audit_head', 'presence_audit_checkpoints'] as const;

/** The tables behind the record, for those who go round Presence to them. */
export const knexOf = (app: App) => app.strapi.db.connection;

/** Writes `count` rows, as acts of the system, and links them. */
export async function write(app: App, count: number): Promise<void> {
  const { audit, record } = wired(app.strapi);
  for (let n = 1; n <= count; n += 1)
    await audit.record({
      kind: 'settings.save',
      actor: { kind: 'system', name: 'Test' },
      entry: 'api::article.article|abc|en',
      details: { loaf: n, 'ümlaut “quoted”': ['\u0000', '🥨', 10, 9, { '10': 1, '9': 2 }] },
    });
  await record.settle();
}

/** The whole look, piece by piece, as the page takes it. */
export async function verify(by: Staff, kept = ''): Promise<AuditReport> {
  for (let after = ''; ;) {
    const query = new URLSearchParams({ ...(after && { after }), ...(kept && { kept }) }).toString();
    const { status, body } = await by.call<VerifyStep>('GET', `/presence/audit/verify?${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    if (body.report) return body.report;
    after = body.next ?? '';
  }
}

export const brokenOf = async (by: Staff): Promise<AuditBreak | null> => (await verify(by)).broken;

/** Does something to the tables, looks, and puts everything back. */
export async function within<T>(app: App, look: () => Promise<T>): Promise<T> {
  const knex = knexOf(app);
  const before: Record<string, unknown>[][] = [];
  for (const table of tables) before.push(await knex(table).select('*'));
  try {
    return await look();
  } finally {
    for (const [index, table] of tables.entries()) {
      await knex(table).delete();
      await knex.batchInsert(table, before[index] ?? [], 50);
    }
  }
}
