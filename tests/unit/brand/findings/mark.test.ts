import { markOf, shownQuote } from '../../../../src/brand/findings/mark';
import { readContent } from '../../../../src/content/read';
import { article, parts, photo } from '../../content/builders';
import { bodyOf, findingOf } from './cases';

const halfCharacter = /\p{Surrogate}/u;
const markIn = (body: string, quote: string, nth = 0) =>
  markOf(findingOf(body, quote, {}, nth), bodyOf(body));

describe('the mark of a finding', () => {
  test.each<[string, string, string, Partial<ReturnType<typeof markIn>>]>([
    [
      'holds what stands on both sides, folded and in small letters',
      'Our CHEAP  bread',
      'CHEAP',
      { quote: 'CHEAP', before: 'our ', after: ' bread' },
    ],
    ['keeps the capitals of the quote', 'Cheap bread', 'Cheap', { quote: 'Cheap', before: '' }],
    ['reads past bold', 'A **very cheap** bread', 'cheap', { before: 'a very ', after: ' bread' }],
    [
      'reads one paragraph and no further',
      'Before.\n\nA cheap bread.\n\nAfter.',
      'cheap',
      { before: 'a ', after: ' bread.' },
    ],
    [
      'folds what a person does not see',
      'Our che\u00adap bread',
      'che\u00adap',
      { quote: 'cheap', before: 'our ' },
    ],
  ])('%s', (_, body, quote, expected) => {
    expect(markIn(body, quote)).toMatchObject(expected);
  });

  it('keeps forty characters of each side and breaks none', () => {
    const { before, after } = markIn(`${'🥖'.repeat(60)}x cheap y${'🥖'.repeat(60)}`, 'cheap');
    expect([before.length, after.length]).toEqual([40, 40]);
    expect(before + after).not.toMatch(halfCharacter);
    expect(markIn(`x${'🥖'.repeat(60)}cheap`, 'cheap').before.length).toBe(40);
    expect(markIn(`${'🥖'.repeat(60)}xcheap`, 'cheap').before).not.toMatch(halfCharacter);
  });

  it('does not name the part of a list that the text stands in', () => {
    const content = readContent(article, parts, { body: 'x' });
    const finding = findingOf('x', 'x', { place: { field: 'sections[3].text', start: 0, end: 1 } });
    expect(markOf(finding, content).field).toBe('sections.text');
  });

  it('tells long quotes apart by all that they say', () => {
    const long = (end: string) => `${'word '.repeat(60)}${end}`;
    const [one, other] = [markIn(long('one'), long('one')), markIn(long('two'), long('two'))];
    expect(one.quote).not.toBe(other.quote);
    expect(one.quote.length).toBeLessThanOrEqual(200);
    expect(shownQuote(one)).toMatch(/^word word .*…$/);
    expect(shownQuote({ quote: 'cheap' })).toBe('cheap');
  });

  it('binds a disagreement to what disagrees', () => {
    const body = 'Now 20 % off';
    const marks = ['15 %', '10 %'].map((other) =>
      markOf(
        findingOf(body, '20 %', { rule: 'fact.percentage', message: `The mail says ${other}.` }),
        bodyOf(body),
      ),
    );
    expect(marks[0]?.quote).not.toBe(marks[1]?.quote);
    expect(shownQuote({ quote: marks[0]?.quote ?? '' })).toBe('20 %');
  });

  it('knows a picture by its file, and a part of it by its region', () => {
    const content = (hash: string) =>
      readContent(article, parts, { cover: photo({ hash, alternativeText: null }) });
    const finding = {
      ...findingOf('x', 'x', { rule: 'picture.contrast', quote: '' }),
      place: { field: 'cover', start: 0, end: 0 },
      region: { x: 0.1, y: 0.25, width: 0.5, height: 0.125 },
    };
    expect(markOf(finding, content('loaf_1'))).toMatchObject({
      field: 'cover',
      before: 'loaf_1',
      after: '10,25,50,13',
    });
    expect(markOf(finding, content('loaf_2')).before).toBe('loaf_2');
  });
});
