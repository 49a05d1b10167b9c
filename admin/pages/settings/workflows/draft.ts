import type {
  Condition,
  Principal,
  Stage,
  Transition,
  TransitionKind,
  Workflow,
} from '../../../../src/governance/workflow/schema';

/** A workflow as the editor holds it: not checked, so anything may be missing. */
export type Draft = Workflow;

/** A short key that none of these has: `Legal review` → `legal-review`. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 36);
  const start = plain || 'stage';
  let key = start;
  for (let number = 2; taken.includes(key); number++) key = `${start}-${number}`;
  return key;
}

export const blankStage = (name: string, taken: readonly string[]): Stage => ({
  key: keyFor(name, taken),
  name,
  colour: 'primary',
  meaning: 'review',
  days: null,
  remind: null,
  escalate: [],
  lock: 'none',
});

export const blankTransition = (decision: TransitionKind, { stages, transitions }: Draft): Transition => ({
  key: keyFor(
    decision,
    transitions.map(({ key }) => key),
  ),
  decision,
  from: [stages[0]?.key ?? ''],
  to: stages.at(-1)?.key ?? '',
  when: [],
  who: ['may:review.approve'],
  needs: [],
  fourEyes: false,
  checklist: [],
  comment: decision === 'request-changes' ? 'required' : 'optional',
});

/** A condition of this kind to begin with. */
export const blankCondition = (on: Condition['on']): Condition =>
  on === 'score' ? { on, below: 80 } : { on, any: [] };

/** The list with one of its elements a place further up (-1) or down (1). */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(index, 1);
  if (one !== undefined) next.splice(index + by, 0, one);
  return next;
}

/** Without a stage: transitions no longer begin there, and those that led there or began nowhere else are gone. */
export const withoutStage = (draft: Draft, key: string): Draft => ({
  ...draft,
  stages: draft.stages.filter((stage) => stage.key !== key),
  transitions: draft.transitions
    .map((one) => ({ ...one, from: one.from.filter((from) => from !== key) }))
    .filter(({ from, to }) => from.length > 0 && to !== key),
});

/** How many people an approval needs in all; one where nothing else is said. */
export const countOf = ({ needs }: Transition): number =>
  needs.reduce((sum, { count }) => sum + count, 0) || 1;

/** Somebody who may no longer decide is no longer needed either. */
export const withWho = (one: Transition, who: Principal[]): Transition => ({
  ...one,
  who,
  needs: one.needs
    .map(({ count, of }) => ({ count, of: of.filter((principal) => who.includes(principal)) }))
    .filter(({ of }) => of.length > 0),
});
