import { dayOf, daysAfter, startOf } from '../../src/governance/lifecycle/day';
import type { DatesRequest, EntryLife, LifeView } from '../../src/governance/lifecycle/schema';
import type { Settings } from '../../src/governance/settings';
import type { Actor } from '../../src/shared/actor';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../src/shared/result';
import { personOf } from '../actor';
import type { LifeStore } from '../stores/life';
import type { LifeChange, LifeRow } from '../stores/life-row';
import type { Audit } from './audit';
import type { Entries } from './entries';
import type { LifecycleIndex } from './lifecycle-index';
import type { LifecycleOwners } from './lifecycle-owners';
import type { LifecyclePolicies } from './lifecycle-policies';
import type { LifecycleViews } from './lifecycle-views';
import type { Transaction } from './transaction';

interface Deps {
  readonly store: LifeStore;
  readonly index: LifecycleIndex;
  readonly policies: LifecyclePolicies;
  readonly owners: LifecycleOwners;
  readonly entries: Pick<Entries, 'load' | 'model' | 'normalised'>;
  readonly settings: () => Promise<Pick<Settings, 'zone'>>;
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
  readonly views: LifecycleViews;
  readonly now: () => number;
}

export type Lifecycle = ReturnType<typeof lifecycle>;

/** The life of one entry, and what people say about it. */
export function lifecycle(deps: Deps) {
  const { store, index, policies, owners, entries, settings, audit, transaction, now } = deps;

  /** Changes one row by what a person said, with everything that follows from it. */
  async function say(
    row: LifeRow,
    kind: 'lifecycle.still-right' | 'lifecycle.snooze' | 'lifecycle.dates',
    actor: Actor,
    facts: LifeChange,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { zone } = await settings();
    const policy = await policies.of(row.uid);
    await index.update(row.entry, (known) =>
      Promise.resolve({ ...facts, ...index.derived(policy, { ...known, ...facts }, zone) }),
    );
    const published = await entries.load(row, 'published');
    const seal = published ? { seal: published.seal } : {};
    await audit.record({ kind, actor, entry: row.entry, ...seal, details });
    await owners.settle(row.uid, row.entry);
  }

  async function liveRow(key: EntryKey): Promise<Result<LifeRow>> {
    const row = await store.of(entryIdOf(await entries.normalised(key)));
    return row?.isLive ? ok(row) : fail(notPublished(key));
  }

  return {
    async entry(asked: EntryKey): Promise<EntryLife> {
      const key = await entries.normalised(asked);
      const row = await store.of(entryIdOf(key));
      const { zone } = await settings();
      return {
        isFollowed: (await policies.followed()).includes(key.uid),
        canEnd: entries.model(key.uid)?.draftAndPublish === true,
        today: dayOf(now(), zone),
        life:
          row && (row.isLive || row.archivedAt !== null)
            ? deps.views.viewOf(row, await policies.get())
            : null,
      };
    },

    /** Somebody looked and says that these entries are still right: their intervals begin anew. */
    async stillRight(keys: readonly EntryKey[], actor: Actor): Promise<Result<LifeView[]>> {
      const found: LifeRow[] = [];
      for (const key of keys) {
        const row = await liveRow(key);
        if (!row.ok) return row;
        found.push(row.value);
      }
      const confirmedAt = now();
      const { zone } = await settings();
      const today = dayOf(confirmedAt, zone);
      await transaction(async () => {
        for (const row of found) {
          // A last day that has come was the question; one that is still to come stays.
          const isAnswered = row.ownExpiry !== null && row.ownExpiry <= today;
          await say(
            row,
            'lifecycle.still-right',
            actor,
            {
              ...{
                confirmedAt,
                confirmedBy: personOf(actor),
                ownReview: null,
                snoozedUntil: null,
                halvedOn: null,
              },
              ...(isAnswered ? { ownExpiry: null, ownThen: null } : {}),
            },
            { reviewOn: row.reviewOn, because: row.because },
          );
        }
      });
      return views(found);
    },

    async snooze(key: EntryKey, until: string, actor: Actor): Promise<Result<LifeView>> {
      const past = await pastProblem(until, 'until');
      if (past) return fail(past);
      const row = await liveRow(key);
      if (!row.ok) return row;
      await transaction(() =>
        say(
          row.value,
          'lifecycle.snooze',
          actor,
          { snoozedUntil: until },
          { until, reviewOn: row.value.reviewOn },
        ),
      );
      return one(row.value);
    },

    /** Dates set by hand; null goes back to the policy of the type. */
    async setDates({ entry, reviewOn, expiry }: DatesRequest, actor: Actor): Promise<Result<LifeView>> {
      const row = await liveRow(entry);
      if (!row.ok) return row;
      const { ownReview, ownExpiry } = row.value;
      const past =
        (reviewOn === ownReview || reviewOn === null ? null : await pastProblem(reviewOn, 'reviewOn')) ??
        (expiry === null || expiry.on === ownExpiry ? null : await pastProblem(expiry.on, 'expiry.on'));
      if (past) return fail(past);
      if (expiry && expiry.then !== 'ask' && !entries.model(entry.uid)?.draftAndPublish)
        return fail(cannotEnd);
      const next = { ownReview: reviewOn, ownExpiry: expiry?.on ?? null, ownThen: expiry?.then ?? null };
      await transaction(() =>
        say(row.value, 'lifecycle.dates', actor, { ...next, snoozedUntil: null }, { reviewOn, expiry }),
      );
      return one(row.value);
    },
  };

  async function pastProblem(day: string, path: string): Promise<Problem | null> {
    const { zone } = await settings();
    const earliest = daysAfter(dayOf(now(), zone), 1);
    if (startOf(day, zone) >= startOf(earliest, zone)) return null;
    return {
      code: 'lifecycle.day-past',
      message: `${day} has come already. Choose ${earliest} or later.`,
      path,
    };
  }

  async function views(rows: readonly LifeRow[]): Promise<Result<LifeView[]>> {
    const all = await policies.get();
    const fresh = await store.ofEntries(rows.map(({ entry }) => entry));
    return ok(fresh.map((row) => deps.views.viewOf(row, all)));
  }

  async function one(row: LifeRow): Promise<Result<LifeView>> {
    const found = await store.of(row.entry);
    return found ? ok(deps.views.viewOf(found, await policies.get())) : fail(notPublished(row));
  }
}

const notPublished = ({ uid, locale }: Pick<EntryKey, 'uid' | 'locale'>): Problem => ({
  code: 'lifecycle.not-published',
  message: `This entry of ${uid}${locale ? ` (${locale})` : ''} is not published, or its type has no dates. Publish it first, or choose its type in the settings.`,
});

const cannotEnd: Problem = {
  code: 'lifecycle.cannot-end',
  message: 'Entries of this type are always published, because Draft & Publish is off for it. Choose “ask”.',
  path: 'expiry.then',
};
