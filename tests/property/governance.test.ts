import fc from 'fast-check';
import { blockersOf } from '../../src/governance/blockers';
import type { Decision, Person } from '../../src/governance/schema';
import { standingOf, unapprovedCopies } from '../../src/governance/stage';
import { standardWorkflow } from '../../src/governance/workflow';

const seal = fc.constantFrom('A', 'B', 'C');
const person: fc.Arbitrary<Person> = fc.record({
  kind: fc.constantFrom('user' as const, 'token' as const),
  id: fc.constantFrom('1', '2'),
  name: fc.constant('Somebody'),
});
const copies = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('k1', 'k2', 'k3'), seal, name: fc.constant('Bluesky') }),
  { selector: ({ key }) => key },
);
const kinds = fc.constantFrom('submit', 'approve', 'request-changes', 'withdraw', 'comment');

/** Any row of decisions, even one that the workflow would not have let happen. */
const history: fc.Arbitrary<Decision[]> = fc
  .array(fc.record({ kind: kinds as fc.Arbitrary<Decision['kind']>, seal, copies, by: person }), {
    maxLength: 12,
  })
  .map((steps) =>
    steps.map((step, index) => ({ ...step, key: `d${index}`, number: index + 1, at: index, comment: null })),
  );

const isFree = (
  decisions: readonly Decision[],
  now: string,
  lastEdit: { by: Person; at: number } | null,
): boolean =>
  blockersOf({
    standing: standingOf(decisions, now, standardWorkflow),
    lastEdit,
    findings: [],
    copies: [],
    fourEyes: true,
    zone: 'UTC',
  }).length === 0;

const edit = fc.option(fc.record({ by: person, at: fc.integer() }), { nil: null });

describe('laws of the review', () => {
  it('nothing goes out unless its very seal was approved last', () =>
    fc.assert(
      fc.property(history, seal, edit, (decisions, now, lastEdit) => {
        if (!isFree(decisions, now, lastEdit)) return;
        const last = decisions.filter(({ kind }) => kind !== 'comment').at(-1);
        expect(last).toMatchObject({ kind: 'approve', seal: now });
      }),
    ));

  it('who edited last did not approve what goes out', () =>
    fc.assert(
      fc.property(history, seal, edit, (decisions, now, lastEdit) => {
        if (!lastEdit || lastEdit.by.kind !== 'user' || !isFree(decisions, now, lastEdit)) return;
        const { approval } = standingOf(decisions, now, standardWorkflow);
        const by = approval?.decision.by;
        expect(by?.kind === 'user' && by.id === lastEdit.by.id).toBe(false);
      }),
    ));

  it('no seal that was never approved is ever free', () =>
    fc.assert(
      fc.property(history, edit, (decisions, lastEdit) =>
        expect(isFree(decisions, 'never seen', lastEdit)).toBe(false),
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

  it('comments change nothing', () =>
    fc.assert(
      fc.property(history, seal, (decisions, now) =>
        expect(
          standingOf(
            decisions.filter(({ kind }) => kind !== 'comment'),
            now,
            standardWorkflow,
          ),
        ).toEqual(standingOf(decisions, now, standardWorkflow)),
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
