import type { LastEdit } from '../../src/governance/blockers';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import type { Actor } from '../../src/shared/actor';
import { personOf } from '../actor';
import type { DecisionsStore } from '../stores/decisions';
import type { EditsStore } from '../stores/edits';
import type { LoadedEntry } from './entries';
import type { Notices } from './notices';

export interface EditsDeps {
  readonly store: EditsStore;
  readonly decisions: DecisionsStore;
  readonly notices: Notices;
  readonly now: () => number;
}

export type Edits = ReturnType<typeof edits>;

/** Who changed what an entry says. Saving without a change is not an edit, so publishing from the edit view is none. */
export const edits = ({ store, decisions, notices, now }: EditsDeps) => ({
  /** The last edit; where none was recorded yet, the person whom Strapi names. */
  async last({ key, updatedBy, updatedAt }: LoadedEntry): Promise<LastEdit | null> {
    const recorded = await store.of(entryIdOf(key));
    if (recorded) return { by: recorded.by, at: recorded.at };
    return updatedBy && { by: updatedBy, at: updatedAt };
  },

  /** Whether nothing is known of this entry yet: it is older than its type is governed. */
  isUnknown: async (key: EntryKey): Promise<boolean> => (await store.of(entryIdOf(key))) === null,

  /** Writes down what an entry says before its first save under governance, so that a save without a change is no edit. */
  async begin(draft: LoadedEntry): Promise<void> {
    const by = draft.updatedBy ?? personOf({ kind: 'system', name: 'Strapi' });
    await store.set(entryIdOf(draft.key), { seal: draft.seal, by, at: draft.updatedAt });
  },

  /**
   * Writes down who saved this draft, where it says something new, and tells the approver whose approval is void by it.
   * Answers whether it says something new.
   */
  async record(draft: LoadedEntry, actor: Actor): Promise<boolean> {
    const entry = entryIdOf(draft.key);
    const before = await store.of(entry);
    if (before?.seal === draft.seal) return false;
    const by = personOf(actor);
    await store.set(entry, { seal: draft.seal, by, at: now() });
    const last = (await decisions.of(entry)).filter(({ kind }) => kind !== 'comment').at(-1);
    const voided =
      last?.kind === 'approve' && last.seal !== draft.seal && (!before || before.seal === last.seal);
    if (!voided) return true;
    const title = draft.content.roles.title ?? draft.model.displayName;
    await notices.raise({
      code: 'review.changed-since-approval',
      severity: 'warning',
      message: `${by.name} changed “${title}” after ${last.by.name} approved it. The approval no longer holds: look at it again.`,
      entry,
      to: last.by.id,
    });
    return true;
  },
});
