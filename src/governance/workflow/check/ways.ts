import { holds } from '../conditions';
import { isEnough } from '../../review/votes';
import type { Principal, Transition, Workflow } from '../schema';
import { situationsOf, situationText, type Situation } from './situations';
import type { World, WorkflowProblem } from './world';

type WaysWorld = Pick<World, 'types' | 'locales' | 'people'>;

/**
 * Stages that are never reached, that nobody can leave, that stay locked, or from which there are situations without
 * any way to an approved stage. For a definition whose shape is right.
 */
export function wayProblems(workflow: Workflow, world: WaysWorld): WorkflowProblem[] {
  const reached = reachedFrom([workflow.stages[0]?.key ?? ''], workflow.transitions);
  const dead = workflow.stages.flatMap((stage, index) => {
    const path = `stages[${index}]`;
    if (!reached.has(stage.key))
      return [
        {
          path,
          message: `No transition leads to “${stage.name}”. Add one, or remove the stage.`,
        },
      ];
    const isLeft = workflow.transitions.some(({ from, to }) => from.includes(stage.key) && to !== stage.key);
    if (!isLeft && stage.meaning !== 'approved')
      return [{ path, message: `Nobody can leave “${stage.name}”. Add a transition out of it.` }];
    if (stage.lock !== 'none' && !isUnlockable(stage.key, workflow))
      return [
        {
          path: `${path}.lock`,
          message: `What is locked in “${stage.name}” could never be edited again. Add an unlock to a stage without a lock.`,
        },
      ];
    return [];
  });
  return dead.length > 0 ? dead : gaps(workflow, world);
}

function reachedFrom(start: readonly string[], transitions: readonly Transition[]): Set<string> {
  const reached = new Set(start);
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const { from, to } of transitions) if (from.some((key) => reached.has(key))) reached.add(to);
  }
  return reached;
}

function isUnlockable(stage: string, { stages, transitions }: Workflow): boolean {
  const back = transitions.filter(({ decision }) => decision !== 'submit' && decision !== 'approve');
  const reached = reachedFrom([stage], back);
  return stages.some(({ key, lock }) => reached.has(key) && lock === 'none');
}

/**
 * The stages from which the end can be forced, whatever the entry is like at each step: a stage is good where in every
 * situation somebody can take a transition to a good stage. What remains is named with the situation that has no way on.
 */
function gaps(workflow: Workflow, world: WaysWorld): WorkflowProblem[] {
  const good = new Set(workflow.stages.filter(({ meaning }) => meaning === 'approved').map(({ key }) => key));
  const waysFrom = new Map(workflow.stages.map(({ key }) => [key, waysOf(key, workflow, world)]));
  for (let size = -1; size !== good.size;) {
    size = good.size;
    for (const [key, ways] of waysFrom)
      if (ways.every(({ to }) => to.some((target) => good.has(target)))) good.add(key);
  }
  const bad = workflow.stages.flatMap((stage, index) =>
    good.has(stage.key) ? [] : [{ stage, index, ways: waysFrom.get(stage.key) ?? [] }],
  );
  const stuck = bad.flatMap(({ stage, index, ways }) => {
    const way = ways.find(({ forward }) => !forward);
    return way ? [{ path: `stages[${index}]`, message: gapMessage(stage.name, way.situation) }] : [];
  });
  if (stuck.length > 0) return stuck;
  return bad.map(({ stage, index }) => ({
    path: `stages[${index}]`,
    message: `From “${stage.name}” no way leads to an approved stage. Add an approval.`,
  }));
}

const gapMessage = (stage: string, situation: string): string =>
  situation === ''
    ? `From “${stage}” nobody can submit or approve. Add such a transition.`
    : `From “${stage}” nobody can submit or approve when ${situation}. Add a transition without conditions as the last one.`;

/** In one situation: the stages that can be gone to, and whether one of the ways is a submission or an approval. */
interface Way {
  readonly situation: string;
  readonly to: readonly string[];
  readonly forward: boolean;
}

function waysOf(stage: string, { transitions }: Workflow, world: WaysWorld): Way[] {
  const out = transitions.filter(({ from }) => from.includes(stage));
  const conditions = out.flatMap(({ when }) => when);
  const deciders = decidersOf(out, world.people);
  const situations = situationsOf(conditions, world);
  const wayOf = (situation: string, open: readonly Transition[]): Way => ({
    situation,
    to: open.map(({ to }) => to),
    forward: open.some(({ decision }) => decision === 'submit' || decision === 'approve'),
  });
  // Too many to go through: only a transition that always applies, with nothing before it, is sure.
  if (situations === null)
    return [
      wayOf(
        'the conditions of the first transitions do not hold',
        out.filter(
          (one) => one.when.length === 0 && out.find(({ decision }) => decision === one.decision) === one,
        ),
      ),
    ];
  return situations.map((situation) =>
    wayOf(
      situationText(situation, conditions),
      out.filter((one) => isOpen(one, out, situation, deciders)),
    ),
  );
}

/** Somebody who may decide: their Strapi roles, and which of the named principals they are. */
interface Decider {
  readonly roles: readonly string[];
  readonly principals: readonly Principal[];
}

/** Everybody whom the transitions name; people who are alike once each, up to as many as an approval can need. */
function decidersOf(out: readonly Transition[], people: World['people']): Decider[] {
  const named = new Set(out.flatMap(({ who }) => who));
  const asked = out.flatMap(({ when }) => when.flatMap((one) => (one.on === 'role' ? one.any : [])));
  const guests = [...named].filter((one) => one.startsWith('guest:'));
  const counts = new Map<string, number>();
  return [...guests.map((guest) => [guest]), ...people.map(({ principals }) => principals)]
    .map((principals) => ({
      roles: asked.filter((role) => principals.includes(`role:${role}`)),
      principals: principals.filter((one) => named.has(one)),
    }))
    .filter((decider) => {
      const alike = JSON.stringify(decider);
      counts.set(alike, (counts.get(alike) ?? 0) + 1);
      return decider.principals.length > 0 && (counts.get(alike) ?? 0) <= 20;
    });
}

/** Whether enough of those for whom it is the transition that applies can take it. */
const isOpen = (
  one: Transition,
  out: readonly Transition[],
  situation: Situation,
  deciders: readonly Decider[],
): boolean =>
  isEnough(
    one,
    deciders
      .filter(({ roles }) => firstOf(out, one.decision, { ...situation, roles }) === one)
      .map(({ principals }) => ({ as: [...principals] })),
  );

const firstOf = (
  out: readonly Transition[],
  decision: Transition['decision'],
  facts: Situation & { readonly roles: readonly string[] },
): Transition | undefined =>
  out.find((one) => one.decision === decision && one.when.every((condition) => holds(condition, facts)));
