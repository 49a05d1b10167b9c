import { tallyOf } from '../../review/votes';
import type { Principal, Workflow } from '../schema';
import type { World, WorkflowProblem } from './world';

/** Transitions that nobody can take, and approvals that need more people than there are. */
export const peopleProblems = (workflow: Workflow, { people }: Pick<World, 'people'>): WorkflowProblem[] =>
  workflow.transitions.flatMap((one, index) => {
    const path = `transitions[${index}]`;
    const able = holdersOf(one.who, people);
    if (able.length === 0)
      return [
        {
          path: `${path}.who`,
          message: `Nobody can take “${one.key}”: nobody is ${listed(one.who)}. Give somebody the right, or choose others.`,
        },
      ];
    const { needed, missing } = tallyOf(
      one,
      able.map((as) => ({ as })),
    );
    const [lacks] = missing;
    return lacks && one.needs.length > 0
      ? [
          {
            path: `${path}.needs`,
            message: `“${one.key}” needs ${needed} people, but only ${needed - missing.length} of those who may can be found: ${listed(lacks)} is missing. Ask for fewer, or let more people approve.`,
          },
        ]
      : [];
  });

/** Everybody whom these principals name, each by the principals that they are; guests count as they are invited. */
function holdersOf(named: readonly Principal[], people: World['people']): Principal[][] {
  const guests = named.filter((one) => one.startsWith('guest:')).map((one) => [one]);
  const users = people.map(({ principals }) => named.filter((one) => principals.includes(one)));
  return [...guests, ...users].filter((as) => as.length > 0);
}

const listed = (principals: readonly Principal[]): string => principals.join(' or ');
