import { readContent } from '../../../src/content/read';
import type { TextPiece } from '../../../src/content/schema';
import { typeWith } from './builders';

const model = typeWith({ body: { type: 'richtext' }, story: { type: 'blocks' } });
const piecesOf = (document: Record<string, unknown>): readonly TextPiece[] =>
  readContent(model, {}, document).texts;
const markTexts = ({ text, marks = [] }: TextPiece) =>
  marks.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href ?? null]);

describe('what is set apart in a text', () => {
  it.each([
    ['Markdown', '# Bread\n\n### Rolls', [1, 3]],
    ['HTML', '<h2>Bread</h2><p>Fresh</p><h4>Rolls</h4>', [2, undefined, 4]],
  ])('knows the level of headings in %s', (_, body, levels) => {
    expect(piecesOf({ body }).map(({ level }) => level)).toEqual(levels);
  });

  it('knows the level of headings in Blocks', () => {
    const story = [{ type: 'heading', level: 3, children: [{ type: 'text', text: 'Bread' }] }];
    expect(piecesOf({ story })).toMatchObject([{ kind: 'heading', level: 3 }]);
  });

  it.each([
    ['Markdown', '| Bread | Price |\n|--|--|\n| Rye | 4 |'],
    ['HTML', '<table><tr><th>Bread</th><th>Price</th></tr><tr><td>Rye</td><td>4</td></tr></table>'],
  ])('tells header cells from others in %s', (_, body) => {
    expect(piecesOf({ body }).map(({ text, kind, header }) => [text, kind, header ?? false])).toEqual([
      ['Bread', 'table-cell', true],
      ['Price', 'table-cell', true],
      ['Rye', 'table-cell', false],
      ['4', 'table-cell', false],
    ]);
  });

  it.each([
    ['Markdown', { body: 'Buy [our **rye**](/rye) with `code` and _care_' }],
    [
      'HTML',
      { body: '<p>Buy <a href="/rye">our <b>rye</b></a> with <code>code</code> and <em>care</em></p>' },
    ],
    [
      'Blocks',
      {
        story: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', text: 'Buy ' },
              {
                type: 'link',
                url: '/rye',
                children: [
                  { type: 'text', text: 'our ' },
                  { type: 'text', text: 'rye', bold: true },
                ],
              },
              { type: 'text', text: ' with ' },
              { type: 'text', text: 'code', code: true },
              { type: 'text', text: ' and ' },
              { type: 'text', text: 'care', italic: true },
            ],
          },
        ],
      },
    ],
  ])('keeps links, bold, code and italics of a line in %s', (_, document) => {
    const [piece] = piecesOf(document);
    expect(piece && markTexts(piece)).toEqual([
      ['strong', 'rye', null],
      ['link', 'our rye', '/rye'],
      ['code', 'code', null],
      ['emphasis', 'care', null],
    ]);
  });

  it('says nothing of marks where there are none', () => {
    expect(piecesOf({ body: 'Plain words.' })[0]).not.toHaveProperty('marks');
  });
});
