import { columnsOf } from '../../../src/governance/board/columns';
import type {
  Assignee,
  BoardQuery,
  BoardView,
  Card,
  NeedsYouQuery,
  NeedsYouView,
} from '../../../src/governance/board/schema';
import type { Stage, Workflow } from '../../../src/governance/workflow/schema';
import type { AssignmentsStore } from '../../stores/assignments';
import type { ReviewFilter, ReviewListsStore, Waiting } from '../../stores/review-lists';
import type { StoredReview } from '../../stores/reviews';
import type { ThreadsStore } from '../../stores/threads';
import type { Colleagues } from './colleagues';
import type { Workflows } from './review-of';
import type { Reviewer } from './reviews';

export interface BoardDeps {
  readonly lists: ReviewListsStore;
  readonly assignments: Pick<AssignmentsStore, 'of'>;
  readonly threads: Pick<ThreadsStore, 'openCounts'>;
  readonly colleagues: Pick<Colleagues, 'names'>;
  readonly workflows: Workflows;
  /** The name of a content type. */
  readonly typeName: (uid: string) => string;
  readonly now: () => number;
}

/** Who looks, and the content types that they may read in the Content Manager. */
export interface Viewer {
  readonly reviewer: Reviewer;
  readonly types: readonly string[];
}

/** A workflow with all of its versions that matter. */
interface KnownWorkflow {
  readonly key: string;
  readonly newest: Workflow;
  /** Stages of older versions under which entries still stand. */
  readonly older: readonly Stage[];
  readonly total: number;
}

const keyOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('@'));
const versionOf = (ref: string): number => Number(ref.slice(ref.lastIndexOf('@') + 1));

type Filters = Pick<BoardQuery, 'type' | 'locale' | 'assignee' | 'mine' | 'overdue' | 'text'>;

export type Board = ReturnType<typeof board>;

/** Lists of reviews. They read the projection alone, so ten thousand entries cost what a page of them costs. */
export function board(deps: BoardDeps) {
  const { lists, workflows, now } = deps;

  function filterOf(asked: Filters, { reviewer, types }: Viewer): ReviewFilter {
    const mine = asked.mine ? [...reviewer.principals].filter((one) => /^(user|role):/.test(one)) : undefined;
    return {
      types: asked.type === undefined ? types : types.filter((uid) => uid === asked.type),
      locale: asked.locale,
      assignees: asked.assignee === undefined ? mine : [asked.assignee],
      dueBefore: asked.overdue ? now() : undefined,
      text: asked.text || undefined,
    };
  }

  /** Every workflow under which entries stand or would begin, the one with the most entries first. */
  async function workflowsOf(types: readonly string[]): Promise<KnownWorkflow[]> {
    const totals = new Map((await lists.perVersion(types)).map(({ name, total }) => [name, total]));
    for (const uid of types) {
      const { ref } = await workflows.currentFor(uid, null);
      totals.set(ref, totals.get(ref) ?? 0);
    }
    const known = new Map<string, KnownWorkflow>();
    const newestFirst = [...totals.keys()].sort((a, b) => versionOf(b) - versionOf(a));
    for (const ref of newestFirst) {
      const definition = await workflows.byRef(ref);
      if (!definition) continue;
      const key = keyOf(ref);
      const total = totals.get(ref) ?? 0;
      const before = known.get(key);
      if (before)
        known.set(key, {
          ...before,
          total: before.total + total,
          older: [...before.older, ...definition.stages],
        });
      else known.set(key, { key, newest: definition, older: [], total });
    }
    return [...known.values()].sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
  }

  async function cardsOf(rows: readonly StoredReview[]): Promise<Card[]> {
    const entries = rows.map(({ entry }) => entry);
    const given = await deps.assignments.of(entries);
    const open = await deps.threads.openCounts(entries);
    const nameOf = given.length > 0 ? await deps.colleagues.names() : () => null;
    return rows.map(({ id: _id, remindAt: _at, told: _told, told_for: _for, tell_at: _tell, ...row }) => ({
      ...row,
      assignees: given
        .filter(({ entry }) => entry === row.entry)
        .map(({ principal, by, at }): Assignee => ({
          principal,
          name: nameOf(principal) ?? principal,
          by,
          at,
        })),
      openThreads: open.get(row.entry) ?? 0,
      overdue: row.dueAt !== null && row.dueAt < now(),
      typeName: deps.typeName(row.uid),
    }));
  }

  return {
    async show(asked: BoardQuery, viewer: Viewer): Promise<BoardView> {
      const known = await workflowsOf(viewer.types);
      const names = known.map(({ key, newest, total }) => ({ key, name: newest.name, total }));
      const shown = asked.workflow === undefined ? known[0] : known.find(({ key }) => key === asked.workflow);
      if (!shown) {
        const key = asked.workflow ?? 'standard';
        return { workflow: { key, name: key }, workflows: names, columns: [] };
      }
      const { key, newest, older } = shown;
      const filter = { ...filterOf(asked, viewer), workflow: key };
      const totals = await lists.perStage(filter);
      const stages = [...newest.stages, ...older].map((stage) => stage.key);
      const wanted = [...new Set(stages)].filter(
        (stage) => asked.stage === undefined || stage === asked.stage,
      );
      const found = [];
      for (const stage of wanted) {
        const total = totals.get(stage) ?? 0;
        const rows = total > 0 ? await lists.page({ ...filter, stage }, asked) : [];
        found.push({ stage, total, rows });
      }
      const cards = new Map(
        (await cardsOf(found.flatMap(({ rows }) => rows))).map((one) => [one.entry, one]),
      );
      const columns = columnsOf(
        newest.stages,
        older,
        found.map(({ stage, total, rows }) => ({
          stage,
          total,
          cards: rows.flatMap(({ entry }) => cards.get(entry) ?? []),
        })),
      );
      return {
        workflow: { key, name: newest.name },
        workflows: names,
        columns: columns.filter((one) => asked.stage === undefined || one.key === asked.stage),
      };
    },

    /** What this person can act on now, what is due first, first. */
    async needsYou(asked: NeedsYouQuery, viewer: Viewer): Promise<NeedsYouView> {
      const { reviewer } = viewer;
      const user = reviewer.actor.kind === 'user' ? reviewer.actor.id : '';
      const who: Waiting = { principals: [...reviewer.principals], user, why: asked.why };
      const filter = filterOf(asked, viewer);
      const counts = await lists.waitingCounts(filter, { principals: who.principals, user });
      const rows = await lists.waitingPage(filter, who, asked);
      const reasons = await lists.reasons(
        rows.map(({ entry }) => entry),
        { principals: who.principals, user },
      );
      const total =
        asked.why === undefined ? await lists.waitingTotal(filter, who) : (counts.get(asked.why) ?? 0);
      const definitions = new Map<string, Workflow | null>();
      for (const ref of new Set(rows.map(({ workflow }) => workflow)))
        definitions.set(ref, await workflows.byRef(ref));
      const items = (await cardsOf(rows)).map((one) => {
        const stage = definitions.get(one.workflow)?.stages.find(({ key }) => key === one.stage);
        return {
          ...one,
          why: reasons.get(one.entry) ?? [],
          stageName: stage?.name ?? one.stage,
          colour: stage?.colour ?? ('neutral' as const),
        };
      });
      const of = (why: string): number => counts.get(why) ?? 0;
      return {
        items,
        page: asked.page,
        pageSize: asked.pageSize,
        total,
        counts: {
          decide: of('decide'),
          change: of('change'),
          assigned: of('assigned'),
          mentioned: of('mentioned'),
        },
      };
    },
  };
}
