import { anchorIn, textsOf } from '../../../src/governance/threads/field-now';
import { mentionedIn, plainComment } from '../../../src/governance/threads/mentions';
import { participantsOf } from '../../../src/governance/threads/open';
import type { Anchor, Thread, ThreadsView } from '../../../src/governance/threads/schema';
import type { EntrySnapshot } from '../../../src/governance/difference/schema';
import type { Actor } from '../../../src/shared/actor';
import { entryIdOf, entryKeyOf, type EntryKey } from '../../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import { personOf } from '../../actor';
import type { SnapshotsStore } from '../../stores/snapshots';
import type { ThreadsStore } from '../../stores/threads';
import type { Audit } from '../audit';
import type { Entries, LoadedEntry } from '../entries';
import type { Notices } from '../notices';
import * as refusals from '../review-refusals';
import type { Transaction } from '../transaction';
import type { Projection } from './projection';

export interface ThreadsDeps {
  readonly store: ThreadsStore;
  readonly snapshots: Pick<SnapshotsStore, 'keep' | 'of'>;
  readonly entries: Pick<Entries, 'load' | 'normalised'>;
  readonly projection: Pick<Projection, 'refresh'>;
  readonly audit: Audit;
  readonly notices: Notices;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

export type Threads = ReturnType<typeof threads>;

/** What people say about an entry, a field or a passage; found again after edits. */
export function threads(deps: ThreadsDeps) {
  const { store, entries, transaction, now, uuid } = deps;

  const load = async (key: EntryKey): Promise<LoadedEntry | null> =>
    entries.load(await entries.normalised(key), 'draft');

  async function view(key: EntryKey): Promise<Result<ThreadsView>> {
    const draft = await load(key);
    if (!draft) return fail(refusals.notFound(key));
    const entry = entryIdOf(draft.key);
    const all = await store.of(entry);
    const is = draft.shown();
    const kept = new Map<string, EntrySnapshot | null>([[draft.seal, is]]);
    for (const { seal, anchor } of all)
      if (anchor && !kept.has(seal)) kept.set(seal, (await deps.snapshots.of(entry, seal))?.content ?? null);
    const shown = all.map(({ entry: _, ...thread }) => ({
      ...thread,
      now: thread.anchor && anchorIn(thread.anchor, kept.get(thread.seal) ?? null, is),
    }));
    const open = shown.filter(({ resolved }) => resolved === null);
    return ok({
      threads: [...open, ...shown.filter(({ resolved }) => resolved !== null).reverse()],
      open: open.length,
      fields: textsOf(is),
    });
  }

  /** The thread and its entry, where there are both. */
  async function known(key: string): Promise<{ thread: Thread; draft: LoadedEntry } | null> {
    const thread = await store.byKey(key);
    const entry = thread && entryKeyOf(thread.entry);
    const draft = entry && (await load(entry));
    return thread && draft ? { thread, draft } : null;
  }

  return {
    view,

    /** The entry that a thread is about; null where there is no such thread. */
    async entryOf(key: string): Promise<EntryKey | null> {
      const thread = await store.byKey(key);
      return thread && entryKeyOf(thread.entry);
    },

    /** A new thread with its first comment. */
    async begin(
      key: EntryKey,
      { anchor, text }: { readonly anchor: Anchor | null; readonly text: string },
      actor: Actor,
    ): Promise<Result<ThreadsView>> {
      const problem = await transaction(async (): Promise<Problem | null> => {
        const draft = await load(key);
        if (!draft) return refusals.notFound(key);
        const entry = entryIdOf(draft.key);
        const thread = {
          key: uuid(),
          entry,
          seal: draft.seal,
          anchor,
          at: now(),
          resolved: null,
          comments: [],
        };
        await deps.snapshots.keep(entry, draft.seal, {
          at: now(),
          fields: draft.fields(),
          content: draft.shown(),
        });
        await store.begin(thread);
        await say(thread, draft, text, actor);
        return null;
      });
      return problem ? fail(problem) : view(key);
    },

    /** A comment in a thread; a resolved one is open again by it. */
    async answer(key: string, text: string, actor: Actor): Promise<Result<ThreadsView>> {
      const found = await transaction(async () => {
        const both = await known(key);
        if (!both) return null;
        if (both.thread.resolved) await store.reopen(key);
        await say(both.thread, both.draft, text, actor);
        return both;
      });
      return found ? view(found.draft.key) : fail(threadNotFound);
    },

    /** Ends a thread, or opens it again. Doing it twice changes nothing. */
    async close(key: string, isClosed: boolean, actor: Actor): Promise<Result<ThreadsView>> {
      const found = await transaction(async () => {
        const both = await known(key);
        if (!both) return null;
        const { thread, draft } = both;
        const isNew = isClosed ? await store.resolve(key, personOf(actor), now()) : await store.reopen(key);
        if (!isNew) return both;
        const details = { thread: key };
        const kind = isClosed ? 'comment.resolve' : 'comment.reopen';
        await deps.audit.record({ kind, actor, entry: thread.entry, seal: draft.seal, details });
        await deps.projection.refresh(draft.key);
        return both;
      });
      return found ? view(found.draft.key) : fail(threadNotFound);
    },
  };

  async function say(thread: Thread, draft: LoadedEntry, text: string, actor: Actor): Promise<void> {
    const by = personOf(actor);
    await store.say(thread, { key: uuid(), by, at: now(), text });
    const details = { thread: thread.key, field: thread.anchor?.field ?? null };
    await deps.audit.record({ kind: 'comment', actor, entry: thread.entry, seal: draft.seal, details });
    await deps.projection.refresh(draft.key);
    const title = draft.content.roles.title ?? draft.model.displayName;
    const named = mentionedIn(text).filter((id) => by.kind !== 'user' || id !== by.id);
    const said = plainComment(text).slice(0, 300);
    const notice = { severity: 'info', entry: thread.entry, about: thread.key, by: by.id } as const;
    if (named.length > 0)
      await deps.notices.raise({
        ...notice,
        code: 'review.mentioned',
        message: `${by.name} named you in a comment on “${title}”: “${said}”`,
        audience: { kind: 'users', ids: named },
      });
    const others = participantsOf(thread).filter(
      (id) => !named.includes(id) && (by.kind !== 'user' || id !== by.id),
    );
    if (others.length > 0)
      await deps.notices.raise({
        ...notice,
        code: 'review.answered',
        message: `${by.name} answered in a comment on “${title}”: “${said}”`,
        audience: { kind: 'users', ids: others },
      });
  }
}

const threadNotFound: Problem = {
  code: 'review.thread-not-found',
  message: 'The comment does not exist, or its entry was deleted. Reload the page.',
};
