import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { attemptsTable } from './attempts';
import { queryOn } from './bulk';
import { publicationsTable } from './publication-row';

const { tableName } = publicationsTable;
const ofId = z.coerce.number();
const groups = z.array(
  z
    .object({ channel: z.string(), error_code: z.string().nullable(), count: ofId, newest: ofId })
    .transform(({ error_code, ...rest }) => ({ ...rest, code: error_code ?? '' })),
);
const letters = z.array(
  z
    .object({
      id: ofId,
      key: z.string(),
      campaign: z.string(),
      error_message: z.string().nullable(),
      due_at: z.union([z.null(), ofId]),
    })
    .transform(({ error_message, due_at, ...rest }) => ({
      ...rest,
      message: error_message ?? '',
      dueAt: due_at,
    })),
);
export type DeadCause = z.output<typeof groups>[number];
export type DeadLetter = z.output<typeof letters>[number];

/** What failed for good, found by channel and state in an index. */
export function deadLettersStore(db: Core.Strapi['db']) {
  const on = () => queryOn(db, tableName);
  const dead = (channel: string, code: string) =>
    on().where({ channel, state: 'rejected', error_code: code });
  const columns = ['id', 'key', 'campaign', 'error_message', 'due_at'];

  return {
    /** Each cause with its number, the largest first. */
    async causes(channels: readonly string[], limit: number): Promise<DeadCause[]> {
      if (channels.length === 0) return [];
      const found: unknown = await on()
        .whereIn('channel', [...channels])
        .where('state', 'rejected')
        .groupBy('channel', 'error_code')
        .select('channel', 'error_code', db.connection.raw('count(*) as count, max(id) as newest'))
        .orderBy([
          { column: 'count', order: 'desc' },
          { column: 'newest', order: 'desc' },
        ])
        .limit(limit);
      return groups.parse(found);
    },

    /** The newest of a cause. */
    async newest(
      { channel, code }: Pick<DeadCause, 'channel' | 'code'>,
      limit: number,
    ): Promise<DeadLetter[]> {
      const found: unknown = await dead(channel, code).orderBy('id', 'desc').limit(limit).select(columns);
      return letters.parse(found);
    },

    /** Those of a cause of which no try ended later than `seenAt` and none is open, from an id on. */
    async page(
      {
        channel,
        code,
        seenAt,
        after,
      }: { readonly channel: string; readonly code: string } & {
        readonly seenAt: number;
        readonly after: number;
      },
      limit: number,
    ): Promise<DeadLetter[]> {
      const tried = queryOn(db, attemptsTable.tableName)
        .whereRaw('?? = ??', [`${attemptsTable.tableName}.publication`, `${tableName}.key`])
        .where('ended_at', '>', seenAt)
        .select('publication');
      const found: unknown = await dead(channel, code)
        .where('id', '>', after)
        .whereNull('armed_at')
        .whereNotExists(tried)
        .orderBy('id')
        .limit(limit)
        .select(columns);
      return letters.parse(found);
    },
  };
}

export type DeadLettersStore = ReturnType<typeof deadLettersStore>;
