import { marked, standingOf, usedWaivers, waiverState } from '../../../../src/brand/findings/standing';
import type { Severity } from '../../../../src/brand/schema';
import { allOf, bodyOf, findingOf, standings, waiverFor } from './cases';

const quote = 'cheap';
const today = '2026-11-26';
const found = (body: string, severity: Severity = 'error') =>
  marked(allOf(body, quote, severity), bodyOf(body));
const markIn = (body: string) => found(body)[0]!.mark;

/** Of a body whose first “cheap” was waived, what stands against each “cheap” after an edit. */
const after = (before: string, edited: string): string[] =>
  standings(standingOf(found(edited), [waiverFor(markIn(before))], [], today));

const passage = 'We sell the book “How to bake cheap bread at home” in our shop.';

describe('a waiver holds for the passage that it was given for', () => {
  test.each<[string, string, string, string[]]>([
    ['as it stands', passage, passage, ['waived']],
    ['when a paragraph comes before it', passage, `Something new.\n\n${passage}`, ['waived']],
    [
      'when the sentence begins otherwise',
      passage,
      passage.replace('We sell', 'In town we sell'),
      ['waived'],
    ],
    [
      'when words are put in beside it',
      passage,
      passage.replace('bake cheap', 'bake good cheap'),
      ['waived'],
    ],
    [
      'when words on both sides change',
      passage,
      passage.replace('bake cheap bread', 'make cheap loaves'),
      ['waived'],
    ],
    [
      'and not for the same word elsewhere',
      passage,
      `Come for our cheap rolls every Monday morning.\n\n${passage}`,
      ['open', 'waived'],
    ],
    [
      'and not for the same word elsewhere once the passage is gone',
      passage,
      'Come for our cheap rolls every Monday morning.',
      ['open'],
    ],
    ['and for one of two that say the same', passage, `${passage}\n\n${passage}`, ['waived', 'open']],
    ['and not when the quote is written otherwise', passage, passage.replace('cheap', 'CHEAP'), []],
  ])('%s', (_, before, edited, expected) => {
    expect(after(before, edited)).toEqual(expected);
  });

  it('one waiver for each of several equal passages covers each of them', () => {
    const body = `${passage}\n\n${passage}`;
    const [first, second] = found(body);
    const waivers = [waiverFor(first!.mark, { id: 'a' }), waiverFor(second!.mark, { id: 'b' })];
    const list = standingOf(found(body), waivers, [], today);
    expect(standings(list)).toEqual(['waived', 'waived']);
    expect(usedWaivers(list)).toEqual(new Set(['a', 'b']));
  });

  test.each<[string, Parameters<typeof waiverFor>[1], Severity, string | null, string]>([
    ['not before somebody agreed', { approvedBy: null }, 'error', today, 'open'],
    ['on its last day', { until: today }, 'error', today, 'waived'],
    ['not on the day after', { until: '2026-11-25' }, 'error', today, 'open'],
    ['where nobody can tell the day', { until: '2026-11-25' }, 'error', null, 'waived'],
    ['not for an error when it was given for a warning', { severity: 'warning' }, 'error', today, 'open'],
    ['for a warning when it was given for an error', { severity: 'error' }, 'warning', today, 'waived'],
  ])('it counts %s', (_, facts, severity, day, expected) => {
    const list = standingOf(found(passage, severity), [waiverFor(markIn(passage), facts)], [], day);
    expect(standings(list)).toEqual([expected]);
  });
});

describe('the baseline', () => {
  const baseline = found(passage).map(({ mark }) => mark);
  test.each<[string, string, string[]]>([
    ['answers for what was there', passage, ['baseline']],
    [
      'not for what came after it',
      `Come for our cheap rolls every Monday morning.\n\n${passage}`,
      ['open', 'baseline'],
    ],
    ['for each of its marks once', `${passage}\n\n${passage}`, ['baseline', 'open']],
  ])('%s', (_, body, expected) => {
    expect(standings(standingOf(found(body), [], baseline, today))).toEqual(expected);
  });

  it('leaves the first word to a waiver', () => {
    const list = standingOf(found(passage), [waiverFor(markIn(passage))], baseline, today);
    expect(standings(list)).toEqual(['waived']);
  });

  it('is not used up by thousands of equal findings', () => {
    const body = Array.from({ length: 3_000 }, () => 'cheap bread').join('\n\n');
    const list = found(body);
    const marks = list.map(({ mark }) => mark);
    expect(standings(standingOf(list, [], marks, today)).every((one) => one === 'baseline')).toBe(true);
  });
});

describe('where a waiver stands', () => {
  const rosa = { id: '2', name: 'Rosa Test' };
  test.each<[string, Parameters<typeof waiverState>[0], boolean, string]>([
    ['waits for somebody to agree', { approvedBy: null, until: null }, true, 'open'],
    ['holds', { approvedBy: rosa, until: null }, true, 'holds'],
    ['holds on its last day', { approvedBy: rosa, until: today }, true, 'holds'],
    ['is over after it', { approvedBy: rosa, until: '2026-11-25' }, true, 'expired'],
    ['is over although nobody ever agreed', { approvedBy: null, until: '2026-11-25' }, true, 'expired'],
    ['is about nothing any more', { approvedBy: rosa, until: null }, false, 'unused'],
  ])('%s', (_, facts, isUsed, expected) => {
    expect(waiverState(facts, isUsed, today)).toBe(expected);
  });
});

it('a finding without words around it is told apart by rule and field', () => {
  const missing = findingOf('x', 'x', {
    rule: 'element.cover',
    quote: '',
    place: { field: 'cover', start: 0, end: 0 },
  });
  const list = marked([missing], bodyOf('x'));
  expect(standings(standingOf(list, [waiverFor(list[0]!.mark)], [], today))).toEqual(['waived']);
  expect(
    standings(standingOf(list, [waiverFor({ ...list[0]!.mark, rule: 'element.summary' })], [], today)),
  ).toEqual(['open']);
});
