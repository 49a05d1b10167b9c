import { readContent } from '../../../../src/content/read';
import { checkerOf } from '../../../../src/brand/engine/checker';
import { ruleSetOf } from '../../../../src/brand/engine/rule-set';
import { emptyKit } from '../../../../src/brand/schema';
import { loadTagger } from '../../../../src/brand/vale/language/tagger';
import { readPack } from '../../../../src/brand/vale/pack';
import { missingParts, packRules, type PackRuleOptions } from '../../../../src/brand/vale/rules';
import { typeWith } from '../../content/builders';

const model = typeWith({
  title: { type: 'string' },
  body: { type: 'richtext' },
  story: { type: 'blocks' },
  note: { type: 'text' },
});

const packOf = (rules: Record<string, string>) =>
  readPack(Object.fromEntries(Object.entries(rules).map(([name, text]) => [`House/${name}.yml`, text]))).pack;

const check = (
  rules: Record<string, string>,
  document: Record<string, unknown>,
  options: PackRuleOptions = {},
) => {
  const set = ruleSetOf(emptyKit(), packRules(packOf(rules), options), {});
  const content = readContent(model, {}, document);
  return checkerOf(set)
    .check({ content })
    .map(({ rule, place, quote, fix }) => [
      rule.replace('vale/House.', ''),
      place.field,
      quote,
      fix?.replacement ?? null,
    ]);
};

const existence = (tokens: string, further = '') =>
  `extends: existence\nmessage: "'%s'"\ntokens: [${tokens}]\n${further}`;

describe('the rules of a pack in the engine', () => {
  it('checks Blocks, Markdown and plain fields, each at its place in the stored value', () => {
    const document = {
      note: 'It is very good.',
      body: 'A **very** [good](/very) day.',
      story: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'So very ' },
            { type: 'text', text: 'nice', bold: true },
          ],
        },
      ],
    };
    expect(check({ Very: existence('very') }, document)).toEqual([
      ['Very', 'body', 'very', null],
      ['Very', 'story', 'very', null],
      ['Very', 'note', 'very', null],
    ]);
  });

  it('offers what to write instead, with the capitals of the text', () => {
    const rule =
      "extends: substitution\nmessage: Use '%s'.\nignorecase: true\naction: {name: replace}\nswap: {are not: aren't}";
    expect(check({ Are: rule }, { note: 'Are not we? We are not.' }).map(([, , , fix]) => fix)).toEqual([
      "Aren't",
      "aren't",
    ]);
  });

  it.each([
    ['heading', 'body', '## very\n\nvery', 1],
    ['heading.h2', 'body', '# very\n\n## very', 1],
    ['heading', 'title', 'very', 1],
    ['~heading', 'body', '## very\n\nvery', 1],
    ['list', 'body', '- very\n\nvery', 1],
    ['blockquote', 'body', '> very\n\nvery', 1],
    ['table.header', 'body', '| very |\n|--|\n| very |', 1],
    ['table.cell', 'body', '| very |\n|--|\n| very |', 1],
    ['alt', 'body', '![very](/a.png) very', 1],
    ['link', 'body', '[very](/a) very', 1],
    ['strong', 'body', '**very** very', 1],
    ['code', 'body', '`very` very', 1],
    ['sentence', 'body', 'It is very. It is very.', 2],
    ['paragraph', 'body', 'very\n\nvery', 2],
    ['raw', 'body', '`very` very', 2],
    ['summary', 'body', '# very\n\nvery', 1],
    ['class.hint', 'body', '<p class="hint">very</p>\n\nvery', 1],
    ['doc(p > em)', 'body', '*very* very', 1],
    ['field.note', 'body', 'very', 0],
    ['field.body', 'body', 'very', 1],
    ['text & ~list', 'body', '- very\n\nvery', 1],
    ['text', 'body', '`very`', 0],
  ])('looks only where the scope says: %s', (scope, field, text, count) => {
    expect(
      check({ Very: existence('very', `scope: ${JSON.stringify(scope)}`) }, { [field]: text }),
    ).toHaveLength(count);
  });

  it('takes an entry for a file: consistency, limits and formulas look at all of it', () => {
    const document = { title: 'The colour', note: 'The color and the color.', body: '# One\n\nTwo words.' };
    const rules = {
      Both: 'extends: consistency\nmessage: "\'%s\'"\neither: {colour: color}',
      Few: existence('the, The', 'limit: 1'),
      Score: 'extends: metric\nmessage: "%s"\nformula: words * 2\ncondition: "> 4"',
    };
    const found = check(rules, document).map(([rule]) => rule);
    expect(found.filter((rule) => rule === 'Both').length).toBeGreaterThan(0);
    expect(found.filter((rule) => rule === 'Few')).toHaveLength(1);
    expect(found.filter((rule) => rule === 'Score')).toHaveLength(1);
  });

  it('keeps to the languages that it is for', () => {
    const set = ruleSetOf(
      emptyKit(),
      packRules(packOf({ Very: existence('very') }), { locales: ['en'] }),
      {},
    );
    const content = readContent(model, {}, { note: 'very' });
    expect(checkerOf(set).check({ content, locale: 'de' })).toEqual([]);
    expect(checkerOf(set).check({ content, locale: 'en-GB' })).toHaveLength(1);
  });

  it('leaves slow patterns, spelling and word classes to the server', () => {
    const rules = packRules(packOf({ Slow: existence("'(?:[a-z]+\\s*)+\\.$'"), Quick: existence('very') }));
    expect(rules.map(({ id, runs }) => [id, runs ?? 'everywhere'])).toEqual([
      ['vale/House.Quick', 'everywhere'],
      ['vale/House.Slow', 'server'],
    ]);
  });

  const speller = 'extends: spelling\nmessage: "%s"\naction: {name: suggest, params: [spellings]}';
  const meeting = 'extends: sequence\nmessage: "%s"\ntokens: [{tag: DT}, {tag: NN, pattern: meet}]';

  it('says which rules are left out for want of a dictionary or the word classes', () => {
    const pack = packOf({ Spelling: speller, Meet: meeting });
    expect(packRules(pack)).toEqual([]);
    expect(missingParts(pack).map(({ code }) => code)).toEqual(['pack.part-missing', 'pack.part-missing']);
  });

  it('finds words that stand in no dictionary, and what they could be', () => {
    const dictionaries = { '': { aff: 'SET UTF-8\nTRY adebr\n', dic: '2\nbread\nfresh\n' } };
    expect(
      check({ Spelling: speller }, { note: 'Fresh braed, GitHub, USA' }, { parts: { dictionaries } }),
    ).toEqual([['Spelling', 'note', 'braed', 'bread']]);
  });

  it('finds words in a row by their classes', async () => {
    const parts = { tagger: await loadTagger() };
    expect(check({ Meet: meeting }, { note: 'Come to the meet today. We meet again.' }, { parts })).toEqual([
      ['Meet', 'note', 'the meet', null],
    ]);
  });
});
