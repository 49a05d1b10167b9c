import { holds, type TransitionFacts } from '../workflow/conditions';
import type { Principal, Stage, Transition, Workflow } from '../workflow/schema';
import { editorsSince, lastApproved, type Edit } from '../review/four-eyes';
import type { OpenCopy } from '../review/actions';
import { unapprovedCopies, type Standing } from '../review/standing';
import { tallyOf } from '../review/votes';
import type { Decision } from '../review/schema';
import type { Person } from '../schema';
import type { WaitReason } from './schema';

/** A wait: somebody for whom an entry waits. `id:<admin user id>` names one person; `not` says who may not decide. */
export interface Wait {
  readonly principal: Principal | `id:${string}`;
  readonly why: WaitReason | 'not';
}

/** All that decides whom an entry waits for. */
export interface WaitFacts {
  readonly workflow: Workflow;
  readonly decisions: readonly Decision[];
  readonly standing: Standing;
  readonly edits: readonly Edit[];
  readonly copies: readonly OpenCopy[];
  readonly facts: TransitionFacts;
  readonly fourEyes: boolean;
  readonly assignees: readonly Principal[];
  /** Admin users who were named in an open thread and have not answered. */
  readonly mentioned: readonly string[];
}

/** For whom an entry waits now, and why. */
export function waitsOf(given: WaitFacts): Wait[] {
  const stage = given.workflow.stages.find(({ key }) => key === given.standing.stage);
  const open = approvalsOpen(given, stage);
  const waits: Wait[] = [
    ...open.flatMap((transition) => deciders(given, transition)),
    ...editors(given),
    ...(stage?.meaning === 'approved'
      ? []
      : given.assignees.map((one): Wait => ({ principal: one, why: 'assigned' }))),
    ...given.mentioned.map((id): Wait => ({ principal: `id:${id}`, why: 'mentioned' })),
    ...(open.length > 0
      ? excluded(given, open).map((id): Wait => ({ principal: `id:${id}`, why: 'not' }))
      : []),
  ];
  const once = new Map(waits.map((wait) => [`${wait.principal} ${wait.why}`, wait]));
  return [...once.values()];
}

/**
 * The ways to approve that are open: in a stage of review, or where copies of an approved entry wait. The conditions about the
 * decider's role are left to the people named; every other condition is asked.
 */
function approvalsOpen(given: WaitFacts, stage: Stage | undefined): Transition[] {
  const { workflow, standing, facts, copies } = given;
  const waits =
    stage?.meaning === 'review' ||
    (standing.approval?.valid && unapprovedCopies(standing, copies).length > 0);
  if (!waits) return [];
  const open: Transition[] = [];
  for (const transition of workflow.transitions) {
    if (transition.decision !== 'approve' || !transition.from.includes(standing.stage)) continue;
    const asked = transition.when.filter(({ on }) => on !== 'role');
    if (!asked.every((condition) => holds(condition, facts))) continue;
    open.push(transition);
    // The first that asks nothing of the decider is taken by everybody; later ones never apply.
    if (asked.length === transition.when.length) break;
  }
  return open;
}

function deciders({ standing }: WaitFacts, transition: Transition): Wait[] {
  const named = transition.when.flatMap((one) =>
    one.on === 'role' && !one.not ? one.any.map((code) => `role:${code}`) : [],
  );
  const missing = tallyOf(transition, standing.votes).missing.flat();
  // Where copies wait that an approval did not see, all places are filled and somebody has to look again.
  const principals = named.length > 0 ? named : missing.length > 0 ? missing : transition.who;
  return principals.map((principal): Wait => ({ principal, why: 'decide' }));
}

/** After changes were asked for, it is the turn of who edited and of who submitted. */
function editors({ standing, edits, decisions }: WaitFacts): Wait[] {
  if (standing.last?.kind !== 'request-changes') return [];
  const since = standing.last.number;
  if (edits.some(({ after }) => after >= since)) return [];
  const submitted = decisions.findLast(({ kind }) => kind === 'submit');
  const last = edits.at(-1);
  const people = [last?.by, submitted?.by].flatMap((by) => (by ? (userOf(by) ?? []) : []));
  return people.map((id): Wait => ({ principal: `id:${id}`, why: 'change' }));
}

function excluded(
  { workflow, decisions, standing, edits, copies, fourEyes }: WaitFacts,
  open: readonly Transition[],
): string[] {
  const voters = standing.votes.map(({ by }) => userOf(by));
  if (!fourEyes || !open.some((transition) => transition.fourEyes)) return present(voters);
  const isApproved = standing.approval?.valid === true;
  const own = isApproved
    ? []
    : editorsSince(edits, lastApproved(decisions, workflow)).map(({ by }) => userOf(by));
  const writers = unapprovedCopies(standing, copies).map(({ editedBy }) => editedBy ?? null);
  return present([...voters, ...own, ...writers]);
}

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

const userOf = ({ kind, id, owner }: Person): string | null => (kind === 'user' ? id : (owner ?? null));
