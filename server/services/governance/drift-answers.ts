import type { DriftAnswer, DriftOutcome } from '../../../src/governance/drift/schema';
import { editorsSince, lastApproved } from '../../../src/governance/review/four-eyes';
import { isSamePerson } from '../../../src/governance/review/person';
import type { EntryKey } from '../../../src/shared/entry-key';
import { entryKeyOf } from '../../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import { personOf } from '../../actor';
import type { DecisionsStore } from '../../stores/decisions';
import type { DriftStore } from '../../stores/drift';
import type { PassedStore } from '../../stores/passed';
import type { SnapshotsStore } from '../../stores/snapshots';
import type { Audit } from '../audit';
import type { Entries, LoadedEntry } from '../entries';
import type { SettingsService } from '../settings';
import type { Transaction } from '../transaction';
import type { Review } from './review-of';
import type { Reviewer, Reviews } from './reviews';

export interface DriftAnswersDeps {
  readonly store: DriftStore;
  readonly passed: PassedStore;
  readonly entries: Pick<Entries, 'load'>;
  readonly reviews: Pick<Reviews, 'reviewOf'>;
  readonly decisions: Pick<DecisionsStore, 'add'>;
  readonly snapshots: SnapshotsStore;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly audit: Pick<Audit, 'record'>;
  /** Told in the transaction: what lists show of the entry is stale. */
  readonly onAdopted: (key: EntryKey) => Promise<void>;
  /** Takes an entry off the site as whoever asks: through the gate. */
  readonly unpublish: (key: EntryKey) => Promise<void>;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** What a person does about a published entry that no approval covers: each is judged for itself. */
export function driftAnswers(deps: DriftAnswersDeps) {
  const { store, passed, entries } = deps;

  return {
    /** Takes what visitors see as approved, exactly as it was seen. */
    adopt: (answer: DriftAnswer, by: Reviewer): Promise<DriftOutcome[]> =>
      each(answer, by, (entry, seal) => adopt(entry, seal, answer.comment, by)),

    /** Takes entries off the site. */
    takeDown: (answer: DriftAnswer, by: Reviewer): Promise<DriftOutcome[]> =>
      each(answer, by, (entry, seal) => takeDown(entry, seal)),
  };

  async function each(
    { entries: asked }: DriftAnswer,
    by: Reviewer,
    work: (entry: string, seal: string) => Promise<Result<void>>,
  ): Promise<DriftOutcome[]> {
    const outcomes: DriftOutcome[] = [];
    for (const { entry, seal } of asked) {
      const done = by.actor.kind === 'user' ? await work(entry, seal) : fail(notForMachines);
      outcomes.push({ entry, ok: done.ok, message: done.ok ? null : done.error.message });
    }
    return outcomes;
  }

  async function seen(entry: string, seal: string): Promise<Result<LoadedEntry>> {
    const finding = await store.of(entry);
    const key = entryKeyOf(entry);
    const published = finding && key && (await entries.load(key, 'published'));
    if (!published) return fail(gone);
    return published.seal === seal ? ok(published) : fail(changedMeanwhile);
  }

  async function adopt(entry: string, seal: string, comment: string, by: Reviewer): Promise<Result<void>> {
    if (!by.can('review.approve')) return fail(notApprover);
    return deps.transaction(async () => {
      const found = await seen(entry, seal);
      if (!found.ok) return found;
      const published = found.value;
      const review = published.model.draftAndPublish ? await deps.reviews.reviewOf(published.key) : null;
      const own = review && (await ownWork(review, by));
      if (own) return fail(own);
      if (review?.draft.seal === seal && !(await decide(entry, review, comment, by)))
        return fail(changedMeanwhile);
      const base = published.base();
      await passed.set(entry, { seal, base, approved: seal, cover: 'adopted', at: deps.now() });
      await deps.snapshots.keep(entry, seal, {
        at: deps.now(),
        fields: published.fields(),
        content: published.shown(),
      });
      await store.remove(entry);
      await deps.onAdopted(published.key);
      await deps.audit.record({
        ...{ kind: 'decision.adopt', actor: by.actor, entry, seal },
        details: { comment },
      });
      return ok(undefined);
    });
  }

  /** The draft says the same, so its review is over as well. */
  async function decide(entry: string, review: Review, comment: string, by: Reviewer): Promise<boolean> {
    const { ref, definition } = review.workflow;
    const approved = definition.stages.find(({ meaning }) => meaning === 'approved');
    return deps.decisions.add(entry, {
      key: deps.uuid(),
      number: (review.decisions.at(-1)?.number ?? 0) + 1,
      ...{ kind: 'adopt', seal: review.draft.seal, copies: [], by: personOf(by.actor), at: deps.now() },
      ...{ comment, workflow: ref, transition: null, from: review.standing.stage },
      ...{ to: approved?.key ?? null, as: [], checklist: [] },
    });
  }

  async function ownWork(review: Review, by: Reviewer): Promise<Problem | null> {
    if (!(await deps.settings.get()).fourEyes) return null;
    const editors = editorsSince(review.edits, lastApproved(review.decisions, review.workflow.definition));
    const isOwn = editors.some((edit) => isSamePerson(edit.by, personOf(by.actor)));
    return isOwn ? ownProblem : null;
  }

  async function takeDown(entry: string, seal: string): Promise<Result<void>> {
    const found = await seen(entry, seal);
    if (!found.ok) return found;
    if (!found.value.model.draftAndPublish) return fail(cannotEnd);
    await deps.unpublish(found.value.key);
    return ok(undefined);
  }
}

const gone: Problem = {
  code: 'drift.gone',
  message: 'This finding is over: the entry was approved, changed or taken down meanwhile. Reload the list.',
};

const changedMeanwhile: Problem = {
  code: 'review.changed-meanwhile',
  message: 'What visitors see was changed while you were looking at it. Reload the list and look again.',
};

const notApprover: Problem = {
  code: 'review.not-allowed',
  message: 'Only people who may approve can approve an entry as it stands.',
};

const notForMachines: Problem = {
  code: 'review.not-allowed',
  message: 'Only a person who is signed in to the admin panel can do this.',
};

const ownProblem: Problem = {
  code: 'review.four-eyes',
  message: 'You edited this entry since it was approved last. Somebody else has to approve it.',
};

const cannotEnd: Problem = {
  code: 'review.not-possible',
  message: 'Entries of this type have no draft, so they cannot be taken off the site. Correct or delete it.',
};
