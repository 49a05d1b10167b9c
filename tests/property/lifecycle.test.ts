import fc from 'fast-check';
import { dayAfter, dayOf, daysAfter, startOf } from '../../src/governance/lifecycle/day';
import { dueOf, nextOf, pendingOf, type LifeFacts } from '../../src/governance/lifecycle/due';
import { trendOf } from '../../src/governance/lifecycle/engagement';
import type { LifePolicy } from '../../src/governance/lifecycle/schema';

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
  'Australia/Lord_Howe',
);
const instant = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2040, 0, 1) });
const interval = fc.record({
  every: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom('weeks' as const, 'months' as const),
});
const day = instant.map((at) => dayOf(at, 'UTC'));
const policy: fc.Arbitrary<LifePolicy> = fc.record({
  review: fc.option(interval),
  halved: fc.constant(null),
  owner: fc.constant(null),
  remind: fc.array(fc.integer({ min: 1, max: 365 }), { maxLength: 5 }),
  expiry: fc.option(
    fc.record({
      after: fc.option(interval),
      then: fc.constantFrom('unpublish' as const, 'archive' as const, 'ask' as const),
    }),
  ),
});
const facts: fc.Arbitrary<LifeFacts> = fc.record({
  publishedAt: instant,
  confirmedAt: fc.option(instant),
  ownReview: fc.option(day),
  snoozedUntil: fc.option(day),
  ownExpiry: fc.option(day),
  ownThen: fc.constant(null),
  halvedOn: fc.option(day),
});

describe('the calendar', () => {
  it('gives back the day whose first instant it is asked about, in every zone', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const here = dayOf(at, where);
        expect(dayOf(startOf(here, where), where)).toBe(here);
        expect(startOf(here, where)).toBeLessThanOrEqual(at);
        // Apia skipped a whole day in 2011; since 2015 every day begins somewhere.
        expect(dayOf(startOf(here, where) - 1, where) < here).toBe(true);
      }),
    );
  });

  it('moves on with every interval and never runs past the month that is meant', () => {
    fc.assert(
      fc.property(day, interval, (from, step) => {
        const to = dayAfter(from, step);
        expect(to > from).toBe(true);
        if (step.unit === 'weeks') expect(to).toBe(daysAfter(from, 7 * step.every));
        else {
          const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
          expect(months(to) - months(from)).toBe(step.every);
          expect(to.slice(8) <= from.slice(8)).toBe(true);
        }
      }),
    );
  });
});

describe('what is due', () => {
  it('never comes before its time, and each step once, however the clock jumps', () => {
    fc.assert(
      fc.property(
        policy,
        facts,
        zone,
        fc.array(instant, { minLength: 1, maxLength: 12 }),
        (rule, known, where, clock) => {
          const due = dueOf(rule, known, where);
          let done: string[] = [];
          for (const now of clock) {
            const pending = pendingOf(due, done, now);
            expect(pending.every(({ at }) => at <= now)).toBe(true);
            expect(pending.some(({ id }) => done.includes(id))).toBe(false);
            done = [...done, ...pending.map(({ id }) => id)];
          }
          const latest = Math.max(...clock);
          expect(due.steps.filter(({ at }) => at <= latest).every(({ id }) => done.includes(id))).toBe(true);
          const next = nextOf(due, done);
          expect(next === null || next > latest).toBe(true);
          expect(new Set(due.steps.map(({ id }) => id)).size).toBe(due.steps.length);
        },
      ),
    );
  });

  it('is later or the same after somebody said that it is still right, where the interval decides', () => {
    fc.assert(
      fc.property(policy, facts, instant, zone, (rule, known, confirmedAt, where) => {
        const plain = { ...known, ownReview: null, halvedOn: null, ownExpiry: null };
        const before = dueOf(rule, plain, where);
        const after = dueOf(
          rule,
          { ...plain, confirmedAt: Math.max(confirmedAt, known.confirmedAt ?? 0) },
          where,
        );
        if (before.review && after.review) expect(after.review.at).toBeGreaterThanOrEqual(before.review.at);
        if (before.expiry && after.expiry) expect(after.expiry.at).toBeGreaterThanOrEqual(before.expiry.at);
      }),
    );
  });

  it('falls on midnight of the business', () => {
    fc.assert(
      fc.property(policy, facts, zone, (rule, known, where) => {
        for (const { at } of dueOf(rule, known, where).steps)
          expect(startOf(dayOf(at, where), where)).toBe(at);
      }),
    );
  });
});

describe('a trend', () => {
  it('is halved exactly where lately is at most half of a base that is large enough', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (base, last) => {
        const { kind } = trendOf({ base, last });
        expect(kind).toBe(base < 20 ? 'unknown' : last <= base / 2 ? 'halved' : 'holding');
      }),
    );
  });
});
