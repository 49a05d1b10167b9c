import type { OpenCopy } from '../../../src/governance/review/actions';
import type { LastEdit } from '../../../src/governance/review/blockers';
import { changedFields, touchedMarks } from '../../../src/governance/review/changed';
import { lastApproved, type Edit } from '../../../src/governance/review/four-eyes';
import type { Decision } from '../../../src/governance/review/schema';
import { standingOf, unapprovedCopies, type Standing } from '../../../src/governance/review/standing';
import type { TransitionFacts } from '../../../src/governance/workflow/conditions';
import type { Condition, Workflow } from '../../../src/governance/workflow/schema';
import type { Settings } from '../../../src/governance/settings';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import type { DecisionsStore } from '../../stores/decisions';
import type { SnapshotsStore } from '../../stores/snapshots';
import type { BrandGate } from '../brand/findings/gate';
import type { Edits } from '../edits';
import type { Entries, LoadedEntry } from '../entries';

/** A version of a workflow and the name that decisions give it. */
export interface NamedWorkflow {
  readonly ref: string;
  readonly definition: Workflow;
}

/** Which workflow holds for an entry, and what an older version said. */
export interface Workflows {
  currentFor(uid: string, locale: string | null): Promise<NamedWorkflow>;
  byRef(ref: string): Promise<Workflow | null>;
}

/** One entry's passage through its workflow, as far as it has come. */
export interface Review {
  readonly draft: LoadedEntry;
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  readonly workflow: NamedWorkflow;
  readonly standing: Standing;
  readonly lastEdit: LastEdit | null;
  /** Edits since the content before this one was approved. */
  readonly edits: readonly Edit[];
  readonly copies: readonly OpenCopy[];
  /** What the conditions of transitions ask about; without the roles of a person. */
  readonly facts: TransitionFacts;
}

export interface ReviewOfDeps {
  readonly decisions: Pick<DecisionsStore, 'of'>;
  readonly entries: Pick<Entries, 'load' | 'normalised'>;
  readonly edits: Pick<Edits, 'last' | 'since'>;
  readonly snapshots: Pick<SnapshotsStore, 'fieldsOf'>;
  readonly workflows: Workflows;
  readonly settings: () => Promise<Pick<Settings, 'marks'>>;
  readonly brand: Pick<BrandGate, 'scoreOf'>;
  /** Copies of an entry that have not gone out yet; `entry` is `entryIdOf(key)`. */
  readonly copiesOf: (entry: string) => Promise<readonly OpenCopy[]>;
}

/** Loads reviews. `version` is the draft for people, and what is about to be visible for the gate. */
export function reviewOf(deps: ReviewOfDeps) {
  return {
    async draft(key: EntryKey): Promise<Review | null> {
      const draft = await deps.entries.load(await deps.entries.normalised(key), 'draft');
      return draft && of(draft);
    },
    of,
  };

  async function of(version: LoadedEntry): Promise<Review> {
    const entry = entryIdOf(version.key);
    const taken = await deps.decisions.of(entry);
    const workflow = await workflowOf(version, taken);
    const { definition } = workflow;
    const standing = standingOf(taken, version.seal, definition);
    const copies = await deps.copiesOf(entry);
    const others = taken.filter(({ seal }) => seal !== version.seal);
    return {
      draft: version,
      decisions: taken,
      workflow,
      standing,
      copies,
      lastEdit: await deps.edits.last(version),
      edits: await deps.edits.since(version, lastApproved(others, definition)),
      facts: await factsOf(version, taken, definition, standing, copies),
    };
  }

  /** A review under way keeps the version that it began with; where an approval is void, the next begins. */
  async function workflowOf(version: LoadedEntry, taken: readonly Decision[]): Promise<NamedWorkflow> {
    const current = await deps.workflows.currentFor(version.key.uid, version.key.locale);
    const last = taken.findLast(({ to }) => to !== null);
    if (!last || last.workflow === current.ref) return current;
    const own = await deps.workflows.byRef(last.workflow);
    const isUnderWay = own && standingOf(taken, version.seal, own).stage !== own.stages[0]?.key;
    return isUnderWay ? { ref: last.workflow, definition: own } : current;
  }

  async function factsOf(
    version: LoadedEntry,
    taken: readonly Decision[],
    workflow: Workflow,
    standing: Standing,
    copies: readonly OpenCopy[],
  ): Promise<TransitionFacts> {
    const asked = new Set(workflow.transitions.flatMap(({ when }) => when.map(({ on }) => on)));
    const isAsked = (...kinds: Condition['on'][]) => kinds.some((kind) => asked.has(kind));
    const changed = isAsked('changed', 'marked') ? await changedIn(version, taken, workflow) : [];
    const marks = isAsked('marked') ? ((await deps.settings()).marks[version.key.uid] ?? {}) : {};
    return {
      uid: version.key.uid,
      locale: version.key.locale,
      roles: [],
      changed,
      marked: touchedMarks(changed, marks),
      score: isAsked('score') ? await deps.brand.scoreOf(version) : 100,
      kinds: [...new Set(unapprovedCopies(standing, copies).map(({ kind }) => kind))],
      entryApproved: standing.approval?.valid === true,
    };
  }

  async function changedIn(
    version: LoadedEntry,
    taken: readonly Decision[],
    workflow: Workflow,
  ): Promise<string[]> {
    const number = lastApproved(taken, workflow);
    const approved = taken.find((one) => one.number === number);
    const before = approved ? await deps.snapshots.fieldsOf(entryIdOf(version.key), approved.seal) : null;
    return changedFields(before, version.fields());
  }
}
