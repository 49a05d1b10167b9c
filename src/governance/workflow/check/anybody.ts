import type { Workflow } from '../schema';
import type { World } from './world';

/** As many of a kind as an approval can ask for. */
const crowd = 20;

/**
 * People as a workflow would need them, for checking it where nobody is there yet: enough of every role that it names,
 * alone and together with the others, and everybody whom it names in person.
 */
export function anybodyFor({ transitions, stages }: Workflow): Pick<World, 'roles' | 'people'> {
  const principals = [
    ...transitions.flatMap(({ who }) => who),
    ...stages.flatMap(({ escalate }) => escalate),
  ];
  const asked = transitions.flatMap(({ when }) => when.flatMap((one) => (one.on === 'role' ? one.any : [])));
  const codes = [
    ...new Set([
      ...asked,
      ...principals.flatMap((one) => (one.startsWith('role:') ? [one.slice('role:'.length)] : [])),
    ]),
  ];
  const rights = principals.filter((one) => one.startsWith('may:'));
  const users = principals.filter((one) => one.startsWith('user:'));
  const groups = [[], ...codes.map((code) => [`role:${code}`]), codes.map((code) => `role:${code}`)];
  return {
    roles: codes.map((code) => ({ code, name: code })),
    people: [
      ...groups.flatMap((roles) =>
        Array.from({ length: crowd }, () => ({ name: '', principals: [...roles, ...rights] })),
      ),
      ...users.map((user) => ({ name: user, principals: [user, ...rights] })),
    ],
  };
}
