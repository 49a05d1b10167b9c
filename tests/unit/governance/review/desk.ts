import { actionsOf, type ActionFacts, type OpenCopy } from '../../../../src/governance/review/actions';
import { blockersOf } from '../../../../src/governance/review/blockers';
import { lastApproved, ownApproval, type Edit } from '../../../../src/governance/review/four-eyes';
import type { Holder } from '../../../../src/governance/review/person';
import type { Decision } from '../../../../src/governance/review/schema';
import { standingOf, unapprovedCopies } from '../../../../src/governance/review/standing';
import { take } from '../../../../src/governance/review/take';
import { tallyOf } from '../../../../src/governance/review/votes';
import { transitionFor, type TransitionFacts } from '../../../../src/governance/workflow/conditions';
import type { TransitionKind, Workflow } from '../../../../src/governance/workflow/schema';
import { holder, plain } from './facts';

export const people: Readonly<Record<string, Holder>> = {
  Emil: holder({ kind: 'user', id: '2', name: 'Emil' }, ['role:editor', 'may:read', 'may:review.submit']),
  Nora: holder({ kind: 'user', id: '3', name: 'Nora' }, [
    ...['role:chief', 'may:read', 'may:review.submit', 'may:review.approve'],
  ]),
  Rosa: holder({ kind: 'user', id: '1', name: 'Rosa' }, [
    ...['role:owner', 'may:read', 'may:review.submit', 'may:review.approve'],
  ]),
  /** Signs off by e-mail. */
  Ida: holder({ kind: 'guest', id: 'link-1', name: 'Ida' }, ['guest:ida@mill.test']),
  /** The very address of Emil, as a guest. */
  EmilByMail: holder({ kind: 'guest', id: 'link-2', name: 'Emil', owner: '2' }, ['guest:ida@mill.test']),
  Importer: holder({ kind: 'token', id: '9', name: 'Importer', owner: '1' }, []),
};

/** One entry with two copies on the pure core, put together as the server does it; everything else is fixed. */
export class Desk {
  readonly decisions: Decision[] = [];
  readonly edits: (Edit & { seal: string })[] = [];
  seal = 'A';
  copies: OpenCopy[] = [];
  /** Every seal, and every copy's seal, that a completed approval covered. */
  readonly approved = new Set<string>();

  constructor(readonly workflow: Workflow) {}

  get standing() {
    return standingOf(this.decisions, this.seal, this.workflow);
  }

  edit(who: string, seal: string): void {
    if (seal === this.seal && this.edits.length > 0) return;
    this.seal = seal;
    const after = this.decisions.length;
    this.edits.push({ by: people[who]!.person, at: this.edits.length, after, seal });
  }

  write(who: string, key: string, seal: string): void {
    const { person } = people[who]!;
    const editedBy = person.kind === 'user' ? person.id : (person.owner ?? null);
    this.copies = [
      ...this.copies.filter((copy) => copy.key !== key),
      { key, seal, name: key, kind: key, editedBy },
    ];
  }

  facts(who: string): ActionFacts {
    const { standing, copies, workflow, decisions } = this;
    const others = decisions.filter(({ seal }) => seal !== this.seal);
    const from = lastApproved(others, workflow);
    return {
      ...{ workflow, decisions, standing, copies, fourEyes: true, holder: people[who]! },
      edits: this.edits.filter(({ after }) => after >= from),
      facts: this.transitionFacts(),
    };
  }

  may(who: string): string[] {
    if (people[who]!.person.kind === 'token') return [];
    return actionsOf(this.facts(who)).map(({ decision, disabledCode }) =>
      disabledCode ? `(${decision})` : decision,
    );
  }

  /** The code of the refusal, or null where it was taken. */
  decide(who: string, kind: TransitionKind): string | null {
    const { person } = people[who]!;
    if (person.kind === 'token') return 'review.not-allowed';
    const taken = take(this.facts(who), { kind, comment: 'Because.', checklist: [] });
    if (!taken.ok) return taken.error.code;
    const number = this.decisions.length + 1;
    this.decisions.push({
      ...{ key: `d${number}`, number, kind, seal: this.seal, by: person, at: number, comment: 'Because.' },
      ...{ workflow: `${this.workflow.key}@1`, from: this.standing.stage, checklist: [], ...taken.value },
    });
    const reached = this.workflow.stages.find(({ key }) => key === taken.value.to);
    if (kind === 'approve' && reached?.meaning === 'approved') {
      this.approved.add(this.seal);
      for (const copy of taken.value.copies) this.approved.add(`${this.seal} ${copy.key} ${copy.seal}`);
    }
    return null;
  }

  blockers(copies: readonly OpenCopy[] = []): string[] {
    const { standing, workflow, decisions } = this;
    const next = transitionFor(workflow, 'approve', standing.stage, this.transitionFacts());
    const { approval } = standing;
    return blockersOf({
      ...{
        standing,
        copies,
        findings: [],
        copyFindings: [],
        lastEdit: this.edits.at(-1) ?? null,
        zone: 'UTC',
      },
      tally: next && tallyOf(next, standing.votes),
      ownApproval: approval?.valid
        ? ownApproval(decisions, this.facts('Rosa').edits, workflow, approval.decision)
        : null,
    }).map(({ code }) => code);
  }

  private transitionFacts(): TransitionFacts {
    const { standing, copies } = this;
    const kinds = [...new Set(unapprovedCopies(standing, copies).map(({ kind }) => kind))];
    return { ...plain, kinds, entryApproved: standing.approval?.valid === true };
  }
}
