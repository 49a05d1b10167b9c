import fc from 'fast-check';
import { problemsOf } from '../../src/governance/workflow/check';
import { differences } from '../../src/governance/workflow/change/differences';
import { dryRun, type ReviewRow } from '../../src/governance/workflow/change/dry-run';
import { mappingOf, mappingProblems } from '../../src/governance/workflow/change/migrate';
import { transitionFor, type TransitionFacts } from '../../src/governance/workflow/conditions';
import type { Condition, Stage, Transition, Workflow } from '../../src/governance/workflow/schema';
import { transitionKinds, workflow as schema } from '../../src/governance/workflow/schema';
import { templates, workflowOf } from '../../src/governance/workflow/templates';
import { isEnough } from '../../src/governance/review/votes';
import { world } from '../unit/governance/workflow/world';

const keys = ['a', 'b', 'c', 'd'];
const roles = world.roles.map(({ code }) => code);
const some = <T>(list: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 2 });
const not = fc.constantFrom({}, { not: true });

const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.oneof(
      fc.record({ on: fc.constant('role' as const), any: some(roles) }),
      fc.record({ on: fc.constant('type' as const), any: some(world.types.map(({ uid }) => uid)) }),
      fc.record({ on: fc.constant('locale' as const), any: some(world.locales) }),
      fc.record({ on: fc.constant('changed' as const), any: some(['title', 'price', 'seo']) }),
      fc.record({ on: fc.constant('marked' as const), any: some(['price', 'legal']) }),
      fc.record({ on: fc.constant('score' as const), below: fc.constantFrom(0, 50, 80) }),
      fc.record({ on: fc.constant('channels' as const), any: some(world.channelKinds) }),
      fc.record({ on: fc.constant('only-channels' as const), any: some(world.channelKinds) }),
    ),
    not,
  )
  .map(([one, turned]) => ({ ...one, ...turned }));

const principals = [
  ...roles.map((code) => `role:${code}`),
  'may:review.submit',
  'may:review.approve',
  'guest:g@x.test',
];

const transition = (index: number): fc.Arbitrary<Transition> =>
  fc
    .record({
      decision: fc.constantFrom(...transitionKinds, 'approve' as const, 'approve' as const),
      from: some(keys),
      to: fc.constantFrom(...keys),
      when: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Condition[]>([]) },
        { weight: 2, arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }) },
      ),
      who: some(principals),
      count: fc.constantFrom(0, 0, 1, 2),
    })
    .map(({ count, ...one }) => ({
      ...one,
      key: `t${index}`,
      needs: count > 0 && one.decision === 'approve' ? [{ count, of: one.who }] : [],
      fourEyes: false,
      checklist: [],
      comment: 'optional',
    }));

const stage = (key: string, meanings: readonly Stage['meaning'][]): fc.Arbitrary<Stage> =>
  fc.constantFrom(...meanings).map((meaning) => ({
    key,
    name: key.toUpperCase(),
    colour: 'neutral',
    meaning,
    days: null,
    remind: null,
    escalate: [],
    lock: 'none',
  }));

const random: fc.Arbitrary<Workflow> = fc.record({
  key: fc.constant('any'),
  name: fc.constant('Any'),
  stages: fc.tuple(
    stage('a', ['draft']),
    stage('b', ['review']),
    stage('c', ['review', 'approved', 'draft']),
    stage('d', ['approved']),
  ),
  transitions: fc
    .integer({ min: 2, max: 7 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => transition(index)))),
  guardUnpublish: fc.constant(false),
});

/** A way that works, with up to two things about it changed: most of them still do. */
const likely: fc.Arbitrary<Workflow> = fc
  .tuple(
    fc.constantFrom(...templates),
    fc.array(fc.tuple(fc.nat(20), fc.option(condition), some(principals)), { maxLength: 3 }),
  )
  .map(([template, changes]) => {
    const made = workflowOf(template, 'en');
    const transitions = changes.reduce<Transition[]>((list, [at, when, who], index) => {
      const place = at % list.length;
      const one = list[place]!;
      const copy = { ...one, key: `copy${index}`, when: when ? [when] : [], who: [...who] };
      return [...list.slice(0, place), copy, ...list.slice(place)];
    }, made.transitions);
    return { ...made, transitions };
  });

const facts: fc.Arbitrary<Omit<TransitionFacts, 'roles'>> = fc.record({
  uid: fc.constantFrom(...world.types.map(({ uid }) => uid)),
  locale: fc.constantFrom('en', 'de', null),
  changed: fc.subarray(['title', 'price', 'seo.title', 'body']),
  marked: fc.subarray(['price', 'legal']),
  score: fc.integer({ min: 0, max: 100 }),
  kinds: fc.subarray([...world.channelKinds]),
  entryApproved: fc.boolean(),
});

const deciders = [...world.people.map(({ principals: held }) => [...held]), ['guest:g@x.test']];

/** The stages that people of the bakery can bring an entry to that stays as it is. */
function reachable(workflow: Workflow, entry: Omit<TransitionFacts, 'roles'>): Set<string> {
  const reached = new Set([workflow.stages[0]!.key]);
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const from of [...reached])
      for (const one of workflow.transitions) {
        const votes = deciders
          .filter((held) => {
            const codes = held.flatMap((name) => (name.startsWith('role:') ? [name.slice(5)] : []));
            return transitionFor(workflow, one.decision, from, { ...entry, roles: codes }) === one;
          })
          .map((as) => ({ as }));
        if (isEnough(one, votes)) reached.add(one.to);
      }
  }
  return reached;
}

const isApproved = (workflow: Workflow, reached: ReadonlySet<string>): boolean =>
  workflow.stages.some(({ key, meaning }) => meaning === 'approved' && reached.has(key));

test('a definition that is accepted can be walked to the end, whatever the entry is like', () => {
  let accepted = 0;
  fc.assert(
    fc.property(likely, fc.array(facts, { minLength: 5, maxLength: 5 }), (made, entries) => {
      if (problemsOf(schema.parse(made), world).length > 0) return;
      accepted++;
      for (const entry of entries) expect(isApproved(made, reachable(made, entry))).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(accepted).toBeGreaterThan(50);
});

test.each(templates.map((one) => [one.key, one] as const))(
  'the template %s is walked to the end',
  (_, template) => {
    fc.assert(
      fc.property(facts, (entry) => {
        const made = workflowOf(template, 'de');
        expect(isApproved(made, reachable(made, entry))).toBe(true);
      }),
    );
  },
);

test('nothing is different between a definition and itself, and something where they differ', () => {
  fc.assert(
    fc.property(random, random, (one, other) => {
      expect(differences(one, one)).toEqual([]);
      expect(differences(one, other).length > 0).toBe(JSON.stringify(one) !== JSON.stringify(other));
    }),
  );
});

test('a proposed mapping has no problems', () => {
  fc.assert(
    fc.property(random, likely, (one, other) => {
      expect(mappingProblems(mappingOf(one, other), one, other)).toEqual([]);
      expect(mappingProblems(mappingOf(other, one), other, one)).toEqual([]);
    }),
  );
});

test('a dry run of no change is empty', () => {
  const row: fc.Arbitrary<ReviewRow> = fc.record({
    entry: fc.uuid(),
    uid: fc.constantFrom(...world.types.map(({ uid }) => uid)),
    locale: fc.constantFrom('en', 'de', null),
    title: fc.string(),
    stage: fc.constantFrom(...keys),
    meaning: fc.constantFrom('draft', 'review', 'approved'),
    workflow: fc.constantFrom('standard@1', 'a@1', 'a@2'),
  });
  const rules = fc.record({
    policies: fc.array(
      fc.record({
        workflow: fc.constantFrom('standard', 'a'),
        types: fc.option(some(world.types.map(({ uid }) => uid))),
        locales: fc.option(some(['en', 'de'])),
      }),
      { maxLength: 3 },
    ),
    current: fc.nat(5).map((version) => new Map([['a', version + 1]])),
  });
  fc.assert(
    fc.property(fc.array(row), rules, (rows, same) => {
      expect(dryRun(rows, same, same)).toEqual({ total: 0, keep: 0, items: [] });
    }),
  );
});
