import type { Policy } from './schema';
import { standardWorkflow } from './standard';
import type { World, WorkflowProblem } from './check/world';

/** Key of the workflow that applies to entries of this type and language: that of the first policy that fits. */
export const workflowKeyFor = (policies: readonly Policy[], uid: string, locale: string | null): string =>
  policies.find((policy) => fits(policy, uid, locale))?.workflow ?? standardWorkflow.key;

/** Policies that name what does not exist, or that never apply because an earlier one takes all; `policies[1].types[0]`. */
export function policyProblems(
  policies: readonly Policy[],
  workflows: readonly string[],
  world: Pick<World, 'types' | 'locales'>,
): WorkflowProblem[] {
  const types = world.types.map(({ uid }) => uid);
  return policies.flatMap((policy, index) => {
    const path = `policies[${index}]`;
    const wide = policies.slice(0, index).some((before) => takesAll(before, policy));
    return [
      ...unknown([policy.workflow], workflows, () => `${path}.workflow`, 'workflow'),
      ...unknown(policy.types ?? [], types, (at) => `${path}.types[${at}]`, 'content type'),
      ...unknown(policy.locales ?? [], world.locales, (at) => `${path}.locales[${at}]`, 'language'),
      ...(policy.types?.length === 0
        ? [{ path: `${path}.types`, message: 'Choose at least one content type, or all of them.' }]
        : []),
      ...(policy.locales?.length === 0
        ? [{ path: `${path}.locales`, message: 'Choose at least one language, or all of them.' }]
        : []),
      ...(wide
        ? [
            {
              path,
              message: 'It never applies: a rule above it takes the same entries. Move it up, or remove it.',
            },
          ]
        : []),
    ];
  });
}

const fits = ({ types, locales }: Policy, uid: string, locale: string | null): boolean =>
  (types === null || types.includes(uid)) &&
  (locales === null || (locale !== null && locales.includes(locale)));

const takesAll = (before: Policy, after: Policy): boolean =>
  isWider(before.types, after.types) && isWider(before.locales, after.locales);

const isWider = (wide: readonly string[] | null, narrow: readonly string[] | null): boolean =>
  wide === null || (narrow !== null && narrow.every((one) => wide.includes(one)));

const unknown = (
  names: readonly string[],
  known: readonly string[],
  path: (at: number) => string,
  what: string,
): WorkflowProblem[] =>
  names.flatMap((name, at) =>
    known.includes(name)
      ? []
      : [
          {
            path: path(at),
            message: `There is no ${what} “${name}”. There is: ${known.join(', ') || 'none'}.`,
          },
        ],
  );
