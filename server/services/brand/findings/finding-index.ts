import type { ContentModel } from '../../../../src/content/schema';
import { entryIdOf, type EntryKey } from '../../../../src/shared/entry-key';
import type { BrandBaselineStore } from '../../../stores/brand-baseline';
import type { BrandDaysStore } from '../../../stores/brand-days';
import type { BrandDraftsStore } from '../../../stores/brand-drafts';
import type { BrandEntriesStore, IndexedEntry } from '../../../stores/brand-entries';
import type { BrandFindingsStore } from '../../../stores/brand-findings';
import type { BrandWaiversStore } from '../../../stores/brand-waivers';
import type { Connection } from '../../../stores/bulk';
import type { OptionsStore } from '../../../stores/options';
import type { Entries, LoadedEntry } from '../../entries';
import type { Against, BrandCheck } from './check';
import type { CopyToCheck } from './subjects';
import { keptOf, type KeptEntry } from './kept';

const plan = 'brand-index';
const rowsPerLook = 500;
/** So many entries are checked and written down at once. */
const batch = 25;
/** Milliseconds after which what a process took and did not finish goes to another. */
const leaseLasts = 60_000;

export interface FindingIndexDeps {
  readonly store: BrandEntriesStore;
  readonly findings: Pick<BrandFindingsStore, 'replace' | 'remove' | 'removeOthers' | 'ofClosedCopies'>;
  readonly waivers: Pick<BrandWaiversStore, 'ofEntries' | 'setUsed' | 'forget'>;
  readonly baseline: Pick<BrandBaselineStore, 'ofEntries' | 'forget'>;
  readonly days: Pick<BrandDaysStore, 'put'>;
  readonly drafts: BrandDraftsStore;
  readonly entries: Pick<Entries, 'loadAll' | 'models' | 'model'>;
  readonly check: Pick<BrandCheck, 'checkEntry'>;
  /** Changes when findings may be other ones than before although no entry changed: kit, rules, packs, claims that ran out. */
  readonly fingerprint: () => Promise<string>;
  readonly copiesAmong: (entries: readonly string[]) => Promise<ReadonlyMap<string, readonly CopyToCheck[]>>;
  readonly closedCopies: (limit: number) => Promise<readonly string[]>;
  /** Something is not known yet that may lead to more findings: told with the entry that waits for it. */
  readonly onMissing: (key: EntryKey, things: readonly string[]) => void;
  /** Which of these entries have copies that an error of the brand holds. */
  readonly heldAmong: (entries: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Errors of an entry are gone: what they held may go on. */
  readonly onMended: (key: EntryKey) => Promise<void>;
  readonly options: OptionsStore;
  readonly inTransaction: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  readonly onFailure: (what: string, error: unknown) => void;
  readonly today: () => Promise<string>;
  readonly uuid: () => string;
  readonly now: () => number;
}

/** What many checks need, read at once. */
interface Read extends Against {
  readonly copies: ReadonlyMap<string, readonly CopyToCheck[]>;
  readonly entries: ReadonlyMap<string, LoadedEntry>;
}

export type FindingIndex = ReturnType<typeof findingIndex>;

/**
 * Keeps one row for each entry and one for each finding in step with the content, in the background. What waits are rows: a restart goes
 * on where it stopped, and of several processes each takes its part.
 */
export function findingIndex(deps: FindingIndexDeps) {
  const { store, findings, entries, now } = deps;
  let isStopped = false;
  let working: Promise<number> | null = null;

  return {
    /** A document was written, in the transaction of that change: its entries wait to be checked, those that are gone are forgotten. */
    async follow(uid: string, documentId: string): Promise<void> {
      const model = entries.model(uid);
      if (!model) return;
      const keys = (await deps.drafts.ofDocument(model, documentId)).map(({ key }) => key);
      await store.setDue(keys, now(), deps.uuid());
      const left = keys.map(entryIdOf);
      const gone = (await store.ofDocument(uid, documentId)).filter(({ entry }) => !left.includes(entry));
      if (gone.length === 0) return;
      await forget(gone.map(({ entry }) => entry));
      await deps.waivers.forget(uid, documentId, left);
    },

    /** Something about an entry is other than before: a copy, a waiver, a picture of it. */
    recheck: (keys: readonly EntryKey[]): Promise<void> => store.setDue(keys, now(), deps.uuid()),

    /** Everything is checked again, in the background; `waiting` says how much is left. */
    recheckAll: (): Promise<void> => store.setAllDue(now(), deps.uuid()),

    waiting: (): Promise<number> => store.waiting(entries.models().map(({ uid }) => uid)),

    /** Takes up what nobody told us of: entries from before, imports, raw queries; a kit that another process changed. */
    ensure,

    /** Checks what waits, until nothing does. A second call while one runs waits for that one. */
    work(): Promise<number> {
      working ??= work().finally(() => (working = null));
      return working;
    },

    async stop(): Promise<void> {
      isStopped = true;
      await working?.catch(() => undefined);
    },
  };

  async function forget(gone: readonly string[]): Promise<void> {
    await store.remove(gone);
    await findings.remove(gone);
    await deps.baseline.forget(gone);
  }

  async function ensure(): Promise<void> {
    const models = entries.models();
    for (const model of models) {
      await addMissing(model);
      await removeGone(model);
    }
    const uids = models.map(({ uid }) => uid);
    await store.removeOthers(uids);
    await findings.removeOthers(uids);
    await look();
  }

  /** Another kit, other rules, or copies that went out meanwhile. */
  async function look(): Promise<void> {
    const wanted = await deps.fingerprint();
    if ((await deps.options.get(plan)) !== wanted) {
      await store.setAllDue(now(), deps.uuid());
      await deps.options.set(plan, wanted);
    }
    const closed = await deps.closedCopies(rowsPerLook);
    if (closed.length > 0) await store.setAllDue(now(), deps.uuid(), closed);
  }

  async function addMissing(model: ContentModel): Promise<void> {
    for (let last = 0; !isStopped;) {
      const rows = await deps.drafts.after(model, last, rowsPerLook);
      const known = new Map(
        (await store.among(rows.map(({ key }) => entryIdOf(key)))).map((one) => [one.entry, one]),
      );
      const stale = rows.filter(({ key, updatedAt }) => {
        const row = known.get(entryIdOf(key));
        return !row || (!row.isDue && row.checkedAt < updatedAt);
      });
      await store.setDue(
        stale.map(({ key }) => key),
        now(),
        deps.uuid(),
      );
      last = rows.at(-1)?.id ?? 0;
      if (rows.length < rowsPerLook) return;
    }
  }

  async function removeGone(model: ContentModel): Promise<void> {
    for (let last = 0; !isStopped;) {
      const rows = await store.after(model.uid, last, rowsPerLook);
      const known = await store.among(rows.map(({ entry }) => entry));
      const documentIds = [...new Set(known.map(({ key }) => key.documentId))];
      const there = new Set((await deps.drafts.among(model, documentIds)).map(({ key }) => entryIdOf(key)));
      const gone = rows.map(({ entry }) => entry).filter((entry) => !there.has(entry));
      if (gone.length > 0) await forget(gone);
      last = rows.at(-1)?.id ?? 0;
      if (rows.length < rowsPerLook) return;
    }
  }

  async function work(): Promise<number> {
    await look();
    let count = 0;
    while (!isStopped) {
      const lease = deps.uuid();
      const taken = await store.claim(lease, now(), now() + leaseLasts, batch);
      if (taken.length === 0) break;
      count += await checkAll(taken);
    }
    if (count > 0) await deps.days.put(await deps.today(), await store.sums());
    return count;
  }

  async function checkAll(taken: readonly IndexedEntry[]): Promise<number> {
    const checked: (readonly [IndexedEntry, KeptEntry | null])[] = [];
    const entriesOf = taken.map(({ entry }) => entry);
    const read = {
      waivers: await deps.waivers.ofEntries(entriesOf),
      baseline: await deps.baseline.ofEntries(entriesOf),
      copies: await deps.copiesAmong(entriesOf),
      entries: await loadAll(taken),
    };
    const waived = new Set(read.waivers.map(({ entry }) => entry));
    for (const one of taken) {
      const kept = await checkOne(one, read).catch((error: unknown) => {
        deps.onFailure(`the brand check of ${one.entry}`, error);
        return undefined;
      });
      if (kept !== undefined) checked.push([one, kept]);
    }
    const clean = new Map<string, EntryKey>();
    await deps.inTransaction(async (connection) => {
      const written: KeptEntry[] = [];
      for (const [one, kept] of checked) {
        if (!kept) await forget([one.entry]);
        else if (await store.finish(one, kept.stand, now())) {
          written.push(kept);
          if (waived.has(one.entry)) await deps.waivers.setUsed(one.entry, kept.used);
          if (kept.stand.errors === 0) clean.set(one.entry, one.key);
        }
      }
      await findings.replace(
        connection,
        written.map(({ entry }) => entry),
        written.flatMap((kept) => kept.findings),
      );
    });
    for (const entry of await deps.heldAmong([...clean.keys()])) {
      const key = clean.get(entry);
      if (key) await deps.onMended(key);
    }
    return taken.length;
  }

  async function loadAll(taken: readonly IndexedEntry[]): Promise<ReadonlyMap<string, LoadedEntry>> {
    const loaded = new Map<string, LoadedEntry>();
    for (const uid of new Set(taken.map(({ key }) => key.uid))) {
      const own = taken.filter(({ key }) => key.uid === uid).map(({ key }) => key.documentId);
      for (const [id, entry] of await entries.loadAll(uid, [...new Set(own)], 'draft')) loaded.set(id, entry);
    }
    return loaded;
  }

  /** Null where the entry is gone. */
  async function checkOne({ key, entry }: IndexedEntry, read: Read): Promise<KeptEntry | null> {
    const loaded = read.entries.get(entry);
    if (!loaded) return null;
    const checked = await deps.check.checkEntry(loaded, {
      copies: read.copies.get(entry) ?? [],
      against: {
        waivers: read.waivers.filter((one) => one.entry === entry),
        baseline: read.baseline.filter((one) => one.entry === entry),
      },
    });
    deps.onMissing(key, checked.missing);
    return keptOf(entry, loaded, checked);
  }
}
