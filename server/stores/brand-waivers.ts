import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { findingMark, waiver, type Waiver } from '../../src/brand/findings/schema';
import { entryKeyOf } from '../../src/shared/entry-key';
import type { Page } from '../../src/shared/page';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::brand-waiver';

/** Exceptions to findings. `ends_on` and `approved_by` are empty strings where there is none, so that an index finds them everywhere. */
export const brandWaiversTable: Table = {
  uid,
  singularName: 'presence_brand_waiver',
  tableName: 'presence_brand_waivers',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    entry: { type: 'string' },
    uid: { type: 'string' },
    document_id: { type: 'string' },
    // Empty: about the entry itself.
    channel: { type: 'string' },
    rule: { type: 'string', column: { args: [300] } },
    mark: { type: 'text' },
    severity: { type: 'string' },
    message: { type: 'text' },
    reason: { type: 'text' },
    by: { type: 'text' },
    at: { type: 'biginteger' },
    ends_on: { type: 'string' },
    approved_by: { type: 'string', column: { args: [500] } },
    // Whether what it is about was found when the entry was checked last.
    used: { type: 'integer' },
    // Whether its author knows that it is over.
    told: { type: 'integer' },
  },
  indexes: [
    { name: 'presence_brand_waivers_entry', columns: ['entry'] },
    { name: 'presence_brand_waivers_document', columns: ['document_id'] },
    { name: 'presence_brand_waivers_ends', columns: ['told', 'ends_on'] },
    { name: 'presence_brand_waivers_rule', columns: ['rule'] },
  ],
};

const author = z.object({ id: z.string(), name: z.string() });

const row = z
  .object({
    key: z.string(),
    entry: z.string(),
    channel: z.string(),
    mark: jsonText(findingMark),
    severity: waiver.shape.severity,
    message: z.string(),
    reason: z.string(),
    by: jsonText(author),
    at: z.coerce.number(),
    ends_on: z.string(),
    approved_by: z.string(),
    used: z.coerce.number(),
  })
  .transform((found) => ({
    id: found.key,
    entry: found.entry,
    channel: found.channel === '' ? null : found.channel,
    mark: found.mark,
    severity: found.severity,
    message: found.message,
    reason: found.reason,
    by: found.by,
    at: found.at,
    until: found.ends_on === '' ? null : found.ends_on,
    approvedBy: found.approved_by === '' ? null : author.parse(JSON.parse(found.approved_by)),
    isUsed: found.used === 1,
  }));

export type WaiverRow = z.output<typeof row>;

/** Which waivers are wanted. `today` is the day by which their state is told. */
export interface WaiverFilter {
  readonly uids: readonly string[];
  readonly documentId?: string | undefined;
  readonly entry?: string | undefined;
  readonly state?: Waiver['state'] | undefined;
  readonly today: string;
}

export type BrandWaiversStore = ReturnType<typeof brandWaiversStore>;

export function brandWaiversStore(db: Core.Strapi['db']) {
  const query = () => db.query(uid);
  const many = async (params: object): Promise<WaiverRow[]> =>
    z.array(row).parse(await query().findMany(params));

  return {
    ofEntry: (entry: string) => many({ where: { entry }, orderBy: [{ id: 'asc' }] }),
    ofEntries: (entries: readonly string[]) =>
      many({ where: { entry: { $in: [...entries] } }, orderBy: [{ id: 'asc' }] }),
    byId: async (key: string): Promise<WaiverRow | null> => (await many({ where: { key } }))[0] ?? null,

    async add(one: Omit<WaiverRow, 'isUsed'>): Promise<void> {
      const key = entryKeyOf(one.entry);
      await query().create({
        data: {
          ...{ key: one.id, entry: one.entry, channel: one.channel ?? '', rule: one.mark.rule },
          ...{ uid: key?.uid ?? '', document_id: key?.documentId ?? '' },
          ...{ severity: one.severity, message: one.message, reason: one.reason, at: one.at },
          mark: JSON.stringify(one.mark),
          by: JSON.stringify(one.by),
          ends_on: one.until ?? '',
          approved_by: one.approvedBy ? JSON.stringify(one.approvedBy) : '',
          ...{ used: 1, told: 0 },
        },
      });
    },

    /** False where somebody else agreed first, or it is gone. */
    async approve(key: string, by: { readonly id: string; readonly name: string }): Promise<boolean> {
      const data = { approved_by: JSON.stringify(by) };
      return (await query().updateMany({ where: { key, approved_by: '' }, data })).count === 1;
    },

    remove: async (key: string): Promise<boolean> =>
      (await query().deleteMany({ where: { key } })).count === 1,

    /** Which of an entry's waivers answer for a finding now; the others of it do not. */
    async setUsed(entry: string, used: readonly string[]): Promise<void> {
      await query().updateMany({ where: { entry, used: 0, key: { $in: [...used] } }, data: { used: 1 } });
      await query().updateMany({ where: { entry, used: 1, key: { $notIn: [...used] } }, data: { used: 0 } });
    },

    /** Waivers whose last day passed and whose author does not know. */
    ended: (today: string, limit: number) =>
      many({ where: { told: 0, ends_on: { $lt: today, $ne: '' } }, orderBy: [{ id: 'asc' }], limit }),

    /** True for the one process that writes it down. */
    setTold: async (key: string): Promise<boolean> =>
      (await query().updateMany({ where: { key, told: 0 }, data: { told: 1 } })).count === 1,

    /** Newest first. */
    async page(filter: WaiverFilter, page: number, pageSize: number): Promise<Page<WaiverRow>> {
      const where = whereOf(filter);
      const items = await many({
        where,
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { items, page, pageSize, total: await query().count({ where }) };
    },

    /** How many waivers each rule has. */
    async perRule(): Promise<ReadonlyMap<string, number>> {
      const counts = new Map<string, number>();
      const found: unknown = await query().findMany({ select: ['rule'] });
      for (const { rule } of z.array(z.object({ rule: z.string() })).parse(found))
        counts.set(rule, (counts.get(rule) ?? 0) + 1);
      return counts;
    },

    /** A document is gone, or languages of it: `left` are the entries that there still are. */
    async forget(type: string, documentId: string, left: readonly string[]): Promise<void> {
      await query().deleteMany({
        where: { uid: type, document_id: documentId, entry: { $notIn: [...left] } },
      });
    },
  };
}

function whereOf({ uids, documentId, entry, state, today }: WaiverFilter): object {
  const about = {
    uid: { $in: [...uids] },
    ...(documentId ? { document_id: documentId } : {}),
    ...(entry ? { entry } : {}),
  };
  const lasts = { $or: [{ ends_on: '' }, { ends_on: { $gte: today } }] };
  const agreed = { approved_by: { $ne: '' } };
  switch (state) {
    case 'expired':
      return { ...about, ends_on: { $lt: today, $ne: '' } };
    case 'open':
      return { ...about, ...lasts, approved_by: '' };
    case 'holds':
      return { ...about, ...lasts, ...agreed, used: 1 };
    case 'unused':
      return { ...about, ...lasts, ...agreed, used: 0 };
    case undefined:
      return about;
  }
}
