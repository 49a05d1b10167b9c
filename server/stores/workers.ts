import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { countOf, insertRows, queryOn } from './bulk';
import { jsonText } from './columns';
import type { Table } from './table';

/** One row a process that sends what is due. It goes when the process says goodbye, and gets old when it dies. */
export const workersTable: Table = {
  uid: 'presence::worker',
  singularName: 'worker',
  tableName: 'presence_workers',
  attributes: {
    id: { type: 'increments' },
    instance: { type: 'string', column: { args: [36], unique: true } },
    host: { type: 'string' },
    pid: { type: 'integer' },
    engine: { type: 'string' },
    since: { type: 'biginteger' },
    beatAt: { type: 'biginteger' },
    isStopping: { type: 'boolean' },
    isCutOff: { type: 'boolean' },
    // What it has in hand, channel by channel, as JSON.
    doing: { type: 'text' },
  },
  indexes: [{ name: 'presence_workers_beat', columns: ['beat_at'] }],
};

const { tableName } = workersTable;

const row = z
  .object({
    instance: z.string(),
    host: z.string(),
    pid: z.coerce.number(),
    engine: z.enum(['embedded', 'bullmq']),
    since: z.coerce.number(),
    beat_at: z.coerce.number(),
    is_stopping: z.coerce.boolean(),
    is_cut_off: z.coerce.boolean(),
    doing: jsonText(z.array(z.object({ channel: z.string(), count: z.number() })).readonly()),
  })
  .transform(({ beat_at, is_stopping, is_cut_off, ...rest }) => ({
    ...rest,
    beatAt: beat_at,
    isStopping: is_stopping,
    isCutOff: is_cut_off,
  }));
export type WorkerRow = z.output<typeof row>;

/** The processes that send what is due, as each told of itself. */
export function workersStore(db: Core.Strapi['db']) {
  const on = () => queryOn(db, tableName);
  return {
    async list(): Promise<WorkerRow[]> {
      return z.array(row).parse(await on().orderBy([{ column: 'since' }, { column: 'id' }]));
    },

    /** A sign of life. Whoever was forgotten meanwhile is written down again. */
    async beat({ instance, host, pid, engine, since, ...now }: WorkerRow): Promise<void> {
      const told = {
        beat_at: now.beatAt,
        is_stopping: now.isStopping,
        is_cut_off: now.isCutOff,
        doing: JSON.stringify(now.doing),
      };
      if (countOf(await on().where({ instance }).update(told)) > 0) return;
      const columns = ['instance', 'host', 'pid', 'engine', 'since', 'beat_at', 'doing'];
      const values = [instance, host, pid, engine, since, now.beatAt, told.doing];
      await insertRows(db, db.connection, tableName, columns, [values], { on: 'instance' });
      await on().where({ instance }).update(told);
    },

    async leave(instance: string): Promise<void> {
      await on().where({ instance }).delete();
    },

    /** Those that have not been heard of since a time. */
    async forget(before: number): Promise<void> {
      await on().where('beat_at', '<', before).delete();
    },
  };
}

export type WorkersStore = ReturnType<typeof workersStore>;
