import type { Principal, Workflow } from './schema';

const permissions: Readonly<Record<string, string>> = {
  'review.submit': 'somebody who may submit for review',
  'review.approve': 'somebody who may approve',
};

/** A principal in words, for sentences: `the role editor-in-chief`, `rosa@bakery.test`. */
export function principalText(principal: Principal): string {
  const [kind, name] = [
    principal.slice(0, principal.indexOf(':')),
    principal.slice(principal.indexOf(':') + 1),
  ];
  switch (kind) {
    case 'role':
      return `the role ${name}`;
    case 'may':
      return permissions[name] ?? `somebody with the permission ${name}`;
    default:
      return name;
  }
}

/** Who may approve what stands in this stage, whatever the conditions: those for whom it waits. Guests have links instead. */
export const approversAt = ({ transitions }: Workflow, stage: string): Principal[] => [
  ...new Set(
    transitions
      .filter(({ decision, from }) => decision === 'approve' && from.includes(stage))
      .flatMap(({ who }) => who)
      .filter((principal) => !principal.startsWith('guest:')),
  ),
];
