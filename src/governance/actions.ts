import { isSamePerson, type LastEdit } from './blockers';
import type { Action, CopyFacts, Person, Workflow } from './schema';
import { unapprovedCopies, type Standing } from './stage';

/** What decides which buttons a person gets. */
export interface ActionFacts {
  readonly workflow: Workflow;
  readonly standing: Standing;
  readonly user: Person;
  /** Whether the user holds one of our permissions, named without `plugin::presence.`. */
  readonly can: (permission: string) => boolean;
  readonly fourEyes: boolean;
  readonly lastEdit: LastEdit | null;
  readonly copies: readonly (CopyFacts & { readonly editedBy?: string | null })[];
}

/** What this person may do at this stage; with a reason where a button is grey. */
export const actionsOf = (facts: ActionFacts): Action[] =>
  facts.workflow.transitions
    .filter(({ from, permission }) => from.includes(facts.standing.stage) && facts.can(permission))
    .map(({ decision, comment, fourEyes }) => {
      const own = fourEyes ? fourEyesReason(facts) : null;
      const reason = own ?? doneReason(facts, decision);
      const code = own === null ? ('review.not-possible' as const) : ('review.four-eyes' as const);
      return { decision, comment, disabledReason: reason, disabledCode: reason === null ? null : code };
    });

function fourEyesReason({ fourEyes, lastEdit, copies, user }: ActionFacts): string | null {
  if (!fourEyes) return null;
  if (lastEdit && isSamePerson(lastEdit.by, user))
    return 'You edited this entry last. Somebody else has to approve it.';
  const own = copies.find(({ editedBy }) => editedBy && editedBy === user.id);
  return own ? `You edited the text for ${own.name} last. Somebody else has to approve it.` : null;
}

function doneReason({ standing, copies }: ActionFacts, decision: Action['decision']): string | null {
  if (decision !== 'approve' || !standing.approval?.valid) return null;
  return unapprovedCopies(standing, copies).length === 0 ? 'It is approved as it is.' : null;
}
