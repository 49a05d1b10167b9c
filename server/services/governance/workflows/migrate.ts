import type { Decision } from '../../../../src/governance/review/schema';
import type { Migration } from '../../../../src/governance/workflow/change/dry-run';
import type { Migrated } from '../../../../src/governance/workflow/views';
import { entryIdOf, entryKeyOf } from '../../../../src/shared/entry-key';
import type { Actor } from '../../../../src/shared/actor';
import { personOf } from '../../../actor';
import type { DecisionsStore } from '../../../stores/decisions';
import type { Audit } from '../../audit';
import type { Transaction } from '../../transaction';
import type { Review } from '../review-of';
import type { Reviews } from '../reviews';
import type { StandingRows } from './views';

export interface MigrateDeps {
  readonly rows: Pick<StandingRows, 'inVersion'>;
  readonly reviews: Pick<Reviews, 'reviewOf'>;
  readonly decisions: Pick<DecisionsStore, 'add'>;
  readonly audit: Audit;
  /** Told in the transaction of every decision. */
  readonly onDecided: (review: Review, taken: Decision) => Promise<void>;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** Reviews that are taken along in one transaction. */
const batch = 20;

/**
 * Takes the reviews under way in an old version to the stages that the mapping says: a decision of its own for each, so
 * that its history tells. Votes that were given for the old stage do not count in the new one. A review that moved on
 * meanwhile is left where it is and counted.
 */
export const migrate = (deps: MigrateDeps) => {
  return async (migrations: readonly Migration[], actor: Actor): Promise<Migrated> => {
    let [migrated, skipped] = [0, 0];
    for (const migration of migrations)
      for (let last: string | null = null; ;) {
        const entries: string[] = await deps.rows.inVersion(migration.from, last, batch);
        const done = await deps.transaction(() => takeAll(entries, migration, actor));
        migrated += done.migrated;
        skipped += done.skipped;
        last = entries.at(-1) ?? null;
        if (entries.length < batch) break;
      }
    return { migrated, skipped };
  };

  async function takeAll(entries: readonly string[], migration: Migration, actor: Actor): Promise<Migrated> {
    const taken: string[] = [];
    let skipped = 0;
    for (const entry of entries) {
      const how = await takeOne(entry, migration, actor);
      if (how === 'taken') taken.push(entry);
      if (how === 'moved') skipped++;
    }
    const { from, to, mapping } = migration;
    if (taken.length > 0)
      await deps.audit.record({
        kind: 'workflow.migrate',
        actor,
        details: { from, to, mapping, entries: taken },
      });
    return { migrated: taken.length, skipped };
  }

  async function takeOne(
    entry: string,
    { from, to, mapping }: Migration,
    actor: Actor,
  ): Promise<'taken' | 'left' | 'moved'> {
    const key = entryKeyOf(entry);
    const review = key && (await deps.reviews.reviewOf(key));
    if (!review || review.workflow.ref !== from) return 'moved';
    const { stage } = review.standing;
    const target = mapping[stage];
    const meaning = review.workflow.definition.stages.find((one) => one.key === stage)?.meaning;
    if (meaning !== 'review') return 'moved';
    if (target === undefined) return 'left';
    const taken: Decision = {
      key: deps.uuid(),
      number: (review.decisions.at(-1)?.number ?? 0) + 1,
      kind: 'migrate',
      seal: review.draft.seal,
      copies: [],
      by: personOf(actor),
      at: deps.now(),
      comment: null,
      workflow: to,
      transition: null,
      from: stage,
      to: target,
      as: [],
      checklist: [],
    };
    if (!(await deps.decisions.add(entryIdOf(review.draft.key), taken))) return 'moved';
    await deps.onDecided(review, taken);
    return 'taken';
  }
};

export type Migrate = ReturnType<typeof migrate>;
