import { isPlannedAgain } from '../../../../src/publishing/repeat/planned-again';
import { nextRun, runClocks } from '../../../../src/publishing/repeat/next-run';
import { occurrencesAfter } from '../../../../src/publishing/repeat/recurrence';
import { recurrence, repeatRule } from '../../../../src/publishing/repeat/schema';
import { take } from './zones';

const zone = 'Europe/Berlin';
const at = (utc: string): number => Date.parse(`${utc}Z`);
const shown = (instant: number): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T');
const hour = 3_600_000;

describe('what comes again', () => {
  it.each([
    {
      what: 'every day',
      rule: { every: 'daily' },
      is: ['2026-03-28T08:00', '2026-03-29T08:00', '2026-03-30T08:00'],
    },
    {
      what: 'every third day',
      rule: { every: 'daily', interval: 3 },
      is: ['2026-03-28T08:00', '2026-03-31T08:00', '2026-04-03T08:00'],
    },
    {
      what: 'on two days of the week',
      rule: { every: 'weekly', weekdays: [5, 1] },
      is: ['2026-03-30T08:00', '2026-04-03T08:00', '2026-04-06T08:00'],
    },
    {
      what: 'every second week, counted from the week it began',
      rule: { every: 'weekly', weekdays: [1], interval: 2 },
      is: ['2026-04-06T08:00', '2026-04-20T08:00', '2026-05-04T08:00'],
    },
    {
      what: 'on the 31st, which is the last day of a shorter month',
      rule: { every: 'monthly', day: 31 },
      is: ['2026-03-31T08:00', '2026-04-30T08:00', '2026-05-31T08:00'],
    },
    {
      what: 'on the last day of every sixth month',
      rule: { every: 'monthly', day: 'last', interval: 6, from: '2027-02-01' },
      is: ['2027-02-28T08:00', '2027-08-31T08:00', '2028-02-29T08:00'],
    },
    {
      what: 'on 29 February',
      rule: { every: 'yearly', from: '2028-02-29' },
      is: [
        '2028-02-29T08:00',
        '2029-02-28T08:00',
        '2030-02-28T08:00',
        '2031-02-28T08:00',
        '2032-02-29T08:00',
      ],
    },
    {
      what: 'over the end of the year',
      rule: { every: 'monthly', day: 31, from: '2026-12-31' },
      is: ['2026-12-31T08:00', '2027-01-31T08:00', '2027-02-28T08:00'],
    },
    {
      what: 'at a time that the clocks skip once',
      rule: { every: 'daily', time: '02:30' },
      is: ['2026-03-28T02:30', '2026-03-29T03:30', '2026-03-30T02:30'],
    },
  ])('$what', ({ rule, is }) => {
    const whole = recurrence.parse({ from: '2026-03-28', time: '08:00', zone, interval: 1, ...rule });
    expect(take(occurrencesAfter(whole, at('2026-03-27T12:00')), is.length).map(shown)).toEqual(is);
  });

  it('is found at once however long ago it began', () => {
    const rule = recurrence.parse({ every: 'daily', interval: 3, from: '1950-01-01', time: '08:00', zone });
    expect(take(occurrencesAfter(rule, at('2026-03-27T12:00')), 1).map(shown)).toEqual(['2026-03-29T08:00']);
  });
});

const weekly = { every: 'weekly', weekdays: [1], from: '2026-11-02', time: '08:00', zone, interval: 1 };
const recurring = (end: object = { kind: 'never' }) =>
  repeatRule.parse({ kind: 'recurring', rule: weekly, end });
const evergreen = (time: string | null, end: object = { kind: 'never' }) =>
  repeatRule.parse({ kind: 'evergreen', coolDown: 30, time, zone, end });

describe('the next run of a repeat', () => {
  const monday = at('2026-11-23T07:00');
  const facts = { runs: 3, lastAt: monday, outAt: monday + hour, now: monday + 2 * hour };
  it.each([
    {
      what: 'is made a week ahead',
      rule: recurring(),
      is: { kind: 'run', local: '2026-11-30T08:00', isSlot: false },
    },
    {
      what: 'waits until the last one is out',
      rule: recurring(),
      more: { outAt: null },
      is: { kind: 'wait', nextAt: at('2026-11-30T07:00') },
    },
    {
      what: 'skips what passed meanwhile',
      rule: recurring(),
      more: { now: at('2026-12-08T12:00') },
      is: { kind: 'run', local: '2026-12-14T08:00' },
    },
    {
      what: 'is none after the last day',
      rule: recurring({ kind: 'until', day: '2026-11-29' }),
      is: { kind: 'over' },
    },
    {
      what: 'is one on the last day',
      rule: recurring({ kind: 'until', day: '2026-11-30' }),
      is: { kind: 'run', local: '2026-11-30T08:00' },
    },
    { what: 'is none after so many', rule: recurring({ kind: 'count', runs: 3 }), is: { kind: 'over' } },
    {
      what: 'waits for an evergreen campaign to cool down',
      rule: evergreen('10:00'),
      is: { kind: 'wait', nextAt: at('2026-12-23T09:00') },
    },
    {
      what: 'of an evergreen campaign counts from when it was out',
      rule: evergreen('10:00'),
      more: { now: at('2026-12-17T12:00') },
      is: { kind: 'run', local: '2026-12-23T10:00', isSlot: false },
    },
    {
      what: 'of an evergreen campaign that cooled down long ago is at its next time',
      rule: evergreen('10:00'),
      more: { now: at('2027-02-01T12:00') },
      is: { kind: 'run', local: '2027-02-02T10:00' },
    },
    {
      what: 'of an evergreen campaign without a time takes the slots after its cool-down',
      rule: evergreen(null),
      more: { now: at('2026-12-17T12:00') },
      is: { kind: 'run', local: '2026-12-23T00:00', isSlot: true },
    },
  ])('$what', ({ rule, more = {}, is }) => {
    expect(nextRun({ ...facts, ...more, rule })).toMatchObject(is);
  });

  it('keeps the distances of the last one on the wall clock, through a change of the clocks', () => {
    const last = [
      { key: 'site', dueAt: at('2026-03-27T08:00'), afterMinutes: null },
      { key: 'letter', dueAt: at('2026-03-28T06:00'), afterMinutes: null },
      { key: 'sky', dueAt: at('2026-03-27T09:00'), afterMinutes: 60 },
    ];
    expect([...runClocks(last, { local: '2026-03-28T09:00', zone })]).toEqual([
      ['site', '2026-03-28T09:00'],
      ['letter', '2026-03-29T07:00'],
    ]);
  });
});

describe('the same text again', () => {
  const day = 86_400_000;
  const end = { kind: 'never' } as const;
  const evergreen = { kind: 'evergreen', coolDown: 30, time: '10:00', zone: 'Europe/Berlin', end } as const;
  it.each([
    ['after the cool-down', 30 * day, true],
    ['some hours before its end, at the time of day', 30 * day - 3_600_000, true],
    ['well within it', 10 * day, false],
    ['at once', 0, false],
  ])('is planned %s', (_what, apart, expected) => {
    expect(isPlannedAgain(evergreen, apart)).toBe(expected);
  });
});
