import { held } from '../../src/publishing/gate';
import { isReleasedByPage, releasedByApproval } from '../../src/publishing/release';
import { openStates } from '../../src/publishing/status';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import type { PublicationRow, PublicationsStore } from '../stores/publications';
import type { NewNotice } from './notices';
import type { PublishingDeps } from './publishing-deps';

export interface EntryChangesDeps extends PublishingDeps {
  readonly store: PublicationsStore;
  readonly notify: (notice: NewNotice) => Promise<void>;
}

/** A copy of an entry that may still go out, as an approval lists it. */
export interface OpenCopy {
  readonly key: string;
  readonly seal: string;
  readonly name: string;
  /** Admin user id of whoever wrote it by hand last. */
  readonly editedBy: string | null;
}

export type EntryChange = 'edited' | 'published' | 'unpublished' | 'deleted';

export type EntryChanges = ReturnType<typeof entryChanges>;

const timed = ['scheduled', 'parked', 'asking'] as const;

/** What the life of an entry, its approval and its channels mean for what is scheduled on it. */
export function entryChanges({ store, entries, channels, blockers, notify, wake, now }: EntryChangesDeps) {
  async function hold(
    entry: string,
    rows: readonly PublicationRow[],
    why: { code: string; message: string },
  ) {
    let count = 0;
    for (const row of rows) {
      const change = { state: 'held', nextAt: null, errorCode: why.code, errorMessage: why.message } as const;
      if (await store.change(row.key, { states: timed }, change)) count += 1;
    }
    if (count > 0) await notify({ ...why, severity: 'warning', entry });
  }

  return {
    /** The copies of an entry (`entryIdOf`) that may still go out. */
    async copiesOf(entry: string): Promise<OpenCopy[]> {
      const rows = await store.ofEntry(entry, openStates());
      if (rows.length === 0) return [];
      const names = new Map((await channels()).map(({ key, name }) => [key, name]));
      return rows.map(({ key, copySeal, channel, kind, editedBy }) => ({
        key,
        seal: copySeal,
        name: names.get(channel) ?? kind,
        editedBy,
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
        const copy = { key: row.key, seal: row.copySeal, name: names.get(row.channel) ?? row.kind };
        if ((await blockers(key, { copies: [copy] })).length > 0) continue;
        const isSoon = row.localTime === '' && row.attempts === 0;
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
     * The entry was changed by anybody, in any way. Costs one look at an index where nothing is scheduled on it. The
     * engine asks again at the moment of sending, so a change that nobody reported is found there.
     */
    async onEntryChanged(key: EntryKey, change: EntryChange): Promise<void> {
      const entry = entryIdOf(key);
      const rows = await store.ofEntry(entry, change === 'published' ? ['held'] : timed);
      if (rows.length === 0) return;
      switch (change) {
        case 'deleted':
          return hold(entry, rows, held.deleted);
        case 'unpublished': {
          const linking = rows.filter(
            ({ kind, copy, waitsFor }) => kind !== 'website' && copy.link !== null && waitsFor === '',
          );
          return hold(entry, linking, held.unpublished);
        }
        case 'edited': {
          const now_ = await entries.load(key, 'draft');
          return hold(
            entry,
            rows.filter(({ entrySeal }) => entrySeal !== now_?.seal),
            now_ ? held.edited : held.deleted,
          );
        }
        case 'published': {
          for (const row of rows.filter(({ errorCode }) => isReleasedByPage(errorCode))) {
            const nextAt = row.dueAt ?? now();
            await store.change(
              row.key,
              { states: ['held'] },
              { state: 'scheduled', nextAt, waitsFor: '', errorCode: '', errorMessage: '' },
            );
          }
          wake();
          return;
        }
      }
    },
  };
}
