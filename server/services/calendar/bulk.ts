import type { BulkAnswer, BulkInput, BulkView } from '../../../src/publishing/calendar/bulk';
import { movedBy } from '../../../src/publishing/calendar/moved';
import type { RecallState } from '../../../src/publishing/operations/recall';
import { fail, ok } from '../../../src/shared/result';
import type { PublicationRow } from '../../stores/publication-row';
import type { Publications } from '../publications';
import type { Asker, Recalls } from '../recalls';

export interface BulkDeps {
  readonly publications: Pick<Publications, 'retry' | 'cancel' | 'reschedule'>;
  readonly recall: Recalls['recall'];
  readonly byKey: (key: string) => Promise<PublicationRow | null>;
  /** How a publication is called: its campaign. */
  readonly titlesOf: (campaigns: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The zone of the business. */
  readonly zone: () => Promise<string>;
}

/** How one went; the code is that of a refusal, or of the channel. */
type Done =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

export type PublicationsBulk = ReturnType<typeof publicationsBulk>;

/** Does one thing with many publications. Each is judged for itself, as if it came alone: one refusal stops no other. */
export const publicationsBulk =
  ({ publications, recall, byKey, titlesOf, zone }: BulkDeps) =>
  async (input: BulkInput, asker: Asker): Promise<BulkView> => {
    const { actor } = asker;
    const home = await zone();
    const rows = new Map<string, PublicationRow>();
    for (const key of input.keys) {
      const row = await byKey(key);
      if (row) rows.set(key, row);
    }
    const titles = await titlesOf([...new Set([...rows.values()].map(({ campaign }) => campaign))]);
    const answers: BulkAnswer[] = [];
    for (const key of input.keys) {
      const row = rows.get(key);
      const done = await act(key, row);
      const title = titles.get(row?.campaign ?? '') ?? '';
      answers.push(
        done.ok
          ? { key, title, ok: true, code: null, message: null }
          : { key, title, ok: false, code: done.error.code, message: done.error.message },
      );
    }
    return { answers };

    async function act(key: string, row: PublicationRow | undefined): Promise<Done> {
      switch (input.action) {
        case 'cancel':
          return publications.cancel(key, actor);
        case 'retry':
          return publications.retry(key, actor);
        case 'recall':
          return takenBack(key, input.reason);
        case 'reschedule':
          return publications.reschedule(key, { when: input.when }, actor);
        case 'shift':
          if (!row || row.dueAt === null) return fail(noTime);
          return publications.reschedule(
            key,
            { when: movedBy({ dueAt: row.dueAt, zone: row.zone }, input, home) },
            actor,
          );
      }
    }

    /** What its channel keeps, or has not answered yet, was not taken back. */
    async function takenBack(key: string, reason: string): Promise<Done> {
      const done = await recall(key, asker, reason);
      if (!done.ok) return done;
      if (!done.value || isTakenBack(done.value.state)) return ok(null);
      const { code, message } = done.value;
      return { ok: false, error: { code, message: message || 'It is under way. Reload the list.' } };
    }
  };

const isTakenBack = (state: RecallState): boolean => !['waiting', 'kept', 'failed'].includes(state);

const noTime = {
  code: 'publication.no-time',
  message: 'It has no time yet that could be moved. Schedule it in its campaign.',
} as const;
