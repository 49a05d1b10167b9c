import type { Holder } from '../../../src/governance/review/person';
import type { CopyFacts, Decision, DecisionRequest, EntryPanel } from '../../../src/governance/review/schema';
import { notAllowed, take } from '../../../src/governance/review/take';
import type { Blocker } from '../../../src/governance/schema';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import { fail, ok, type Result } from '../../../src/shared/result';
import { personOf } from '../../actor';
import type { DecisionsStore } from '../../stores/decisions';
import type { SnapshotsStore } from '../../stores/snapshots';
import type { Audit } from '../audit';
import * as refusals from '../review-refusals';
import type { SettingsService } from '../settings';
import type { Transaction } from '../transaction';
import type { Review } from './review-of';
import { isDecider, type Reviewer, type Reviews } from './reviews';

type Asked = Omit<DecisionRequest, 'entry'>;

export interface DecideDeps {
  readonly reviews: Pick<Reviews, 'reviewOf' | 'panel' | 'blockers'>;
  readonly decisions: DecisionsStore;
  readonly snapshots: SnapshotsStore;
  readonly settings: SettingsService;
  readonly audit: Audit;
  /** Told in the transaction of every decision. */
  readonly onDecided: (review: Review, taken: Decision) => Promise<void>;
  /** Told after a completed approval is on disk: what was held for it may go on. */
  readonly onApproved: (key: EntryKey) => Promise<void>;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

export type Decide = ReturnType<typeof decide>;

/**
 * Takes a decision about exactly what the person saw: `seal` and `copies` of the panel. Of two at the same time one wins
 * and the other is told to look again.
 */
export const decide =
  (deps: DecideDeps) =>
  async (key: EntryKey, asked: Asked, by: Reviewer): Promise<Result<EntryPanel>> => {
    if (!isDecider(by.actor)) return fail(notAllowed);
    if (!(await deps.settings.isGoverned(key.uid))) return fail(refusals.notGoverned(key));
    const decided = await deps.transaction(() => takeIn(deps, key, asked, by));
    if (!decided.ok) return decided;
    const { taken, review } = decided.value;
    if (taken.kind === 'approve' && taken.to !== null) await deps.onApproved(review.draft.key);
    return deps.reviews.panel(review.draft.key, by);
  };

async function takeIn(
  deps: DecideDeps,
  key: EntryKey,
  asked: Asked,
  by: Reviewer,
): Promise<Result<{ readonly review: Review; readonly taken: Decision }>> {
  const review = await deps.reviews.reviewOf(key);
  if (!review) return fail(refusals.notFound(key));
  const isAsSeen =
    review.draft.seal === asked.seal && (asked.kind !== 'approve' || isSeen(review.copies, asked.copies));
  if (!isAsSeen) return fail(refusals.changedMeanwhile);
  const holder: Holder = { person: personOf(by.actor), principals: by.principals };
  const { fourEyes } = await deps.settings.get();
  const meant =
    asked.kind === 'emergency'
      ? emergencyOf(asked, by)
      : take(
          { ...review, workflow: review.workflow.definition, holder, fourEyes },
          { kind: asked.kind, comment: asked.comment ?? '', checklist: asked.checklist ?? [] },
        );
  if (!meant.ok) return meant;
  const taken: Decision = {
    key: deps.uuid(),
    number: (review.decisions.at(-1)?.number ?? 0) + 1,
    kind: asked.kind,
    seal: asked.seal,
    copies: [],
    by: holder.person,
    at: deps.now(),
    comment: asked.comment || null,
    workflow: review.workflow.ref,
    transition: null,
    from: review.standing.stage,
    to: null,
    as: [],
    checklist: [...(asked.checklist ?? [])],
    ...meant.value,
  };
  const { draft } = review;
  const entry = entryIdOf(draft.key);
  if (!(await deps.decisions.add(entry, taken))) return fail(refusals.changedMeanwhile);
  await deps.snapshots.keep(entry, draft.seal, {
    at: taken.at,
    fields: draft.fields(),
    content: draft.shown(),
  });
  const details = {
    decision: taken.key,
    comment: taken.comment,
    copies: taken.copies,
    workflow: taken.workflow,
    from: taken.from,
    to: taken.to,
    ...(asked.kind === 'emergency'
      ? { blockers: (await deps.reviews.blockers(draft.key)).map(asWritten) }
      : {}),
  };
  await deps.audit.record({
    kind: `decision.${asked.kind}`,
    actor: by.actor,
    entry,
    seal: asked.seal,
    details,
  });
  await deps.onDecided(review, taken);
  return ok({ review, taken });
}

/** An emergency moves nothing: it lets exactly this content out, once somebody with the permission says why. */
function emergencyOf({ comment }: Asked, { actor, can }: Reviewer): Result<null> {
  if (actor.kind !== 'user' || !can('publish.emergency')) return fail(notAllowed);
  return (comment ?? '').trim() === '' ? fail(refusals.reasonMissing) : ok(null);
}

/** Whether the copies are those that the person had before their eyes; absent means that there were none. */
const isSeen = (copies: readonly CopyFacts[], seen: readonly CopyFacts[] = []): boolean =>
  copies.length === seen.length &&
  copies.every(({ key, seal }) => seen.some((one) => one.key === key && one.seal === seal));

/** As the record keeps it: in its sentence. */
const asWritten = ({ code, message, place, copy }: Blocker): Blocker => ({
  ...{ code, message },
  ...(place ? { place } : {}),
  ...(copy === undefined ? {} : { copy }),
});
