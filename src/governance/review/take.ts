import { fail, ok, type Problem, type Result } from '../../shared/result';
import type { Transition, TransitionKind } from '../workflow/schema';
import { actionsOf, type ActionFacts } from './actions';
import { identityOf, principalsOf, type Holder } from './person';
import type { Action, CopyFacts, Decision } from './schema';
import { coveredCopies, isEnough } from './votes';

/** What a person says with a decision. */
export interface Said {
  readonly kind: TransitionKind;
  readonly comment: string;
  readonly checklist: readonly string[];
}

/** What taking a transition means: where it leads, which copies it covers, and through what the person counted. */
export type Effect = Pick<Decision, 'transition' | 'to' | 'as' | 'copies'>;

/** What this person's decision does, or why they may not take it. */
export function take(facts: ActionFacts, { kind, comment, checklist }: Said): Result<Effect> {
  const { workflow, holder } = facts;
  const own = workflow.transitions.filter(({ decision }) => decision === kind);
  if (!own.some(({ who }) => principalsOf(holder, who).length > 0)) return fail(notAllowed);
  const action = actionsOf(facts).find(({ decision }) => decision === kind);
  const transition = action && own.find(({ key }) => key === action.transition);
  if (!transition) return fail(notPossible(facts));
  const refusal = refusalOf(action, comment, checklist);
  return refusal ? fail(refusal) : ok(effectOf(facts, transition));
}

function effectOf({ workflow, standing, copies, holder }: ActionFacts, transition: Transition): Effect {
  const named = workflow.transitions
    .filter(({ decision }) => decision === transition.decision)
    .flatMap(({ who, needs }) => [...who, ...needs.flatMap(({ of }) => of)]);
  const as = principalsOf(holder, [...new Set(named)]);
  if (transition.decision !== 'approve')
    return { transition: transition.key, to: transition.to, as, copies: [] };
  const own = { copies: copies.map(copyFactsOf), as };
  const votes = [...standing.votes.filter((vote) => !isBy(vote, holder)), own];
  const isDone = isEnough(transition, votes);
  return {
    transition: transition.key,
    to: isDone ? transition.to : null,
    as,
    copies: isDone ? coveredCopies(transition, votes) : own.copies,
  };
}

function refusalOf(action: Action, comment: string, confirmed: readonly string[]): Problem | null {
  if (action.disabledReason !== null)
    return { code: action.disabledCode ?? 'review.not-possible', message: action.disabledReason };
  if (action.comment === 'required' && comment.trim() === '')
    return {
      code: 'review.comment-missing',
      message: 'Write in the comment what should change.',
      path: 'comment',
    };
  const open = action.checklist.filter((point) => !confirmed.includes(point));
  if (open.length === 0) return null;
  return {
    code: 'review.checklist-open',
    message: `Confirm every point of the list first. Still open: ${open.join('; ')}.`,
    path: 'checklist',
  };
}

/** The facts of a copy without what else is known of it. */
export const copyFactsOf = ({ key, seal, name, kind }: CopyFacts): CopyFacts => ({ key, seal, name, kind });

const isBy = ({ by }: Decision, { person }: Holder): boolean => identityOf(by) === identityOf(person);

/** The refusal of somebody whom the workflow names nowhere for this decision, and of machines. */
export const notAllowed: Problem = {
  code: 'review.not-allowed',
  message:
    'You do not have the permission for this decision. Ask an administrator for it, or ask somebody who has it.',
};

const notPossible = ({ workflow, standing }: ActionFacts): Problem => {
  const stage = workflow.stages.find(({ key }) => key === standing.stage)?.name ?? standing.stage;
  return {
    code: 'review.not-possible',
    message: `This decision does not fit the stage “${stage}”. Reload the page: somebody else may have decided.`,
  };
};
