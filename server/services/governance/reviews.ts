import { actionsOf } from '../../../src/governance/review/actions';
import { blockersOf, brandBlockers, type LastEdit } from '../../../src/governance/review/blockers';
import { ownApproval } from '../../../src/governance/review/four-eyes';
import { isSamePerson } from '../../../src/governance/review/person';
import type { EntryPanel } from '../../../src/governance/review/schema';
import { copyFactsOf } from '../../../src/governance/review/take';
import { tallyOf } from '../../../src/governance/review/votes';
import type { Blocker } from '../../../src/governance/schema';
import { transitionFor } from '../../../src/governance/workflow/conditions';
import type { EntryKey } from '../../../src/shared/entry-key';
import { fail, ok, type Result } from '../../../src/shared/result';
import type { Actor } from '../../../src/shared/actor';
import { personOf } from '../../actor';
import type { AskedCopy, BrandGate, OpenFindings } from '../brand/findings/gate';
import type { Entries, LoadedEntry } from '../entries';
import { lacksOnlyHidden } from '../hidden-relations';
import * as refusals from '../review-refusals';
import type { SettingsService } from '../settings';
import { reviewOf, type Review, type ReviewOfDeps } from './review-of';

/** Who looks or decides; `can` answers for our permissions, named without `plugin::presence.`. */
export interface Reviewer {
  readonly actor: Actor;
  readonly can: (permission: string) => boolean;
  /** Everything that a workflow can name the person by. */
  readonly principals: ReadonlySet<string>;
}

export interface ReviewsDeps extends Omit<ReviewOfDeps, 'entries' | 'settings'> {
  readonly entries: Entries;
  readonly brand: BrandGate;
  readonly settings: SettingsService;
}

/** What the gate says about a version that is about to be visible. */
export interface Verdict {
  /** Why it may not be; empty where it may. */
  readonly blockers: readonly Blocker[];
  /** What it stands on where it may. */
  readonly cover: 'approval' | 'emergency';
  /** The seal that was approved: it may name entries that nobody can see yet. */
  readonly approved: string;
}

/** A field that refers to so many entries that nobody can see. */
export type Hint = ReturnType<typeof refusals.relationHidden>;

/** What is to be said about an entry and its copies before they go out. */
export interface Outlook {
  readonly blockers: readonly Blocker[];
  readonly hints: readonly Hint[];
  readonly findings: OpenFindings;
}

export type Reviews = ReturnType<typeof reviews>;

/** One entry's passage through the workflow: what was decided, what that means now, and what may be decided next. */
export function reviews(deps: ReviewsDeps) {
  const { entries, settings, brand } = deps;
  const load = reviewOf({ ...deps, settings: settings.get });

  /** References to entries that nobody can see: Strapi leaves them out of what is published, and says nothing. */
  async function unseen(draft: LoadedEntry): Promise<Hint[]> {
    const hints: Hint[] = [];
    for (const { field, target, documentIds } of draft.content.relations) {
      const hidden = target === null ? [] : await entries.unpublished(target, documentIds, draft.key.locale);
      if (hidden.length > 0) hints.push(refusals.relationHidden(field, hidden.length));
    }
    return hints;
  }

  async function blockersFor(
    review: Review,
    copies: readonly AskedCopy[],
    checked?: OpenFindings,
  ): Promise<Blocker[]> {
    const { fourEyes, zone } = await settings.get();
    const { standing, workflow, decisions, facts } = review;
    const { definition } = workflow;
    const next = transitionFor(definition, 'approve', standing.stage, facts);
    const approval = fourEyes ? standing.approval : null;
    const found = checked ?? (await brand.openIn(review.draft, copies));
    return blockersOf({
      standing,
      lastEdit: review.lastEdit,
      findings: found.entry,
      copyFindings: found.copies,
      copies,
      tally: next && tallyOf(next, standing.votes),
      ownApproval: approval?.valid
        ? ownApproval(decisions, review.edits, definition, approval.decision)
        : null,
      zone,
    });
  }

  return {
    /** One entry's review as it stands; null where there is no such entry. */
    reviewOf: (key: EntryKey): Promise<Review | null> => load.draft(key),

    /** Everything that the side panel shows. */
    async panel(key: EntryKey, viewer: Reviewer): Promise<Result<EntryPanel>> {
      const review = await load.draft(key);
      if (!review) return fail(refusals.notFound(key));
      const { draft, standing, lastEdit, copies, workflow } = review;
      const governed = await settings.isGoverned(key.uid);
      const { fourEyes } = await settings.get();
      const person = personOf(viewer.actor);
      const holder = { person, principals: viewer.principals };
      return ok({
        ...draft.key,
        governed,
        draftAndPublish: draft.model.draftAndPublish,
        workflow: { ref: workflow.ref, name: workflow.definition.name },
        stage: standing.stage,
        stages: workflow.definition.stages.map(({ key, name, colour, meaning }) => ({
          key,
          name,
          colour,
          meaning,
        })),
        seal: draft.seal,
        copies: copies.map(copyFactsOf),
        blockers: governed ? await blockersFor(review, copies) : [],
        hints: governed ? await unseen(draft) : [],
        actions:
          governed && isDecider(viewer.actor)
            ? actionsOf({ ...review, workflow: workflow.definition, holder, fourEyes })
            : [],
        emergency: governed && viewer.actor.kind === 'user' && viewer.can('publish.emergency'),
        approval: approvalOf(review),
        lastEditor: lastEdit && lastEditorOf(lastEdit, viewer.actor),
        decisions: [...review.decisions].reverse(),
        pageUrl: draft.pageUrl,
      });
    },

    /** Why an entry, and copies of it, may not go out now; empty where they may or where the type is not governed. */
    async blockers(
      key: EntryKey,
      { copies = [] }: { readonly copies?: readonly AskedCopy[] } = {},
    ): Promise<Blocker[]> {
      if (!(await settings.isGoverned(key.uid))) return [];
      const review = await load.draft(key);
      return review ? blockersFor(review, copies) : [refusals.notFound(key)];
    },

    /** The same about an entry that is loaded, with what stops nothing and is worth a look before it goes out. */
    async outlook(draft: LoadedEntry, copies: readonly AskedCopy[]): Promise<Outlook> {
      const findings = await brand.openIn(draft, copies);
      const isGoverned = await settings.isGoverned(draft.key.uid);
      return {
        findings,
        blockers: isGoverned ? await blockersFor(await load.of(draft), copies, findings) : [],
        hints: await unseen(draft),
      };
    },

    /** The brand's errors in an entry: all that stops a type without drafts. */
    brandBlockers: async (entry: LoadedEntry): Promise<Blocker[]> =>
      brandBlockers((await brand.openIn(entry)).entry),

    /** Why what is about to be visible as `published` may not be; asked by the gate inside the publishing transaction. */
    async verdictOn(published: LoadedEntry): Promise<Verdict> {
      const review = await load.of(published);
      const own = coverOf(review);
      if (own) return { blockers: await blockersFor(review, []), cover: own, approved: published.seal };
      const drafted = await load.draft(published.key);
      if (!drafted)
        return { blockers: [refusals.notFound(published.key)], cover: 'approval', approved: published.seal };
      const blockers = await blockersFor({ ...drafted, draft: published }, []);
      const cover = coverOf(drafted);
      const approved = drafted.draft.seal;
      if (!cover) return { blockers, cover: 'approval', approved };
      const isSame = await lacksOnlyHidden(entries, drafted.draft, published);
      return { blockers: isSame ? blockers : [refusals.contentDiffers, ...blockers], cover, approved };
    },
  };
}

export const isDecider = ({ kind }: Actor): boolean => kind === 'user' || kind === 'guest';

const lastEditorOf = (edit: LastEdit, viewer: Actor): EntryPanel['lastEditor'] => ({
  ...edit,
  isYou: isSamePerson(edit.by, personOf(viewer)),
});

const approvalOf = ({ standing: { approval } }: Review): EntryPanel['approval'] =>
  approval && {
    by: approval.decision.by,
    at: approval.decision.at,
    seal: approval.decision.seal,
    valid: approval.valid,
  };

const coverOf = ({ standing: { approval, emergency } }: Review): Verdict['cover'] | null =>
  approval?.valid ? 'approval' : emergency ? 'emergency' : null;
