import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { WaitReason } from '../../src/governance/board/schema';
import { assignmentsTable } from './assignments';
import { queryOn } from './bulk';
import { reviewsTable, reviewWaitsTable, storedReview, type StoredReview } from './reviews';

const reviews = reviewsTable.tableName;
const waits = reviewWaitsTable.tableName;

/** What lists of reviews are narrowed by. */
export interface ReviewFilter {
  /** The content types that the person may read: nothing else is ever shown. */
  readonly types: readonly string[];
  readonly workflow?: string | undefined;
  readonly stage?: string | undefined;
  readonly locale?: string | undefined;
  /** Given to one of these. */
  readonly assignees?: readonly string[] | undefined;
  /** Due before this time, in milliseconds since 1970. */
  readonly dueBefore?: number | undefined;
  /** A part of the title. */
  readonly text?: string | undefined;
}

/** Who asks what waits for them: their principals, and the id of the admin user. */
export interface Waiting {
  readonly principals: readonly string[];
  readonly user: string;
  readonly why?: WaitReason | undefined;
}

export interface Slice {
  readonly page: number;
  readonly pageSize: number;
}

const total = z.array(z.object({ total: z.coerce.number() })).transform((rows) => rows[0]?.total ?? 0);
const grouped = z.array(z.object({ name: z.string(), total: z.coerce.number() }));

export type ReviewListsStore = ReturnType<typeof reviewListsStore>;

/** Lists of reviews, read from the projection alone by plain SQL. Not for use inside a transaction. */
export function reviewListsStore(db: Core.Strapi['db']) {
  const on = (table: string) => queryOn(db, table);

  function filtered(filter: ReviewFilter): Knex.QueryBuilder {
    const query = on(reviews).whereIn(`${reviews}.uid`, [...filter.types]);
    if (filter.workflow !== undefined) void query.where(`${reviews}.workflow_key`, filter.workflow);
    if (filter.stage !== undefined) void query.where(`${reviews}.stage`, filter.stage);
    if (filter.locale !== undefined) void query.where(`${reviews}.locale`, filter.locale);
    if (filter.dueBefore !== undefined) void query.where(`${reviews}.due_at`, '<', filter.dueBefore);
    if (filter.text)
      void query.whereRaw(`${reviews}.folded like ? escape '!'`, [`%${escaped(filter.text)}%`]);
    if (filter.assignees !== undefined)
      void query.whereIn(
        `${reviews}.entry`,
        on(assignmentsTable.tableName)
          .whereIn('principal', [...filter.assignees])
          .select('entry'),
      );
    return query;
  }

  /** What waits for somebody; who may not decide does not count as a decider. */
  function waiting({ principals, user, why }: Waiting): Knex.QueryBuilder {
    const decides = (): Knex.QueryBuilder =>
      on(waits)
        .where('why', 'decide')
        .whereIn('principal', [...principals])
        .whereNotIn(
          'entry',
          on(waits)
            .where({ principal: `id:${user}`, why: 'not' })
            .select('entry'),
        );
    const others = (): Knex.QueryBuilder =>
      on(waits)
        .whereIn('principal', [...principals, `id:${user}`])
        .whereIn('why', why === undefined ? ['change', 'assigned', 'mentioned'] : [why]);
    if (why === 'decide') return decides().select('entry', 'why');
    if (why !== undefined) return others().select('entry', 'why');
    return decides()
      .select('entry', 'why')
      .unionAll([others().select('entry', 'why')]);
  }

  const entriesOf = (who: Waiting): Knex.QueryBuilder =>
    db.connection.select('entry').from(waiting(who).as('mine')) as unknown as Knex.QueryBuilder;

  async function rowsOf(query: Knex.QueryBuilder, { page, pageSize }: Slice): Promise<StoredReview[]> {
    const rows: unknown = await query
      .select(`${reviews}.*`)
      .orderBy([`${reviews}.sort_at`, `${reviews}.since`, `${reviews}.id`])
      .offset((page - 1) * pageSize)
      .limit(pageSize);
    return z.array(storedReview).parse(rows);
  }

  return {
    page: (filter: ReviewFilter, slice: Slice): Promise<StoredReview[]> => rowsOf(filtered(filter), slice),

    /** How many stand in each stage. */
    async perStage(filter: ReviewFilter): Promise<Map<string, number>> {
      const rows: unknown = await filtered(filter)
        .groupBy('stage')
        .select({ name: 'stage' })
        .count({ total: '*' });
      return new Map(grouped.parse(rows).map(({ name, total: count }) => [name, count]));
    },

    /** How many stand under each version of a workflow. */
    async perVersion(types: readonly string[]): Promise<{ name: string; total: number }[]> {
      const rows: unknown = await filtered({ types })
        .groupBy('workflow')
        .select({ name: 'workflow' })
        .count({ total: '*' });
      return grouped.parse(rows);
    },

    async waitingPage(filter: ReviewFilter, who: Waiting, slice: Slice): Promise<StoredReview[]> {
      return rowsOf(filtered(filter).whereIn(`${reviews}.entry`, entriesOf(who)), slice);
    },

    async waitingTotal(filter: ReviewFilter, who: Waiting): Promise<number> {
      return total.parse(
        await filtered(filter).whereIn(`${reviews}.entry`, entriesOf(who)).count({ total: '*' }),
      );
    },

    /** How many wait for each reason. */
    async waitingCounts(filter: ReviewFilter, who: Omit<Waiting, 'why'>): Promise<Map<string, number>> {
      const rows: unknown = await filtered(filter)
        .join(waiting(who).as('mine'), 'mine.entry', `${reviews}.entry`)
        .groupBy('mine.why')
        .select({ name: 'mine.why' })
        .countDistinct({ total: `${reviews}.id` });
      return new Map(grouped.parse(rows).map(({ name, total: count }) => [name, count]));
    },

    /** Why each of these entries waits for somebody. */
    async reasons(entries: readonly string[], who: Omit<Waiting, 'why'>): Promise<Map<string, WaitReason[]>> {
      if (entries.length === 0) return new Map();
      const rows: unknown = await db.connection
        .distinct('entry', 'why')
        .from(waiting(who).as('mine'))
        .whereIn('entry', [...entries]);
      const found = new Map<string, WaitReason[]>();
      for (const { entry, why } of z
        .array(z.object({ entry: z.string(), why: z.custom<WaitReason>() }))
        .parse(rows))
        found.set(entry, [...(found.get(entry) ?? []), why]);
      return found;
    },
  };
}

const escaped = (text: string): string => text.toLowerCase().replace(/[!%_]/g, '!$&');
