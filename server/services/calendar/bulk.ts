import type { BulkAnswer, BulkInput, BulkView } from '../../../src/publishing/calendar/bulk';
import { movedBy } from '../../../src/publishing/calendar/moved';
import type { PublicationView } from '../../../src/publishing/schema';
import type { Actor } from '../../../src/shared/actor';
import { fail, type Result } from '../../../src/shared/result';
import type { PublicationRow } from '../../stores/publication-row';
import type { Publications } from '../publications';

export interface BulkDeps {
  readonly publications: Pick<Publications, 'retry' | 'cancel' | 'reschedule'>;
  readonly byKey: (key: string) => Promise<PublicationRow | null>;
  /** How a publication is called: its campaign. */
  readonly titlesOf: (campaigns: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The zone of the business. */
  readonly zone: () => Promise<string>;
}

export type PublicationsBulk = ReturnType<typeof publicationsBulk>;

/** Does one thing with many publications. Each is judged for itself, as if it came alone: one refusal stops no other. */
export const publicationsBulk =
  ({ publications, byKey, titlesOf, zone }: BulkDeps) =>
  async (input: BulkInput, actor: Actor): Promise<BulkView> => {
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

    async function act(key: string, row: PublicationRow | undefined): Promise<Result<PublicationView>> {
      switch (input.action) {
        case 'cancel':
          return publications.cancel(key, actor);
        case 'retry':
          return publications.retry(key, actor);
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
  };

const noTime = {
  code: 'publication.no-time',
  message: 'It has no time yet that could be moved. Schedule it in its campaign.',
} as const;
