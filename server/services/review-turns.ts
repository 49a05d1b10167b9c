import { isSamePerson } from '../../src/governance/review/person';
import type { Decision } from '../../src/governance/review/schema';
import type { Person } from '../../src/governance/schema';
import { approversAt } from '../../src/governance/workflow/principal';
import { entryIdOf } from '../../src/shared/entry-key';
import type { LoadedEntry } from './entries';
import type { Review } from './governance/review-of';
import type { ReadersStore } from '../stores/readers';
import type { Audience, Notices } from './notices';

const waits = 'review.waits-for-approval';

const titleOf = ({ content, model }: LoadedEntry): string => `“${content.roles.title ?? model.displayName}”`;

/**
 * Says whose turn it is after a decision: while an entry waits for approval, everybody who may approve it there sees it in the
 * inbox; who edited it last learns that changes were asked for; the owner learns of an emergency.
 */
export const tellTurns =
  (notices: Notices, readers: Pick<ReadersStore, 'of'>) =>
  async (review: Review, { kind, by, comment, to }: Decision): Promise<void> => {
    const { draft, lastEdit } = review;
    const entry = entryIdOf(draft.key);
    const title = titleOf(draft);
    if (kind === 'emergency')
      return notices.raise({
        code: 'review.emergency',
        severity: 'error',
        message: `${by.name} may publish ${title} as it is now without an approval: “${comment ?? ''}”. Look at it.`,
        entry,
        audience: { kind: 'permission', permission: 'settings.manage' },
      });
    if (to === null) return;
    await notices.settleEntry(waits, entry);
    const reached = review.workflow.definition.stages.find(({ key }) => key === to);
    if (reached?.meaning === 'review') {
      const did = kind === 'submit' ? 'submitted it' : 'passed it on';
      await notices.raise({
        code: waits,
        audience: await audienceOf(readers, review, to),
        severity: 'info',
        message: `${title} waits for approval. ${by.name} ${did}${comment ? `: “${comment}”` : '.'}`,
        entry,
        by: by.id,
      });
    }
    if (kind !== 'request-changes' || lastEdit?.by.kind !== 'user' || isSamePerson(lastEdit.by, by)) return;
    await notices.raise({
      code: 'review.changes-requested',
      severity: 'warning',
      message: `${by.name} asks for changes to ${title}: “${comment ?? ''}”. Make them and submit it again.`,
      entry,
      to: lastEdit.by.id,
    });
  };

/** Whoever may approve in this stage, each told once, so that nobody else gets mails about it. */
async function audienceOf(
  readers: Pick<ReadersStore, 'of'>,
  { workflow }: Review,
  stage: string,
): Promise<Audience> {
  const who = approversAt(workflow.definition, stage);
  const [only] = who;
  if (who.length === 1 && only?.startsWith('may:')) return { kind: 'permission', permission: only.slice(4) };
  const ids = new Set<string>();
  for (const principal of who) for (const { id } of await readers.of(principal)) ids.add(id);
  return { kind: 'users', ids: [...ids] };
}

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
