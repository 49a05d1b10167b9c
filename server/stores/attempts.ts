import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { attemptView } from '../../src/publishing/schema';
import type { Table } from './table';

const attemptsUid = 'presence::attempt';

/** One row a try, written before the try begins: a row without an end is a process that died. */
export const attemptsTable: Table = {
  uid: attemptsUid,
  singularName: 'attempt',
  tableName: 'presence_attempts',
  attributes: {
    id: { type: 'increments' },
    publication: { type: 'string' },
    number: { type: 'integer' },
    startedAt: { type: 'biginteger' },
    endedAt: { type: 'biginteger' },
    outcome: { type: 'string' },
    code: { type: 'string' },
    message: { type: 'text' },
  },
  indexes: [{ name: 'presence_attempts_once', columns: ['publication', 'number'], type: 'unique' }],
};

const row = attemptView.extend({
  publication: z.string(),
  number: z.coerce.number(),
  startedAt: z.coerce.number(),
  endedAt: z.preprocess((value) => (value === null ? null : Number(value)), z.number().nullable()),
});
export type AttemptRow = z.output<typeof row>;

/** Reads the tries; they are written by `publication-claims.ts` together with the publication. */
export function attemptsStore(db: Core.Strapi['db']) {
  return {
    /** The tries of some publications, oldest first. */
    async of(publications: readonly string[]): Promise<AttemptRow[]> {
      if (publications.length === 0) return [];
      const found = await db.query(attemptsUid).findMany({
        where: { publication: { $in: [...publications] } },
        orderBy: { number: 'asc' },
      });
      return found.map((one: unknown) => row.parse(one));
    },
  };
}

export type AttemptsStore = ReturnType<typeof attemptsStore>;
