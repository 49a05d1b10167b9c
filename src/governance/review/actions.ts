import { transitionFor, type TransitionFacts } from '../workflow/conditions';
import { transitionKinds, type Transition, type Workflow } from '../workflow/schema';
import { editorsSince, lastApproved, type Edit } from './four-eyes';
import { identityOf, isSamePerson, principalsOf, type Holder } from './person';
import type { Action, CopyFacts, Decision, RepeatedCopy } from './schema';
import { unapprovedCopies, type Standing } from './standing';
import { tallyOf } from './votes';

/** One copy that waits to go out, and the id of the admin user who edited it last by hand. */
export type OpenCopy = RepeatedCopy & { readonly editedBy?: string | null };

/** What decides which buttons a person gets. */
export interface ActionFacts {
  readonly workflow: Workflow;
  readonly decisions: readonly Decision[];
  readonly standing: Standing;
  readonly edits: readonly Edit[];
  readonly copies: readonly OpenCopy[];
  readonly holder: Holder;
  readonly facts: TransitionFacts;
  /** False only where one person runs the whole business. */
  readonly fourEyes: boolean;
}

/** What this person may do at this stage; with a reason where a button is grey. */
export const actionsOf = (given: ActionFacts): Action[] =>
  transitionKinds.flatMap((kind) => {
    const facts = { ...given.facts, roles: rolesOf(given.holder) };
    const found = transitionFor(given.workflow, kind, given.standing.stage, facts);
    if (!found || principalsOf(given.holder, found.who).length === 0) return [];
    const refusal = refusalOf(given, found);
    const tally = found.decision === 'approve' ? tallyOf(found, given.standing.votes) : null;
    return {
      decision: found.decision,
      transition: found.key,
      comment: found.comment,
      checklist: [...found.checklist],
      to: found.to,
      votes: tally && { given: tally.given, needed: tally.needed },
      disabledReason: refusal?.reason ?? null,
      disabledCode: refusal?.code ?? null,
    };
  });

/** The codes of the Strapi roles among a person's principals. */
const rolesOf = ({ principals }: Holder): string[] =>
  [...principals].filter((one) => one.startsWith('role:')).map((one) => one.slice('role:'.length));

interface Refusal {
  readonly code: NonNullable<Action['disabledCode']>;
  readonly reason: string;
}

function refusalOf(given: ActionFacts, transition: Transition): Refusal | null {
  const own = given.fourEyes && transition.fourEyes ? ownWork(given) : null;
  if (own !== null) return { code: 'review.four-eyes', reason: own };
  if (transition.decision !== 'approve') return null;
  const { standing, copies, holder } = given;
  const open = unapprovedCopies(standing, copies);
  if (standing.approval?.valid && open.length === 0)
    return { code: 'review.not-possible', reason: 'It is approved as it is.' };
  const vote = standing.votes.find(({ by }) => identityOf(by) === identityOf(holder.person));
  if (!vote || !copies.every((copy) => isListed(vote.copies, copy))) return null;
  return { code: 'review.voted-already', reason: 'You approved it. It waits for somebody else, too.' };
}

function ownWork({ workflow, decisions, standing, edits, copies, holder }: ActionFacts): string | null {
  const { person } = holder;
  const editors = editorsSince(edits, lastApproved(decisions, workflow));
  const isApproved = standing.approval?.valid === true;
  if (!isApproved && editors.some(({ by }) => isSamePerson(by, person)))
    return 'You edited this entry since it was approved last. Somebody else has to approve it.';
  const own = unapprovedCopies(standing, copies).find(
    ({ editedBy }) => editedBy && isSamePerson({ kind: 'user', id: editedBy, name: '' }, person),
  );
  return own ? `You edited the text for ${own.name} last. Somebody else has to approve it.` : null;
}

const isListed = (list: readonly CopyFacts[], { key, seal }: CopyFacts): boolean =>
  list.some((one) => one.key === key && one.seal === seal);
