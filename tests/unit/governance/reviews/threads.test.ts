import { anchorIn } from '../../../../src/governance/threads/field-now';
import {
  commentParts,
  mentionedIn,
  mentionOf,
  plainComment,
} from '../../../../src/governance/threads/mentions';
import { openMentions } from '../../../../src/governance/threads/open';
import { reanchored } from '../../../../src/governance/threads/reanchor';
import { anchor } from '../../../../src/governance/threads/schema';
import type { EntrySnapshot } from '../../../../src/governance/difference/schema';

const before = 'We bake rye bread every morning. Our oven is old. Come and taste it.';
const quoteOf = (words: string, text = before) => {
  const start = text.indexOf(words);
  return {
    text: words,
    start,
    prefix: text.slice(Math.max(0, start - 20), start),
    suffix: text.slice(start + words.length, start + words.length + 20),
  };
};

describe('a passage survives edits', () => {
  it.each<[string, string, string | null, string, string | null]>([
    ['nothing changed', 'Our oven is old.', before, 'there', 'Our oven is old.'],
    ['something was added after it', 'Our oven is old.', `${before} Soon.`, 'there', 'Our oven is old.'],
    ['something was added before it', 'Our oven is old.', `Fresh! ${before}`, 'moved', 'Our oven is old.'],
    [
      'a word of it was changed',
      'Our oven is old.',
      before.replace('is old', 'is very old'),
      'changed',
      'Our oven is very old.',
    ],
    [
      'it was cut out and pasted at the end',
      'Our oven is old.',
      'We bake rye bread every morning. Come and taste it. Our oven is old.',
      'moved',
      'Our oven is old.',
    ],
    [
      'it was removed',
      'Our oven is old.',
      'We bake rye bread every morning. Come and taste it.',
      'gone',
      null,
    ],
    ['the field was emptied', 'Our oven is old.', null, 'gone', null],
    ['the whole text is another', 'Our oven is old.', 'Nobody knows tomorrow.', 'gone', null],
  ])('%s', (_, words, after, state, passage) => {
    const found = reanchored(quoteOf(words), before, after);
    expect([found.state, found.passage?.text ?? null]).toEqual([state, passage]);
  });

  it('of the same words in two places, the ones that were meant', () => {
    const text = 'Rye bread. Wheat bread. Rye bread.';
    const quote = { ...quoteOf('Rye bread.', text), start: 24, prefix: 'Wheat bread. ', suffix: '' };
    const after = `New. ${text}`;
    expect(reanchored(quote, null, after).passage?.start).toBe(29);
  });

  it('of a text that was not kept, words much like them', () => {
    const quote = quoteOf('We bake rye bread every morning');
    const found = reanchored(quote, null, 'Hello there. We bake dark rye bread every morning, by hand.');
    expect(found.state).toBe('changed');
    expect(found.passage?.text).toContain('rye bread');
  });

  it('goes along with a section that is moved', () => {
    const entry = (...texts: string[]): EntrySnapshot => ({
      title: null,
      fields: texts.map((text, at) => ({
        kind: 'text',
        field: `sections[${at}].text`,
        pieces: [{ kind: 'paragraph', text }],
        form: '',
      })),
      lists: [{ field: 'sections', components: texts.map(() => 'sections.text') }],
    });
    const rye = 'Our rye rests for three days.';
    const mill = 'The mill stands by the river.';
    const about = { field: 'sections[0].text', quote: quoteOf('three days', rye) };
    expect(anchorIn(about, entry(rye, mill), entry(mill, rye))).toMatchObject({
      state: 'moved',
      field: 'sections[1].text',
      passage: { text: 'three days' },
    });
    expect(anchorIn(about, entry(rye, mill), entry(mill))).toMatchObject({
      state: 'gone',
      field: 'sections[0].text',
    });
    expect(anchorIn({ ...about, quote: null }, entry(rye, mill), entry(mill))).toMatchObject({
      state: 'gone',
    });
  });
});

describe('what a comment may be about', () => {
  it.each(['title', 'sections[1].text', 'seo.meta-title'])('%s', (field) =>
    expect(anchor.safeParse({ field }).success).toBe(true),
  );
  it.each(['', 'a..b', 'a[x]', '__proto__.x y', '../x'])('not "%s"', (field) =>
    expect(anchor.safeParse({ field }).success).toBe(false),
  );
});

describe('people in comments', () => {
  it('are found by their id', () => {
    const text = `Please look, ${mentionOf('7', 'Rosa')} and ${mentionOf('9', 'Emil [new]')}!`;
    expect(mentionedIn(text)).toEqual(['7', '9']);
    expect(plainComment(text)).toBe('Please look, @Rosa and @Emil [new !');
    expect(commentParts('no one')).toEqual([{ kind: 'text', text: 'no one' }]);
  });

  it.each(['@[](user:1)', '@[Rosa](user:x)', '@[Rosa] (user:1)', '[Rosa](user:1)'])('%s is text', (text) =>
    expect(mentionedIn(text)).toEqual([]),
  );

  const said = (id: string, text: string) => ({
    key: 'k',
    by: { kind: 'user' as const, id, name: id },
    at: 1,
    text,
  });
  it.each<[string, Parameters<typeof openMentions>[0], string[]]>([
    ['named', [{ resolved: null, comments: [said('1', '@[B](user:2) look')] }], ['2']],
    ['has answered', [{ resolved: null, comments: [said('1', '@[B](user:2) look'), said('2', 'Done')] }], []],
    [
      'named again',
      [{ resolved: null, comments: [said('1', '@[B](user:2)'), said('2', 'ok'), said('1', '@[B](user:2)')] }],
      ['2'],
    ],
    [
      'resolved',
      [
        {
          resolved: { by: { kind: 'user', id: '1', name: '' }, at: 1 },
          comments: [said('1', '@[B](user:2)')],
        },
      ],
      [],
    ],
    ['names oneself', [{ resolved: null, comments: [said('1', '@[A](user:1)')] }], []],
  ])('wait for an answer: %s', (_, threads, ids) => expect(openMentions(threads)).toEqual(ids));
});
