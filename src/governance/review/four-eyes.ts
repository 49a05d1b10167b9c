import type { Person } from '../schema';
import type { Workflow } from '../workflow/schema';
import { isSamePerson } from './person';
import type { Decision } from './schema';

/** A save that changed what an entry says. */
export interface Edit {
  readonly by: Person;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Number of the newest decision when it was made: tells the order without trusting clocks. */
  readonly after: number;
}

/** Number of the last approval that set an entry free, before decision number `before`; 0 where there was none. */
export function lastApproved(
  decisions: readonly Decision[],
  workflow: Workflow,
  before = Number.POSITIVE_INFINITY,
): number {
  const final = new Set(
    workflow.stages.filter(({ meaning }) => meaning === 'approved').map(({ key }) => key),
  );
  return decisions
    .filter(
      ({ kind, to, number }) =>
        number < before && (kind === 'approve' || kind === 'adopt') && to !== null && final.has(to),
    )
    .reduce((latest, { number }) => Math.max(latest, number), 0);
}

/** Who changed the entry since it was approved last: none of them may give the next approval. */
export const editorsSince = (edits: readonly Edit[], approved: number): Edit[] =>
  edits.filter(({ after }) => after >= approved);

/** The votes that together made this approval: those of the same content since the last other step. */
function approversOf(decisions: readonly Decision[], approval: Decision): Person[] {
  const other = decisions
    .filter(({ number, to, kind, seal }) => {
      const isStep = to !== null && number < approval.number;
      return isStep && !(kind === 'approve' && seal === approval.seal);
    })
    .reduce((latest, { number }) => Math.max(latest, number), 0);
  return decisions
    .filter(
      ({ kind, seal, number }) =>
        (kind === 'approve' || kind === 'adopt') &&
        seal === approval.seal &&
        number > other &&
        number <= approval.number,
    )
    .map(({ by }) => by);
}

/** An approver who had edited what they approved: recorded as editor only after deciding, or let through by a fault. */
export function ownApproval(
  decisions: readonly Decision[],
  edits: readonly Edit[],
  workflow: Workflow,
  approval: Decision,
): Person | null {
  const approvers = approversOf(decisions, approval);
  const earlier = lastApproved(
    decisions.filter(({ seal }) => seal !== approval.seal),
    workflow,
    approval.number,
  );
  const editors = editorsSince(edits, earlier).filter(({ after }) => after < approval.number);
  return approvers.find((one) => editors.some(({ by }) => isSamePerson(by, one))) ?? null;
}
