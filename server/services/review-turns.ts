import { isSamePerson } from '../../src/governance/review/person';
import type { Decision } from '../../src/governance/review/schema';
import type { Person } from '../../src/governance/schema';
import { entryIdOf } from '../../src/shared/entry-key';
import type { LoadedEntry } from './entries';
import type { Review } from './governance/review-of';
import type { Notices } from './notices';

/** Told to whoever may approve, so that nobody else gets mails about it. */
const waits = {
  code: 'review.waits-for-approval',
  audience: { kind: 'permission', permission: 'review.approve' },
} as const;

const titleOf = ({ content, model }: LoadedEntry): string => `“${content.roles.title ?? model.displayName}”`;

/**
 * Says whose turn it is after a decision: while an entry waits for approval, everybody who may approve sees it in the inbox; who
 * edited it last learns that changes were asked for; the owner learns of an emergency.
 */
export const tellTurns =
  (notices: Notices) =>
  async ({ draft, lastEdit }: Review, { kind, by, comment, to }: Decision): Promise<void> => {
    const entry = entryIdOf(draft.key);
    const title = titleOf(draft);
    if (kind === 'submit')
      return notices.raise({
        ...waits,
        severity: 'info',
        message: `${title} waits for approval. ${by.name} submitted it${comment ? `: “${comment}”` : '.'}`,
        entry,
        by: by.id,
      });
    if (kind === 'emergency')
      return notices.raise({
        code: 'review.emergency',
        severity: 'error',
        message: `${by.name} may publish ${title} as it is now without an approval: “${comment ?? ''}”. Look at it.`,
        entry,
        audience: { kind: 'permission', permission: 'settings.manage' },
      });
    if (to === null) return;
    await notices.settle({ ...waits, entry });
    if (kind !== 'request-changes' || lastEdit?.by.kind !== 'user' || isSamePerson(lastEdit.by, by)) return;
    await notices.raise({
      code: 'review.changes-requested',
      severity: 'warning',
      message: `${by.name} asks for changes to ${title}: “${comment ?? ''}”. Make them and submit it again.`,
      entry,
      to: lastEdit.by.id,
    });
  };

/** Tells the approver whose approval is void by an edit, with what was changed (paths of fields). */
export const tellVoided =
  (notices: Notices) =>
  async (draft: LoadedEntry, by: Person, voided: Decision, changed: readonly string[]): Promise<void> => {
    if (voided.by.kind !== 'user') return;
    const what = changed.length > 0 ? ` (${changed.slice(0, 5).join(', ')})` : '';
    await notices.raise({
      code: 'review.changed-since-approval',
      severity: 'warning',
      message: `${by.name} changed ${titleOf(draft)}${what} after ${voided.by.name} approved it. The approval no longer holds: look at it again.`,
      entry: entryIdOf(draft.key),
      to: voided.by.id,
    });
  };
