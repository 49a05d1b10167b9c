import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf } from '../../../../src/governance/workflow/check';
import type { Stage, Transition, Workflow } from '../../../../src/governance/workflow/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { socialKinds, templates, workflowOf } from '../../../../src/governance/workflow/templates';
import { workflow as schema } from '../../../../src/governance/workflow/schema';
import { channelKind } from '../../../../src/channels/schema';
import { world } from './world';

const [draft, review, approved] = standardWorkflow.stages as [Stage, Stage, Stage];
const [submit, approve, changes, withdraw] = standardWorkflow.transitions as [
  Transition,
  Transition,
  Transition,
  Transition,
];

const withTransitions = (...transitions: Transition[]): Workflow => ({ ...standardWorkflow, transitions });
const withStages = (...stages: Stage[]): Workflow => ({ ...standardWorkflow, stages });
const inReview = { ...approve, from: ['in-review'] };
const legal: Stage = { ...review, key: 'legal', name: 'Legal' };

test('the standard workflow works', () => {
  expect(problemsOf(standardWorkflow, world)).toEqual([]);
});

describe.each(templates.map((template) => [template.key, template] as const))(
  'the template %s',
  (_, template) => {
    test.each(['en', 'de'] as const)('works in %s', (language) => {
      const made = schema.parse(workflowOf(template, language));
      expect(problemsOf(made, world)).toEqual([]);
    });
  },
);

test('the example of the documentation works', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/workflows.md'), 'utf8');
  const [, text = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(problemsOf(schema.parse(JSON.parse(text)), world)).toEqual([]);
});

test('social channels are all that are no page, no letter, no machine and nothing that an app brings', () => {
  const others = ['website', 'email', 'webhook', 'own'];
  expect([...socialKinds]).toEqual(channelKind.options.filter((kind) => !others.includes(kind)));
});

const refused: [string, Workflow, string, RegExp][] = [
  ['no approved stage', withStages(draft, review, { ...approved, meaning: 'review' }), 'stages', /approved/],
  [
    'a start that is not for writing',
    withStages({ ...draft, meaning: 'review' }, review, approved),
    'stages[0].meaning',
    /begin/,
  ],
  ['a locked start', withStages({ ...draft, lock: 'entry' }, review, approved), 'stages[0].lock', /locked/],
  ['two stages of one key', withStages(draft, review, approved, review), 'stages[3].key', /in-review/],
  [
    'two transitions of one key',
    withTransitions(submit, approve, { ...changes, key: 'submit' }),
    'transitions[2].key',
    /submit/,
  ],
  [
    'a reminder without a limit',
    withStages(draft, { ...review, remind: 1 }, approved),
    'stages[1].remind',
    /limit/,
  ],
  [
    'a reminder before the stage begins',
    withStages(draft, { ...review, days: 2, remind: 2 }, approved),
    'stages[1].remind',
    /begins/,
  ],
  [
    'an escalation without a limit',
    withStages(draft, { ...review, escalate: ['role:strapi-editor'] }, approved),
    'stages[1].escalate',
    /limit/,
  ],
  [
    'an unknown stage to come from',
    withTransitions(submit, { ...approve, from: ['in-review', 'limbo'] }, changes),
    'transitions[1].from[1]',
    /limbo/,
  ],
  [
    'an unknown stage to go to',
    withTransitions({ ...submit, to: 'limbo' }, approve),
    'transitions[0].to',
    /limbo/,
  ],
  [
    'a submission that approves',
    withTransitions({ ...submit, to: 'approved' }, approve),
    'transitions[0].to',
    /submits/,
  ],
  [
    'an approval that leads back',
    withTransitions(submit, { ...approve, to: 'draft' }),
    'transitions[1].to',
    /approved/,
  ],
  [
    'a withdrawal that approves',
    withTransitions(submit, approve, { ...withdraw, to: 'approved' }),
    'transitions[2].to',
    /written/,
  ],
  [
    'needs of a submission',
    withTransitions({ ...submit, needs: [{ count: 1, of: submit.who }] }, approve),
    'transitions[0].needs',
    /approval/,
  ],
  [
    'a needed person who may not',
    withTransitions(submit, { ...approve, needs: [{ count: 1, of: ['role:strapi-editor'] }] }),
    'transitions[1].needs[0].of[0]',
    /may not decide/,
  ],
  [
    'a transition that is hidden by another',
    withTransitions(submit, approve, { ...approve, key: 'again', when: [{ on: 'score', below: 50 }] }),
    'transitions[2].when',
    /never applies/,
  ],
  [
    'a stage that nothing leads to',
    withStages(draft, review, approved, legal),
    'stages[3]',
    /No transition leads/,
  ],
  [
    'a stage that nobody can leave',
    {
      ...withTransitions(
        submit,
        { ...inReview, when: [{ on: 'score', below: 50 }], key: 'low', to: 'legal' },
        inReview,
      ),
      stages: [draft, review, legal, approved],
    },
    'stages[2]',
    /Nobody can leave/,
  ],
  [
    'an approved lock without a key',
    { ...withTransitions(submit, inReview), stages: [draft, review, { ...approved, lock: 'entry' }] },
    'stages[2].lock',
    /unlock/,
  ],
  [
    'no way to the end',
    withTransitions(submit, { ...changes, from: ['in-review'] }),
    'stages[2]',
    /No transition leads/,
  ],
  [
    'a low score only',
    withTransitions(submit, { ...approve, when: [{ on: 'score', below: 50 }] }, changes),
    'stages[1]',
    /brand score is high/,
  ],
  [
    'one type only',
    withTransitions(submit, { ...approve, when: [{ on: 'type', any: ['api::article.article'] }] }, changes),
    'stages[1]',
    /another content type/,
  ],
  [
    'one language only',
    withTransitions(submit, { ...approve, when: [{ on: 'locale', any: ['en'] }] }, changes),
    'stages[1]',
    /another language/,
  ],
  [
    'a marked change only',
    withTransitions(submit, { ...approve, when: [{ on: 'marked', any: ['price'] }] }, changes),
    'stages[1]',
    /no marked field/,
  ],
  [
    'a role that none of those who may approve has',
    withTransitions(submit, { ...approve, when: [{ on: 'role', any: ['strapi-author'] }] }, changes),
    'stages[1]',
    /nobody can submit or approve/,
  ],
  [
    'a role that is gone',
    withTransitions(submit, { ...approve, who: ['role:lawyer'] }, changes),
    'transitions[1].who[0]',
    /lawyer/,
  ],
  [
    'a permission that is none',
    withTransitions(submit, { ...approve, who: ['may:fly'] }, changes),
    'transitions[1].who[0]',
    /fly/,
  ],
  [
    'a user who is gone',
    withTransitions(submit, { ...approve, who: ['user:otto@bakery.test'] }, changes),
    'transitions[1].who[0]',
    /otto/,
  ],
  [
    'an escalation to a role that is gone',
    withStages(draft, { ...review, days: 2, escalate: ['role:lawyer'] }, approved),
    'stages[1].escalate[0]',
    /lawyer/,
  ],
  [
    'a locked field that is none',
    withStages(draft, { ...review, lock: { fields: ['headline'] } }, approved),
    'stages[1].lock.fields[0]',
    /headline/,
  ],
  ...(
    [
      [{ on: 'role', any: ['lawyer'] }, /role/],
      [{ on: 'type', any: ['api::ghost.ghost'] }, /content type/],
      [{ on: 'locale', any: ['fr'] }, /language/],
      [{ on: 'marked', any: ['secret'] }, /mark/],
      [{ on: 'channels', any: ['fax'] }, /channel/],
      [{ on: 'only-channels', any: ['fax'] }, /channel/],
      [{ on: 'changed', any: ['headline'] }, /field/],
    ] as const
  ).map(([condition, message]): [string, Workflow, string, RegExp] => [
    `a condition on ${condition.on} of something that does not exist`,
    withTransitions(
      submit,
      { ...inReview, key: 'other', when: [{ ...condition, any: [...condition.any] }] },
      approve,
    ),
    'transitions[1].when[0].any[0]',
    message,
  ]),
  [
    'a field of another type than the conditions leave',
    withTransitions(
      submit,
      {
        ...inReview,
        key: 'price',
        when: [
          { on: 'type', any: ['api::article.article'] },
          { on: 'changed', any: ['price'] },
        ],
      },
      approve,
    ),
    'transitions[1].when[1].any[0]',
    /field of Article “price”/,
  ],
  [
    'more people than there are',
    withTransitions(submit, { ...approve, needs: [{ count: 3, of: ['may:review.approve'] }] }, changes),
    'transitions[1].needs',
    /only 2/,
  ],
  [
    'two places that only one person can fill',
    withTransitions(
      submit,
      {
        ...approve,
        who: ['role:strapi-editor', 'user:nora@bakery.test'],
        needs: [
          { count: 1, of: ['role:strapi-editor'] },
          { count: 1, of: ['user:nora@bakery.test'] },
        ],
      },
      changes,
    ),
    'transitions[1].needs',
    /only 1/,
  ],
];

test.each(refused)('%s is refused with its place', (_, definition, path, message) => {
  const problems = problemsOf(schema.parse(definition), world);
  expect(problems.map((one) => one.path)).toContain(path);
  expect(problems.find((one) => one.path === path)?.message).toMatch(message);
});

describe('what looks odd and works', () => {
  test.each<[string, Workflow]>([
    [
      'complementary conditions without a last one',
      withTransitions(
        submit,
        { ...inReview, key: 'low', when: [{ on: 'score', below: 50 }] },
        { ...approve, when: [{ on: 'score', below: 50, not: true }] },
        changes,
      ),
    ],
    [
      'every type by name',
      withTransitions(
        submit,
        { ...inReview, key: 'articles', when: [{ on: 'type', any: ['api::article.article'] }] },
        { ...approve, when: [{ on: 'type', any: ['api::product.product'] }] },
        changes,
      ),
    ],
    [
      'a way that goes around a stage',
      {
        ...withTransitions(
          submit,
          { ...inReview, key: 'to-legal', to: 'legal', when: [{ on: 'marked', any: ['legal'] }] },
          approve,
          { ...approve, key: 'legal', from: ['legal'] },
          changes,
        ),
        stages: [draft, review, legal, approved],
      },
    ],
    [
      'a guest who decides',
      withTransitions(submit, { ...approve, who: ['guest:client@example.test'] }, changes),
    ],
    [
      'a component as a whole',
      withTransitions(submit, { ...inReview, key: 'seo', when: [{ on: 'changed', any: ['seo'] }] }, approve),
    ],
  ])('%s', (_, definition) => {
    expect(problemsOf(schema.parse(definition), world)).toEqual([]);
  });
});
