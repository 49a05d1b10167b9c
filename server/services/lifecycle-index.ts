import type { ContentModel } from '../../src/content/schema';
import { dayOf } from '../../src/governance/lifecycle/day';
import { dueAtOf, dueOf, nextOf, stillDone, type LifeFacts } from '../../src/governance/lifecycle/due';
import type { LifePolicy } from '../../src/governance/lifecycle/schema';
import type { Settings } from '../../src/governance/settings';
import type { LifeStore } from '../stores/life';
import type { LifeChange, LifeRow } from '../stores/life-row';
import type { PublicRow, PublishedStore } from '../stores/published';
import type { LifecyclePolicies } from './lifecycle-policies';

interface Deps {
  readonly store: LifeStore;
  readonly published: PublishedStore;
  readonly policies: LifecyclePolicies;
  readonly model: (uid: string) => ContentModel | null;
  /** The field with the title, where it is a plain one of the type itself. */
  readonly titleField: (model: ContentModel) => Promise<string | null>;
  readonly settings: () => Promise<Pick<Settings, 'zone'>>;
  /** What was told about an entry is over: somebody published it anew, or it is gone. */
  readonly settle: (uid: string, entry: string) => Promise<void>;
  readonly never: number;
}

const rowsPerLook = 500;
/** How often a change is tried anew when somebody else changed the row meanwhile. */
const tries = 5;

const resting = { isLive: false, reviewOn: null, because: null, expireOn: null, then: null } as const;
const untouched = {
  confirmedAt: null,
  confirmedBy: null,
  ownReview: null,
  snoozedUntil: null,
  ownExpiry: null,
  ownThen: null,
  halvedOn: null,
  archivedAt: null,
  trend: null,
} as const;

export type LifecycleIndex = ReturnType<typeof lifecycleIndex>;

/** Keeps one row for each published entry in step with what visitors can see, and with the policies. */
export function lifecycleIndex({
  store,
  published,
  policies,
  model,
  titleField,
  settings,
  settle,
  never,
}: Deps) {
  let built: string | null = null;
  let building: Promise<void> | null = null;

  /** The columns that follow from facts, policy and calendar. */
  function derived(policy: LifePolicy, facts: LifeFacts & Pick<LifeRow, 'done' | 'trendAt'>, zone: string) {
    const due = dueOf(policy, facts, zone);
    const done = stillDone(due, facts.done);
    return {
      isLive: true,
      reviewOn: due.review?.on ?? null,
      because: due.review?.because ?? null,
      expireOn: due.expiry?.on ?? null,
      then: due.expiry?.then ?? null,
      dueAt: dueAtOf(due) ?? never,
      nextAt: nextOf(due, done) ?? never,
      done,
      // 0: look at the next round.
      trendAt: policy.halved === null ? never : facts.trendAt === never ? 0 : facts.trendAt,
      ...(policy.halved === null ? { trend: null } : {}),
    };
  }

  const resters = { ...resting, dueAt: never, nextAt: never, trendAt: never };

  async function newRow(row: PublicRow, of: ContentModel): Promise<Omit<LifeRow, 'id'>> {
    const { zone } = await settings();
    const facts = { ...untouched, publishedAt: row.at, done: [], trendAt: never };
    return {
      ...facts,
      ...derived(await policies.of(of.uid), facts, zone),
      ...{ entry: row.entry, uid: of.uid, documentId: row.key.documentId, locale: row.key.locale },
      title: (row.title ?? of.displayName).slice(0, 255),
      version: 1,
    };
  }

  /** What changes when an entry becomes public anew: somebody worked on it, so what was said for the old version is over. */
  async function renewal(row: LifeRow, seen: PublicRow, of: ContentModel): Promise<LifeChange | null> {
    const { zone } = await settings();
    const policy = await policies.of(of.uid);
    const title = (seen.title ?? of.displayName).slice(0, 255);
    const day = dayOf(seen.at, zone);
    const isNew = !row.isLive || row.publishedAt !== seen.at;
    // Its day came: by the calendar, or by what was done on it where clocks differ.
    const isOver = (own: string | null, step: string): boolean =>
      own !== null && (own <= day || row.done.includes(`${step}:${own}`));
    const facts = isNew
      ? {
          ...row,
          publishedAt: seen.at,
          snoozedUntil: null,
          halvedOn: null,
          archivedAt: null,
          ownReview: isOver(row.ownReview, 'review') ? null : row.ownReview,
          ownExpiry: isOver(row.ownExpiry, 'expire') ? null : row.ownExpiry,
        }
      : row;
    const { publishedAt, snoozedUntil, halvedOn, archivedAt, ownReview, ownExpiry } = facts;
    const next: LifeChange = {
      ...{ title, publishedAt, snoozedUntil, halvedOn, archivedAt, ownReview, ownExpiry },
      ...derived(policy, facts, zone),
    };
    const isSame = Object.entries(next).every(
      ([name, value]) => JSON.stringify(row[name as keyof LifeRow]) === JSON.stringify(value),
    );
    return isSame ? null : next;
  }

  /** Changes a row by what it says at the moment of writing. */
  async function update(
    entry: string,
    changeOf: (row: LifeRow) => Promise<LifeChange | null>,
  ): Promise<void> {
    for (let turn = 0; turn < tries; turn += 1) {
      const row = await store.of(entry);
      const change = row && (await changeOf(row));
      if (!row || !change || (await store.change(row, change))) return;
    }
    throw new Error(`The life of ${entry} changes too often to be written down.`);
  }

  const index = {
    derived,
    update,

    /** A document was saved, published, taken off or deleted; in the transaction of that change. */
    async follow(uid: string, documentId: string): Promise<void> {
      const of = model(uid);
      if (!of || !(await policies.followed()).includes(uid)) return;
      const seen = await published.ofDocument(of, await titleField(of), documentId);
      const rows = new Map((await store.ofDocument(uid, documentId)).map((row) => [row.entry, row]));
      const open = seen.filter(({ isPublic }) => isPublic);
      for (const row of open)
        if (!rows.has(row.entry)) await store.add([await newRow(row, of)]);
        else {
          await update(row.entry, (known) => renewal(known, row, of));
          if (rows.get(row.entry)?.publishedAt !== row.at) await settle(uid, row.entry);
        }
      for (const { entry, isLive } of rows.values()) {
        if (open.some((row) => row.entry === entry)) continue;
        if (!seen.some((row) => row.entry === entry)) await store.remove(entry);
        else if (isLive) await update(entry, () => Promise.resolve(resters));
        if (isLive) await settle(uid, entry);
      }
    },

    /** Brings all rows in step, where this process has not done so since it started or since a policy changed. */
    async ensure(): Promise<void> {
      while (built !== (await wanted())) await (building ??= build().finally(() => (building = null)));
    },
  };
  return index;

  /** What the rows are made by; another one asks for another look at all of them. */
  async function wanted(): Promise<string> {
    const followed = (await policies.followed()).sort();
    return JSON.stringify([followed, await policies.get(), (await settings()).zone]);
  }

  async function build(): Promise<void> {
    const plan = await wanted();
    const followed = await policies.followed();
    for (const uid of followed) await rebuild(uid);
    await store.rest(followed);
    built = plan;
  }

  async function rebuild(uid: string): Promise<void> {
    const of = model(uid);
    if (!of) return;
    const field = await titleField(of);
    for (let last = 0; ;) {
      const open = await published.after(of, field, last, rowsPerLook);
      const rows = new Map(
        (await store.ofEntries(open.map(({ entry }) => entry))).map((row) => [row.entry, row]),
      );
      await store.add(
        await Promise.all(open.filter(({ entry }) => !rows.has(entry)).map((row) => newRow(row, of))),
      );
      for (const row of open) {
        const before = rows.get(row.entry);
        if (before && (await renewal(before, row, of)))
          await update(row.entry, (known) => renewal(known, row, of));
      }
      last = open.at(-1)?.id ?? 0;
      if (open.length < rowsPerLook) break;
    }
    for (let last = 0; ;) {
      const rows = await store.after(uid, last, rowsPerLook);
      const visible = await published.among(
        of,
        rows.map(({ documentId }) => documentId),
      );
      for (const { entry, isLive } of rows)
        if (isLive && !visible.has(entry)) await update(entry, () => Promise.resolve(resters));
      last = rows.at(-1)?.id ?? 0;
      if (rows.length < rowsPerLook) break;
    }
  }
}
