import type { AssignmentsView } from '../../../src/governance/board/schema';
import { notAllowed } from '../../../src/governance/review/take';
import type { Problem, Result } from '../../../src/shared/result';
import { fail, ok } from '../../../src/shared/result';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import { personOf } from '../../actor';
import type { AssignmentsStore } from '../../stores/assignments';
import type { ReviewsStore } from '../../stores/reviews';
import type { Audit } from '../audit';
import type { Entries, LoadedEntry } from '../entries';
import type { Notices } from '../notices';
import * as refusals from '../review-refusals';
import type { Transaction } from '../transaction';
import type { Colleagues } from './colleagues';
import type { Projection } from './projection';
import type { Reviewer } from './reviews';

export interface AssignmentsDeps {
  readonly store: AssignmentsStore;
  readonly rows: Pick<ReviewsStore, 'of'>;
  readonly entries: Pick<Entries, 'load' | 'normalised'>;
  readonly colleagues: Pick<Colleagues, 'names' | 'idsOf'>;
  readonly projection: Pick<Projection, 'refresh'>;
  readonly audit: Audit;
  readonly notices: Notices;
  readonly transaction: Transaction;
  readonly now: () => number;
}

export type Assignments = ReturnType<typeof assignments>;

/** Who an entry is given to, and until when. */
export function assignments(deps: AssignmentsDeps) {
  const { store, colleagues, transaction } = deps;

  async function view(key: EntryKey): Promise<AssignmentsView> {
    const entry = entryIdOf(key);
    const nameOf = await colleagues.names();
    const given = await store.of([entry]);
    const dueAt = (await deps.rows.of(entry))?.dueAt ?? null;
    return {
      assignees: given.map(({ principal, by, at }) => ({
        principal,
        name: nameOf(principal) ?? principal,
        by,
        at,
      })),
      dueOn: await store.dueOn(entry),
      dueAt,
      overdue: dueAt !== null && dueAt < deps.now(),
    };
  }

  /** Loads the draft and does the work in one transaction, after asking for the permission. */
  async function change(
    key: EntryKey,
    by: Reviewer,
    work: (draft: LoadedEntry, entry: string) => Promise<Problem | null>,
  ): Promise<Result<AssignmentsView>> {
    if (by.actor.kind !== 'user' || !by.can('review.assign')) return fail(notAllowed);
    const known = await deps.entries.normalised(key);
    const problem = await transaction(async (): Promise<Problem | null> => {
      const draft = await deps.entries.load(known, 'draft');
      if (!draft) return refusals.notFound(key);
      const refused = await work(draft, entryIdOf(draft.key));
      if (refused) return refused;
      await deps.projection.refresh(draft.key);
      return null;
    });
    return problem ? fail(problem) : ok(await view(known));
  }

  return {
    view: async (key: EntryKey): Promise<AssignmentsView> => view(await deps.entries.normalised(key)),

    /** `mode` set: the whole list; add: beside those who have it already. */
    async assign(
      key: EntryKey,
      principals: readonly string[],
      by: Reviewer,
      mode: 'set' | 'add' = 'set',
    ): Promise<Result<AssignmentsView>> {
      const nameOf = await colleagues.names();
      const unknown = principals.find((one) => nameOf(one) === null);
      if (unknown !== undefined) return fail(assigneeUnknown(unknown));
      return change(key, by, async (draft, entry) => {
        const before = (await store.of([entry])).map(({ principal }) => principal);
        const added = principals.filter((one) => !before.includes(one));
        const removed = mode === 'add' ? [] : before.filter((one) => !principals.includes(one));
        if (added.length + removed.length === 0) return null;
        const person = personOf(by.actor);
        for (const one of added) await store.add(entry, one, person, deps.now());
        for (const one of removed) await store.remove(entry, one);
        const details = { added, removed };
        await deps.audit.record({ kind: 'review.assign', actor: by.actor, entry, seal: draft.seal, details });
        await tellAssigned(draft, entry, added, person);
        return null;
      });
    },

    /** Sets the day by which it is to be done, or takes it back. */
    setDue: (key: EntryKey, dueOn: string | null, by: Reviewer): Promise<Result<AssignmentsView>> =>
      change(key, by, async (draft, entry) => {
        const before = await store.dueOn(entry);
        if (before === dueOn) return null;
        await store.setDueOn(entry, dueOn, personOf(by.actor), deps.now());
        const details = { before, after: dueOn };
        await deps.audit.record({ kind: 'review.due', actor: by.actor, entry, seal: draft.seal, details });
        return null;
      }),
  };

  async function tellAssigned(
    draft: LoadedEntry,
    entry: string,
    added: readonly string[],
    by: { readonly id: string; readonly name: string },
  ): Promise<void> {
    const ids = (await colleagues.idsOf(added)).filter((id) => id !== by.id);
    if (ids.length === 0) return;
    const title = draft.content.roles.title ?? draft.model.displayName;
    await deps.notices.raise({
      code: 'review.assigned',
      severity: 'info',
      message: `${by.name} gave you “${title}”. Look at it, and decide or change what is missing.`,
      entry,
      audience: { kind: 'users', ids },
      by: by.id,
    });
  }
}

const assigneeUnknown = (principal: string): Problem => ({
  code: 'review.assignee-unknown',
  message: `Nobody who can sign in stands behind ${principal}. Choose a person or role of the list.`,
  path: 'assignees',
});
