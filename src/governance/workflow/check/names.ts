import type { Condition, Principal, Transition, Workflow } from '../schema';
import type { World, WorkflowProblem } from './world';

/** What a definition names that this app does not have: a field, a type, a language, a role, a channel, a permission. */
export const nameProblems = (workflow: Workflow, world: World): WorkflowProblem[] => [
  ...workflow.stages.flatMap(({ lock, escalate }, index) => [
    ...escalate.flatMap((one, at) => principalProblem(one, `stages[${index}].escalate[${at}]`, world)),
    ...(typeof lock === 'object'
      ? lock.fields.flatMap((field, at) =>
          fieldProblem(field, `stages[${index}].lock.fields[${at}]`, world.types),
        )
      : []),
  ]),
  ...workflow.transitions.flatMap((one, index) => transitionNames(one, `transitions[${index}]`, world)),
];

const transitionNames = ({ when, who }: Transition, path: string, world: World): WorkflowProblem[] => [
  ...when.flatMap((condition, at) => conditionProblems(condition, `${path}.when[${at}]`, when, world)),
  ...who.flatMap((one, at) => principalProblem(one, `${path}.who[${at}]`, world)),
];

const marks = ['price', 'legal'];

function conditionProblems(
  condition: Condition,
  path: string,
  beside: readonly Condition[],
  world: World,
): WorkflowProblem[] {
  const each = (what: string, names: readonly string[], known: readonly string[]) =>
    names.flatMap((name, at) =>
      known.includes(name) ? [] : [missing(`${path}.any[${at}]`, what, name, known)],
    );
  switch (condition.on) {
    case 'role':
      return each(
        'role',
        condition.any,
        world.roles.map(({ code }) => code),
      );
    case 'type':
      return each(
        'content type',
        condition.any,
        world.types.map(({ uid }) => uid),
      );
    case 'locale':
      return each('language', condition.any, world.locales);
    case 'marked':
      return each('mark', condition.any, marks);
    case 'channels':
    case 'only-channels':
      return each('kind of channel', condition.any, world.channelKinds);
    case 'changed':
      return condition.any.flatMap((field, at) =>
        fieldProblem(field, `${path}.any[${at}]`, typesOf(beside, world)),
      );
    case 'score':
      return [];
  }
}

/** The types that the conditions beside leave: a field has to exist in one of them. */
const typesOf = (conditions: readonly Condition[], { types }: World): World['types'] =>
  types.filter(({ uid }) =>
    conditions.every((one) => one.on !== 'type' || one.any.includes(uid) !== (one.not ?? false)),
  );

function fieldProblem(field: string, path: string, types: World['types']): WorkflowProblem[] {
  const exists = types.some(({ fields }) =>
    fields.some((known) => known === field || known.startsWith(`${field}.`)),
  );
  if (exists) return [];
  const [only] = types;
  return types.length === 1 && only
    ? [missing(path, `field of ${only.name}`, field, only.fields)]
    : [
        {
          path,
          message: `No content type has a field “${field}”. Check its name, or choose another field.`,
        },
      ];
}

function principalProblem(principal: Principal, path: string, world: World): WorkflowProblem[] {
  const [kind, name] = partsOf(principal);
  if (kind === 'role') {
    const codes = world.roles.map(({ code }) => code);
    return codes.includes(name) ? [] : [missing(path, 'role', name, codes)];
  }
  if (kind === 'may')
    return world.permissions.includes(name)
      ? []
      : [missing(path, 'permission of Presence', name, world.permissions)];
  if (kind === 'user' && !world.people.some(({ principals }) => principals.includes(principal)))
    return [
      {
        path,
        message: `Nobody with the address ${name} can sign in. Invite them, or choose somebody else.`,
      },
    ];
  return [];
}

/** `role:editor` as kind and name. */
const partsOf = (principal: Principal): [string, string] => {
  const colon = principal.indexOf(':');
  return [principal.slice(0, colon), principal.slice(colon + 1)];
};

const missing = (path: string, what: string, name: string, known: readonly string[]): WorkflowProblem => ({
  path,
  message: `There is no ${what} “${name}”. There is: ${known.join(', ') || 'none'}.`,
});
