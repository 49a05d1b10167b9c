import { z } from 'zod';
import { expiryAct, reviewReason, trend } from '../../src/governance/lifecycle/schema';
import { person } from '../../src/governance/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::life';

/** A time that never comes, in place of null: databases differ in where they sort null. */
export const never = 8_640_000_000_000_000;

/** One row for each entry that was published once: what was said about its life, and when to look at it next. */
export const lifeTable: Table = {
  uid,
  singularName: 'presence_life',
  tableName: 'presence_lives',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string', column: { unique: true } },
    uid: { type: 'string' },
    document_id: { type: 'string' },
    locale: { type: 'string' },
    title: { type: 'string' },
    live: { type: 'integer' },
    published_at: { type: 'biginteger' },
    confirmed_at: { type: 'biginteger' },
    confirmed_by: { type: 'text' },
    own_review: { type: 'string' },
    snoozed_until: { type: 'string' },
    own_expiry: { type: 'string' },
    own_then: { type: 'string' },
    halved_on: { type: 'string' },
    archived_at: { type: 'biginteger' },
    trend: { type: 'text' },
    trend_kind: { type: 'string' },
    trend_at: { type: 'biginteger' },
    review_on: { type: 'string' },
    because: { type: 'string' },
    expire_on: { type: 'string' },
    expire_then: { type: 'string' },
    // The earlier of look and end.
    due_at: { type: 'biginteger' },
    // When there is something to do; what was done is named in `done`.
    next_at: { type: 'biginteger' },
    done: { type: 'text' },
    // Grows with every change: of two who change a row at once, one is told to look again.
    version: { type: 'integer' },
  },
  indexes: [
    { name: 'presence_lives_next_index', columns: ['next_at'] },
    { name: 'presence_lives_trend_index', columns: ['trend_at'] },
    { name: 'presence_lives_due_index', columns: ['live', 'due_at'] },
    { name: 'presence_lives_document_index', columns: ['document_id'] },
    { name: 'presence_lives_review_index', columns: ['review_on'] },
    { name: 'presence_lives_expire_index', columns: ['expire_on'] },
  ],
};

const time = z.coerce.number();
const maybeTime = time.nullish().transform((value) => value ?? null);
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? 'null');

/** A row of the table, as services know it. */
export const lifeRow = z
  .object({
    id: z.coerce.number(),
    entry: z.string(),
    uid: z.string(),
    document_id: z.string(),
    locale: maybe,
    title: z.string(),
    live: z.coerce.number(),
    published_at: time,
    confirmed_at: maybeTime,
    confirmed_by: text.pipe(jsonText(person.nullable())),
    own_review: maybe,
    snoozed_until: maybe,
    own_expiry: maybe,
    own_then: expiryAct.nullish().transform((value) => value ?? null),
    halved_on: maybe,
    archived_at: maybeTime,
    trend: text.pipe(jsonText(trend.nullable())),
    trend_at: time,
    review_on: maybe,
    because: reviewReason.nullish().transform((value) => value ?? null),
    expire_on: maybe,
    expire_then: expiryAct.nullish().transform((value) => value ?? null),
    due_at: time,
    next_at: time,
    done: jsonText(z.array(z.string())),
    version: z.coerce.number(),
  })
  .transform((found) => ({
    id: found.id,
    entry: found.entry,
    uid: found.uid,
    documentId: found.document_id,
    locale: found.locale,
    title: found.title,
    isLive: found.live === 1,
    publishedAt: found.published_at,
    confirmedAt: found.confirmed_at,
    confirmedBy: found.confirmed_by,
    ownReview: found.own_review,
    snoozedUntil: found.snoozed_until,
    ownExpiry: found.own_expiry,
    ownThen: found.own_then,
    halvedOn: found.halved_on,
    archivedAt: found.archived_at,
    trend: found.trend,
    trendAt: found.trend_at,
    reviewOn: found.review_on,
    because: found.because,
    expireOn: found.expire_on,
    then: found.expire_then,
    dueAt: found.due_at,
    nextAt: found.next_at,
    done: found.done,
    version: found.version,
  }));

export type LifeRow = z.output<typeof lifeRow>;

/** What a service may change of a row. */
export type LifeChange = Partial<Omit<LifeRow, 'id' | 'entry' | 'uid' | 'documentId' | 'locale' | 'version'>>;

const names: Readonly<Record<keyof LifeChange, string>> = {
  title: 'title',
  isLive: 'live',
  publishedAt: 'published_at',
  confirmedAt: 'confirmed_at',
  confirmedBy: 'confirmed_by',
  ownReview: 'own_review',
  snoozedUntil: 'snoozed_until',
  ownExpiry: 'own_expiry',
  ownThen: 'own_then',
  halvedOn: 'halved_on',
  archivedAt: 'archived_at',
  trend: 'trend',
  trendAt: 'trend_at',
  reviewOn: 'review_on',
  because: 'because',
  expireOn: 'expire_on',
  then: 'expire_then',
  dueAt: 'due_at',
  nextAt: 'next_at',
  done: 'done',
};

/** A change as the columns of the table. */
export const columnsOf = (change: LifeChange): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(change).map(([name, value]) => [names[name as keyof LifeChange], stored(value)]),
  ),
  ...('trend' in change ? { trend_kind: change.trend?.kind ?? null } : {}),
});

function stored(value: LifeChange[keyof LifeChange]): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
