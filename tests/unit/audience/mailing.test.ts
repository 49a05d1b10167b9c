import { candidatesOf, mailCountsOf, openOf, sentenceOf } from '../../../src/audience/mailing';

it('every person who was chosen is in exactly one state', () => {
  const counts = mailCountsOf([
    { state: 'sent', count: 36 },
    { state: 'refused', count: 1 },
    { state: 'suppressed', count: 1 },
    { state: 'unknown', count: 1 },
    { state: 'retry', count: 1 },
  ]);
  expect(candidatesOf(counts)).toBe(40);
  expect(openOf(counts)).toBe(1);
  expect(sentenceOf(counts)).toBe('36 sent, 1 refused, 1 left before their turn, 1 in doubt, 1 waiting.');
});

it('says so when there was nobody', () =>
  expect(sentenceOf(mailCountsOf([]))).toContain('nobody to write to'));
