import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { findingMark, type FindingMark } from '../../src/brand/findings/schema';
import type { Severity } from '../../src/brand/schema';
import { insertRows, queryOn, type Connection } from './bulk';
import { jsonText } from './columns';
import type { Table } from './table';

export const brandFindingsName = 'presence_brand_findings';

/** What was found in each entry and its copies when it was looked at last: the report reads it, the gate does not. */
export const brandFindingsTable: Table = {
  uid: 'presence::brand-finding',
  singularName: 'presence_brand_finding',
  tableName: brandFindingsName,
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string' },
    uid: { type: 'string' },
    locale: { type: 'string' },
    // Empty: in the entry itself.
    channel: { type: 'string' },
    publication: { type: 'string' },
    rule: { type: 'string', column: { args: [300] } },
    severity: { type: 'string' },
    // 0 for errors, so that the gravest come first.
    gravity: { type: 'integer' },
    // In reading order.
    position: { type: 'integer' },
    message: { type: 'text' },
    field: { type: 'string', column: { args: [300] } },
    quote: { type: 'text' },
    mark: { type: 'text' },
    // Empty: nothing stands against it.
    standing: { type: 'string' },
  },
  indexes: [
    { name: 'presence_brand_findings_entry', columns: ['entry', 'gravity'] },
    { name: 'presence_brand_findings_rule', columns: ['rule'] },
    { name: 'presence_brand_findings_publication', columns: ['publication'] },
  ],
};

/** A finding as the index takes it. */
export interface NewFinding {
  readonly entry: string;
  readonly uid: string;
  readonly locale: string | null;
  readonly channel: string | null;
  readonly publication: string | null;
  readonly rule: string;
  readonly severity: Severity;
  readonly position: number;
  readonly message: string;
  readonly field: string;
  readonly quote: string;
  readonly mark: FindingMark;
  readonly standing: 'waived' | 'baseline' | null;
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

const columns = [
  ...['entry', 'uid', 'locale', 'channel', 'publication', 'rule', 'severity', 'gravity', 'position'],
  ...['message', 'field', 'quote', 'mark', 'standing'],
];

/** PostgreSQL takes no NUL in a text, and none takes half a character. */
const clean = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replaceAll('\0', '')
    .replace(/[\ud800-\udbff]$/, '');

export type BrandFindingsStore = ReturnType<typeof brandFindingsStore>;

export const brandFindingsStore = (db: Core.Strapi['db']) => ({
  /** In place of all that was known of these entries. */
  async replace(
    connection: Connection,
    entries: readonly string[],
    findings: readonly NewFinding[],
  ): Promise<void> {
    await queryOn(db, brandFindingsName, connection)
      .whereIn('entry', [...entries])
      .delete();
    const rows = findings.map((one) => [
      ...[one.entry, one.uid, one.locale ?? '', one.channel ?? '', one.publication ?? ''],
      ...[one.rule.slice(0, 300), one.severity, gravity[one.severity], one.position],
      ...[clean(one.message, 2_000), clean(one.field, 300), clean(one.quote, 300)],
      ...[JSON.stringify(one.mark), one.standing ?? ''],
    ]);
    await insertRows(db, connection, brandFindingsName, columns, rows);
  },

  async remove(entries: readonly string[]): Promise<void> {
    await db.query('presence::brand-finding').deleteMany({ where: { entry: { $in: [...entries] } } });
  },

  async removeOthers(uids: readonly string[]): Promise<void> {
    await db.query('presence::brand-finding').deleteMany({ where: { uid: { $notIn: [...uids] } } });
  },

  /** Findings that nothing but a baseline stands against, in the order of their ids, from after one. */
  async marksAfter(
    connection: Connection,
    id: number,
    limit: number,
  ): Promise<{ id: number; entry: string; channel: string | null; mark: FindingMark }[]> {
    const found: unknown = await queryOn(db, brandFindingsName, connection)
      .where('id', '>', id)
      .whereNot('standing', 'waived')
      .orderBy('id')
      .limit(limit)
      .select('id', 'entry', 'channel', 'mark');
    return z.array(markRow).parse(found);
  },

  /** How many findings each rule has now. */
  async perRule(): Promise<ReadonlyMap<string, number>> {
    const found: unknown = await queryOn(db, brandFindingsName)
      .groupBy('rule')
      .select('rule')
      .count({ count: 'id' });
    const rows = z.array(z.object({ rule: z.string(), count: z.coerce.number() })).parse(found);
    return new Map(rows.map(({ rule, count }) => [rule, count]));
  },

  /** Entries with findings in copies that cannot be changed any more: sent, or called off. */
  async ofClosedCopies(
    publications: string,
    open: readonly string[],
    limit: number,
  ): Promise<readonly string[]> {
    const found: unknown = await queryOn(db, brandFindingsName)
      .whereNot('publication', '')
      .whereNotIn(
        'publication',
        queryOn(db, publications)
          .whereIn('state', [...open])
          .select('key'),
      )
      .distinct('entry')
      .limit(limit);
    return z
      .array(z.object({ entry: z.string() }))
      .parse(found)
      .map(({ entry }) => entry);
  },
});

const markRow = z
  .object({ id: z.coerce.number(), entry: z.string(), channel: z.string(), mark: jsonText(findingMark) })
  .transform((found) => ({ ...found, channel: found.channel === '' ? null : found.channel }));
