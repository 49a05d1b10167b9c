import type { Finding } from '../../src/brand/schema';
import { actionsOf } from '../../src/governance/actions';
import { blockersOf, brandBlockers, isSamePerson, type LastEdit } from '../../src/governance/blockers';
import type { Blocker, CopyFacts, Decision, DecisionRequest, EntryPanel } from '../../src/governance/schema';
import { standingOf, type Standing } from '../../src/governance/stage';
import { standardWorkflow } from '../../src/governance/workflow';
import type { Actor } from '../../src/shared/actor';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../src/shared/result';
import { personOf } from '../actor';
import type { DecisionsStore } from '../stores/decisions';
import type { Audit } from './audit';
import { lacksOnlyHidden } from './hidden-relations';
import * as refusals from './review-refusals';
import type { Edits } from './edits';
import type { Entries, LoadedEntry } from './entries';
import type { SettingsService } from './settings';
import type { Transaction } from './transaction';

/** One copy that waits to go out, and the id of the admin user who edited it last by hand. */
export type OpenCopy = CopyFacts & { readonly editedBy?: string | null };

/** Who looks or decides; `can` answers for our permissions, named without `plugin::presence.`. */
export interface Reviewer {
  readonly actor: Actor;
  readonly can: (permission: string) => boolean;
}

export interface ReviewsDeps {
  readonly decisions: DecisionsStore;
  readonly entries: Entries;
  readonly edits: Edits;
  readonly settings: SettingsService;
  readonly audit: Audit;
  readonly findingsOf: (entry: LoadedEntry) => Promise<readonly Finding[]>;
  /** Copies of an entry that have not gone out yet; `entry` is `entryIdOf(key)`. */
  readonly copiesOf: (entry: string) => Promise<readonly OpenCopy[]>;
  /** Told after an approval is on disk: what was held for it may go on. */
  readonly onApproved: (key: EntryKey) => Promise<void>;
  /** Told after any decision is on disk: somebody else's turn has come. */
  readonly onDecided: (draft: LoadedEntry, decision: Decision, lastEdit: LastEdit | null) => Promise<void>;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

interface Review {
  readonly draft: LoadedEntry;
  readonly decisions: readonly Decision[];
  readonly standing: Standing;
  readonly lastEdit: LastEdit | null;
  readonly copies: readonly OpenCopy[];
}

export type Reviews = ReturnType<typeof reviews>;

/** One entry's passage through the workflow: what was decided, what that means now, and what may be decided next. */
export function reviews(deps: ReviewsDeps) {
  const { decisions, entries, edits, settings, audit, findingsOf, copiesOf, onApproved } = deps;

  async function reviewOf(key: EntryKey): Promise<Review | null> {
    const draft = await entries.load(await entries.normalised(key), 'draft');
    if (!draft) return null;
    const entry = entryIdOf(draft.key);
    const taken = await decisions.of(entry);
    return {
      draft,
      decisions: taken,
      standing: standingOf(taken, draft.seal, standardWorkflow),
      lastEdit: await edits.last(draft),
      copies: await copiesOf(entry),
    };
  }

  async function blockersFor(
    review: Pick<Review, 'standing' | 'lastEdit'>,
    version: LoadedEntry,
    copies: readonly CopyFacts[],
  ): Promise<Blocker[]> {
    const { fourEyes, zone } = await settings.get();
    const findings = await findingsOf(version);
    return blockersOf({ ...review, copies, findings, fourEyes, zone });
  }

  const reviewer = {
    /** Everything that the side panel shows. */
    async panel(key: EntryKey, viewer: Reviewer): Promise<Result<EntryPanel>> {
      const review = await reviewOf(key);
      if (!review) return fail(refusals.notFound(key));
      const { draft, standing, lastEdit, copies } = review;
      const governed = await settings.isGoverned(key.uid);
      const { fourEyes } = await settings.get();
      const user = personOf(viewer.actor);
      const facts = { ...review, workflow: standardWorkflow, user, can: viewer.can, fourEyes };
      const approval = standing.approval && {
        by: standing.approval.decision.by,
        at: standing.approval.decision.at,
        seal: standing.approval.decision.seal,
        valid: standing.approval.valid,
      };
      return ok({
        ...draft.key,
        governed,
        draftAndPublish: draft.model.draftAndPublish,
        stage: standing.stage,
        stages: standardWorkflow.stages,
        seal: draft.seal,
        copies: copies.map(factsOf),
        blockers: governed ? await blockersFor(review, draft, copies) : [],
        actions: governed && viewer.actor.kind === 'user' ? actionsOf(facts) : [],
        approval,
        lastEditor: lastEdit && { ...lastEdit, isYou: isSamePerson(lastEdit.by, user) },
        decisions: [...review.decisions].reverse(),
        pageUrl: draft.pageUrl,
      });
    },

    /** Why an entry, and copies of it, may not go out now; empty where they may or where the type is not governed. */
    async blockers(
      key: EntryKey,
      { copies = [] }: { readonly copies?: readonly CopyFacts[] } = {},
    ): Promise<Blocker[]> {
      if (!(await settings.isGoverned(key.uid))) return [];
      const review = await reviewOf(key);
      if (!review) return [refusals.notFound(key)];
      return blockersFor(review, review.draft, copies);
    },

    /** The brand's errors in an entry: all that stops a type without drafts. */
    brandBlockers: async (entry: LoadedEntry): Promise<Blocker[]> => brandBlockers(await findingsOf(entry)),

    /** Why what is about to be visible as `published` may not be; asked by the gate inside the publishing transaction. */
    async blockersOfPublished(published: LoadedEntry): Promise<Blocker[]> {
      const taken = await decisions.of(entryIdOf(published.key));
      const standing = standingOf(taken, published.seal, standardWorkflow);
      if (standing.approval?.valid)
        return blockersFor({ standing, lastEdit: await edits.last(published) }, published, []);
      const review = await reviewOf(published.key);
      if (!review) return [refusals.notFound(published.key)];
      const blockers = await blockersFor(review, published, []);
      if (!review.standing.approval?.valid) return blockers;
      const isSame = await lacksOnlyHidden(entries, review.draft, published);
      return isSame ? blockers : [...blockers, refusals.contentDiffers];
    },

    /**
     * Takes a decision about exactly what the person saw: `seal` and `copies` of the panel. Of two at the same time one
     * wins and the other is told to look again.
     */
    async decide(
      key: EntryKey,
      { kind, seal, copies, comment }: Omit<DecisionRequest, 'entry'>,
      by: Reviewer,
    ): Promise<Result<EntryPanel>> {
      if (by.actor.kind !== 'user') return fail(refusals.notAllowed);
      if (!(await settings.isGoverned(key.uid))) return fail(refusals.notGoverned(key));
      const decided = await deps.transaction(
        async (): Promise<Result<Review & { readonly taken: Decision }>> => {
          const review = await reviewOf(key);
          if (!review) return fail(refusals.notFound(key));
          const { draft } = review;
          const isAsSeen = draft.seal === seal && (kind !== 'approve' || isSeen(review.copies, copies));
          if (!isAsSeen) return fail(refusals.changedMeanwhile);
          const refusal = await refusalOf(review, kind, comment ?? '', by);
          if (refusal) return fail(refusal);
          const entry = entryIdOf(draft.key);
          const next: Decision = {
            key: deps.uuid(),
            number: (review.decisions.at(-1)?.number ?? 0) + 1,
            kind,
            seal,
            copies: kind === 'approve' ? review.copies.map(factsOf) : [],
            by: personOf(by.actor),
            at: deps.now(),
            comment: comment || null,
          };
          if (!(await decisions.add(entry, next))) return fail(refusals.changedMeanwhile);
          const details = { decision: next.key, comment: next.comment, copies: next.copies };
          await audit.record({ kind: `decision.${kind}`, actor: by.actor, entry, seal, details });
          return ok({ ...review, taken: next });
        },
      );
      if (!decided.ok) return decided;
      const { draft, taken, lastEdit } = decided.value;
      if (kind === 'approve') await onApproved(draft.key);
      await deps.onDecided(draft, taken, lastEdit);
      return reviewer.panel(draft.key, by);
    },
  };
  return reviewer;

  async function refusalOf(
    review: Review,
    kind: Decision['kind'],
    comment: string,
    by: Reviewer,
  ): Promise<Problem | null> {
    const transition = standardWorkflow.transitions.find(({ decision }) => decision === kind);
    if (!transition || !by.can(transition.permission)) return refusals.notAllowed;
    const { fourEyes } = await settings.get();
    const user = personOf(by.actor);
    const actions = actionsOf({ ...review, workflow: standardWorkflow, user, can: by.can, fourEyes });
    const action = actions.find(({ decision }) => decision === kind);
    if (!action) return refusals.notPossible(review.standing.stage);
    if (action.disabledReason !== null)
      return { code: action.disabledCode ?? 'review.not-possible', message: action.disabledReason };
    if (action.comment === 'required' && comment.trim() === '') return refusals.commentMissing;
    return null;
  }
}

const factsOf = ({ key, seal, name }: OpenCopy): CopyFacts => ({ key, seal, name });

/** Whether the copies are those that the person had before their eyes; absent means that there were none. */
const isSeen = (copies: readonly OpenCopy[], seen: readonly CopyFacts[] = []): boolean =>
  copies.length === seen.length &&
  copies.every(({ key, seal }) => seen.some((one) => one.key === key && one.seal === seal));
