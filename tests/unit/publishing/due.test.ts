import { dueOf } from '../../../src/publishing/due';
import type { ClockTime } from '../../../src/publishing/time/when';

const now = Date.UTC(2026, 0, 15, 12);
const at = (local: string, zone = 'Europe/Berlin', choice?: 'earlier' | 'later'): ClockTime => ({
  kind: 'at',
  local,
  zone,
  ...(choice ? { choice } : {}),
});

describe('a time on a wall clock', () => {
  it.each([
    ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00Z'],
    ['2026-12-01T09:30', 'Europe/Berlin', '2026-12-01T08:30:00Z'],
    ['2026-07-01T09:30', 'America/New_York', '2026-07-01T13:30:00Z'],
    ['2026-07-01T09:30', 'Asia/Kathmandu', '2026-07-01T03:45:00Z'],
    ['2026-07-01T09:30:30', 'UTC', '2026-07-01T09:30:30Z'],
    ['2026-04-05T02:30', 'Australia/Sydney', 'asks'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', 'asks'],
    ['2026-04-05T01:15', 'Australia/Lord_Howe', '2026-04-04T14:15:00Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    const due = dueOf(at(local, zone), now);
    expect(due.ok ? new Date(due.value.dueAt).toISOString().replace('.000', '') : 'asks').toBe(instant);
  });

  it.each([
    {
      what: 'skipped',
      local: '2026-03-29T02:30',
      code: 'time.gap',
      shown: ['2026-03-29T01:30+01:00', '2026-03-29T03:30+02:00'],
    },
    {
      what: 'shown twice',
      local: '2026-10-25T02:30',
      code: 'time.overlap',
      shown: ['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00'],
    },
  ])('asks which of two is meant when the time is $what', ({ local, code, shown }) => {
    const due = dueOf(at(local), now);
    if (due.ok) throw new Error('did not ask');
    expect(due.error).toMatchObject({ code, path: 'when' });
    const choices = due.error.details?.['choices'] as { choice: string; at: number; shown: string }[];
    expect(choices.map((choice) => choice.shown)).toEqual(shown);
    for (const choice of choices) {
      const answered = dueOf(at(local, 'Europe/Berlin', choice.choice as 'earlier' | 'later'), now);
      expect(answered.ok && answered.value.dueAt).toBe(choice.at);
    }
  });

  it.each([
    ['in the past', at('2026-01-15T12:58'), 'time.past'],
    ['of no calendar', at('2026-02-30T10:00'), 'time.invalid'],
    ['of no clock', at('2026-02-20T25:00'), 'time.invalid'],
    ['in no zone', at('2026-02-20T10:00', 'Europe/Breadtown'), 'time.zone-unknown'],
  ])('%s is refused', (_what, when, code) => {
    const due = dueOf(when, now);
    expect(due.ok ? 'taken' : due.error.code).toBe(code);
  });

  it('takes the running minute as now', () => {
    expect(dueOf(at('2026-01-15T13:00'), now + 59_000).ok).toBe(true);
    expect(dueOf(at('2026-01-15T13:00'), now + 60_000).ok).toBe(false);
  });

  it('of now is now', () => {
    expect(dueOf({ kind: 'now' }, now)).toEqual({ ok: true, value: { dueAt: now, localTime: '', zone: '' } });
  });
});
