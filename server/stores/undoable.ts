import type { Core } from '@strapi/strapi';

let count = 0;

/**
 * A transaction whose work is undone by a throw even where it joined an outer transaction and somebody out there catches
 * the throw: Strapi's own nesting would keep the inner writes then. The savepoint goes with the outer transaction.
 */
export const undoable =
  (db: Core.Strapi['db']) =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    if (!db.inTransaction()) return db.transaction(work);
    const savepoint = `presence_${(count += 1)}`;
    return db.transaction(async ({ trx }) => {
      await trx.raw(`SAVEPOINT ${savepoint}`);
      try {
        return await work();
      } catch (error) {
        // Gone where something beside us in the same transaction was undone already; then there is nothing left to undo.
        await trx.raw(`ROLLBACK TO SAVEPOINT ${savepoint}`).catch(() => undefined);
        throw error;
      }
    });
  };
