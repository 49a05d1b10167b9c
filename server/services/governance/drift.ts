import type { Drift, DriftReason, DriftScan } from '../../../src/governance/drift/schema';
import { driftScan } from '../../../src/governance/drift/schema';
import type { Actor } from '../../../src/shared/actor';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import type { Page } from '../../../src/shared/page';
import { personOf } from '../../actor';
import type { DriftStore } from '../../stores/drift';
import type { EntriesStore } from '../../stores/entries';
import type { PassedStore } from '../../stores/passed';
import type { OptionsStore } from '../../stores/options';
import type { SnapshotsStore } from '../../stores/snapshots';
import type { Entries, LoadedEntry } from '../entries';
import type { Notices } from '../notices';
import type { SettingsService } from '../settings';
import type { Reviews } from './reviews';

const lastOption = 'drift-scan';
const pageSize = 100;

export interface DriftDeps {
  readonly store: DriftStore;
  readonly passed: PassedStore;
  readonly rows: Pick<EntriesStore, 'visible'>;
  readonly entries: Pick<Entries, 'load'>;
  readonly reviews: Pick<Reviews, 'verdictOn'>;
  readonly snapshots: Pick<SnapshotsStore, 'of'>;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly options: OptionsStore;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
  readonly now: () => number;
}

export type DriftDesk = ReturnType<typeof drift>;

/** Finds what visitors see and no approval covers: raw queries, imports, other plugins, replaced pictures. */
export function drift(deps: DriftDeps) {
  const { store, passed, entries } = deps;
  let running: Promise<DriftScan> | null = null;
  let isStopped = false;

  return {
    list: async (page: number, size: number): Promise<Page<Drift>> => ({
      ...(await store.page(page, size)),
      page,
      pageSize: size,
    }),

    /** What the last scan saw; null where none has run. */
    last,

    count: (): Promise<number> => store.count(),

    /** Looks at everything that is published. A second call while one runs waits for that one. */
    scan: start,

    /** Ends a scan that runs, without a result. */
    async stop(): Promise<void> {
      isStopped = true;
      await running?.catch(() => undefined);
    },

    /** A scan where the last one is this old (milliseconds), so that of several processes one does it. */
    async scanWhere(age: number, by: Actor): Promise<DriftScan | null> {
      const before = await last();
      const isRecent = before !== null && deps.now() - before.at < age && before.at <= deps.now();
      return isRecent ? null : start(by);
    },
  };

  async function last(): Promise<DriftScan | null> {
    const stored = await deps.options.get(lastOption);
    return stored ? driftScan.parse(stored) : null;
  }

  function start(by: Actor): Promise<DriftScan> {
    running ??= scan(by).finally(() => (running = null));
    return running;
  }

  async function scan(by: Actor): Promise<DriftScan> {
    const { governed } = await deps.settings.get();
    await store.removeOthers(governed);
    let [checked, found] = [0, 0];
    for (const uid of governed)
      for (let after = 0; ;) {
        const rows = await deps.rows.visible(uid, after, pageSize);
        for (const { documentId, locale } of rows) {
          if (isStopped) throw new Error('stopped, because Strapi stops');
          checked += 1;
          if (await check({ uid, documentId, locale })) found += 1;
        }
        const last = rows.at(-1);
        if (!last || rows.length < pageSize) break;
        after = last.id;
      }
    const result: DriftScan = { at: deps.now(), by: personOf(by).name, checked, found };
    await deps.options.set(lastOption, result);
    await tell(found);
    return result;
  }

  async function tell(found: number): Promise<void> {
    const audience = { kind: 'permission', permission: 'drift.manage' } as const;
    if (found === 0) return deps.notices.settle({ code: 'drift.found', audience });
    const what = found === 1 ? 'One published entry is' : `${found} published entries are`;
    await deps.notices.raise({
      code: 'drift.found',
      severity: 'error',
      message: `${what} not covered by any approval. Look at each: approve it as it stands, or take it off the site.`,
      audience,
      link: '/plugins/presence/governance/uncovered',
    });
  }

  /** Whether this published entry is not covered; keeps the list of findings in step. */
  async function check(key: EntryKey): Promise<boolean> {
    const published = await entries.load(key, 'published');
    const entry = entryIdOf(key);
    const reason = published && (await reasonOf(published));
    if (!published || !reason) {
      await store.remove(entry);
      return false;
    }
    const { uid, documentId, locale } = key;
    const title = published.content.roles.title ?? published.model.displayName;
    const { seal } = published;
    await store.put({ entry, uid, documentId, locale, title, seal, reason, foundAt: deps.now() });
    return true;
  }

  async function reasonOf(published: LoadedEntry): Promise<DriftReason | null> {
    const entry = entryIdOf(published.key);
    const known = await passed.of(entry);
    if (known?.seal === published.seal) return null;
    if (known && (await onlyReferencesEnded(entry, known, published))) return null;
    if (published.model.draftAndPublish) {
      // Approved before the gate kept what passed it, or restored to what was approved.
      const { blockers, cover, approved } = await deps.reviews.verdictOn(published);
      if (blockers.every(({ code }) => code === 'brand.error')) {
        await passed.set(entry, coverage(published, approved, cover));
        return null;
      }
    }
    return known ? 'changed' : 'unknown';
  }

  /** What it referred to was unpublished or deleted since: Strapi leaves that out, and nothing else is different. */
  async function onlyReferencesEnded(
    entry: string,
    known: NonNullable<Awaited<ReturnType<PassedStore['of']>>>,
    published: LoadedEntry,
  ): Promise<boolean> {
    if (known.base !== published.base()) return false;
    const approved = await deps.snapshots.of(entry, known.approved);
    return published.content.relations.every(({ field, documentIds }) => {
      const named = approved?.content.fields.find((one) => one.kind === 'relation' && one.field === field);
      return documentIds.every((id) => named?.kind === 'relation' && named.documentIds.includes(id));
    });
  }

  function coverage(
    published: LoadedEntry,
    approved: string,
    cover: Parameters<PassedStore['set']>[1]['cover'],
  ) {
    return { seal: published.seal, base: published.base(), approved, cover, at: deps.now() };
  }
}
