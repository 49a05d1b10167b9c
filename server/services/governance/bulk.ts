import type { BulkRequest, BulkView } from '../../../src/governance/board/schema';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import type { Result } from '../../../src/shared/result';
import type { ReviewsStore } from '../../stores/reviews';
import type { Assignments } from './assignments';
import type { Decide } from './decide';
import type { Projection } from './projection';
import type { Reviewer } from './reviews';

export interface BulkDeps {
  readonly rows: Pick<ReviewsStore, 'of'>;
  readonly decide: Decide;
  readonly assignments: Pick<Assignments, 'assign' | 'setDue'>;
  readonly projection: Pick<Projection, 'refresh'>;
}

/** Does one thing with many entries. Each is judged for itself, in its own transaction: one refusal stops no other. */
export const bulk =
  ({ rows, decide, assignments, projection }: BulkDeps) =>
  async (asked: BulkRequest, by: Reviewer): Promise<BulkView> => {
    const answers: BulkView['answers'] = [];
    for (const [key, work] of worksOf(asked, by)) {
      const entry = entryIdOf(key);
      const done = await work();
      // What the list showed is stale: the next look at it shows the entry as it is.
      if (!done.ok && done.error.code === 'review.changed-meanwhile') await projection.refresh(key);
      const title = (await rows.of(entry))?.title ?? '';
      answers.push(
        done.ok
          ? { entry, title, ok: true, code: null, message: null }
          : { entry, title, ok: false, code: done.error.code, message: done.error.message },
      );
    }
    return { answers };

    function worksOf(request: BulkRequest, who: Reviewer): [EntryKey, () => Promise<Result<unknown>>][] {
      switch (request.action) {
        case 'decide': {
          const { kind, comment, checklist } = request;
          return request.entries.map(({ entry, seal, copies }) => [
            entry,
            () => decide(entry, { kind, seal, copies, comment, checklist }, who),
          ]);
        }
        case 'assign':
          return request.entries.map(({ entry }) => [
            entry,
            () => assignments.assign(entry, request.assignees, who, 'add'),
          ]);
        case 'due':
          return request.entries.map(({ entry }) => [
            entry,
            () => assignments.setDue(entry, request.dueOn, who),
          ]);
      }
    }
  };
