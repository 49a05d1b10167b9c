import type { Workflow } from '../workflow/schema';
import { identityOf } from './person';
import type { Decision, RepeatedCopy } from './schema';

/** Where an entry stands in its workflow, told from what was decided and what the entry says now. */
export interface Standing {
  /** Key of one of the workflow's stages. */
  readonly stage: string;
  /** When it came there, in milliseconds since 1970; null where nothing was decided or an approval is void. */
  readonly since: number | null;
  /** The last decision that led to a stage. */
  readonly last: Decision | null;
  /** The last decision where it is an approval: valid, or voided by a change. */
  readonly approval: { readonly decision: Decision; readonly valid: boolean } | null;
  /** Approvals of exactly this content that still need others, one a person, oldest first. */
  readonly votes: readonly Decision[];
  /** An emergency that lets exactly this content out. */
  readonly emergency: Decision | null;
}

/**
 * The stage is derived and never stored: an approval counts only for the very content that was approved, so every
 * visible change puts the entry back to the first stage by itself, and taking the change back restores the approval.
 * `decisions` are those of one entry, in any order; `seal` is the seal of what the entry says now.
 */
export function standingOf(decisions: readonly Decision[], seal: string, workflow: Workflow): Standing {
  const ordered = [...decisions].sort((a, b) => a.number - b.number);
  const index = ordered.findLastIndex(({ to }) => to !== null);
  const last = ordered[index] ?? null;
  const after = ordered.slice(index + 1).filter((decision) => decision.seal === seal);
  const open = {
    last,
    votes: onePerPerson(after.filter(({ kind }) => kind === 'approve')),
    emergency: after.find(({ kind }) => kind === 'emergency') ?? null,
  };
  const first = workflow.stages[0]?.key ?? '';
  if (!last) return { ...open, stage: first, since: null, approval: null };
  const reached = workflow.stages.find(({ key }) => key === last.to);
  const isBound = last.kind === 'approve' || last.kind === 'adopt';
  const isHeld = reached !== undefined && (!isBound || last.seal === seal);
  const isApproval = isBound && (reached === undefined || reached.meaning === 'approved');
  return {
    ...open,
    stage: isHeld ? reached.key : first,
    since: isHeld ? last.at : null,
    approval: isApproval ? { decision: last, valid: isHeld } : null,
  };
}

/** The copies that the valid approval does not list as they are now, neither themselves nor as an earlier run. */
export const unapprovedCopies = <Copy extends Pick<RepeatedCopy, 'key' | 'seal' | 'repeats'>>(
  { approval }: Pick<Standing, 'approval'>,
  copies: readonly Copy[],
): Copy[] => {
  const approved = new Map(
    approval?.valid ? approval.decision.copies.map(({ key, seal }) => [key, seal]) : [],
  );
  return copies.filter(
    ({ key, seal, repeats = [] }) => ![key, ...repeats].some((one) => approved.get(one) === seal),
  );
};

/** The newest vote of each person: who looked again counts with what they saw then. */
function onePerPerson(votes: readonly Decision[]): Decision[] {
  const newest = new Map(votes.map((vote) => [identityOf(vote.by), vote]));
  return votes.filter((vote) => newest.get(identityOf(vote.by)) === vote);
}
