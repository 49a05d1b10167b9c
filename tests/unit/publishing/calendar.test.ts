import { movedBy } from '../../../src/publishing/calendar/moved';
import { calendarQuery, longestStretch } from '../../../src/publishing/calendar/schema';
import { firstWords } from '../../../src/publishing/calendar/words';

describe('a time that is moved', () => {
  it.each([
    [
      'a day over the change to summer time',
      '2026-03-28T08:30:00Z',
      'Europe/Berlin',
      { days: 1, minutes: 0 },
      '2026-03-29T09:30',
    ],
    [
      'a day into the hour that is skipped',
      '2026-03-28T01:30:00Z',
      'Europe/Berlin',
      { days: 1, minutes: 0 },
      '2026-03-29T02:30',
    ],
    ['two hours', '2026-07-01T07:30:00Z', 'Europe/Berlin', { days: 0, minutes: 120 }, '2026-07-01T11:30'],
    [
      'a week back over the turn of the year',
      '2027-01-03T08:00:00Z',
      'UTC',
      { days: -7, minutes: 0 },
      '2026-12-27T08:00',
    ],
    [
      'to the day after a 28 February',
      '2028-02-28T12:00:00Z',
      'Asia/Tokyo',
      { days: 1, minutes: 0 },
      '2028-02-29T21:00',
    ],
  ])('%s', (_, at, zone, shift, local) => {
    expect(movedBy({ dueAt: Date.parse(at), zone }, shift, 'UTC')).toEqual({ kind: 'at', local, zone });
  });

  it('goes by the clock of the business where it was sent at once', () => {
    const moved = movedBy(
      { dueAt: Date.UTC(2026, 6, 1, 7), zone: '' },
      { days: 1, minutes: 0 },
      'Europe/Berlin',
    );
    expect(moved).toEqual({ kind: 'at', local: '2026-07-02T09:00', zone: 'Europe/Berlin' });
  });
});

describe('the first words of a copy', () => {
  it.each([
    ['Rye is back.\n\nCome early.', 'Rye is back. Come early.'],
    ['', ''],
    [`${'word '.repeat(40)}`, `${'word '.repeat(18).trim()}…`],
    ['x'.repeat(200), `${'x'.repeat(90)}…`],
    [`${'x'.repeat(89)}🥖 and more`, `${'x'.repeat(89)}…`],
  ])('%j', (text, words) => {
    expect(firstWords(text)).toBe(words);
  });
});

describe('the stretch of time that a calendar may ask for', () => {
  const from = Date.UTC(2026, 10, 1);
  it.each([
    ['a month', { from, to: from + 31 * 86_400_000 }, true],
    ['the longest', { from, to: from + longestStretch }, true],
    ['longer than that', { from, to: from + longestStretch + 1 }, false],
    ['nothing', { from, to: from }, false],
    ['backwards', { from, to: from - 1 }, false],
    ['no numbers', { from: 'yesterday', to: 'today' }, false],
    ['a state that there is not', { from, to: from + 1, states: 'scheduled,gone' }, false],
    ['two states', { from, to: from + 1, states: 'scheduled,held' }, true],
    ['a channel that is no key', { from, to: from + 1, channels: "' or 1=1" }, false],
  ])('%s', (_, query, isAllowed) => {
    expect(calendarQuery.safeParse(query).success).toBe(isAllowed);
  });
});
