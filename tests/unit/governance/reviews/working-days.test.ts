import { Temporal } from 'temporal-polyfill';
import { momentsOf, nextTell, tellOf, type Told } from '../../../../src/governance/time/moments';
import { defaultCalendar, type Calendar } from '../../../../src/governance/time/schema';
import { dueAt, endOfDay, remindAt } from '../../../../src/governance/time/working-days';

const at = (local: string, zone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
const shown = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' });

const berlin = 'Europe/Berlin';
const christmas: Calendar = { workdays: [1, 2, 3, 4, 5], holidays: ['2026-12-25', '2026-12-28'] };
const shop: Calendar = { workdays: [2, 3, 4, 5, 6], holidays: [] };

describe('an entry may stand in a stage for working days', () => {
  it.each<[string, string, number, string, Calendar, string]>([
    ['within the week', '2026-11-23T10:00', 2, berlin, defaultCalendar, '2026-11-25T10:00+01:00'],
    ['over the weekend', '2026-11-27T10:00', 1, berlin, defaultCalendar, '2026-11-30T10:00+01:00'],
    [
      'submitted on Saturday: Monday counts',
      '2026-11-28T15:00',
      1,
      berlin,
      defaultCalendar,
      '2026-12-01T00:00+01:00',
    ],
    ['half a day', '2026-11-23T09:00', 0.5, berlin, defaultCalendar, '2026-11-23T21:00+01:00'],
    [
      'half a day over the weekend',
      '2026-11-27T18:00',
      0.5,
      berlin,
      defaultCalendar,
      '2026-11-30T06:00+01:00',
    ],
    ['over Christmas', '2026-12-24T12:00', 1, berlin, christmas, '2026-12-29T12:00+01:00'],
    ['a shop that opens on Saturday', '2026-11-27T10:00', 2, berlin, shop, '2026-12-01T10:00+01:00'],
    [
      'over the night when clocks go forward',
      '2026-03-27T16:00',
      1,
      berlin,
      defaultCalendar,
      '2026-03-30T16:00+02:00',
    ],
    [
      'over the night when clocks go back',
      '2026-10-23T16:00',
      1,
      berlin,
      defaultCalendar,
      '2026-10-26T16:00+01:00',
    ],
    [
      'on a day that has 23 hours',
      '2026-03-28T02:30',
      1,
      berlin,
      { workdays: [6, 7], holidays: [] },
      '2026-03-29T03:00+02:00',
    ],
    [
      'at a time that comes twice: the first',
      '2026-10-24T02:30',
      1,
      berlin,
      { workdays: [6, 7], holidays: [] },
      '2026-10-25T02:30+02:00',
    ],
    ['over the leap day', '2028-02-28T09:00', 2, berlin, defaultCalendar, '2028-03-01T09:00+01:00'],
    [
      'over the end of February without one',
      '2027-02-26T09:00',
      1,
      berlin,
      defaultCalendar,
      '2027-03-01T09:00+01:00',
    ],
    [
      'where midnight is skipped',
      '2026-09-04T12:00',
      1,
      'America/Santiago',
      { workdays: [5, 7], holidays: [] },
      '2026-09-06T12:00-03:00',
    ],
    [
      'where the whole day of a crossing of the date line is skipped',
      '2011-12-29T09:00',
      2,
      'Pacific/Apia',
      { workdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] },
      '2011-12-31T09:00+14:00',
    ],
  ])('%s', (_, since, days, zone, calendar, due) => {
    expect(shown(dueAt(at(since, zone), days, calendar, zone), zone)).toBe(due);
  });

  it.each<[string, string, number, string]>([
    ['a day before', '2026-11-25T10:00', 1, '2026-11-24T10:00+01:00'],
    ['over the weekend', '2026-11-30T10:00', 1, '2026-11-27T10:00+01:00'],
    ['at the end of Friday', '2026-11-28T00:00', 1, '2026-11-27T00:00+01:00'],
  ])('and is reminded of %s', (_, end, days, reminder) => {
    expect(shown(remindAt(at(end, berlin), days, defaultCalendar, berlin), berlin)).toBe(reminder);
  });

  it('a day that a person set ends at its last moment, whatever the clocks do', () => {
    expect(shown(endOfDay('2026-03-29', berlin), berlin)).toBe('2026-03-29T23:59+02:00');
    expect(shown(endOfDay('2028-02-29', berlin), berlin)).toBe('2028-02-29T23:59+01:00');
  });
});

describe('when a review is due', () => {
  const since = at('2026-11-23T10:00', berlin);
  const facts = {
    since,
    stage: { days: 2, remind: 1 },
    dueOn: null,
    calendar: defaultCalendar,
    zone: berlin,
  };
  const moments = (more: object) => {
    const { dueAt: due, remindAt: reminder } = momentsOf({ ...facts, ...more });
    return [due, reminder].map((one) => (one === null ? null : shown(one, berlin).slice(0, 16)));
  };

  it.each<[string, object, (string | null)[]]>([
    ['as the stage allows', {}, ['2026-11-25T10:00', '2026-11-24T10:00']],
    ['without a limit: never', { stage: { days: null, remind: null } }, [null, null]],
    ['not yet begun: never', { since: null }, [null, null]],
    ['as a person set it', { dueOn: '2026-11-27' }, ['2026-11-27T23:59', '2026-11-26T23:59']],
    ['no notice longer than the time itself', { stage: { days: 1, remind: 3 } }, ['2026-11-24T10:00', null]],
  ])('%s', (_, more, expected) => expect(moments(more)).toEqual(expected));
});

describe('what is told about a due date', () => {
  const moments = { remindAt: 100, dueAt: 200 };
  it.each<[number, Told, ReturnType<typeof tellOf>]>([
    [99, 'nothing', null],
    [100, 'nothing', 'remind'],
    [150, 'reminded', null],
    [200, 'reminded', 'overdue'],
    // Nothing ran in between: one sentence, not two.
    [500, 'nothing', 'overdue'],
    [500, 'overdue', null],
    // The clock was set back.
    [50, 'reminded', null],
  ])('at %i after "%s": %s', (now, told, tell) => expect(tellOf(moments, told, now)).toBe(tell));

  it.each<[Told, number | null]>([
    ['nothing', 100],
    ['reminded', 200],
    ['overdue', null],
  ])('after "%s" there is something to tell at %s', (told, next) =>
    expect(nextTell(moments, told)).toBe(next),
  );
});
