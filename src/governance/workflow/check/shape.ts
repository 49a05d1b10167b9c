import type { Stage, Transition, Workflow } from '../schema';
import type { WorkflowProblem } from './world';

/** What contradicts itself in a definition, whatever app it is for: names used twice, unknown stages, wrong directions. */
export const shapeProblems = (workflow: Workflow): WorkflowProblem[] => [
  ...duplicates('stages', workflow.stages),
  ...duplicates('transitions', workflow.transitions),
  ...firstStage(workflow.stages[0]),
  ...workflow.stages.flatMap((stage, index) => times(stage, `stages[${index}]`)),
  ...(workflow.stages.some(({ meaning }) => meaning === 'approved')
    ? []
    : [
        {
          path: 'stages',
          message: 'No stage means “approved”, so nothing could ever go out. Add one.',
        },
      ]),
  ...workflow.transitions.flatMap((one, index) => ends(one, `transitions[${index}]`, workflow)),
  ...workflow.transitions.flatMap((one, index) => needs(one, `transitions[${index}]`)),
  ...covered(workflow.transitions),
];

const duplicates = (part: string, list: readonly { readonly key: string }[]): WorkflowProblem[] =>
  list.flatMap(({ key }, index) =>
    list.findIndex((other) => other.key === key) < index
      ? [
          {
            path: `${part}[${index}].key`,
            message: `“${key}” is the key of two ${part}. Give each its own.`,
          },
        ]
      : [],
  );

function firstStage(first: Stage | undefined): WorkflowProblem[] {
  if (!first) return [];
  const problems: WorkflowProblem[] = [];
  if (first.meaning !== 'draft')
    problems.push({
      path: 'stages[0].meaning',
      message: `Entries begin in the first stage, so “${first.name}” has to be one where they are written.`,
    });
  if (first.lock !== 'none')
    problems.push({
      path: 'stages[0].lock',
      message: `Entries begin in “${first.name}”, so nothing may be locked there.`,
    });
  return problems;
}

function times({ name, days, remind, escalate }: Stage, path: string): WorkflowProblem[] {
  if (days === null && remind !== null)
    return [
      {
        path: `${path}.remind`,
        message: `“${name}” has no time limit to be reminded of. Set the days, or no reminder.`,
      },
    ];
  if (days === null && escalate.length > 0)
    return [
      {
        path: `${path}.escalate`,
        message: `“${name}” has no time limit, so nobody would be told. Set the days, or tell nobody.`,
      },
    ];
  if (days !== null && remind !== null && remind >= days)
    return [
      {
        path: `${path}.remind`,
        message: `A reminder ${remind} days before the end comes before “${name}” begins: it lasts ${days}. Choose fewer days.`,
      },
    ];
  return [];
}

/** Which meanings each decision may lead to: only an approval makes something approved. */
const targets: Readonly<Record<Transition['decision'], readonly Stage['meaning'][]>> = {
  submit: ['review'],
  approve: ['review', 'approved'],
  'request-changes': ['draft', 'review'],
  withdraw: ['draft', 'review'],
  unlock: ['draft', 'review'],
};

const allowed: Readonly<Record<Transition['decision'], string>> = {
  submit: 'Who submits hands it to somebody who looks: choose a stage where it is reviewed.',
  approve: 'Choose a stage where it is reviewed further, or one that means approved.',
  'request-changes': 'Choose a stage where it is written or reviewed.',
  withdraw: 'Choose a stage where it is written or reviewed.',
  unlock: 'Choose a stage where it is written or reviewed.',
};

function ends({ from, to, decision }: Transition, path: string, { stages }: Workflow): WorkflowProblem[] {
  const names = stages.map(({ key }) => key).join(', ');
  const unknown = (at: string, key: string) => ({
    path: at,
    message: `There is no stage “${key}”. This workflow has: ${names}.`,
  });
  const known = new Set(stages.map(({ key }) => key));
  const target = stages.find(({ key }) => key === to);
  const problems = from.flatMap((key, at) => (known.has(key) ? [] : [unknown(`${path}.from[${at}]`, key)]));
  if (!target) return [...problems, unknown(`${path}.to`, to)];
  if (targets[decision].includes(target.meaning)) return problems;
  return [
    ...problems,
    { path: `${path}.to`, message: `It cannot lead to “${target.name}”. ${allowed[decision]}` },
  ];
}

function needs({ needs: slots, who, decision }: Transition, path: string): WorkflowProblem[] {
  if (decision !== 'approve' && slots.length > 0)
    return [
      { path: `${path}.needs`, message: 'Only an approval can need several people. Leave the number out.' },
    ];
  return slots.flatMap(({ of }, slot) =>
    of.flatMap((principal, at) =>
      who.includes(principal)
        ? []
        : [
            {
              path: `${path}.needs[${slot}].of[${at}]`,
              message: `${principal} is needed but may not decide. Add it to those who may, or ask somebody else.`,
            },
          ],
    ),
  );
}

/** A transition without conditions hides those of the same decision and stage that stand after it. */
const covered = (transitions: readonly Transition[]): WorkflowProblem[] =>
  transitions.flatMap((one, index) => {
    const before = transitions
      .slice(0, index)
      .find(
        ({ decision, when, from }) =>
          decision === one.decision && when.length === 0 && from.some((stage) => one.from.includes(stage)),
      );
    return before
      ? [
          {
            path: `transitions[${index}].when`,
            message: `“${one.key}” never applies where “${before.key}” does, which has no conditions and stands before it. Move it up, or give the other one conditions.`,
          },
        ]
      : [];
  });
