import { daysOfMonth } from '../../src/governance/lifecycle/day';
import { soonDays, standingAt } from '../../src/governance/lifecycle/due';
import { reportHead, reportLine } from '../../src/governance/lifecycle/report';
import type { LifeDay, LifePolicies, LifeQuery, LifeView } from '../../src/governance/lifecycle/schema';
import type { Page } from '../../src/shared/page';
import type { LifeFilter, LifeStore } from '../stores/life';
import type { LifeRow } from '../stores/life-row';
import type { LifecyclePolicies } from './lifecycle-policies';

interface Deps {
  readonly store: Pick<LifeStore, 'page' | 'count' | 'perDay' | 'between'>;
  readonly policies: Pick<LifecyclePolicies, 'get'>;
  readonly never: number;
  readonly now: () => number;
}

const rowsPerRead = 500;
/** So many entries of a month are named; of the others the calendar says how many there are. */
const shownPerMonth = 300;
const shownPerDay = 4;
const dayInMs = 86_400_000;

export type LifecycleViews = ReturnType<typeof lifecycleViews>;

/** What is due, as a list, as a file and by the days of a month. `readable` are the types that the reader may see. */
export function lifecycleViews({ store, policies, never, now }: Deps) {
  const viewOf = (row: LifeRow, all: LifePolicies): LifeView => ({
    uid: row.uid,
    documentId: row.documentId,
    locale: row.locale,
    title: row.title,
    owner: all[row.uid]?.owner ?? null,
    standing: standingAt(row.dueAt === never ? null : row.dueAt, row.archivedAt, now()),
    publishedAt: row.publishedAt,
    confirmedAt: row.confirmedAt,
    confirmedBy: row.confirmedBy,
    reviewOn: row.reviewOn,
    because: row.because,
    expireOn: row.expireOn,
    then: row.then,
    own: { reviewOn: row.ownReview, expireOn: row.ownExpiry },
    archivedAt: row.archivedAt,
    trend: row.trend,
  });

  async function filterOf(query: Omit<LifeQuery, 'page' | 'pageSize'>, readable: readonly string[]) {
    const { standing, uid, owner, q, on, trend } = query;
    const all = await policies.get();
    const uids = readable.filter((each) => (!uid || each === uid) && (!owner || all[each]?.owner === owner));
    const time = now();
    const spans: Record<NonNullable<LifeQuery['standing']>, Partial<LifeFilter>> = {
      overdue: { to: time + 1 },
      soon: { from: time + 1, to: time + soonDays * dayInMs + 1 },
      later: { from: time + soonDays * dayInMs + 1, to: never },
      none: { from: never },
      archived: { isArchived: true },
    };
    return { uids, q, on, trend, ...(standing ? spans[standing] : {}) };
  }

  return {
    viewOf,

    async page(query: LifeQuery, readable: readonly string[]): Promise<Page<LifeView>> {
      const { page, pageSize } = query;
      const filter = await filterOf(query, readable);
      const all = await policies.get();
      const rows = await store.page(filter, (page - 1) * pageSize, pageSize);
      return { items: rows.map((row) => viewOf(row, all)), page, pageSize, total: await store.count(filter) };
    },

    /** The same as CSV, a few hundred rows at a time. */
    async *report(
      query: Omit<LifeQuery, 'page' | 'pageSize'>,
      readable: readonly string[],
    ): AsyncGenerator<string> {
      const filter = await filterOf(query, readable);
      const all = await policies.get();
      yield reportHead();
      for (let from = 0; ; from += rowsPerRead) {
        const rows = await store.page(filter, from, rowsPerRead);
        if (rows.length > 0) yield rows.map((row) => reportLine(viewOf(row, all))).join('');
        if (rows.length < rowsPerRead) return;
      }
    },

    /** A month, day by day: how much is due, and the first few of each day. */
    async month(month: string, readable: readonly string[]): Promise<LifeDay[]> {
      const days = daysOfMonth(month);
      const span = [days[0] ?? '', days.at(-1) ?? ''] as const;
      const all = await policies.get();
      const [reviews, ends] = [
        await store.perDay(readable, 'review_on', span),
        await store.perDay(readable, 'expire_on', span),
      ];
      const named = [
        ...(await store.between(readable, 'expire_on', span, shownPerMonth)).map((row) => ({
          row,
          kind: 'end' as const,
          day: row.expireOn,
        })),
        ...(await store.between(readable, 'review_on', span, shownPerMonth)).map((row) => ({
          row,
          kind: 'review' as const,
          day: row.reviewOn,
        })),
      ];
      return days.map((day) => ({
        day,
        reviews: reviews.get(day) ?? 0,
        ends: ends.get(day) ?? 0,
        entries: named
          .filter((each) => each.day === day)
          .slice(0, shownPerDay)
          .map(({ row, kind }) => ({ ...viewOf(row, all), kind })),
      }));
    },
  };
}
