import type { Core } from '@strapi/strapi';
import type { Result } from '../../src/shared/result';

/**
 * Does the work in one database transaction, or as part of the one that is open: Strapi joins inner transactions to the
 * outer one. A throw undoes all of it, unless somebody in between catches it.
 */
export type Transaction = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs the work in a transaction that a refusal undoes. */
export const undoneByRefusal = async <T>(
  db: Core.Strapi['db'],
  work: () => Promise<Result<T>>,
): Promise<Result<T>> =>
  await db.transaction(async ({ rollback }) => {
    const result = await work();
    if (!result.ok) await rollback();
    return result;
  });
