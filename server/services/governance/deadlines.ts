import { nextTell, tellOf, type Told } from '../../../src/governance/time/moments';
import type { NewNotice, Notices } from '../notices';
import type { ReviewsStore, StoredReview } from '../../stores/reviews';
import type { AssignmentsStore } from '../../stores/assignments';
import type { Transaction } from '../transaction';
import type { Colleagues } from './colleagues';
import type { Workflows } from './review-of';

export interface DeadlinesDeps {
  readonly store: Pick<ReviewsStore, 'toTell' | 'claimTell' | 'waits'>;
  readonly assignments: Pick<AssignmentsStore, 'of'>;
  readonly colleagues: Pick<Colleagues, 'idsOf'>;
  readonly workflows: Pick<Workflows, 'byRef'>;
  readonly notices: Pick<Notices, 'raise'>;
  /** The zone of the business, in which a time is told. */
  readonly zone: () => Promise<string>;
  readonly transaction: Transaction;
  readonly now: () => number;
}

const atOnce = 100;

export type Deadlines = ReturnType<typeof deadlines>;

/** Tells of due dates that come near or have passed: each once, whichever of several instances looks first. */
export const deadlines = (deps: DeadlinesDeps) => ({
  /** One look. Answers how many were told. */
  async tellDue(): Promise<number> {
    let told = 0;
    for (;;) {
      const rows = await deps.store.toTell(deps.now(), atOnce);
      const failures: unknown[] = [];
      for (const row of rows) {
        try {
          if (await deps.transaction(() => tell(deps, row))) told += 1;
        } catch (error) {
          failures.push(error);
        }
      }
      // One that cannot be told stands in nobody's way; the next round tries it again.
      if (failures.length > 0) throw failures[0];
      if (rows.length < atOnce) return told;
    }
  },
});

async function tell(deps: DeadlinesDeps, row: StoredReview): Promise<boolean> {
  const what = tellOf(row, row.told, deps.now());
  const told: Told = what === 'overdue' ? 'overdue' : what === 'remind' ? 'reminded' : row.told;
  const isOurs = await deps.store.claimTell(row, { told, toldFor: row.dueAt, tellAt: nextTell(row, told) });
  if (!isOurs || what === null || row.dueAt === null) return false;
  const when = clock(row.dueAt, await deps.zone());
  const about = { entry: row.entry, about: String(row.dueAt) };
  const actors = await deps.colleagues.idsOf(await turnOf(deps, row));
  const audience = { kind: 'users', ids: actors } as const;
  const notice: NewNotice =
    what === 'remind'
      ? {
          ...about,
          code: 'review.due-soon',
          severity: 'info',
          message: `“${row.title}” is due on ${when}. Look at it before then.`,
          audience,
        }
      : {
          ...about,
          code: 'review.overdue',
          severity: 'warning',
          message: `“${row.title}” was due on ${when}, and nobody has decided. Look at it now, or give it to somebody else.`,
          audience,
        };
  if (actors.length > 0) await deps.notices.raise(notice);
  if (what === 'overdue') await escalate(deps, row, when);
  return true;
}

/** Whose turn it is: those whom it is given to, else those who may decide, else who wrote last. */
async function turnOf({ store, assignments }: DeadlinesDeps, row: StoredReview): Promise<string[]> {
  const given = await assignments.of([row.entry]);
  if (given.length > 0) return given.map(({ principal }) => principal);
  const waits = await store.waits(row.entry);
  const turn = waits
    .filter(({ why }) => why === 'decide' || why === 'change')
    .map(({ principal }) => principal);
  if (turn.length > 0) return turn;
  return row.lastEditor?.kind === 'user' ? [`id:${row.lastEditor.id}`] : [];
}

async function escalate(deps: DeadlinesDeps, row: StoredReview, when: string): Promise<void> {
  const workflow = await deps.workflows.byRef(row.workflow);
  const stage = workflow?.stages.find(({ key }) => key === row.stage);
  const ids = await deps.colleagues.idsOf(stage?.escalate ?? []);
  if (ids.length === 0) return;
  await deps.notices.raise({
    code: 'review.escalated',
    severity: 'warning',
    message: `“${row.title}” waits in “${stage?.name ?? row.stage}” since before ${when}, when it was due. See that somebody decides.`,
    entry: row.entry,
    about: String(row.dueAt),
    audience: { kind: 'users', ids },
  });
}

const clock = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at);
