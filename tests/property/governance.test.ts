import fc from 'fast-check';
import { blockersOf } from '../../src/governance/review/blockers';
import { lastApproved, ownApproval, type Edit } from '../../src/governance/review/four-eyes';
import { isSamePerson } from '../../src/governance/review/person';
import type { Decision } from '../../src/governance/review/schema';
import { standingOf, unapprovedCopies } from '../../src/governance/review/standing';
import type { Person } from '../../src/governance/schema';
import { standardRef, standardWorkflow } from '../../src/governance/workflow/standard';

const seal = fc.constantFrom('A', 'B', 'C');
const person: fc.Arbitrary<Person> = fc.record({
  kind: fc.constantFrom('user' as const, 'token' as const),
  id: fc.constantFrom('1', '2'),
  name: fc.constant('Somebody'),
});
const copies = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('k1', 'k2', 'k3'),
    seal,
    name: fc.constant('Bluesky'),
    kind: fc.constant('bluesky'),
  }),
  { selector: ({ key }) => key },
);
const kinds: fc.Arbitrary<Decision['kind']> = fc.constantFrom(
  'submit',
  'approve',
  'request-changes',
  'withdraw',
  'unlock',
  'adopt',
  'migrate',
);
const stages = fc.constantFrom('draft', 'in-review', 'approved', 'gone');

/** Any row of decisions, even one that the workflow would not have let happen. */
const history: fc.Arbitrary<Decision[]> = fc
  .array(fc.record({ kind: kinds, seal, copies, by: person, to: fc.option(stages, { nil: null }) }), {
    maxLength: 12,
  })
  .map((steps) =>
    steps.map((step, index) => ({
      ...step,
      key: `d${index}`,
      number: index + 1,
      at: index,
      comment: null,
      workflow: standardRef,
      transition: step.kind,
      from: 'draft',
      as: [],
      checklist: [],
    })),
  );

const editing: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({ by: person, at: fc.integer(), after: fc.nat(12) }),
  { maxLength: 6 },
);

const isFree = (decisions: readonly Decision[], now: string, edits: readonly Edit[]): boolean => {
  const standing = standingOf(decisions, now, standardWorkflow);
  const { approval } = standing;
  return (
    blockersOf({
      standing,
      lastEdit: null,
      findings: [],
      copyFindings: [],
      copies: [],
      tally: null,
      ownApproval: approval && ownApproval(decisions, edits, standardWorkflow, approval.decision),
      zone: 'UTC',
    }).length === 0
  );
};

describe('laws of the review', () => {
  it('nothing goes out unless its very seal was approved last', () =>
    fc.assert(
      fc.property(history, seal, editing, (decisions, now, edits) => {
        if (!isFree(decisions, now, edits)) return;
        const last = decisions.findLast(({ to }) => to !== null);
        expect(['approve', 'adopt']).toContain(last?.kind);
        expect(last?.seal).toBe(now);
      }),
    ));

  it('who edited what is approved did not approve it', () =>
    fc.assert(
      fc.property(history, seal, editing, (decisions, now, edits) => {
        if (!isFree(decisions, now, edits)) return;
        const { approval } = standingOf(decisions, now, standardWorkflow);
        const { number, by } = approval!.decision;
        const before = lastApproved(
          decisions.filter((one) => one.seal !== now),
          standardWorkflow,
          number,
        );
        for (const edit of edits.filter(({ after }) => after >= before && after < number))
          expect(isSamePerson(edit.by, by)).toBe(false);
      }),
    ));

  it('no seal that was never approved is ever free', () =>
    fc.assert(
      fc.property(history, editing, (decisions, edits) =>
        expect(isFree(decisions, 'never seen', edits)).toBe(false),
      ),
    ));

  it('the order in which decisions are read makes no difference', () =>
    fc.assert(
      fc.property(
        history.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        seal,
        ([list, mixed], now) =>
          expect(standingOf(mixed, now, standardWorkflow)).toEqual(standingOf(list, now, standardWorkflow)),
      ),
    ));

  it('a copy is free only as it was approved together with the entry as it is', () =>
    fc.assert(
      fc.property(history, seal, copies, (decisions, now, present) => {
        const standing = standingOf(decisions, now, standardWorkflow);
        const open = new Set(unapprovedCopies(standing, present).map(({ key }) => key));
        for (const copy of present.filter(({ key }) => !open.has(key))) {
          expect(standing.approval?.valid).toBe(true);
          expect(standing.approval?.decision.copies).toContainEqual(copy);
        }
      }),
    ));
});
