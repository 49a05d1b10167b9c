import type { CopyFacts, Decision, Workflow } from './schema';

/** Where an entry stands in its workflow, told from what was decided and what the entry says now. */
export interface Standing {
  /** Key of one of the workflow's stages. */
  readonly stage: string;
  /** The last decision that led to a stage; comments lead nowhere. */
  readonly last: Decision | null;
  /** The last decision where it is an approval: valid, or voided by a change. */
  readonly approval: { readonly decision: Decision; readonly valid: boolean } | null;
}

/**
 * The stage is derived and never stored: an approval counts only for the very content that was approved, so every
 * visible change puts the entry back to the first stage by itself, and taking the change back restores the approval.
 * `decisions` are those of one entry, in any order; `seal` is the seal of what the entry says now.
 */
export function standingOf(decisions: readonly Decision[], seal: string, workflow: Workflow): Standing {
  const target = new Map(workflow.transitions.map(({ decision, to }) => [decision, to]));
  const last =
    [...decisions].sort((a, b) => b.number - a.number).find(({ kind }) => target.get(kind)) ?? null;
  const first = workflow.stages[0]?.key ?? '';
  if (!last) return { stage: first, last, approval: null };
  const stage = target.get(last.kind) ?? first;
  if (last.kind !== 'approve') return { stage, last, approval: null };
  const valid = last.seal === seal;
  return { stage: valid ? stage : first, last, approval: { decision: last, valid } };
}

/** The copies that the valid approval does not list as they are now. */
export const unapprovedCopies = (standing: Standing, copies: readonly CopyFacts[]): CopyFacts[] => {
  const approved = new Map(
    standing.approval?.valid ? standing.approval.decision.copies.map(({ key, seal }) => [key, seal]) : [],
  );
  return copies.filter(({ key, seal }) => approved.get(key) !== seal);
};
