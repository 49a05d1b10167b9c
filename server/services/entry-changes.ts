import { linksToPage, stopOf } from '../../src/publishing/gate';
import { pageMissing } from '../../src/publishing/order';
import { openStates } from '../../src/publishing/status';
import { isReleasedByEntry, releasedByApproval } from '../../src/publishing/release';
import { entryIdOf, entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import type { PublicationRow } from '../stores/publication-row';
import type { PublicationsStore } from '../stores/publications';
import type { NewNotice } from './notices';
import type { PublishingDeps } from './publishing-deps';

export interface EntryChangesDeps extends PublishingDeps {
  readonly store: PublicationsStore;
  /** Copies of an entry (`entryIdOf`) that may still go out. */
  readonly openCopies: (entry: string) => Promise<readonly PublicationRow[]>;
  readonly notify: (notice: NewNotice) => Promise<void>;
  /** Derives those of these copies anew that nobody wrote and whose entry says something else now; true where one changed. */
  readonly anew: (rows: readonly PublicationRow[]) => Promise<boolean>;
}

/** A copy of an entry that may still go out, as an approval lists it. */
export interface OpenCopy {
  readonly key: string;
  readonly seal: string;
  readonly name: string;
  readonly kind: string;
  /** Admin user id of whoever wrote it by hand last. */
  readonly editedBy: string | null;
  /** Keys of copies of earlier runs that said the same. */
  readonly repeats: readonly string[];
}

export type EntryChanges = ReturnType<typeof entryChanges>;

const timed = ['scheduled', 'parked', 'asking'] as const;
const followed: ReadonlySet<string> = new Set([...timed, 'held']);

/** What the life of an entry, its approval and its channels mean for what is scheduled on it. */
export function entryChanges({
  store,
  openCopies,
  entries,
  channels,
  blockers,
  notify,
  anew,
  wake,
  now,
}: EntryChangesDeps) {
  return {
    /** The copies of an entry (`entryIdOf`) that may still go out. */
    async copiesOf(entry: string): Promise<OpenCopy[]> {
      const rows = await openCopies(entry);
      if (rows.length === 0) return [];
      const names = new Map((await channels()).map(({ key, name }) => [key, name]));
      return rows.map(({ key, copySeal, channel, kind, editedBy, repeats }) => ({
        key,
        seal: copySeal,
        name: names.get(channel) ?? kind,
        kind,
        editedBy,
        repeats,
      }));
    },

    /** After an approval: what was held for it goes on, at its time, or at once where it was to go at once. */
    async release(key: EntryKey): Promise<number> {
      const rows = releasedByApproval(
        (await store.ofEntry(entryIdOf(key), ['held'])).map((row) => ({
          ...row,
          code: row.errorCode,
          dueAt: row.dueAt ?? now(),
        })),
      );
      const entry = rows.length > 0 ? await entries.load(key, 'draft') : null;
      if (!entry) return 0;
      const names = new Map((await channels()).map((one) => [one.key, one.name]));
      let count = 0;
      for (const row of rows) {
        const copy = {
          key: row.key,
          seal: row.copySeal,
          name: names.get(row.channel) ?? row.kind,
          kind: row.kind,
          repeats: row.repeats,
        };
        if ((await blockers(key, { copies: [copy] })).length > 0) continue;
        const isSoon = row.localTime === '' && row.afterMinutes === null && row.attempts === 0;
        const dueAt = isSoon ? now() : row.dueAt;
        const change = {
          state: 'scheduled',
          dueAt,
          nextAt: dueAt,
          entrySeal: entry.seal,
          errorCode: '',
          errorMessage: '',
        } as const;
        if (await store.change(row.key, { states: ['held'], openEnded: true }, change)) count += 1;
      }
      if (count > 0) wake();
      return count;
    },

    /** A channel works again: what was parked for it goes on. */
    async unpark(channel: string): Promise<void> {
      if ((await store.unpark(channel)) > 0) wake();
    },

    /**
     * A document was changed by anybody, in any way: copies that nobody wrote follow it, and what is scheduled on it is held, or goes
     * on, by what is true now. Costs one look at an index where nothing may still go out. The engine asks again at the moment of sending, so a change
     * that nobody reported is found there.
     */
    async onDocumentChanged(uid: string, documentId: string): Promise<void> {
      const open = await store.ofDocument(uid, documentId, openStates());
      const fresh = (await anew(open)) ? await store.ofDocument(uid, documentId, openStates()) : open;
      const rows = fresh.filter(({ state }) => followed.has(state));
      for (const entry of new Set(rows.map((row) => row.entry)))
        await follow(
          entry,
          rows.filter((row) => row.entry === entry),
        );
    },
  };

  async function follow(entry: string, rows: readonly PublicationRow[]): Promise<void> {
    const key = entryKeyOf(entry);
    const draft = key && (await entries.load(key, 'draft'));
    const hasPage = draft
      ? !draft.model.draftAndPublish || (await entries.load(draft.key, 'published')) !== null
      : false;
    const stopped = new Map<string, string>();
    for (const row of rows) {
      const stop = stopOf({
        seal: draft?.seal ?? null,
        sealScheduled: row.entrySeal,
        isPublished: !waitsForSite(row) && linksToPage(row, draft) ? hasPage : null,
        blockers: [],
        channel: { state: 'ready', reason: '', name: '' },
      });
      if (stop && row.state !== 'held') {
        const { state, code, message } = stop;
        if (
          await store.change(
            row.key,
            { states: timed },
            { state, nextAt: null, errorCode: code, errorMessage: message },
          )
        )
          stopped.set(code, message);
      }
      if (!stop && row.state === 'held' && isReleasedByEntry(row.errorCode)) {
        const isUp = !waitsForSite(row);
        const after = isUp && row.waitsFor !== '' ? row.afterMinutes : null;
        const dueAt = after === null ? row.dueAt : now() + after * 60_000;
        await store.change(
          row.key,
          { states: ['held'], openEnded: true },
          { ...freed, waitsFor: isUp ? '' : row.waitsFor, dueAt, nextAt: dueAt ?? now() },
        );
      }
    }
    for (const [code, message] of stopped) await notify({ code, message, severity: 'warning', entry });
    wake();
  }
}

/** Its page is still to come, by the website's own publication. */
const waitsForSite = (row: PublicationRow): boolean =>
  row.waitsFor !== '' && row.errorCode !== pageMissing.code;

const freed = { state: 'scheduled', errorCode: '', errorMessage: '' } as const;
