import type { Principal, Workflow } from '../schema';

/** Whether a workflow names somebody: as one who may, who is needed, who is told, or in a condition on roles. */
export const namesPrincipal = (workflow: Workflow, principal: Principal): boolean =>
  JSON.stringify(replaced(workflow, principal, null)) !== JSON.stringify(workflow);

/** The same workflow with another person or role in each place of the old one; null only takes it out. */
export function replaced(workflow: Workflow, old: Principal, next: Principal | null): Workflow {
  const swap = (list: readonly Principal[]): Principal[] => [
    ...new Set(list.flatMap((one) => (one === old ? (next ?? []) : one))),
  ];
  const roleOf = (principal: Principal | null) =>
    principal?.startsWith('role:') ? principal.slice('role:'.length) : null;
  const [oldRole, nextRole] = [roleOf(old), roleOf(next)];
  const swapRole = (roles: readonly string[]): string[] => [
    ...new Set(roles.flatMap((one) => (one === oldRole ? (nextRole ?? []) : one))),
  ];
  return {
    ...workflow,
    stages: workflow.stages.map((stage) => ({ ...stage, escalate: swap(stage.escalate) })),
    transitions: workflow.transitions.map((one) => ({
      ...one,
      who: swap(one.who),
      needs: one.needs.map(({ count, of }) => ({ count, of: swap(of) })),
      when: one.when.map((condition) =>
        condition.on === 'role' ? { ...condition, any: swapRole(condition.any) } : condition,
      ),
    })),
  };
}
