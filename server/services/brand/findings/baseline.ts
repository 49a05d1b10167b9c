import { baselineView, type BaselineView } from '../../../../src/brand/findings/schema';
import type { Actor } from '../../../../src/shared/actor';
import { fail, ok, type Result } from '../../../../src/shared/result';
import { personOf } from '../../../actor';
import type { BrandBaselineStore } from '../../../stores/brand-baseline';
import type { BrandFindingsStore } from '../../../stores/brand-findings';
import type { Connection } from '../../../stores/bulk';
import type { OptionsStore } from '../../../stores/options';
import type { Audit } from '../../audit';
import { baselineWaiting } from './refusals';

const option = 'brand-baseline';
const rowsPerRead = 500;

export interface BaselineDeps {
  readonly store: BrandBaselineStore;
  readonly findings: Pick<BrandFindingsStore, 'marksAfter'>;
  /** How many entries wait to be checked. */
  readonly waiting: () => Promise<number>;
  readonly options: OptionsStore;
  readonly audit: Pick<Audit, 'record'>;
  /** Runs with the connection of the transaction. */
  readonly inTransaction: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  /** What stands against findings is other than before, everywhere. */
  readonly onChanged: () => Promise<void>;
  readonly now: () => number;
}

export type Baseline = ReturnType<typeof baseline>;

/** The findings that were there when a business began: they are shown, and do not block. */
export function baseline({
  store,
  findings,
  waiting,
  options,
  audit,
  inTransaction,
  onChanged,
  now,
}: BaselineDeps) {
  const view = async (): Promise<BaselineView | null> =>
    baselineView.nullable().parse((await options.get(option)) ?? null);

  return {
    view,

    /** Takes all findings of now for known; in place of an older baseline. */
    async take(actor: Actor): Promise<Result<BaselineView>> {
      const left = await waiting();
      if (left > 0) return fail(baselineWaiting(left));
      const taken = await inTransaction(async (connection) => {
        await store.clear(connection);
        let count = 0;
        const entries = new Set<string>();
        for (let last = 0; ;) {
          const rows = await findings.marksAfter(connection, last, rowsPerRead);
          await store.add(connection, rows);
          for (const { entry } of rows) entries.add(entry);
          count += rows.length;
          last = rows.at(-1)?.id ?? 0;
          if (rows.length < rowsPerRead) break;
        }
        const next: BaselineView = {
          at: now(),
          by: personOf(actor).name,
          findings: count,
          entries: entries.size,
        };
        await options.set(option, next);
        await audit.record({
          kind: 'brand-baseline.take',
          actor,
          details: { findings: count, entries: entries.size },
        });
        return next;
      });
      await onChanged();
      return ok(taken);
    },

    /** Every finding counts again. */
    async drop(actor: Actor): Promise<void> {
      await inTransaction(async (connection) => {
        const before = await view();
        await store.clear(connection);
        await options.remove(option);
        if (before) await audit.record({ kind: 'brand-baseline.drop', actor, details: { before } });
      });
      await onChanged();
    },
  };
}
