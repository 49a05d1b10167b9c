import type { LastEdit } from '../../src/governance/blockers';
import { isSamePerson } from '../../src/governance/blockers';
import type { Decision } from '../../src/governance/schema';
import { entryIdOf } from '../../src/shared/entry-key';
import type { LoadedEntry } from './entries';
import type { Notices } from './notices';

const waits = 'review.waits-for-approval';

/**
 * Says whose turn it is after a decision: while an entry waits for approval, everybody who looks at the inbox sees it; who
 * edited it last learns that changes were asked for.
 */
export const tellTurns =
  (notices: Notices) =>
  async (draft: LoadedEntry, { kind, by, comment }: Decision, lastEdit: LastEdit | null): Promise<void> => {
    if (kind === 'comment') return;
    const entry = entryIdOf(draft.key);
    const title = `“${draft.content.roles.title ?? draft.model.displayName}”`;
    if (kind === 'submit')
      return notices.raise({
        code: waits,
        severity: 'info',
        message: `${title} waits for approval. ${by.name} submitted it${comment ? `: “${comment}”` : '.'}`,
        entry,
      });
    await notices.settle({ code: waits, entry });
    if (kind !== 'request-changes' || lastEdit?.by.kind !== 'user' || isSamePerson(lastEdit.by, by)) return;
    await notices.raise({
      code: 'review.changes-requested',
      severity: 'warning',
      message: `${by.name} asks for changes to ${title}: “${comment ?? ''}”. Make them and submit it again.`,
      entry,
      to: lastEdit.by.id,
    });
  };
