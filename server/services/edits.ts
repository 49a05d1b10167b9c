import type { LastEdit } from '../../src/governance/review/blockers';
import type { Edit } from '../../src/governance/review/four-eyes';
import type { Person } from '../../src/governance/schema';
import type { Decision } from '../../src/governance/review/schema';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import type { Actor } from '../../src/shared/actor';
import { personOf } from '../actor';
import type { DecisionsStore } from '../stores/decisions';
import type { EditsStore } from '../stores/edits';
import type { LoadedEntry } from './entries';

export interface EditsDeps {
  readonly store: EditsStore;
  readonly decisions: Pick<DecisionsStore, 'of'>;
  /** Told of an edit in the transaction of the save; `voided` is the approval that no longer holds because of it. */
  readonly onEdited: (draft: LoadedEntry, by: Person, voided: Decision | null) => Promise<void>;
  readonly now: () => number;
}

export type Edits = ReturnType<typeof edits>;

/** Who changed what an entry says. Saving without a change is not an edit, so publishing from the edit view is none. */
export const edits = ({ store, decisions, onEdited, now }: EditsDeps) => ({
  /** The last edit; where none was recorded yet, the person whom Strapi names. */
  async last({ key, updatedBy, updatedAt }: LoadedEntry): Promise<LastEdit | null> {
    const recorded = await store.last(entryIdOf(key));
    if (recorded) return { by: recorded.by, at: recorded.at };
    return updatedBy && { by: updatedBy, at: updatedAt };
  },

  /** Those made at or after this decision, oldest first; where none was ever recorded, the one that Strapi names. */
  async since(draft: LoadedEntry, after: number): Promise<Edit[]> {
    const entry = entryIdOf(draft.key);
    const recorded = await store.since(entry, after);
    if (recorded.length > 0 || !draft.updatedBy || (await store.last(entry))) return recorded;
    return [{ by: draft.updatedBy, at: draft.updatedAt, after: 0 }];
  },

  /** Whether nothing is known of this entry yet: it is older than its type is governed. */
  isUnknown: async (key: EntryKey): Promise<boolean> => (await store.last(entryIdOf(key))) === null,

  /** Writes down what an entry says before its first save under governance, so that a save without a change is no edit. */
  async begin(draft: LoadedEntry): Promise<void> {
    const by = draft.updatedBy ?? personOf({ kind: 'system', name: 'Strapi' });
    await store.add(entryIdOf(draft.key), { seal: draft.seal, by, at: draft.updatedAt, after: 0 });
  },

  /** Writes down who saved this draft, where it says something new. Answers whether it does. */
  async record(draft: LoadedEntry, actor: Actor): Promise<boolean> {
    const entry = entryIdOf(draft.key);
    const before = await store.last(entry);
    if (before?.seal === draft.seal) return false;
    const by = personOf(actor);
    const taken = await decisions.of(entry);
    await store.add(entry, { seal: draft.seal, by, at: now(), after: taken.at(-1)?.number ?? 0 });
    const last = taken.filter(({ to }) => to !== null).at(-1);
    const isVoided =
      (last?.kind === 'approve' || last?.kind === 'adopt') &&
      last.seal !== draft.seal &&
      (!before || before.seal === last.seal);
    await onEdited(draft, by, isVoided ? (last ?? null) : null);
    return true;
  },
});
