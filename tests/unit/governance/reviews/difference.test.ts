import { copyDifferences, copySnapshot } from '../../../../src/governance/difference/copies';
import { differenceOf } from '../../../../src/governance/difference/difference';
import type {
  EntrySnapshot,
  FieldDifference,
  SnapshotField,
} from '../../../../src/governance/difference/schema';
import { wordDifference } from '../../../../src/governance/difference/words';

const marked = (before: string, after: string): string =>
  wordDifference(before, after)
    .map(({ change, text }) =>
      change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`,
    )
    .join('');

describe('texts by word', () => {
  it.each([
    ['Our rye bread', 'Our rye bread', 'Our rye bread'],
    ['Our rye bread', 'Our dark rye bread', 'Our {+dark +}rye bread'],
    ['Our rye bread', 'Our bread', 'Our [-rye -]bread'],
    ['It costs 4,50 €.', 'It costs 4,80 €.', 'It costs [-4,50-]{+4,80+} €.'],
    ['baked by hand daily', 'made with love daily', '[-baked by hand-]{+made with love+} daily'],
    ['', 'New', '{+New+}'],
    ['Old', '', '[-Old-]'],
    ['Don’t wait', 'Do wait', '[-Don’t-]{+Do+} wait'],
    ['黒いパン', '白いパン', '[-黒-]{+白+}いパン'],
    ['a 👩‍🍳 b', 'a 👨‍🍳 b', 'a [-👩-]{+👨+}‍🍳 b'],
  ])('%s → %s', (before, after, expected) => expect(marked(before, after)).toBe(expected));

  it('ends soon where two long texts share nothing', () => {
    const words = (stem: string): string => Array.from({ length: 20_000 }, (_, n) => `${stem}${n}`).join(' ');
    expect(wordDifference(words('a'), words('b')).length).toBeLessThanOrEqual(3);
  });
});

const text = (field: string, ...pieces: string[]): SnapshotField => ({
  kind: 'text',
  field,
  pieces: pieces.map((piece) => ({ kind: 'paragraph', text: piece })),
  form: '',
});
const file = (name: string, alt: string | null = null) => ({
  file: name,
  name,
  url: `/${name}`,
  mime: null,
  alt,
  caption: null,
});
const media = (field: string, ...files: ReturnType<typeof file>[]): SnapshotField => ({
  kind: 'media',
  field,
  files,
});
const entry = (fields: SnapshotField[], lists: EntrySnapshot['lists'] = []): EntrySnapshot => ({
  title: null,
  fields,
  lists,
});
const short = (one: FieldDifference): string => {
  switch (one.kind) {
    case 'text':
      return `${one.field}: ${one.pieces.map(({ change }) => change).join(' ')}${one.formOnly ? ' form' : ''}`;
    case 'value':
      return `${one.field}: ${one.before} → ${one.after}`;
    case 'media':
      return `${one.field}: ${one.files.map(({ change }) => change).join(' ')}${one.moved ? ' moved' : ''}`;
    case 'relation':
      return `${one.field}: ${one.targets.map(({ change, documentId }) => `${change} ${documentId}`).join(', ')}`;
    case 'component':
      return `${one.field}: ${one.component} ${one.change} ${one.before} → ${one.after}`;
  }
};
const changes = (before: EntrySnapshot | null, after: EntrySnapshot): string[] =>
  differenceOf(before, after).fields.map(short);

describe('what differs between two versions of an entry', () => {
  const relation = (...documentIds: string[]): SnapshotField => ({
    kind: 'relation',
    field: 'author',
    target: 'api::a.a',
    documentIds,
  });
  it.each<[string, EntrySnapshot | null, EntrySnapshot, string[]]>([
    ['nothing', entry([text('title', 'Rye')]), entry([text('title', 'Rye')]), []],
    ['a text', entry([text('title', 'Rye bread')]), entry([text('title', 'Rye loaf')]), ['title: changed']],
    ['all of it, where nothing was there', null, entry([text('title', 'Rye')]), ['title: added']],
    [
      'a paragraph in between',
      entry([text('body', 'One.', 'Three.')]),
      entry([text('body', 'One.', 'Two is quite new.', 'Three.')]),
      ['body: same added same'],
    ],
    [
      'bold, and no word',
      entry([{ kind: 'text', field: 'body', pieces: [], form: 'a' }]),
      entry([{ kind: 'text', field: 'body', pieces: [], form: 'b' }]),
      ['body:  form'],
    ],
    [
      'a price',
      entry([{ kind: 'value', field: 'price', value: '4.2' }]),
      entry([{ kind: 'value', field: 'price', value: '4.5' }]),
      ['price: 4.2 → 4.5'],
    ],
    [
      'another picture',
      entry([media('cover', file('a'))]),
      entry([media('cover', file('b'))]),
      ['cover: added removed'],
    ],
    [
      'its alt text',
      entry([media('cover', file('a'))]),
      entry([media('cover', file('a', 'Rye'))]),
      ['cover: changed'],
    ],
    [
      'the order of pictures',
      entry([media('gallery', file('a'), file('b'))]),
      entry([media('gallery', file('b'), file('a'))]),
      ['gallery: same same moved'],
    ],
    ['a relation', entry([relation('x')]), entry([relation('y')]), ['author: added y, removed x']],
    [
      'a field that was emptied',
      entry([text('title', 'Rye'), text('lead', 'Old')]),
      entry([text('title', 'Rye')]),
      ['lead: removed'],
    ],
  ])('%s', (_, before, after, expected) => expect(changes(before, after)).toEqual(expected));

  const sections = (...texts: string[]): EntrySnapshot =>
    entry(
      texts.map((one, index) => text(`sections[${index}].text`, one)),
      [{ field: 'sections', components: texts.map(() => 'sections.text') }],
    );
  const rye = 'Our rye rests for three days before we bake it.';
  const mill = 'The mill stands by the river since 1890.';
  const oven = 'The old oven takes six hours to heat up.';
  it.each<[string, EntrySnapshot, EntrySnapshot, string[]]>([
    [
      'a section was added at the top',
      sections(rye, mill),
      sections(oven, rye, mill),
      ['sections[0]: sections.text added null → 1', 'sections[0].text: added'],
    ],
    [
      'a section was removed',
      sections(rye, mill, oven),
      sections(rye, oven),
      ['sections[-2]: sections.text removed 2 → null', 'sections[-2].text: removed'],
    ],
    [
      'a section was moved',
      sections(rye, mill, oven),
      sections(mill, oven, rye),
      ['sections[2]: sections.text moved 1 → 3'],
    ],
    [
      'one was edited and another added before it',
      sections(rye),
      sections(mill, rye.replace('three', 'four')),
      ['sections[0]: sections.text added null → 1', 'sections[0].text: added', 'sections[1].text: changed'],
    ],
  ])('%s', (_, before, after, expected) => expect(changes(before, after)).toEqual(expected));
});

describe('what differs in copies', () => {
  const copy = (words: string) => ({ text: words, link: null, pictures: [], edited: false });
  const side = (key: string, seal: string, words: string | null) => ({
    key,
    seal,
    name: key,
    snapshot: words === null ? null : copySnapshot(copy(words)),
  });
  it('tells those that are new, changed, gone, the same, and those whose words were not kept', () => {
    const found = copyDifferences(
      [
        side('changed', 'a', 'Rye today'),
        side('gone', 'b', 'Old'),
        side('same', 'c', 'Same'),
        side('unknown', 'd', null),
      ],
      [
        side('changed', 'e', 'Rye tomorrow'),
        side('new', 'f', 'New'),
        side('same', 'c', 'Same'),
        side('unknown', 'g', 'Words'),
      ],
    );
    expect(found.map(({ key, change }) => `${key} ${change}`)).toEqual([
      'changed changed',
      'new added',
      'same same',
      'unknown unknown',
      'gone removed',
    ]);
  });
});
