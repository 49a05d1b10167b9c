import type { z } from 'zod';
import { shownQuote } from '../../../../src/brand/findings/mark';
import { matchOf } from '../../../../src/brand/findings/match';
import { waiverState } from '../../../../src/brand/findings/standing';
import type {
  StandingFinding,
  Waiver,
  waiverInput,
  WaiverPolicy,
  WaiversQuery,
} from '../../../../src/brand/findings/schema';
import { daysAfter } from '../../../../src/governance/lifecycle/day';
import { isSamePerson } from '../../../../src/governance/review/person';
import type { Actor } from '../../../../src/shared/actor';
import { entryIdOf, entryKeyOf, type EntryKey } from '../../../../src/shared/entry-key';
import type { Page } from '../../../../src/shared/page';
import { fail, ok, type Problem, type Result } from '../../../../src/shared/result';
import { personOf } from '../../../actor';
import type { BrandWaiversStore, WaiverRow } from '../../../stores/brand-waivers';
import type { Audit } from '../../audit';
import type { Entries, LoadedEntry } from '../../entries';
import type { NewNotice, Notices } from '../../notices';
import { notFound } from '../../review-refusals';
import type { Transaction } from '../../transaction';
import type { BrandCheck } from './check';
import * as refusals from './refusals';
import type { WaiverPolicies } from './waiver-policy';
import { waiverOf } from './waiver-view';

export interface WaiversDeps {
  readonly store: BrandWaiversStore;
  readonly check: Pick<BrandCheck, 'checkEntry'>;
  readonly entries: Pick<Entries, 'load' | 'normalised'>;
  readonly policy: WaiverPolicies;
  readonly audit: Pick<Audit, 'record'>;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
  /** What stands against the findings of an entry is other than before; told in the transaction of the change. */
  readonly onChanged: (key: EntryKey) => Promise<void>;
  /** The same once it is on disk: what an error held may go on. */
  readonly onSettled: (key: EntryKey) => Promise<void>;
  readonly transaction: Transaction;
  readonly today: () => Promise<string>;
  readonly uuid: () => string;
  readonly now: () => number;
}

type Input = z.output<typeof waiverInput>;

const listPage = '/settings/presence/brand';
const endedAtOnce = 100;

export type Waivers = ReturnType<typeof waivers>;

/** Recorded exceptions to findings: who, why, until when, and who agreed. */
export function waivers(deps: WaiversDeps) {
  const { store, audit, notices, transaction, today } = deps;

  return {
    /** The waiver and the entry that it is about; null where there is none. */
    async find(id: string): Promise<{ readonly row: WaiverRow; readonly key: EntryKey } | null> {
      const row = await store.byId(id);
      return row && { row, key: keyOf(row) };
    },

    /** Newest first. `readable` are the types that the reader may see. */
    async page(query: WaiversQuery, readable: readonly string[]): Promise<Page<Waiver>> {
      const { uid, documentId, locale, state, page, pageSize } = query;
      const uids = readable.filter((one) => !uid || one === uid);
      const entry =
        uid && documentId && locale !== undefined
          ? entryIdOf(await deps.entries.normalised({ uid, documentId, locale: locale || null }))
          : undefined;
      const day = await today();
      const found = await store.page({ uids, documentId, entry, state, today: day }, page, pageSize);
      return { ...found, items: found.items.map((row) => waiverOf(row, day)) };
    },

    /** Waives a finding of the entry as it is stored. What the finding says and how grave it is, we look up ourselves. */
    async create(input: Input, actor: Actor): Promise<Result<Waiver>> {
      const key = await deps.entries.normalised(input);
      const entry = await deps.entries.load(key, 'draft');
      if (!entry) return fail(notFound(key));
      const [policy, day] = [await deps.policy.get(), await today()];
      const problem = dayProblem(input.until, policy, day);
      if (problem) return fail(problem);
      const found = await findingFor(input, entry);
      if (!found) return fail(refusals.findingNotFound);
      if (found.standing?.kind === 'waived') return fail(refusals.waivedAlready);
      const { severity, message } = found.finding;
      const { id, name } = personOf(actor);
      const waits = policy.approveErrors && severity === 'error';
      const row: WaiverRow = {
        id: deps.uuid(),
        entry: entryIdOf(key),
        channel: input.channel,
        mark: found.mark,
        ...{ severity, message, reason: input.reason, until: input.until },
        by: { id, name },
        at: deps.now(),
        approvedBy: waits ? null : { id, name },
        isUsed: true,
      };
      await transaction(async () => {
        await store.add(row);
        await record('brand-waiver.create', row, actor);
        if (waits) await notices.raise(waiting(row, entry));
        await deps.onChanged(key);
      });
      await deps.onSettled(key);
      return ok(waiverOf(row, day));
    },

    /** Somebody else agrees: from now on it holds. */
    async approve(id: string, actor: Actor): Promise<Result<Waiver>> {
      const row = await store.byId(id);
      if (!row) return fail(refusals.waiverNotFound);
      const day = await today();
      if (waiverState(row, row.isUsed, day) !== 'open') return fail(refusals.waiverNotOpen);
      const person = personOf(actor);
      if (isSamePerson({ kind: 'user', ...row.by }, person)) return fail(refusals.ownWaiver);
      const by = { id: person.id, name: person.name };
      const approved = { ...row, approvedBy: by };
      const done = await transaction(async () => {
        if (!(await store.approve(id, by))) return false;
        await record('brand-waiver.approve', approved, actor);
        await settleWaiting(row);
        await notices.raise(
          toAuthor(row, 'brand.waiver-approved', `${by.name} approved`, 'It holds now.', by.id),
        );
        await deps.onChanged(keyOf(row));
        return true;
      });
      if (!done) return fail(refusals.waiverNotOpen);
      await deps.onSettled(keyOf(row));
      return ok(waiverOf(approved, day));
    },

    /** Ends a waiver, or refuses one that waits. */
    async end(id: string, actor: Actor): Promise<Result<null>> {
      const row = await store.byId(id);
      if (!row) return fail(refusals.waiverNotFound);
      const { id: by, name } = personOf(actor);
      const done = await transaction(async () => {
        if (!(await store.remove(id))) return false;
        await record('brand-waiver.end', row, actor);
        await settleWaiting(row);
        if (by !== row.by.id)
          await notices.raise(toAuthor(row, 'brand.waiver-ended', `${name} ended`, counts, by));
        await deps.onChanged(keyOf(row));
        return true;
      });
      return done ? ok(null) : fail(refusals.waiverNotFound);
    },

    /** Tells the authors of waivers whose last day has passed; the findings count again. */
    async tellEnded(): Promise<number> {
      const ended = await store.ended(await today(), endedAtOnce);
      for (const row of ended)
        await transaction(async () => {
          if (!(await store.setTold(row.id))) return;
          await settleWaiting(row);
          const what = `${row.until ?? ''} was the last day of`;
          await notices.raise(toAuthor(row, 'brand.waiver-expired', what, counts, null));
          await deps.onChanged(keyOf(row));
        });
      return ended.length;
    },
  };

  async function findingFor(input: Input, entry: LoadedEntry): Promise<StandingFinding | null> {
    const { findings, copies } = await deps.check.checkEntry(entry, { copies: 'open' });
    const list =
      input.channel === null
        ? findings
        : copies.filter(({ copy }) => copy.channel.key === input.channel).flatMap((one) => one.findings);
    const open = list.filter(({ standing }) => standing?.kind !== 'waived');
    const marksOf = (some: readonly StandingFinding[]) => some.map(({ mark }) => mark);
    const [first] = [...matchOf([input.mark], marksOf(open)).keys()].map((index) => open[index]);
    if (first) return first;
    const [waived] = [...matchOf([input.mark], marksOf(list)).keys()].map((index) => list[index]);
    return waived ?? null;
  }

  function record(
    kind: 'brand-waiver.create' | 'brand-waiver.approve' | 'brand-waiver.end',
    row: WaiverRow,
    actor: Actor,
  ): Promise<void> {
    const { id: waiver, channel, mark, severity, message, reason, until, by, approvedBy } = row;
    const about = { rule: mark.rule, field: mark.field, quote: shownQuote(mark) };
    const details = { waiver, channel, ...about, severity, message, reason, until, by, approvedBy };
    return audit.record({ kind, actor, entry: row.entry, details });
  }

  function settleWaiting(row: WaiverRow): Promise<void> {
    return notices.settle({ code: 'brand.waiver-waits', entry: row.entry, about: row.id, audience });
  }
}

function keyOf({ entry }: WaiverRow): EntryKey {
  const key = entryKeyOf(entry);
  if (!key) throw new Error(`"${entry}" is not the key of an entry`);
  return key;
}

const audience = { kind: 'permission', permission: 'brand.waive' } as const;
const counts = 'The finding counts again: mend the text, or waive it anew.';

const waiting = (row: WaiverRow, entry: LoadedEntry): NewNotice => ({
  code: 'brand.waiver-waits',
  severity: 'warning',
  message: `${row.by.name} asks to waive an error in “${entry.content.roles.title ?? entry.key.documentId}”: “${row.message}” Reason: “${row.reason}” Somebody else has to approve it.`,
  entry: row.entry,
  about: row.id,
  by: row.by.id,
  audience,
  link: listPage,
});

const toAuthor = (
  row: WaiverRow,
  code: NewNotice['code'],
  what: string,
  next: string,
  by: string | null,
): NewNotice => ({
  code,
  severity: code === 'brand.waiver-approved' ? 'info' : 'warning',
  message: `${what} your waiver for “${row.message}” ${next}`,
  entry: row.entry,
  to: row.by.id,
  about: row.id,
  by,
});

function dayProblem(until: string | null, { longestDays }: WaiverPolicy, today: string): Problem | null {
  if (until !== null && until < today) return refusals.dayPast(until, today);
  if (longestDays === null) return null;
  const latest = daysAfter(today, longestDays);
  return until === null || until > latest ? refusals.tooLong(latest) : null;
}
