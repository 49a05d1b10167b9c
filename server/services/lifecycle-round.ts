import { dayOf, daysAfter, startOf } from '../../src/governance/lifecycle/day';
import {
  callsOf,
  dueOf,
  lookedAt,
  nextOf,
  pendingOf,
  stillDone,
  type LifeStep,
} from '../../src/governance/lifecycle/due';
import { spansOf, trendOf, type Span } from '../../src/governance/lifecycle/engagement';
import type { Settings } from '../../src/governance/settings';
import { entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import type { LifeStore } from '../stores/life';
import type { LifeRow } from '../stores/life-row';
import type { Audit } from './audit';
import type { LifecycleIndex } from './lifecycle-index';
import type { LifecycleOwners } from './lifecycle-owners';
import type { LifecyclePolicies } from './lifecycle-policies';
import { endedWords, manyWords, notEndedWords, wordsOf } from './lifecycle-words';
import type { Notices } from './notices';
import type { Transaction } from './transaction';

interface Deps {
  readonly store: LifeStore;
  readonly index: LifecycleIndex;
  readonly policies: LifecyclePolicies;
  readonly settings: () => Promise<Pick<Settings, 'zone'>>;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly owners: Pick<LifecycleOwners, 'addressOf'>;
  /** Takes an entry off the site as the scheduler. */
  readonly unpublish: (key: EntryKey) => Promise<void>;
  /** Touches of an entry in a time; the engagement part answers. */
  readonly touches: (entry: string, span: Span) => Promise<number>;
  readonly transaction: Transaction;
  readonly never: number;
  readonly now: () => number;
}

const rowsPerTurn = 100;
const turns = 1_000;
/** More than so many at once for one owner are told in one notice. */
const mostNotices = 5;
const retryAfter = 3_600_000;
const dayInMs = 86_400_000;

/** What says that something will come, by what says that it has come. */
const forerunners: Readonly<Record<string, string>> = {
  'entry.review-again': 'entry.review-soon',
  'entry.expired': 'entry.ends-soon',
};

/** A row with what is to be done about it. */
interface Call {
  readonly row: LifeRow;
  readonly kinds: readonly LifeStep['kind'][];
  readonly done: readonly string[];
  readonly nextAt: number;
}

/** What comes round: tells owners what is due, ends what is over, and compares touches once a day. */
export function lifecycleRound(deps: Deps) {
  const { store, index, policies, settings, notices, audit, unpublish, touches, transaction, never, now } =
    deps;
  const { addressOf } = deps.owners;

  return {
    async run(): Promise<void> {
      await index.ensure();
      await act();
      await compare();
    },
  };

  async function act(): Promise<void> {
    const { zone } = await settings();
    for (let turn = 0; turn < turns; turn += 1) {
      const rows = await store.due(now(), rowsPerTurn);
      if (rows.length === 0) return;
      const calls = await Promise.all(rows.map((row) => callOf(row, zone)));
      await tell(calls.filter((call) => !isEnd(call)));
      for (const call of calls.filter(isEnd)) await end(call);
      if (rows.length < rowsPerTurn) return;
    }
  }

  async function callOf(row: LifeRow, zone: string): Promise<Call> {
    const due = dueOf(await policies.of(row.uid), row, zone);
    const pending = pendingOf(due, row.done, now());
    const done = [...new Set([...stillDone(due, row.done), ...pending.map(({ id }) => id)])];
    return { row, kinds: callsOf(pending), done, nextAt: row.isLive ? (nextOf(due, done) ?? never) : never };
  }

  /** Claims what is to be told and tells it, in one transaction: told once, and never lost between. */
  async function tell(calls: readonly Call[]): Promise<void> {
    if (calls.length === 0) return;
    await transaction(async () => {
      const told: Call[] = [];
      for (const { row, done, nextAt, kinds } of calls)
        if (await store.change(row, { done: [...done], nextAt })) told.push({ row, done, nextAt, kinds });
      for (const uid of new Set(told.map(({ row }) => row.uid))) await tellAbout(uid, told);
    });
  }

  async function tellAbout(uid: string, told: readonly Call[]): Promise<void> {
    const address = await addressOf(uid);
    const all = told
      .filter(({ row }) => row.uid === uid)
      .flatMap(({ row, kinds }) => kinds.map((kind) => ({ row, words: wordsOf(kind, row) })));
    for (const code of new Set(all.map(({ words }) => words.code))) {
      const group = all.filter(({ words }) => words.code === code);
      const [first] = group;
      if (first && group.length > mostNotices)
        await notices.raise({ ...manyWords(group.length, first.words), about: uid, ...address });
      else
        for (const { row, words } of group) {
          // What was said to come has come.
          const before = forerunners[code];
          if (before) await notices.settle({ code: before, entry: row.entry, ...address });
          await notices.raise({ ...words, entry: row.entry, ...address });
        }
    }
  }

  /** Takes one entry off the site; all of it happens, or none of it and it is tried again. */
  async function end(call: Call): Promise<void> {
    const { row, done } = call;
    const key = entryKeyOf(row.entry);
    if (!key) throw new Error(`${row.entry} names no entry.`);
    try {
      await transaction(async () => {
        const archivedAt = row.then === 'archive' ? now() : null;
        if (!(await store.change(row, { done: [...done], nextAt: never, archivedAt }))) return;
        await unpublish(key);
        await audit.record({
          kind: 'lifecycle.end',
          actor: { kind: 'scheduler' },
          entry: row.entry,
          details: { lastDay: row.expireOn, then: row.then },
        });
        await notices.raise({ ...endedWords(row), entry: row.entry, ...(await addressOf(row.uid)) });
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!(await store.change(row, { nextAt: now() + retryAfter }))) return;
      const words = notEndedWords(row, reason);
      await notices.raise({ ...words, entry: row.entry, ...(await addressOf(row.uid)) });
    }
  }

  async function compare(): Promise<void> {
    const { zone } = await settings();
    const all = Object.entries(await policies.get()).filter(([, { halved }]) => halved !== null);
    if (all.length === 0) return;
    const uids = all.map(([uid]) => uid);
    for (let turn = 0; turn < turns; turn += 1) {
      const rows = await store.trendDue(uids, now(), now() + 2 * dayInMs, rowsPerTurn);
      for (const row of rows) await compareOne(row, zone);
      if (rows.length < rowsPerTurn) return;
    }
  }

  async function compareOne(seen: LifeRow, zone: string): Promise<void> {
    const policy = await policies.of(seen.uid);
    const spans = policy.halved && spansOf(policy.halved, lookedAt(seen), now());
    const counts = spans && {
      base: await touches(seen.entry, spans.base),
      last: await touches(seen.entry, spans.last),
    };
    const trend = trendOf(counts);
    const today = dayOf(now(), zone);
    const tomorrow = startOf(daysAfter(today, 1), zone);
    await index.update(seen.entry, async (row) => {
      // Somebody looked at it while we counted.
      if (!row.isLive || lookedAt(row) !== lookedAt(seen)) return null;
      const halvedOn = row.halvedOn ?? (trend.kind === 'halved' ? today : null);
      const facts = { ...row, halvedOn };
      return { ...index.derived(policy, facts, zone), trend, halvedOn, trendAt: tomorrow };
    });
  }
}

const isEnd = ({ row, kinds }: Call): boolean => row.isLive && kinds.includes('expire') && row.then !== 'ask';
