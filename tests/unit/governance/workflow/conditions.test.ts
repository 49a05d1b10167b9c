import { holds, transitionFor, type TransitionFacts } from '../../../../src/governance/workflow/conditions';
import type { Condition, Workflow } from '../../../../src/governance/workflow/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';

const facts: TransitionFacts = {
  uid: 'api::article.article',
  locale: 'en',
  roles: ['editor'],
  changed: ['title', 'offers[0].price', 'seo'],
  marked: ['price'],
  score: 60,
  kinds: ['bluesky', 'email'],
  entryApproved: false,
};

const table: [Condition, Partial<TransitionFacts>, boolean][] = [
  [{ on: 'role', any: ['owner', 'editor'] }, {}, true],
  [{ on: 'role', any: ['owner'] }, {}, false],
  [{ on: 'role', any: ['owner'], not: true }, {}, true],
  [{ on: 'type', any: ['api::article.article'] }, {}, true],
  [{ on: 'type', any: ['api::recipe.recipe'] }, {}, false],
  [{ on: 'locale', any: ['de'] }, {}, false],
  [{ on: 'locale', any: ['de'] }, { locale: null }, false],
  [{ on: 'locale', any: ['de'], not: true }, { locale: null }, true],
  [{ on: 'changed', any: ['title'] }, {}, true],
  [{ on: 'changed', any: ['offers'] }, {}, true],
  [{ on: 'changed', any: ['seo.description'] }, {}, true],
  [{ on: 'changed', any: ['titles'] }, {}, false],
  [{ on: 'changed', any: ['body'] }, { changed: [] }, false],
  [{ on: 'marked', any: ['price', 'legal'] }, {}, true],
  [{ on: 'marked', any: ['legal'] }, {}, false],
  [{ on: 'score', below: 61 }, {}, true],
  [{ on: 'score', below: 60 }, {}, false],
  [{ on: 'channels', any: ['bluesky'] }, {}, true],
  [{ on: 'channels', any: ['mastodon'] }, {}, false],
  [{ on: 'only-channels', any: ['bluesky', 'email'] }, {}, false],
  [{ on: 'only-channels', any: ['bluesky', 'email'] }, { entryApproved: true }, true],
  [{ on: 'only-channels', any: ['bluesky'] }, { entryApproved: true }, false],
  [{ on: 'only-channels', any: ['bluesky'] }, { entryApproved: true, kinds: [] }, false],
];

test.each(table)('%j with %j: %s', (condition, change, expected) => {
  expect(holds(condition, { ...facts, ...change })).toBe(expected);
});

describe('of several transitions with the same decision, the first whose conditions hold applies', () => {
  const [submit, approve, ...others] = standardWorkflow.transitions;
  const workflow: Pick<Workflow, 'transitions'> = {
    transitions: [
      submit!,
      { ...approve!, key: 'approve-price', when: [{ on: 'marked', any: ['price'] }] },
      approve!,
      ...others,
    ],
  };

  test.each([
    ['approve', 'in-review', {}, 'approve-price'],
    ['approve', 'in-review', { marked: [] }, 'approve'],
    ['approve', 'draft', {}, undefined],
    ['submit', 'draft', {}, 'submit'],
    ['unlock', 'approved', {}, undefined],
  ] as const)('%s from %s with %j: %s', (decision, stage, change, key) => {
    expect(transitionFor(workflow, decision, stage, { ...facts, ...change })?.key).toBe(key);
  });
});
