import fc from 'fast-check';
import type { ChannelKind } from '../../src/channels/schema';
import { plannedTimes, type Member, type Wish } from '../../src/publishing/time/campaign-times';
import { clashesOf } from '../../src/publishing/time/clashes';
import { nextFreeSlot } from '../../src/publishing/time/free-slot';
import { runClocks } from '../../src/publishing/repeat/next-run';
import { occurrencesAfter } from '../../src/publishing/repeat/recurrence';
import type { Recurrence } from '../../src/publishing/repeat/schema';
import { publishingPlan, type PublishingPlan } from '../../src/publishing/time/schema';
import { shownAt } from '../../src/publishing/time/zone';
import { changesOf, clockOf, day, hour, minute, take, text, zones } from '../unit/publishing/time/zones';

const channel = '11111111-1111-4111-8111-111111111111';
const start = Date.UTC(2024, 0, 1);
const zone = fc.constantFrom(...zones);
const instant = fc.nat(600 * 1_440).map((minutes) => start + minutes * minute);
const two = (value: number): string => String(value).padStart(2, '0');
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const local = (from: number): string => new Date(from).toISOString().slice(0, 16);

const plan: fc.Arbitrary<PublishingPlan> = fc
  .record({
    zone,
    slots: fc.uniqueArray(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), time }), {
      minLength: 1,
      maxLength: 12,
      selector: (slot) => `${slot.weekday} ${slot.time}`,
    }),
    blackouts: fc.array(fc.record({ from: instant, days: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 5,
    }),
    holidays: fc.boolean(),
    minutes: fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: null }),
  })
  .map(({ slots, blackouts, minutes, ...rest }) =>
    publishingPlan.parse({
      ...rest,
      slots: slots.map((slot) => ({ channel, ...slot })),
      blackouts: blackouts.map(({ from, days }) => ({
        name: 'x',
        from: local(from),
        to: local(from + days * day),
      })),
      minDistance: minutes === null ? [] : [{ channel, minutes }],
    }),
  );
const holidays = fc.array(
  instant.map((at) => local(at).slice(0, 10)),
  { maxLength: 20 },
);

describe('the next free slot', () => {
  it('is never closed, never nearer than the distance, never before its time, and always a slot', () => {
    fc.assert(
      fc.property(plan, holidays, fc.array(instant, { maxLength: 30 }), instant, (one, days, taken, from) => {
        const free = nextFreeSlot({ plan: one, holidays: days, channel, taken, from });
        if (!free.ok) return expect(free.error.code).toBe('time.no-free-slot');
        const { dueAt } = free.value;
        expect(dueAt).toBeGreaterThanOrEqual(from);
        expect(clashesOf({ plan: one, holidays: days, channel, at: dueAt, taken })).toEqual([]);
        const distance = (one.minDistance[0]?.minutes ?? 0) * minute;
        for (const other of taken) {
          expect(other).not.toBe(dueAt);
          expect(Math.abs(other - dueAt)).toBeGreaterThanOrEqual(distance);
        }
        const clock = text(clockOf(dueAt, one.zone));
        for (const { from: begin, to } of one.blackouts) expect(begin <= clock && clock < to).toBe(false);
        if (one.holidays) expect(days).not.toContain(clock.slice(0, 10));
        const isSlot = one.slots.some((slot) => slot.time === clock.slice(11));
        const isMoved = changesOf(one.zone).some(({ at }) => dueAt >= at && dueAt - at < hour);
        return expect(isSlot || isMoved).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves out no slot that would do', () => {
    fc.assert(
      fc.property(plan, instant, (one, from) => {
        const facts = { plan: one, holidays: [], channel };
        const first = nextFreeSlot({ ...facts, taken: [], from });
        if (!first.ok) return;
        // Until the one that was found, every slot of the week is closed.
        for (let at = from; at < Math.min(first.value.dueAt, from + 14 * day); at += minute) {
          const [clockDay, clockTime] = text(clockOf(at, one.zone)).split('T');
          const weekday = new Date(`${clockDay}T00:00Z`).getUTCDay() || 7;
          if (!one.slots.some((slot) => slot.weekday === weekday && slot.time === clockTime)) continue;
          const isSecond = changesOf(one.zone).some(
            (c) => c.after < c.before && at >= c.at && at - c.at < hour,
          );
          if (!isSecond) expect(clashesOf({ ...facts, at, taken: [] })).not.toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });
});

const rule: fc.Arbitrary<Recurrence> = fc
  .record({
    zone,
    time,
    from: instant.map((at) => local(at).slice(0, 10)),
    interval: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const)),
    every: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'yearly' as const),
  })
  .map(({ weekdays, day: monthDay, every, ...clock }): Recurrence => {
    if (every === 'weekly') return { ...clock, every, weekdays };
    if (every === 'monthly') return { ...clock, every, day: monthDay };
    return { ...clock, every };
  });

describe('what comes again', () => {
  it('comes in order, keeps its wall time but where the clocks skip it, and is the same wherever one begins', () => {
    fc.assert(
      fc.property(rule, instant, (one, after) => {
        const runs = take(occurrencesAfter(one, after), 15);
        expect(runs).toHaveLength(15);
        let before = after;
        for (const at of runs) {
          expect(at).toBeGreaterThan(before);
          before = at;
          const clock = text(clockOf(at, one.zone));
          expect(clock.slice(0, 10) >= one.from).toBe(true);
          const isSkipped = changesOf(one.zone).some(
            (c) => c.after > c.before && at >= c.at && at - c.at < 2 * hour,
          );
          if (!isSkipped && at < Date.UTC(2026, 0, 1)) expect(clock.slice(11)).toBe(one.time);
        }
        const [third = 0] = runs.slice(2);
        expect(take(occurrencesAfter(one, third - 1), 13)).toEqual(runs.slice(2));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the copies of a campaign', () => {
  const wish: fc.Arbitrary<Wish> = fc.oneof(
    fc.constant<Wish>({ kind: 'now' }),
    fc.constant<Wish>({ kind: 'slot' }),
    fc.integer({ min: 1, max: 10_000 }).map((minutes): Wish => ({ kind: 'after', minutes })),
    instant.map((at): Wish => ({ kind: 'settled', local: local(at), zone: 'Europe/Berlin' })),
  );
  const member = fc.record({
    wish,
    hasLink: fc.boolean(),
    kind: fc.constantFrom<ChannelKind>('bluesky', 'website'),
  });

  it('never go out before now, nor before the website that they follow', () => {
    fc.assert(
      fc.property(plan, fc.array(member, { minLength: 1, maxLength: 6 }), instant, (one, list, now) => {
        const hasSite = list.findIndex(({ kind }) => kind === 'website');
        const members = list.map((each, index): Member => ({
          ...each,
          kind: index === hasSite ? 'website' : 'bluesky',
          ...{ key: String(index), channel, path: 'when' },
        }));
        const facts = { plan: one, holidays: [], site: null, taken: new Map(), now };
        const times = plannedTimes(members, facts);
        if (!times.ok) return;
        const site = times.value.get(String(hasSite))?.dueAt;
        for (const { key, wish: asked, hasLink, kind } of members) {
          const dueAt = times.value.get(key)?.dueAt ?? NaN;
          expect(dueAt).toBeGreaterThanOrEqual(now);
          if (kind === 'website' || site === undefined) continue;
          if (asked.kind === 'after') expect(dueAt).toBe(site + asked.minutes * minute);
          if (asked.kind === 'slot' && hasLink) expect(dueAt).toBeGreaterThanOrEqual(site);
        }
      }),
    );
  });

  it('keep their order and their distance on the wall clock in every later run', () => {
    fc.assert(
      fc.property(zone, fc.array(instant, { minLength: 1, maxLength: 6 }), instant, (where, dues, next) => {
        const last = dues.map((dueAt, index) => ({ key: String(index), dueAt, afterMinutes: null }));
        const begin = shownAt(next, where);
        const clocks = runClocks(last, { local: begin, zone: where });
        const first = Date.parse(`${shownAt(Math.min(...dues), where)}Z`);
        for (const { key, dueAt } of last) {
          const apart = Date.parse(`${shownAt(dueAt, where)}Z`) - first;
          expect(Date.parse(`${clocks.get(key)}Z`) - Date.parse(`${begin}Z`)).toBe(apart);
        }
      }),
    );
  });
});
