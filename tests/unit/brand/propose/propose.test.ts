import { proposeKit, type EntryToLearnFrom } from '../../../../src/brand/propose/propose';
import { readContent } from '../../../../src/content/read';
import { article, parts } from '../../content/builders';

const entry = (body: string, locale = 'en', score?: number): EntryToLearnFrom => ({
  content: readContent(article, parts, { title: 'Some Title In Capitals', body }),
  locale,
  ...(score === undefined ? {} : { score }),
});
const times = (count: number, ...bodies: string[]) =>
  Array.from({ length: count }, (_, index) => entry(bodies[index % bodies.length] ?? ''));

describe('names are found in what is published', () => {
  const names = (entries: readonly EntryToLearnFrom[]) =>
    proposeKit(entries).names.map(
      ({ name, count, variants }) => `${name} ${count}: ${variants.map(({ text, count: often }) => `${text} ${often}`).join(', ')}`,
    ); // prettier-ignore

  test('with the other ways in which they are written', () => {
    const entries = [
      entry('At Lindner & Daughters we bake. Lindner & Daughters is open.'),
      entry('Come to Lindner & Daughters. We are Lindner and Daughters, or lindner & daughters.'),
      entry('Lindner & Daughters and Lindner&Daughters.'),
    ];
    expect(names(entries)).toEqual([
      'Lindner & Daughters 7: Lindner and Daughters 1, Lindner&Daughters 1, lindner & daughters 1',
    ]);
  });

  test('also where they begin a sentence', () => {
    expect(names(times(4, 'Our Sunday Sourdough rests. We love our Sunday Sourdough.'))).toEqual([
      'Sunday Sourdough 8: ',
    ]);
    expect(names(times(4, 'Our Golden Sourdough rests. We love our Golden Sourdough.'))).toEqual([
      'Golden Sourdough 8: ',
    ]);
  });

  test.each<[string, EntryToLearnFrom[]]>([
    ['seen in one entry only', [entry('Golden Sourdough, Golden Sourdough, Golden Sourdough.')]],
    ['seen twice', times(2, 'We bake Golden Sourdough.')],
    ['a day and a month', times(5, 'Open on Monday March 3.')],
    ['in titles and headings', times(5, '# Our Very Own Bread\n\nwe bake.')],
    ['a handle or an address', times(5, 'See @Golden Sourdough.example')],
  ])('not what is %s', (_, entries) => {
    expect(names(entries)).toEqual([]);
  });
});

describe('words in two spellings are found, where one is clearly more usual', () => {
  const terms = (entries: readonly EntryToLearnFrom[]) =>
    proposeKit(entries).terms.map(({ avoid, prefer, counts, locale }) => `${locale ?? ''}: ${avoid} → ${prefer} (${counts.join(' to ')})`); // prettier-ignore

  test.each<[string, EntryToLearnFrom[], string[]]>([
    ['hyphens', [...times(6, 'Send us an e-mail today.'), entry('An email came.')], ['en: email → e-mail (6 to 1)']],
    ['spaces', [...times(6, 'See our website now.'), entry('Our web site is new.')], ['en: web site → website (6 to 1)']],
    ['British and American', [...times(6, 'The flavour of rye. We organise it.'), entry('A new flavor. You organize it.')], ['en: flavor → flavour (6 to 1)', 'en: organize → organise (6 to 1)']],
    ['accents', [...times(6, 'Come to our café.'), entry('Our cafe opens.'), entry('A cafes.')], []],
    ['German', [...times(6, 'x').map(() => entry('Ein Foto vom Brot.', 'de')), entry('Ein Photo vom Brot.', 'de')], []],
    ['German sharp s', [...times(6, 'x').map(() => entry('In der Hauptstraße 3.', 'de')), entry('In der Hauptstrasse 3.', 'de')], ['de: Hauptstrasse → Hauptstraße (6 to 1)']],
    ['not where both are usual', [...times(4, 'Send an e-mail today.'), ...times(3, 'An email came.')], []],
    ['not where capitals alone differ', [...times(6, 'We love sourdough here.'), entry('We love Sourdough here.')], []],
    ['not in addresses', [...times(6, 'Send an e-mail to e-mail@bakery.example'), entry('See https://email.example/email')], []],
    ['not over two languages', [...times(6, 'Our e-mail list.'), entry('Unsere Email kam.', 'de')], []],
  ])('%s', (_, entries, expected) => {
    expect(terms(entries)).toEqual(expected);
  }); // prettier-ignore
});

describe('the voice is measured', () => {
  const voice = (entries: readonly EntryToLearnFrom[]) => proposeKit(entries).voice;
  const plain = 'We bake our bread at night. Our oven is old. The bread is baked by us. Come and see us!';

  test('with the measures of the rules', () => {
    expect(voice(times(10, plain))).toEqual({
      meanSentence: 5,
      longestSentence: 6,
      readingGrade: 1,
      passiveShare: 0.25,
      exclamations: 1,
      person: 'we',
      formality: null,
    });
  });

  test('in the better half of the entries, where they have scores', () => {
    const loud = Array.from({ length: 10 }, () => entry('We bake! We bake! We bake! We bake!', 'en', 40));
    const calm = Array.from({ length: 10 }, () => entry(plain, 'en', 95));
    expect(voice([...loud, ...calm]).exclamations).toBe(1);
    expect(voice(loud).exclamations).toBe(4);
  });

  test.each<[string, string, string, object]>([
    ['German, near', 'de', 'Wir backen für dich. Komm zu uns, wenn du magst. ', { person: 'we', formality: 'informal' }],
    ['German, far', 'de', 'Wir backen für Sie. Heute zeigen wir Ihnen unser Brot. ', { person: 'we', formality: 'formal' }],
    ['French', 'fr', 'Nous cuisons notre pain pour vous. Venez avec vos amis. ', { person: 'we', formality: 'formal' }],
    ['Spanish', 'es', 'Horneamos para ti en nuestra casa. Nuestro pan es tu pan. ', { person: 'we', formality: 'informal' }],
    ['one person', 'en', 'I bake my bread at night. I love it. ', { person: 'i', formality: null }],
    ['nobody', 'en', 'The oven is old. The bread is good. ', { person: 'impersonal', formality: null }],
  ])('who speaks, and to whom: %s', (_, locale, body, expected) => {
    expect(voice(Array.from({ length: 30 }, () => entry(body, locale)))).toMatchObject(expected);
  }); // prettier-ignore

  test('too little text says nothing', () => {
    expect(voice([entry('We bake.')])).toEqual({ meanSentence: null, longestSentence: null, readingGrade: null, passiveShare: null, exclamations: null, person: null, formality: null }); // prettier-ignore
    expect(proposeKit([])).toEqual({ entriesRead: 0, palette: [], names: [], terms: [], voice: voice([]) });
  });
});

describe('the palette is what the pictures share', () => {
  const palette = (...pictures: Parameters<typeof proposeKit>[1] & object) =>
    proposeKit([], pictures).palette.map(({ name, hex, share }) => `${name} ${hex} ${share}`);

  test('near colours are one, the largest first, each with a name', () => {
    expect(
      palette(
        [{ hex: '#c0392b', share: 0.5 }, { hex: '#bf3a2d', share: 0.1 }, { hex: '#fdf3dc', share: 0.3 }],
        [{ hex: '#c1382a', share: 0.3 }, { hex: '#fdf2da', share: 0.5 }, { hex: '#2c5f8a', share: 0.2 }],
      ),
    ).toEqual(['Red #c0392b 0.45', 'Cream #fdf2da 0.4']);
  }); // prettier-ignore

  test('a colour of one picture among several is none of the business', () => {
    expect(palette([{ hex: '#c0392b', share: 1 }], [{ hex: '#2c5f8a', share: 1 }])).toEqual([]);
    expect(palette([{ hex: '#c0392b', share: 1 }])).toEqual(['Red #c0392b 1']);
  });

  test('at most eight, and names are not used twice', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ hex: `#${(at * 541_999 + 65_793).toString(16).padStart(6, '0')}`, share: 1 / 30 })); // prettier-ignore
    const found = proposeKit([], [many, many]).palette;
    expect(found.length).toBe(8);
    expect(new Set(found.map(({ name }) => name)).size).toBe(8);
  });

  test('what is no colour is left out', () => {
    expect(palette([{ hex: 'nonsense', share: 1 }])).toEqual([]);
  });
});
