import { checkContent } from '../../../src/brand/check';
import { rulesOf } from '../../../src/brand/rules';
import { brandKit, emptyKit, type BrandKit } from '../../../src/brand/schema';
import { quoteAt, applyFix } from '../../../src/content/fix';
import { readContent } from '../../../src/content/read';
import { article, parts, photo } from '../content/builders';

type KitInput = Parameters<typeof brandKit.parse>[0] & object;
const kitWith = (kit: KitInput): BrandKit => brandKit.parse(kit);

/** Findings in a Markdown body, as `quote → replacement`. */
function found(body: string, kit: KitInput, locale = 'en'): string[] {
  const content = readContent(article, parts, { body });
  return checkContent(content, kitWith(kit), { locale }).map(({ quote, fix }) =>
    fix ? `${quote} → ${fix.replacement}` : quote,
  );
}

const cheap = { terms: [{ avoid: 'cheap', prefer: 'affordable' }] };
const web = { terms: [{ avoid: 'web site', prefer: 'website' }] };
const muffin = { terms: [{ avoid: 'süß', prefer: 'fein' }] };
const internet = { terms: [{ avoid: 'internet', prefer: 'Internet' }] };
const surname = { terms: [{ avoid: 'Lindner', prefer: 'Lindner & Daughters' }] };
const name = { names: [{ name: 'Lindner & Daughters' }] };
const cures = { forbiddenClaims: [{ pattern: 'cures *' }] };
const heal = { forbiddenClaims: [{ pattern: 'heal*' }] };
const literal = { forbiddenClaims: [{ pattern: '100 % natural' }] };

describe('a word to avoid is found where people read it', () => {
  test.each<[string, string, KitInput, string[]]>([
    ['as it stands', 'Our cheap bread.', cheap, ['cheap → affordable']],
    ['with a capital at the start, which the fix keeps', 'Cheap bread.', cheap, ['Cheap → Affordable']],
    ['in capitals', 'CHEAP bread.', cheap, ['CHEAP → Affordable']],
    ['twice', 'cheap, cheap!', cheap, ['cheap → affordable', 'cheap → affordable']],
    ['not inside a longer word', 'A cheapskate.', cheap, []],
    ['not inside a longer word with umlauts', 'Eine Süßspeise, unsüß.', muffin, []],
    ['with umlauts, as a whole word', 'Sehr süß!', muffin, ['süß → fein']],
    ['with an accent written as two characters', 'Sehr su\u0308ß!', muffin, ['su\u0308ß → fein']],
    ['with a soft hyphen in it', 'Our che\u00adap bread.', cheap, ['che\u00adap → affordable']],
    ['with a zero-width space in it', 'Our che\u200bap bread.', cheap, ['che\u200bap → affordable']],
    ['over a line break', 'Our web\nsite.', web, ['web\nsite → website']],
    ['over a no-break space', 'Our web\u00a0site.', web, ['web\u00a0site → website']],
    ['over two spaces', 'Our web  site.', web, ['web  site → website']],
    ['across bold, then without a fix', 'Our web **site**.', web, ['web **site']],
    ['across a link, then without a fix', 'Our [web](/a) site.', web, ['web](/a) site']],
    ['inside bold', 'Our **cheap** bread.', cheap, ['cheap → affordable']],
    ['inside the text of a link', '[cheap](https://cheap.test/cheap)', cheap, ['cheap → affordable']],
    ['in a heading', '# Cheap', cheap, ['Cheap → Affordable']],
    ['in a table', '| a | b |\n| - | - |\n| cheap | x |', cheap, ['cheap → affordable']],
    ['in HTML', '<div title="cheap">cheap</div>', cheap, ['cheap → affordable']],
    ['in the alt text of a picture', '![cheap](/cheap.jpg)', cheap, ['cheap → affordable']],
    ['beside an emoji', '👩‍🍳cheap🥖', cheap, ['cheap → affordable']],
    ['after a right-to-left text', 'لحم cheap خبز', cheap, ['cheap → affordable']],
    ['in a possessive', "The cheap's", cheap, ['cheap → affordable']],
    ['not in an address', 'See https://x.test/cheap and cheap.test/cheap', cheap, []],
    ['not in a mail address', 'Write to cheap@bakery.test', cheap, []],
    ['not in a handle or hashtag', '@cheap #cheap', cheap, []],
    ['not in code', 'Use `cheap` and\n\n```\ncheap\n```', cheap, []],
    ['not where it already says what we prefer', 'Lindner & Daughters bake.', surname, []],
    [
      'where only the capitals differ from what we prefer',
      'The internet, the Internet.',
      internet,
      ['internet → Internet'],
    ],
  ])('%s', (_case, body, kit, expected) => expect(found(body, kit)).toEqual(expected));
});

describe('a term rule does what its switches say', () => {
  const it = { terms: [{ avoid: 'IT', prefer: 'technology', matchCase: true }] };
  const inside = { terms: [{ avoid: 'web', wholeWord: false }] };
  test.each<[string, string, KitInput, string[]]>([
    ['exact capitals only', 'IT is it.', it, ['IT → technology']],
    ['inside words', 'A webshop', inside, ['web']],
    [
      'the longer of two rules speaks',
      'cheap bread',
      { terms: [{ avoid: 'cheap' }, { avoid: 'cheap bread' }] },
      ['cheap bread'],
    ],
    [
      'unless the shorter one is graver',
      'cheap bread',
      {
        terms: [
          { avoid: 'cheap', severity: 'error' },
          { avoid: 'cheap bread', severity: 'suggestion' },
        ],
      },
      ['cheap', 'cheap bread'],
    ],
    ['only in its language', 'cheap', { terms: [{ avoid: 'cheap', locales: ['de'] }] }, []],
    [
      'markup in a replacement is written as text',
      'star',
      { terms: [{ avoid: 'star', prefer: '*' }] },
      ['star → \\*'],
    ],
  ])('%s', (_case, body, kit, expected) => expect(found(body, kit)).toEqual(expected));

  test.each<[string, string | null, number]>([
    ['de', 'de', 1],
    ['de', 'de-AT', 1],
    ['de', 'en', 0],
    ['de', null, 1],
    ['de-AT', 'de', 0],
    ['de_AT', 'de-at', 1],
  ])('a rule for %s in an entry of language %s', (rule, locale, count) => {
    const content = readContent(article, parts, { title: 'cheap' });
    expect(
      checkContent(content, kitWith({ terms: [{ avoid: 'cheap', locales: [rule] }] }), { locale }),
    ).toHaveLength(count);
  });
});

describe('the name has one spelling', () => {
  test.each<[string, string, string[]]>([
    ['right', 'Lindner & Daughters', []],
    ['right, as Markdown writes it', 'Lindner &amp; Daughters', []],
    ['right, broken over a line', 'Lindner &\nDaughters', []],
    ['in lower case', 'lindner & daughters', ['lindner & daughters → Lindner & Daughters']],
    [
      'in lower case with a reference',
      'lindner &amp; daughters',
      ['lindner &amp; daughters → Lindner & Daughters'],
    ],
    ['with and', 'Lindner and Daughters', ['Lindner and Daughters → Lindner & Daughters']],
    ['with und', 'Lindner und Daughters', ['Lindner und Daughters → Lindner & Daughters']],
    ['without spaces', 'Lindner&Daughters', ['Lindner&Daughters → Lindner & Daughters']],
  ])('%s', (_case, body, expected) => expect(found(body, name)).toEqual(expected));

  test('a name that is also a word may have any capitals', () => {
    expect(found('the apple, the APPLE', { names: [{ name: 'Apple', matchCase: false }] })).toEqual([]);
  });

  test('a term inside the name is no finding', () => {
    expect(found('Lindner & Daughters', { ...name, terms: [{ avoid: 'daughters' }] })).toEqual([]);
  });
});

describe('a claim that must not be made', () => {
  test.each<[string, string, KitInput, string[]]>([
    ['as it stands', 'It is 100 % natural.', literal, ['100 % natural']],
    ['with other spaces', 'It is 100\u00a0%  natural.', literal, ['100\u00a0%  natural']],
    ['a star is one word', 'It cures everything now.', cures, ['cures everything']],
    ['a star is not nothing', 'It cures.', cures, []],
    [
      'a star at a word is more letters',
      'It heals, it is healing, heal!',
      heal,
      ['heals', 'healing', 'heal'],
    ],
    ['not from the middle of a word', 'They reheal.', heal, []],
    [
      'a point in the pattern is a point',
      'No. 1 and No! 1',
      { forbiddenClaims: [{ pattern: 'No. 1' }] },
      ['No. 1'],
    ],
    [
      'even inside a longer term',
      'best bread',
      { ...{ terms: [{ avoid: 'best bread ever' }] }, forbiddenClaims: [{ pattern: 'best bread' }] },
      ['best bread'],
    ],
  ])('%s', (_case, body, kit, expected) => expect(found(body, kit)).toEqual(expected));
});

describe('a sentence may not be too long', () => {
  const five = { longestSentence: { words: 5 } };
  test.each<[string, string, string, string[]]>([
    ['short ones', 'One two three four five. One two.', 'en', []],
    [
      'a long one among them',
      'One two. One two three four five six. One.',
      'en',
      ['One two three four five six.'],
    ],
    [
      'over line breaks of Markdown',
      'One two\nthree four\nfive six.',
      'en',
      ['One two\nthree four\nfive six.'],
    ],
    [
      'a number with a point ends nothing',
      'It costs 3.50 or 4.50 euros here now.',
      'en',
      ['It costs 3.50 or 4.50 euros here now.'],
    ],
    [
      'in an unknown language',
      'One two three four five six.',
      'x-invalid-locale-!!',
      ['One two three four five six.'],
    ],
    ['in Thai, which writes no spaces', 'ฉันกินขนมปังทุกเช้าที่ร้านนี้', 'th', ['ฉันกินขนมปังทุกเช้าที่ร้านนี้']],
    ['not in code', '```\none two three four five six seven\n```', 'en', []],
  ])('%s', (_case, body, locale, expected) => expect(found(body, five, locale)).toEqual(expected));
});

describe('every picture says what it shows', () => {
  const required = { altTextRequired: {} };
  const altOf = (alternativeText: unknown, extra = {}) =>
    checkContent(
      readContent(article, parts, { cover: photo({ alternativeText, ...extra }) }),
      kitWith(required),
    ).length;
  test.each<[string, unknown, number]>([
    ['a sentence', 'Rye bread on a board', 0],
    ['missing', null, 1],
    ['empty', '', 1],
    ['blank', '  ', 1],
    ['a camera name', 'IMG_1234.jpg', 1],
    ['a camera name without ending', 'IMG_1234', 1],
    ['a screenshot', 'Screenshot 2026-01-05 at 10.15.01', 1],
    ['a file name with spaces', 'rye bread final.png', 1],
    ['the word photo', 'Photo of rye bread', 0],
    ['a sentence that names a file', 'The file a.jpg. It shows bread.jpg', 0],
  ])('%s', (_case, alt, count) => expect(altOf(alt)).toBe(count));

  test('the stem of the file is only its name', () => expect(altOf('rye-2', { name: 'rye-2.jpg' })).toBe(1));
  test('a film needs none', () => expect(altOf(null, { mime: 'video/mp4' })).toBe(0));
  test('pictures in Markdown too', () =>
    expect(found('![](/a.jpg) ![Bread](/b.jpg)', required)).toEqual(['![](/a.jpg)']));
  test('and those in HTML', () =>
    expect(found('<img src="/a.jpg"> x', required)).toEqual(['<img src="/a.jpg">']));
});

test('findings come in the order of the fields, and each quote stands at its place', () => {
  const story = [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'A cheap ' },
        { type: 'text', text: 'cheap', bold: true },
      ],
    },
    { type: 'image', image: photo({ alternativeText: 'IMG_1.jpg' }), children: [{ type: 'text', text: '' }] },
  ];
  const document = {
    title: 'Cheap',
    body: 'cheap **cheap**',
    story,
    cover: photo({ alternativeText: 'cheap' }),
    gallery: [photo({ alternativeText: '' })],
  };
  const kit = kitWith({ ...cheap, altTextRequired: {} });
  const findings = checkContent(readContent(article, parts, document), kit);
  expect(
    findings.map(({ rule, place, quote }) => [rule, place.field, place.block?.join('.') ?? '', quote]),
  ).toEqual([
    ['brand.term/cheap', 'title', '', 'Cheap'],
    ['brand.term/cheap', 'body', '', 'cheap'],
    ['brand.term/cheap', 'body', '', 'cheap'],
    ['brand.term/cheap', 'story', '0.0', 'cheap'],
    ['brand.term/cheap', 'story', '0.1', 'cheap'],
    ['brand.alt-text', 'story', '1', 'IMG_1.jpg'],
    ['brand.term/cheap', 'cover.alternativeText', '', 'cheap'],
    ['brand.alt-text', 'gallery[0]', '', ''],
  ]);
  for (const { place, quote } of findings.filter(({ quote }) => quote !== ''))
    expect(quoteAt(document, place)).toBe(quote);
  expect(findings.find(({ place }) => place.field === 'cover.alternativeText')?.fix).toBeNull();
});

test('fixes applied from the last to the first leave nothing to find', () => {
  let document: Record<string, unknown> = {
    title: 'Cheap and cheap',
    body: '> cheap\n> *cheap*',
    seo: { metaTitle: 'cheap' },
    hints: [{ text: 'x' }, { text: 'cheap' }],
  };
  const kit = kitWith(cheap);
  const findings = checkContent(readContent(article, parts, document), kit);
  expect(findings).toHaveLength(6);
  for (const { place, quote, fix } of findings.toReversed())
    document = applyFix(document, place, fix?.replacement ?? '', quote);
  expect(checkContent(readContent(article, parts, document), kit)).toEqual([]);
  expect(document).toMatchObject({
    title: 'Affordable and affordable',
    body: '> affordable\n> *affordable*',
    hints: [{ text: 'x' }, { text: 'affordable' }],
  });
});

test('the empty kit finds nothing', () => {
  expect(
    checkContent(
      readContent(article, parts, { body: 'cheap ![](/a.jpg)', cover: photo({ alternativeText: null }) }),
      emptyKit(),
    ),
  ).toEqual([]);
});

describe('hostile texts are checked in time', () => {
  const kit = kitWith({
    ...cheap,
    altTextRequired: {},
    longestSentence: { words: 30 },
    forbiddenClaims: [{ pattern: 'a*a*b' }, { pattern: '* cures *' }],
  });
  test.each<[string, string]>([
    ['half a megabyte of sentences', 'lorem ipsum. '.repeat(40_000)],
    ['a megabyte without a space', 'a'.repeat(1_000_000)],
    ['long words that nearly match a claim', `${'a'.repeat(80)} `.repeat(12_000)],
    ['no spaces between words', 'ฉันกินขนมปัง'.repeat(20_000)],
    ['nearly addresses', 'a.'.repeat(300_000)],
    ['nearly mail addresses', 'a@'.repeat(300_000)],
    ['handles', '#'.repeat(500_000)],
    ['marks without end', `e${'\u0301'.repeat(300_000)}`],
    ['spaces without end', ' '.repeat(500_000)],
    ['lone surrogates', '\ud83d'.repeat(200_000)],
    ['right-to-left marks', 'خبز\u202e\u200f '.repeat(50_000)],
  ])('%s', (_case, summary) => {
    const content = readContent(article, parts, { summary: `${summary} cheap` });
    const terms = checkContent(content, kit, { locale: 'en' }).filter(
      ({ rule }) => rule === 'brand.term/cheap',
    );
    expect(terms.map(({ quote }) => quote)).toEqual(['cheap']);
  });
});

describe('the kit refuses what could never work', () => {
  test.each<[string, object]>([
    ['nothing to avoid', { terms: [{ avoid: '  ' }] }],
    ['the same word to avoid and to prefer', { terms: [{ avoid: 'a', prefer: 'a' }] }],
    ['a claim of wildcards only', { forbiddenClaims: [{ pattern: '* *' }] }],
    ['a claim with three wildcards in a word', { forbiddenClaims: [{ pattern: 'a*b*c*d' }] }],
    ['an unknown severity', { terms: [{ avoid: 'a', severity: 'fatal' }] }],
    ['a sentence of one word', { longestSentence: { words: 1 } }],
  ])('%s', (_case, kit) => expect(brandKit.safeParse(kit).success).toBe(false));

  test('an empty kit is filled, and asks for nothing', () => {
    expect(emptyKit()).toMatchObject({
      names: [],
      terms: [],
      altTextRequired: null,
      longestSentence: null,
      forbiddenClaims: [],
    });
    expect(rulesOf(emptyKit())).toEqual([]);
  });
});
