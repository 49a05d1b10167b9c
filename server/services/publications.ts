import { checkCopy, isSendable } from '../../src/channels/check-copy';
import { rulesAmong } from '../../src/channels/rules/own/rules-of';
import { heldBy } from '../../src/publishing/gate';
import { waiting, waitsFor } from '../../src/publishing/order';
import type {
  AnswerInput,
  PublicationAction,
  PublicationQuery,
  PublicationView,
  RescheduleInput,
} from '../../src/publishing/schema';
import { mayTryAgain, statesWith } from '../../src/publishing/status';
import type { Actor } from '../../src/shared/actor';
import type { NewTouchpoint } from '../../src/engagement/schema';
import { entryKeyOf } from '../../src/shared/entry-key';
import type { Page } from '../../src/shared/page';
import { fail, ok, type Result } from '../../src/shared/result';
import type { CampaignsStore } from '../stores/campaigns';
import type { PublicationRow } from '../stores/publication-row';
import type { PublicationsStore } from '../stores/publications';
import { copiesProblem } from './copies-problem';
import { deliveredTouchpoint } from './delivered';
import type { PublicationViews } from './publication-views';
import type { PublishingDeps } from './publishing-deps';
import type { Transaction } from './transaction';
import { noPublication } from './publishing-refusals';

export interface PublicationsDeps extends PublishingDeps {
  readonly store: PublicationsStore;
  readonly campaigns: CampaignsStore;
  readonly views: PublicationViews;
  readonly transaction: Transaction;
  /** Writes the touchpoint of what a person says arrived, in the transaction that is open. */
  readonly delivered: (touchpoint: NewTouchpoint) => Promise<void>;
}

type Change = Parameters<PublicationsStore['change']>[2];

export type Publications = ReturnType<typeof publications>;

/** What people do with publications. Each act is one guarded change, so that the engine and a person never both win. */
export function publications({ store, campaigns, views, ...deps }: PublicationsDeps) {
  const afresh = { errorCode: '', errorMessage: '', failures: 0 };

  async function withRow(
    key: string,
    act: (row: PublicationRow) => Promise<Result<PublicationView>>,
  ): Promise<Result<PublicationView>> {
    const row = await store.byKey(key);
    return row ? act(row) : missing();
  }

  /** Does the change while the row still allows the action; then says how it stands. */
  async function change(
    row: PublicationRow,
    action: PublicationAction,
    openEnded: boolean,
    next: Change,
    actor: Actor,
    states = statesWith(action),
  ): Promise<Result<PublicationView>> {
    const changed = await deps.transaction(async () => {
      const isChanged = await store.change(row.key, { states, openEnded }, next);
      if (isChanged) await follow(row, action, actor);
      return isChanged;
    });
    const now = await store.byKey(row.key);
    const [view] = now ? await views([now]) : [];
    if (!now || !view) return missing();
    if (!changed) return fail(refusal(now, action));
    deps.wake();
    return ok(view);
  }

  /** What is written together with a change: what waits for a page, the audit line, the touchpoint. */
  async function follow(before: PublicationRow, action: PublicationAction, actor: Actor): Promise<void> {
    const row = await store.byKey(before.key);
    if (!row) return;
    const { key, kind, state, channel, campaign } = row;
    if (kind === 'website' && waiting(state) === 'wait' && row.dueAt !== null)
      await store.moveFollowing(key, row.dueAt);
    if (kind === 'website' && waiting(state) === 'hold') await store.holdWaiting(key);
    if (kind === 'website' && waiting(state) === 'go') await store.freeWaiting(key, deps.now());
    await deps.audit({
      kind: `publication.${action}`,
      actor,
      entry: before.entry,
      seal: before.entrySeal,
      details: { publication: key, campaign, channel, from: before.state, to: state },
    });
    const touchpoint = state === 'delivered' ? deliveredTouchpoint(row, deps.now()) : null;
    if (touchpoint) await deps.delivered(touchpoint);
  }

  async function waitOf(row: PublicationRow): Promise<string> {
    const members = await store.ofCampaign(row.campaign);
    const facts = members.map((one) => (one.key === row.key ? row : one));
    return waitsFor(facts.map((one) => ({ ...one, hasLink: one.copy.link !== null }))).get(row.key) ?? '';
  }

  /** Scheduled with a time, or held where governance does not let it out yet. */
  async function timed(row: PublicationRow, nextAt: number): Promise<Change> {
    const key = entryKeyOf(row.entry);
    const loaded = key && (await deps.entries.load(key, 'draft'));
    const name = (await deps.channels()).find((one) => one.key === row.channel)?.name ?? row.kind;
    const copies = [{ key: row.key, seal: row.copySeal, name, kind: row.kind, repeats: row.repeats }];
    const [blocker] = key && loaded ? await deps.blockers(key, { copies }) : [];
    const next = { ...afresh, waitsFor: await waitOf(row), ...(loaded ? { entrySeal: loaded.seal } : {}) };
    if (!blocker) return { ...next, state: 'scheduled', nextAt };
    const held = heldBy(blocker);
    return {
      ...next,
      state: 'held',
      nextAt: null,
      errorCode: held.code,
      errorMessage: held.message,
    };
  }

  async function again(
    row: PublicationRow,
    openEnded: boolean,
    actor: Actor,
    states = statesWith('retry'),
  ): Promise<Result<PublicationView>> {
    if (!mayTryAgain(row)) return fail(refusal(row, 'retry'));
    const problem = await overLimit(row);
    if (problem) return fail(problem);
    const next = await timed(row, Math.max(deps.now(), row.dueAt ?? 0));
    return change(row, 'retry', openEnded, next, actor, states);
  }

  const overLimit = async (row: PublicationRow) => {
    const check = checkCopy(rulesAmong(await deps.channels())(row), row.copy);
    return isSendable(check) ? null : copiesProblem([{ channel: row.channel, check }]);
  };

  return {
    async list({ q, page, pageSize, ...query }: PublicationQuery): Promise<Page<PublicationView>> {
      const named = q ? await campaigns.keysNamed(q) : null;
      const { campaign } = query;
      const wanted = campaign ? (named?.filter((key) => key === campaign) ?? [campaign]) : named;
      const filter = { state: query.state, channel: query.channel, ...(wanted ? { campaigns: wanted } : {}) };
      const found = await store.page(filter, page, pageSize);
      return { ...found, items: await views(found.items) };
    },

    async get(key: string): Promise<Result<PublicationView>> {
      return withRow(key, async (row) => {
        const [view] = await views([row]);
        return view ? ok(view) : fail(noPublication);
      });
    },

    /** Sends it as it is, as soon as governance and its channel allow. */
    retry: (key: string, actor: Actor): Promise<Result<PublicationView>> =>
      withRow(key, (row) => again(row, true, actor)),

    /** The same for one of many that nobody looked at: only where it failed for good, and nothing can have arrived. */
    retryDead: (key: string, actor: Actor): Promise<Result<PublicationView>> =>
      withRow(key, (row) => again(row, false, actor, ['rejected'])),

    /** Wins over the engine until it has written down that it begins to send. */
    cancel: (key: string, actor: Actor): Promise<Result<PublicationView>> =>
      withRow(key, (row) =>
        change(
          row,
          'cancel',
          false,
          { ...afresh, state: 'cancelled', nextAt: null, leaseToken: '', leaseUntil: null },
          actor,
        ),
      ),

    reschedule: (key: string, { when }: RescheduleInput, actor: Actor): Promise<Result<PublicationView>> =>
      withRow(key, async (row) => {
        const problem = await overLimit(row);
        if (problem) return fail(problem);
        const plan = await deps.times.plan();
        const members = await store.ofCampaign(row.campaign);
        const member = { ...row, wish: when, hasLink: row.copy.link !== null, path: 'when' };
        const next = await timed({ ...row, afterMinutes: when.kind === 'after' ? when.minutes : null }, 0);
        const done = await deps.transaction(async () => {
          const times = await deps.times.planned(plan, [member], members);
          if (!times.ok) return times;
          const due = times.value.get(key);
          const nextAt = next.state === 'scheduled' ? (due?.dueAt ?? null) : null;
          return change(row, 'reschedule', false, { ...next, ...due, nextAt }, actor);
        });
        if (done.ok) deps.wake();
        return done;
      }),

    /** A person's word where no machine can tell: is it there, does it still go out? */
    answer: (key: string, { answer, url }: AnswerInput, actor: Actor): Promise<Result<PublicationView>> =>
      withRow(key, async (row) => {
        const now = deps.now();
        const fits = row.state === 'unknown' ? answer !== 'skip' : answer !== 'there';
        if (!fits) return fail(refusal(row, 'answer'));
        // What is sent again by a person's word is not looked up again: they did.
        const settled = { armedAt: null, nextAt: null };
        const next: Change =
          answer === 'there'
            ? { ...afresh, ...settled, state: 'delivered', deliveredAt: now, remoteUrl: url ?? '' }
            : answer === 'skip'
              ? { ...afresh, ...settled, state: 'skipped' }
              : { ...(await timed(row, now)), armedAt: null };
        return change(row, 'answer', true, next, actor);
      }),
  };
}

const missing = (): Result<never> => fail(noPublication);

function refusal(row: PublicationRow, action: PublicationAction) {
  const isGone = row.state === 'delivered' || row.state === 'running' || row.armedAt !== null;
  if (!isGone)
    return {
      code: 'publication.not-possible',
      message: `It is ${row.state} now, which does not allow "${action}". Reload the list.`,
      details: { state: row.state },
    } as const;
  const message =
    row.state === 'delivered'
      ? 'It was sent already. To have it off its channel again, use “Take back”.'
      : 'It is being sent at this moment, or a try may have arrived, so it cannot be changed any more. Wait until its state is clear.';
  return { code: 'publication.already-sending', message, details: { state: row.state } } as const;
}
