import { changedFields, type FieldDigests } from '../../../src/governance/review/changed';
import { standingOf } from '../../../src/governance/review/standing';
import type { Stage } from '../../../src/governance/workflow/schema';
import type { Blocker } from '../../../src/governance/schema';
import type { Actor } from '../../../src/shared/actor';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import type { DecisionsStore } from '../../stores/decisions';
import type { DriftStore } from '../../stores/drift';
import type { Version } from '../../stores/entries';
import type { PassedStore } from '../../stores/passed';
import type { Audit } from '../audit';
import type { Edits } from '../edits';
import type { Entries, LoadedEntry } from '../entries';
import type { Workflows } from './review-of';
import type { Reviews } from './reviews';

export interface PassingDeps {
  readonly entries: Entries;
  readonly edits: Edits;
  readonly decisions: Pick<DecisionsStore, 'of'>;
  readonly workflows: Workflows;
  readonly reviews: Pick<Reviews, 'verdictOn' | 'brandBlockers'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly passed: PassedStore;
  readonly drift: Pick<DriftStore, 'remove'>;
  readonly now: () => number;
}

/** What a document said before it was written: what the gate compares with. */
export interface Before {
  readonly versions: readonly Version[];
  /** Drafts that are locked, by locale: what they said, and what of it may not change. */
  readonly locked: ReadonlyMap<
    string | null,
    { readonly fields: FieldDigests; readonly lock: Stage['lock'] }
  >;
  /** What visitors see of each language, where languages share fields. */
  readonly shown: ReadonlyMap<string | null, FieldDigests>;
}

export type Passing = ReturnType<typeof passing>;

/** What the gate looks at before and after Strapi writes a governed document. Everything here joins its transaction. */
export function passing(deps: PassingDeps) {
  const { entries, edits, audit, passed } = deps;

  return {
    /** Looks before the write. Of entries that are older than the rule, what they say now is what edits are measured by. */
    async before(uid: string, documentId: string | null, isEdit: boolean): Promise<Before> {
      const versions = documentId === null ? [] : await entries.versions(uid, documentId);
      const locked = new Map<string | null, { fields: FieldDigests; lock: Stage['lock'] }>();
      const shown = new Map<string | null, FieldDigests>();
      if (documentId === null) return { versions, locked, shown };
      for (const { locale, published } of versions) {
        const key = { uid, documentId, locale };
        if (published) {
          const seen = sharesFields(uid) && versions.filter((one) => one.published).length > 1;
          const now = seen ? await entries.load(key, 'published') : null;
          if (now) shown.set(locale, now.fields());
        } else if (isEdit) {
          const draft = (await edits.isUnknown(key)) ? await entries.load(key, 'draft') : null;
          if (draft) await edits.begin(draft);
          const lock = await lockOf(key, draft);
          if (lock) locked.set(locale, lock);
        }
      }
      return { versions, locked, shown };
    },

    /** Writes down who edited which draft; refuses a change of what is locked. */
    async edited(uid: string, documentId: string, before: Before, actor: Actor): Promise<Result<void>> {
      for (const { locale, published } of await entries.versions(uid, documentId)) {
        const draft = published ? null : await entries.load({ uid, documentId, locale }, 'draft');
        if (!draft) continue;
        const locked = before.locked.get(locale);
        const problem = locked && lockProblem(locked, draft);
        if (problem) return fail(problem);
        await edits.record(draft, actor);
      }
      return ok(undefined);
    },

    /** Judges every version that visitors see now and did not before; the blockers of the first that may not. */
    async published(
      uid: string,
      documentId: string,
      before: Before,
      actor: Actor,
    ): Promise<{ readonly entry: LoadedEntry; readonly blockers: readonly Blocker[] } | null> {
      const known = new Set(before.versions.map(({ id }) => id));
      const visible = (await entries.versions(uid, documentId)).filter(({ published }) => published);
      for (const { id, locale } of visible) {
        const was = before.shown.get(locale);
        if (known.has(id) && !was) continue;
        const key = { uid, documentId, locale };
        const entry = await entries.load(key, 'published');
        if (!entry) throw new Error(`${entryIdOf(key)} was published and cannot be read.`);
        const changed = known.has(id) && was ? changedFields(was, entry.fields()) : null;
        if (changed?.length === 0) continue;
        // A field that all languages share is approved with the language that is published.
        const isShared = changed?.every((path) => isSharedField(uid, path)) === true;
        const blockers = isShared ? await share(entry, actor) : await judge(entry, actor);
        if (blockers.length > 0) return { entry, blockers };
      }
      return null;
    },

    /** A type without drafts was saved, which is publishing: only the brand's errors stop it. */
    async saved(entry: LoadedEntry, actor: Actor): Promise<readonly Blocker[]> {
      const blockers = await deps.reviews.brandBlockers(entry);
      if (blockers.length > 0) return blockers;
      if (await edits.record(entry, actor)) await letOut(entry, 'save', entry.seal, actor);
      return [];
    },

    /** An entry is not visible any more, or is gone. */
    async ended(key: EntryKey, kind: 'unpublish' | 'delete', actor: Actor): Promise<void> {
      const entry = entryIdOf(key);
      await passed.remove(entry);
      await deps.drift.remove(entry);
      await audit.record({ kind, actor, entry });
    },

    /** Whether the workflow of an entry asks for a permission of its own before it is taken off the site. */
    isGuarded: async (uid: string, locale: string | null): Promise<boolean> =>
      (await deps.workflows.currentFor(uid, locale)).definition.guardUnpublish,

    /** What of a draft may not be changed as it stands; null where everything may. */
    lockOf: async (key: EntryKey): Promise<Stage['lock'] | null> => (await lockOf(key, null))?.lock ?? null,
  };

  async function judge(entry: LoadedEntry, actor: Actor): Promise<readonly Blocker[]> {
    const { blockers, cover, approved } = await deps.reviews.verdictOn(entry);
    if (blockers.length === 0) await letOut(entry, cover, approved, actor);
    return blockers;
  }

  async function share(entry: LoadedEntry, actor: Actor): Promise<readonly Blocker[]> {
    const blockers = await deps.reviews.brandBlockers(entry);
    if (blockers.length === 0) await letOut(entry, 'shared', entry.seal, actor);
    return blockers;
  }

  async function letOut(
    published: LoadedEntry,
    cover: Parameters<PassedStore['set']>[1]['cover'],
    approved: string,
    actor: Actor,
  ): Promise<void> {
    const entry = entryIdOf(published.key);
    const { seal } = published;
    await passed.set(entry, { seal, base: published.base(), approved, cover, at: deps.now() });
    await deps.drift.remove(entry);
    await audit.record({
      kind: cover === 'emergency' ? 'publish.emergency' : 'publish',
      actor,
      entry,
      seal,
      ...(cover === 'shared' ? { details: { cover } } : {}),
    });
  }

  /** What of this draft is locked, and what it says; null where nothing is. `draft` where it is loaded already. */
  async function lockOf(key: EntryKey, draft: LoadedEntry | null) {
    const taken = await deps.decisions.of(entryIdOf(key));
    const last = taken.findLast(({ to }) => to !== null);
    const workflow = last && (await deps.workflows.byRef(last.workflow));
    const stage = workflow?.stages.find((one) => one.key === last?.to);
    if (!workflow || !stage || stage.lock === 'none') return null;
    const now = draft ?? (await entries.load(key, 'draft'));
    if (!now || standingOf(taken, now.seal, workflow).stage !== stage.key) return null;
    return { fields: now.fields(), lock: stage.lock };
  }

  function sharesFields(uid: string): boolean {
    const model = entries.model(uid);
    return (
      model?.localized === true && Object.keys(model.attributes).some((name) => isSharedField(uid, name))
    );
  }

  function isSharedField(uid: string, path: string): boolean {
    const [name = ''] = path.split('.');
    return entries.model(uid)?.attributes[name]?.pluginOptions?.i18n?.localized !== true;
  }
}

function lockProblem(
  { fields, lock }: { readonly fields: FieldDigests; readonly lock: Stage['lock'] },
  draft: LoadedEntry,
): Problem | null {
  const changed = changedFields(fields, draft.fields());
  const touched =
    typeof lock === 'string'
      ? changed
      : changed.filter((path) => lock.fields.some((one) => path === one || path.startsWith(`${one}.`)));
  if (touched.length === 0) return null;
  return {
    code: 'review.locked',
    message: `This entry is approved and locked: ${touched.join(', ')} cannot be changed. Unlock it in the Presence panel first; that ends the approval and is written down.`,
    details: { fields: touched },
  };
}
