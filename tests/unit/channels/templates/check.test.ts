import { channelRules } from '../../../../src/channels/rules';
import { partProblems, templateProblems } from '../../../../src/channels/templates/check';
import { defaultTemplate, partsOf } from '../../../../src/channels/templates/defaults';
import { builtInKinds } from '../../../../src/channels/rules/kinds';
import { rulesFor } from '../../../../src/channels/rules/own/rules-of';

test.each<[template: string, code: string, place: [line: number, column: number], values: object]>([
  ['{{ titel }}', 'unknown-placeholder', [1, 4], { name: 'titel', nearest: 'title' }],
  ['{{ title ?? sumary }}', 'unknown-placeholder', [1, 13], { name: 'sumary', nearest: 'summary' }],
  ['{{ coveralt }}', 'unknown-placeholder', [1, 4], { nearest: 'cover.alt' }],
  ['{{ fields. }}', 'unknown-placeholder', [1, 4], { name: 'fields' }],
  ['{{ bakery }}', 'unknown-placeholder', [1, 4], { nearest: '' }],
  ['Fresh\n\n{{ title | uper }}', 'unknown-filter', [3, 12], { name: 'uper', nearest: 'upper' }],
  ['{{ title | words }}', 'argument', [1, 12], { filter: 'words', wants: 'words: 20' }],
  ['{{ title | words: "20" }}', 'argument', [1, 12], { filter: 'words' }],
  ['{{ title | words: 0 }}', 'argument', [1, 12], { filter: 'words' }],
  ['{{ title | upper: 3 }}', 'argument', [1, 12], { filter: 'upper' }],
  ['{{ fields.day | date: "soon" }}', 'argument', [1, 17], { filter: 'date' }],
  ['{{ fields.price | price: "Euro" }}', 'argument', [1, 19], { filter: 'price' }],
  ['{{ title', 'unclosed', [1, 1], {}],
  ['{{ title | before: "}} }}', 'unexpected', [1, 20], {}],
  ['{{ }}', 'unexpected', [1, 4], { found: '}}' }],
  ['{{ title summary }}', 'unexpected', [1, 10], { found: 'summary' }],
  ['{{ title | }}', 'unexpected', [1, 12], { found: '}}' }],
  ['x'.repeat(2_001), 'too-long', [1, 2_001], { length: 2_001, max: 2_000 }],
])('%j: %s at %j', (template, code, [line, column], values) => {
  const [problem] = partProblems(template);
  expect(problem).toMatchObject({ code: `template.${code}`, line, column, values });
  expect(problem?.message).not.toBe('');
});

test('Every problem of a template is told, in order', () => {
  expect(partProblems('{{ a }} {{ title | b }} {{ title }}').map(({ code }) => code)).toEqual([
    'template.unknown-placeholder',
    'template.unknown-filter',
  ]);
});

test('A part that the copies of a channel do not have is refused', () => {
  expect(templateProblems({ text: 'x', subject: 'y' }, channelRules.mastodon)).toMatchObject([
    { part: 'subject', code: 'template.part-unknown', values: { part: 'subject', channel: 'Mastodon' } },
  ]);
});

test.each(builtInKinds)('The template of %s has each of its parts, and nothing is wrong with it', (kind) => {
  const rules = channelRules[kind];
  const template = defaultTemplate(rules);
  expect(Object.keys(template)).toEqual([...partsOf(rules)]);
  expect(templateProblems(template, rules)).toEqual([]);
});

test('A channel of an app that has a title says it once', () => {
  const own = { label: 'Board', rules: { ...rulesFor({ kind: 'own' }), title: {} } } as never;
  expect(defaultTemplate(rulesFor({ kind: 'own', own }))).toEqual({
    text: '{{ summary ?? opening ?? title }}',
    title: '{{ title }}',
  });
});
