import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { severity } from '../../src/brand/kit/parts';
import { brandEntriesName } from './brand-entries';
import { brandFindingsName } from './brand-findings';
import { queryOn } from './bulk';

/** Which findings and entries of the index are wanted. `uids` are the types that the reader may see. */
export interface ReportFilter {
  readonly uids: readonly string[];
  readonly locale?: string | undefined;
  readonly rule?: string | undefined;
  readonly severity?: string | undefined;
  /** Channel key, or `entry`. */
  readonly channel?: string | undefined;
  readonly standing: 'open' | 'waived' | 'baseline' | 'all';
  readonly q?: string | undefined;
}

const whole = z.coerce.number();
const locale = z.string().transform((value) => (value === '' ? null : value));

const entryRow = z
  .object({
    ...{ entry: z.string(), uid: z.string(), document_id: z.string(), locale, title: z.string() },
    ...{ score: whole, errors: whole, warnings: whole, suggestions: whole, waived: whole, checked_at: whole },
  })
  .transform(({ document_id, checked_at, ...rest }) => ({
    ...rest,
    documentId: document_id,
    checkedAt: checked_at,
  }));

const findingRow = z
  .object({
    ...{ id: whole, entry: z.string(), uid: z.string(), locale, rule: z.string(), severity },
    ...{ message: z.string(), field: z.string(), quote: z.string() },
    channel: z.string(),
    standing: z.enum(['', 'waived', 'baseline']),
  })
  .transform((found) => ({
    ...found,
    channel: found.channel === '' ? null : found.channel,
    standing: found.standing === '' ? null : found.standing,
  }));

const counted = z.array(z.object({ name: z.string(), count: whole }));

export type BrandReportStore = ReturnType<typeof brandReportStore>;

/** Reads the index of findings by pages and sums; never the content. */
export function brandReportStore(db: Core.Strapi['db']) {
  const entries = () => queryOn(db, brandEntriesName);
  const findings = () => queryOn(db, brandFindingsName);

  const ofEntries = (query: Knex.QueryBuilder, { uids, locale: language, q }: ReportFilter) => {
    void query.whereIn('uid', [...uids]);
    if (language !== undefined) void query.where('locale', language);
    if (q) void query.whereRaw("folded like ? escape '!'", [`%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`]);
    return query;
  };

  const ofFindings = (query: Knex.QueryBuilder, filter: ReportFilter) => {
    void query.whereIn('uid', [...filter.uids]);
    if (filter.locale !== undefined) void query.where('locale', filter.locale);
    if (filter.rule) void query.where('rule', filter.rule);
    if (filter.severity) void query.where('severity', filter.severity);
    if (filter.channel) void query.where('channel', filter.channel === 'entry' ? '' : filter.channel);
    if (filter.standing !== 'all')
      void query.where('standing', filter.standing === 'open' ? '' : filter.standing);
    return query;
  };

  /** Findings whose entry's title holds the words that were asked for. */
  const matching = (filter: ReportFilter) => {
    const query = ofFindings(findings(), filter);
    if (filter.q) void query.whereIn('entry', ofEntries(entries(), filter).select('entry'));
    return query;
  };

  const withFindings = (filter: ReportFilter) =>
    ofEntries(entries(), filter).whereIn('entry', ofFindings(findings(), filter).select('entry'));

  const countOf = async (query: Knex.QueryBuilder, name: string): Promise<Map<string, number>> => {
    const found: unknown = await query.groupBy(name).select({ name }).count({ count: 'id' });
    return new Map(counted.parse(found).map((each) => [each.name, each.count]));
  };

  return {
    /** Entries with such findings, the lowest score first. */
    async page(filter: ReportFilter, offset: number, limit: number) {
      const found: unknown = await withFindings(filter)
        .orderBy([{ column: 'score' }, { column: 'entry' }])
        .offset(offset)
        .limit(limit)
        .select('*');
      return z.array(entryRow).parse(found);
    },

    async total(filter: ReportFilter): Promise<number> {
      const found: unknown = await withFindings(filter).count({ count: 'id' });
      return z.array(z.object({ count: whole })).parse(found)[0]?.count ?? 0;
    },

    /** The gravest such findings of an entry. */
    async gravestOf(filter: ReportFilter, entry: string, limit: number) {
      const found: unknown = await ofFindings(findings(), filter)
        .where('entry', entry)
        .orderBy(['gravity', 'position', 'id'])
        .limit(limit)
        .select('*');
      return z.array(findingRow).parse(found);
    },

    /** Such findings in the order of their ids, from after one, with what is known of their entries. */
    async after(filter: ReportFilter, id: number, limit: number) {
      const found: unknown = await matching(filter)
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .select('*');
      const rows = z.array(findingRow).parse(found);
      const known: unknown = await entries()
        .whereIn('entry', [...new Set(rows.map(({ entry }) => entry))])
        .select('*');
      const byEntry = new Map(
        z
          .array(entryRow)
          .parse(known)
          .map((one) => [one.entry, one]),
      );
      const items = rows.flatMap((finding) => {
        const entry = byEntry.get(finding.entry);
        return entry ? [{ finding, entry }] : [];
      });
      return { items, last: rows.at(-1)?.id ?? id, isEnd: rows.length < limit };
    },

    /** How many entries were looked at, and their mean score; null where there are none. */
    async standing(filter: ReportFilter): Promise<{ entries: number; meanScore: number | null }> {
      const found: unknown = await ofEntries(entries(), filter)
        .where('checked_at', '>', 0)
        .count({ entries: 'id' })
        .avg({ score: 'score' });
      const [row] = z.array(z.object({ entries: whole, score: whole.nullable() })).parse(found);
      return { entries: row?.entries ?? 0, meanScore: row && row.entries > 0 ? row.score : null };
    },

    severities: (filter: ReportFilter) => countOf(matching(filter), 'severity'),
    types: (filter: ReportFilter) => countOf(matching(filter), 'uid'),
    rules: (filter: ReportFilter) => countOf(matching(filter), 'rule'),
  };
}
