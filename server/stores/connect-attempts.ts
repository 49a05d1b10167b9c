import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { attemptPhase, type Attempt } from '../../src/channels/connect/attempt';
import { channelKind } from '../../src/channels/schema';
import type { Table } from './table';

const uid = 'presence::connect-attempt';

/** Attempts to connect a channel. `state` is a hash of what the network hands back, `sealed` what Strapi's encryption made of the rest. */
export const connectAttemptsTable: Table = {
  uid,
  singularName: 'presence_connect_attempt',
  tableName: 'presence_connect_attempts',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    state: { type: 'string', column: { args: [64], unique: true } },
    channel: { type: 'string', column: { args: [36] } },
    kind: { type: 'string', column: { args: [20] } },
    user: { type: 'string', column: { args: [64] } },
    phase: { type: 'string', column: { args: [10] } },
    sealed: { type: 'text' },
    expires_at: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_connect_attempts_end', columns: ['expires_at'] }],
};

const row = z
  .object({
    key: z.string(),
    channel: z.string(),
    kind: channelKind,
    user: z.string(),
    phase: attemptPhase,
    sealed: z.string(),
    expires_at: z.coerce.number(),
  })
  .transform(({ expires_at, ...rest }) => ({ ...rest, expiresAt: expires_at }));
export type AttemptRow = z.output<typeof row>;

export type ConnectAttemptsStore = ReturnType<typeof connectAttemptsStore>;

export function connectAttemptsStore(db: Core.Strapi['db']) {
  const query = () => db.query(uid);
  const find = async (where: object): Promise<AttemptRow | null> => {
    const found: unknown = await query().findOne({ where });
    return found ? row.parse(found) : null;
  };
  /** Of many who try at once, one gets it. */
  const step = async (key: string, from: Attempt['phase'], data: object): Promise<boolean> =>
    (await query().updateMany({ where: { key, phase: from }, data })).count === 1;

  return {
    byKey: (key: string) => find({ key }),
    byState: (state: string) => find({ state }),

    async insert({ expiresAt, ...rest }: AttemptRow, state: string): Promise<void> {
      await query().create({ data: { ...rest, state, expires_at: expiresAt } });
    },

    /** Keeps what the network answered; false where it was answered before. */
    answer: (key: string, sealed: string) => step(key, 'open', { phase: 'answered', sealed }),

    /** Nobody else may use it; what it kept to itself goes. */
    finish: (key: string) => step(key, 'answered', { phase: 'done', sealed: '' }),

    async deleteBefore(time: number): Promise<void> {
      await query().deleteMany({ where: { expires_at: { $lt: time } } });
    },
  };
}
