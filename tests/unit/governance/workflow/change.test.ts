import { differences } from '../../../../src/governance/workflow/change/differences';
import { dryRun, together, type ReviewRow } from '../../../../src/governance/workflow/change/dry-run';
import { mappingOf, mappingProblems } from '../../../../src/governance/workflow/change/migrate';
import { namesPrincipal, replaced } from '../../../../src/governance/workflow/change/replace';
import { policyProblems, workflowKeyFor } from '../../../../src/governance/workflow/policy';
import type { Policy, Stage, Workflow } from '../../../../src/governance/workflow/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { templates, workflowOf } from '../../../../src/governance/workflow/templates';
import { world } from './world';

const article = 'api::article.article';
const template = (key: string): Workflow =>
  workflowOf(
    templates.find((one) => one.key === key)!,
    'en',
  );
const withStage = (change: Partial<Stage>): Workflow => ({
  ...standardWorkflow,
  stages: standardWorkflow.stages.map((stage) =>
    stage.key === 'in-review' ? { ...stage, ...change } : stage,
  ),
});
const withTransition = (key: string, change: object): Workflow => ({
  ...standardWorkflow,
  transitions: standardWorkflow.transitions.map((one) => (one.key === key ? { ...one, ...change } : one)),
});

describe('differences are said in sentences', () => {
  test.each<[string, Workflow, string]>([
    ['name', { ...standardWorkflow, name: 'Ours' }, 'The workflow is called Ours, no longer Standard.'],
    [
      'guardUnpublish',
      { ...standardWorkflow, guardUnpublish: true },
      'Taking something off the site needs the permission of Presence too, no longer Strapi’s permission only.',
    ],
    [
      'stages[1].name',
      withStage({ name: 'Second look' }),
      'The stage “In review” is called Second look, no longer In review.',
    ],
    [
      'stages[1].days',
      withStage({ days: 2 }),
      'The stage “In review” lasts 2 working days, no longer as long as it takes.',
    ],
    [
      'stages[1].lock',
      withStage({ lock: { fields: ['title', 'body'] } }),
      'The stage “In review” locks title, body, no longer nothing.',
    ],
    [
      'stages[1].escalate',
      withStage({ escalate: ['role:x'] }),
      'The stage “In review” escalates to role:x, no longer nobody.',
    ],
    [
      'transitions[1].needs',
      withTransition('approve', { needs: [{ count: 2, of: ['role:a', 'role:b'] }] }),
      'The transition “approve” needs 2 of role:a or role:b, no longer one of them.',
    ],
    [
      'transitions[1].when',
      withTransition('approve', {
        when: [
          { on: 'marked', any: ['price'] },
          { on: 'score', below: 80, not: true },
        ],
      }),
      'The transition “approve” applies when a field marked price changed and the brand score is at least 80, no longer always.',
    ],
    [
      'transitions[1].fourEyes',
      withTransition('approve', { fourEyes: false }),
      'The transition “approve” is also for those who edited, no longer not for those who edited.',
    ],
    [
      'transitions[1].checklist',
      withTransition('approve', { checklist: ['Read'] }),
      'The transition “approve” asks to confirm “Read”, no longer nothing.',
    ],
    [
      'transitions[1].comment',
      withTransition('approve', { comment: 'required' }),
      'The transition “approve” has a comment that is required, no longer optional.',
    ],
  ])('%s', (path, after, message) => {
    expect(differences(standardWorkflow, after)).toEqual([{ path, message }]);
  });

  test('of stages that come, go and change places', () => {
    const [draft, review, approved] = standardWorkflow.stages as [Stage, Stage, Stage];
    const after = {
      ...standardWorkflow,
      stages: [draft, approved, { ...review, key: 'legal', name: 'Legal' }],
    };
    expect(differences(standardWorkflow, after).map(({ message }) => message)).toEqual([
      'The stage “In review” is removed.',
      'The stage “Legal” is new.',
    ]);
    expect(differences(standardWorkflow, { ...standardWorkflow, stages: [draft, approved, review] })).toEqual(
      [{ path: 'stages', message: 'The order of the stages is now draft, approved, in-review.' }],
    );
  });
});

describe('the first policy that fits says which workflow applies', () => {
  const policies: Policy[] = [
    { workflow: 'german', types: [article], locales: ['de'] },
    { workflow: 'articles', types: [article], locales: null },
    { workflow: 'french', types: null, locales: ['fr'] },
  ];
  test.each([
    [article, 'de', 'german'],
    [article, 'en', 'articles'],
    [article, null, 'articles'],
    ['api::product.product', null, 'standard'],
    ['api::product.product', 'fr', 'french'],
  ])('%s in %s: %s', (uid, locale, key) => {
    expect(workflowKeyFor(policies, uid, locale)).toBe(key);
  });

  test.each<[Policy[], string]>([
    [[{ workflow: 'ghost', types: null, locales: null }], 'policies[0].workflow'],
    [[{ workflow: 'standard', types: ['api::ghost.ghost'], locales: null }], 'policies[0].types[0]'],
    [[{ workflow: 'standard', types: null, locales: ['fr'] }], 'policies[0].locales[0]'],
    [[{ workflow: 'standard', types: [], locales: null }], 'policies[0].types'],
    [[{ workflow: 'standard', types: null, locales: [] }], 'policies[0].locales'],
    [
      [
        { workflow: 'standard', types: null, locales: null },
        { workflow: 'standard', types: [article], locales: null },
      ],
      'policies[1]',
    ],
  ])('%j is refused at %s', (given, path) => {
    expect(policyProblems(given, ['standard'], world).map((one) => one.path)).toEqual([path]);
  });

  test('several that take parts of one another stand', () => {
    const given: Policy[] = [
      { workflow: 'standard', types: [article], locales: ['de'] },
      { workflow: 'standard', types: [article], locales: null },
      { workflow: 'standard', types: null, locales: ['de'] },
    ];
    expect(policyProblems(given, ['standard'], world)).toEqual([]);
  });
});

describe('a mapping takes reviews to another version', () => {
  const prices = template('prices-and-legal');
  const agency = template('agency-and-client');

  test('is proposed by key, then by meaning', () => {
    expect(mappingOf(prices, standardWorkflow)).toEqual({
      'in-review': 'in-review',
      'with-owner': 'in-review',
    });
    expect(mappingOf(prices, agency)).toEqual({
      'in-review': 'agency-review',
      'with-owner': 'agency-review',
    });
  });

  test.each([
    [{ 'in-review': 'in-review' }, []],
    [{ draft: 'draft' }, ['mapping.draft']],
    [{ 'in-review': 'limbo' }, ['mapping.in-review']],
    [{ 'in-review': 'approved', 'with-owner': 'draft' }, ['mapping.in-review']],
    [{ 'in-review': 'draft', 'with-owner': 'draft' }, []],
  ])('%j: problems at %j', (mapping, paths) => {
    expect(mappingProblems(mapping, prices, standardWorkflow).map(({ path }) => path)).toEqual(paths);
  });
});

describe('a dry run names the entries that would change', () => {
  const row = (entry: string, more: Partial<ReviewRow>): ReviewRow => ({
    entry,
    uid: article,
    locale: 'en',
    title: entry,
    stage: 'draft',
    meaning: 'draft',
    workflow: 'standard@1',
    ...more,
  });
  const rows = [
    row('written', {}),
    row('product', { uid: 'api::product.product' }),
    row('looked-at', { stage: 'in-review', meaning: 'review' }),
    row('done', { stage: 'approved', meaning: 'approved' }),
  ];
  const before = { policies: [], current: new Map([['standard', 1]]) };
  const after = {
    policies: [{ workflow: 'two-eyes', types: [article], locales: null }],
    current: new Map([
      ['standard', 1],
      ['two-eyes', 3],
    ]),
  };

  test('what is written begins under the new one, what is looked at keeps its version, what is approved stays', () => {
    expect(dryRun(rows, before, after)).toEqual({
      total: 1,
      keep: 1,
      items: [
        {
          entry: 'written',
          uid: article,
          title: 'written',
          how: 'begins',
          from: { workflow: 'standard@1', stage: 'draft' },
          to: { workflow: 'two-eyes@3', stage: null },
        },
      ],
    });
  });

  test('a migration takes reviews along', () => {
    const migration = { from: 'standard@1', to: 'two-eyes@3', mapping: { 'in-review': 'in-review' } };
    const { total, keep, items } = dryRun(rows, before, after, [migration]);
    expect([total, keep]).toEqual([2, 0]);
    expect(items[1]).toMatchObject({
      entry: 'looked-at',
      how: 'migrates',
      to: { workflow: 'two-eyes@3', stage: 'in-review' },
    });
  });

  test('a migration leaves reviews in stages that it does not name', () => {
    const migration = { from: 'standard@1', to: 'two-eyes@3', mapping: { legal: 'in-review' } };
    expect(dryRun(rows, before, after, [migration])).toMatchObject({ total: 1, keep: 1 });
  });

  test('names the first fifty of all pieces and counts all', () => {
    const many = Array.from({ length: 60 }, (_, index) => row(`entry ${index}`, {}));
    const piece = dryRun(many, before, after);
    const { total, items } = together([piece, piece]);
    expect([piece.total, piece.items.length, total, items.length]).toEqual([60, 50, 120, 50]);
  });
});

describe('somebody is replaced everywhere', () => {
  const owned = template('prices-and-legal');
  const owner = 'role:strapi-super-admin';

  test('in who, needs, escalations and conditions', () => {
    const asked: Workflow = {
      ...owned,
      transitions: owned.transitions.map((one) => ({
        ...one,
        needs: one.decision === 'approve' ? [{ count: 1, of: [owner] }] : [],
        when: [...one.when, { on: 'role', any: ['strapi-super-admin', 'strapi-editor'] }],
      })),
    };
    const next = replaced(asked, owner, 'role:strapi-editor');
    expect(JSON.stringify(next)).not.toContain('super-admin');
    expect(next.transitions[0]?.when).toEqual([{ on: 'role', any: ['strapi-editor'] }]);
    expect(next.stages[2]?.escalate).toEqual(['role:strapi-editor']);
  });

  test('and is known to be named', () => {
    expect(namesPrincipal(owned, owner)).toBe(true);
    expect(namesPrincipal(owned, 'role:strapi-editor')).toBe(false);
    expect(namesPrincipal(replaced(owned, owner, null), owner)).toBe(false);
  });
});
