import { readContent } from '../../../src/content/read';
import { htmlOf, plainTextOf } from '../../../src/content/render';
import type { EntryDocument } from '../../../src/content/schema';
import { article, parts, photo } from './builders';

const contentOf = (document: EntryDocument) => readContent(article, parts, document);
const html = (document: EntryDocument, base?: string) =>
  htmlOf(contentOf(document), base === undefined ? {} : { base });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });

describe('HTML', () => {
  test.each<[string, EntryDocument, string]>([
    [
      'a title and a summary',
      { title: 'Rye & more', summary: 'One\ntwo\n\nthree' },
      '<h1>Rye &#x26; more</h1>\n<p>One<br>two</p><p>three</p>',
    ],
    ['Markdown', { body: '## Hi\n\n*a* [b](/c)' }, '<h2>Hi</h2>\n<p><em>a</em> <a href="/c">b</a></p>'],
    ['HTML in Markdown', { body: '<div><b>a</b></div>' }, '<div><b>a</b></div>'],
    [
      'Blocks',
      { story: [paragraph({ type: 'text', text: 'a', bold: true, underline: true })] },
      '<p><strong><u>a</u></strong></p>',
    ],
    [
      'a line break in Blocks',
      { story: [paragraph({ type: 'text', text: 'a\nb' })] },
      '<p><span>a<br>b</span></p>',
    ],
    [
      'a heading of no level',
      { story: [{ type: 'heading', level: 99, children: [{ type: 'text', text: 'a' }] }] },
      '<h6>a</h6>',
    ],
    [
      'a picture',
      { cover: photo({ alternativeText: '"Rye"' }) },
      '<p><img src="/uploads/rye_1a2b.jpg" alt="&#x22;Rye&#x22;" width="1200" height="800"></p>',
    ],
    [
      'a file that is no picture',
      { cover: photo({ mime: 'application/pdf', name: 'menu.pdf', url: '/menu.pdf' }) },
      '<p><a href="/menu.pdf">menu.pdf</a></p>',
    ],
    ['no addresses and no mood', { slug: 'x', contact: 'a@b.test', mood: 'calm' }, ''],
  ])('of %s', (_case, document, expected) => expect(html(document)).toBe(expected));

  test.each<[string, EntryDocument]>([
    ['a script in Markdown', { body: '<script>alert(1)</script>' }],
    ['a handler', { body: '<img src=x onerror=alert(1)>' }],
    ['a handler in a broken tag', { body: '<img src=x onerror=alert(1) //' }],
    ['a script address in Markdown', { body: '[a](javascript:alert(1))' }],
    ['a script address with a tab', { body: '<a href="java\tscript:alert(1)">a</a>' }],
    [
      'a script address in Blocks',
      {
        story: [
          paragraph({ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'a' }] }),
        ],
      },
    ],
    ['a script address of a picture', { cover: photo({ url: 'javascript:alert(1)' }) }],
    ['a frame', { body: '<iframe src="https://x.test"></iframe>' }],
    ['a style', { body: '<p style="background:url(javascript:alert(1))">a</p><style>a{}</style>' }],
    [
      'a form',
      { body: '<form action="https://x.test"><button formaction="javascript:alert(1)">a</button></form>' },
    ],
    ['a drawing', { body: '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">a</a></svg>' }],
  ])('lets no %s through', (_case, document) => {
    expect(html(document)).not.toMatch(
      /<(script|iframe|style|svg|form|button)|<[^>]*\son\w+=|(href|src|action)="\s*java|style=/i,
    );
  });

  test('addresses of the site become absolute, others stay', () => {
    expect(
      html({ body: '[a](/a) [b](https://b.test/) [c](//c.test) ![d](/d.jpg)' }, 'https://bakery.test/'),
    ).toBe(
      '<p><a href="https://bakery.test/a">a</a> <a href="https://b.test/">b</a> <a href="//c.test">c</a> <img src="https://bakery.test/d.jpg" alt="d"></p>',
    );
  });

  test('of one part only', () => {
    expect(htmlOf(contentOf({ title: 'Rye', body: 'Hi' }), { wanted: ({ role }) => role === 'body' })).toBe(
      '<p>Hi</p>',
    );
  });
});

test('plain text: paragraphs apart, list items together, no alt texts and no addresses', () => {
  const document = {
    title: 'Rye',
    slug: 'rye',
    body: '# Why\n\nIt *is*\nwarm.\n\n- a\n- b\n\nEnd ![alt](/x.jpg)',
    contact: 'a@b.test',
    cover: photo(),
  };
  expect(plainTextOf(contentOf(document))).toBe('Rye\n\nWhy\n\nIt is\nwarm.\n\n- a\n- b\n\nEnd');
  expect(plainTextOf(contentOf(document), { wanted: ({ role }) => role === 'title' })).toBe('Rye');
});
