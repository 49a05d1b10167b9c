import type { OpenCopy } from '../review/actions';
import type { Decision } from '../review/schema';
import type { Standing } from '../review/standing';
import type { Person } from '../schema';
import { momentsOf } from '../time/moments';
import type { Calendar } from '../time/schema';
import type { Workflow } from '../workflow/schema';
import { entryIdOf, type EntryKey } from '../../shared/entry-key';
import type { ReviewRow } from './schema';

/** What a row of the board is made of. */
export interface RowFacts {
  readonly key: EntryKey;
  readonly title: string;
  readonly seal: string;
  readonly updatedAt: number;
  readonly workflow: { readonly ref: string; readonly definition: Workflow };
  readonly decisions: readonly Decision[];
  readonly standing: Standing;
  readonly lastEdit: { readonly by: Person; readonly at: number } | null;
  readonly copies: readonly OpenCopy[];
  readonly dueOn: string | null;
  readonly calendar: Calendar;
  readonly zone: string;
}

/** An entry as lists show it. */
export function rowOf(facts: RowFacts): ReviewRow {
  const { key, standing, workflow, decisions, lastEdit, updatedAt } = facts;
  const stage = workflow.definition.stages.find((one) => one.key === standing.stage);
  const submitted = decisions.findLast(({ kind }) => kind === 'submit');
  const isDone = stage?.meaning === 'approved';
  const moments =
    stage && !isDone
      ? momentsOf({
          since: standing.since,
          stage,
          dueOn: facts.dueOn,
          calendar: facts.calendar,
          zone: facts.zone,
        })
      : { dueAt: null, remindAt: null };
  return {
    ...key,
    ...moments,
    entry: entryIdOf(key),
    title: facts.title,
    seal: facts.seal,
    copies: facts.copies.map(({ key: copy, seal, name, kind }) => ({ key: copy, seal, name, kind })),
    workflow: workflow.ref,
    stage: standing.stage,
    meaning: stage?.meaning ?? 'draft',
    since: standing.since ?? lastEdit?.at ?? updatedAt,
    submittedBy: submitted?.by ?? null,
    submittedAt: submitted?.at ?? null,
    lastEditor: lastEdit?.by ?? null,
  };
}
