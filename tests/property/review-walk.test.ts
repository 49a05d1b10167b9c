import fc from 'fast-check';
import { transitionKinds, type Workflow } from '../../src/governance/workflow/schema';
import { standardWorkflow } from '../../src/governance/workflow/standard';
import { isSamePerson } from '../../src/governance/review/person';
import { Desk, people } from '../unit/governance/review/desk';

const steps = 10_000;
const names = Object.keys(people);
const who = fc.constantFrom(...names);
const text = fc.constantFrom('A', 'B', 'C', 'D');

type Act =
  | { readonly act: 'edit'; readonly who: string; readonly text: string }
  | { readonly act: 'write'; readonly who: string; readonly text: string; readonly copy: string }
  | { readonly act: 'decide'; readonly who: string; readonly kind: (typeof transitionKinds)[number] };

const anything: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('edit' as const), who, text }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('write' as const),
      who,
      text,
      copy: fc.constantFrom('bluesky', 'email'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('decide' as const),
      who,
      kind: fc.constantFrom(...transitionKinds),
    }),
  },
);

const twoOfThem: Workflow = {
  ...standardWorkflow,
  key: 'two-of-them',
  transitions: standardWorkflow.transitions.map((transition) =>
    transition.decision === 'approve'
      ? {
          ...transition,
          who: ['may:review.approve', 'guest:ida@mill.test'],
          needs: [{ count: 2, of: ['may:review.approve', 'guest:ida@mill.test'] }],
        }
      : transition,
  ),
};

/** Half of the walks begin where something got out: what chance alone seldom reaches with two approvals. */
const published: readonly Act[] = [
  { act: 'edit', who: 'Emil', text: 'B' },
  { act: 'decide', who: 'Emil', kind: 'submit' },
  { act: 'decide', who: 'Nora', kind: 'approve' },
  { act: 'decide', who: 'Rosa', kind: 'approve' },
];
const walk = fc
  .tuple(fc.boolean(), fc.array(anything, { minLength: 100, maxLength: 100 }))
  .map(([isOut, acts]) => (isOut ? [...published, ...acts.slice(published.length)] : acts));

/** What was written by whom since the content before this one was approved: an account of its own, not the core's. */
interface Account {
  readonly approvedBy: Map<string, Set<string>>;
}

describe.each([
  ['one approval', standardWorkflow, 1],
  ['two approvals', twoOfThem, 2],
] as const)('editors, reviewers, machines and link holders with %s', (_, workflow, needed) => {
  it(`never get out what was not approved, in ${steps} steps`, () => {
    let free = 0;
    fc.assert(
      fc.property(walk, (acts) => {
        const desk = new Desk(workflow);
        const account: Account = { approvedBy: new Map() };
        for (const act of acts) {
          if (act.act === 'edit') desk.edit(act.who, act.text);
          if (act.act === 'write') desk.write(act.who, act.copy, act.text);
          if (act.act === 'decide') {
            const editors = desk.edits.map(({ by }) => by);
            const refused = desk.decide(act.who, act.kind);
            const { person } = people[act.who]!;
            if (refused === null && act.kind === 'approve') {
              expect(['user', 'guest']).toContain(person.kind);
              const seen = account.approvedBy.get(desk.seal) ?? new Set();
              account.approvedBy.set(desk.seal, seen.add(person.owner ?? person.id));
              if (desk.approved.size === 0)
                expect(editors.some((by) => isSamePerson(by, person))).toBe(false);
            }
          }
          if (desk.blockers().length > 0) continue;
          free += 1;
          expect(desk.approved).toContain(desk.seal);
          expect(account.approvedBy.get(desk.seal)?.size ?? 0).toBeGreaterThanOrEqual(needed);
          for (const copy of desk.copies)
            if (desk.blockers([copy]).length === 0)
              expect(desk.approved).toContain(`${desk.seal} ${copy.key} ${copy.seal}`);
        }
      }),
      { numRuns: steps / 100 },
    );
    // A walk on which nothing ever gets out would prove nothing.
    expect(free).toBeGreaterThan(0);
  });
});
