import { rowOf } from '../../../src/governance/board/row';
import { waitsOf } from '../../../src/governance/board/waits';
import type { Settings } from '../../../src/governance/settings';
import { openMentions } from '../../../src/governance/threads/open';
import { nextTell, type Told } from '../../../src/governance/time/moments';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import type { AssignmentsStore } from '../../stores/assignments';
import type { ReviewsStore } from '../../stores/reviews';
import type { ThreadsStore } from '../../stores/threads';
import type { Transaction } from '../transaction';
import type { Review } from './review-of';

export interface ProjectionDeps {
  readonly store: ReviewsStore;
  readonly assignments: Pick<AssignmentsStore, 'of' | 'dueOn' | 'forget'>;
  readonly threads: Pick<ThreadsStore, 'of' | 'forget'>;
  readonly settings: () => Promise<Pick<Settings, 'governed' | 'fourEyes' | 'calendar' | 'zone'>>;
  readonly reviewOf: (key: EntryKey) => Promise<Review | null>;
  /** Languages in which a document exists; null stands for a type without languages. */
  readonly localesOf: (uid: string, documentId: string) => Promise<readonly (string | null)[]>;
  readonly transaction: Transaction;
}

export type Projection = ReturnType<typeof projection>;

/** Keeps what lists of reviews are read from in step with what happens to an entry. */
export function projection(deps: ProjectionDeps) {
  const { store, assignments, threads } = deps;

  async function write(review: Review): Promise<void> {
    const { draft, workflow } = review;
    const entry = entryIdOf(draft.key);
    const { fourEyes, calendar, zone } = await deps.settings();
    const given = await assignments.of([entry]);
    const row = rowOf({
      ...review,
      key: draft.key,
      title: draft.content.roles.title ?? draft.model.displayName,
      seal: draft.seal,
      updatedAt: draft.updatedAt,
      dueOn: await assignments.dueOn(entry),
      calendar,
      zone,
    });
    const before = await store.of(entry);
    // What was told about this very due date stays told.
    const told: Told = before && before.told_for === row.dueAt ? before.told : 'nothing';
    await store.put(row, { told, toldFor: row.dueAt, tellAt: nextTell(row, told) });
    const waits = waitsOf({
      ...review,
      workflow: workflow.definition,
      fourEyes,
      assignees: given.map(({ principal }) => principal),
      mentioned: openMentions(await threads.of(entry)),
    });
    await store.setWaits(entry, waits);
  }

  return {
    /** After a decision, an edit, a comment or a change of who has it; in the transaction that is open, if one is. */
    async refresh(key: EntryKey): Promise<void> {
      const { governed } = await deps.settings();
      await deps.transaction(async () => {
        const review = governed.includes(key.uid) ? await deps.reviewOf(key) : null;
        if (review) await write(review);
        else await store.remove(entryIdOf(key));
      });
    },

    /** After a document, or a language of it, was deleted. */
    async forget(uid: string, documentId: string): Promise<void> {
      const left = await deps.localesOf(uid, documentId);
      for (const { entry, locale } of await store.entriesOf(uid, documentId)) {
        if (left.includes(locale)) continue;
        await store.remove(entry);
        await assignments.forget(entry);
        await threads.forget(entry);
      }
    },
  };
}
