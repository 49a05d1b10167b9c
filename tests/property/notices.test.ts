import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { nextDigest } from '../../src/governance/notices/digest';
import { plannedMails } from '../../src/governance/notices/plan';
import { way } from '../../src/governance/notices/preferences';
import { topic, topics, topicOf } from '../../src/governance/notices/topics';

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
);
const hour = fc.integer({ min: 0, max: 23 });
const now = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) });
const dayMs = 86_400_000;

describe('the daily mail', () => {
  it('always lies ahead, and no further than the next day of the calendar', () => {
    fc.assert(
      fc.property(now, hour, zone, (at, h, z) => {
        const next = nextDigest(at, { hour: h, zone: z });
        expect(next).toBeGreaterThan(at);
        // A place that crosses the date line leaves out a day.
        expect(next - at).toBeLessThanOrEqual((z === 'Pacific/Apia' ? 3 : 1.1) * dayMs);
      }),
    );
  });

  it('comes once a day of the calendar, at the hour or right after a gap', () => {
    fc.assert(
      fc.property(now, hour, zone, (at, h, z) => {
        const days = new Set<string>();
        for (let next = nextDigest(at, { hour: h, zone: z }), count = 0; count < 5; count += 1) {
          const local = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO(z);
          const day = local.toPlainDate();
          expect(days.has(day.toString())).toBe(false);
          days.add(day.toString());
          const isGap = !day
            .toPlainDateTime({ hour: h })
            .equals(day.toPlainDateTime({ hour: h }).toZonedDateTime(z).toPlainDateTime());
          if (!isGap) expect([local.hour, local.minute]).toEqual([h, 0]);
          next = nextDigest(next, { hour: h, zone: z });
        }
      }),
    );
  });

  it('is the same whenever it is asked for before it: a clock that is set back makes no second one', () => {
    fc.assert(
      fc.property(now, hour, zone, fc.double({ min: 0, max: 1, noNaN: true }), (at, h, z, part) => {
        const next = nextDigest(at, { hour: h, zone: z });
        const between = Math.floor(at + part * (next - 1 - at));
        expect(nextDigest(between, { hour: h, zone: z })).toBe(next);
      }),
    );
  });
});

describe('the plan of mails', () => {
  const reader = fc.record({
    id: fc.constantFrom('1', '2', '3'),
    email: fc.constantFrom('', 'a@bakery.test'),
    preferences: fc.record({
      ways: fc.record(
        Object.fromEntries(topics.map((each) => [each, fc.constantFrom(...way.options)])) as never,
      ),
      hour,
      zone,
    }),
  });

  it('writes to each at most once, never to who caused it, and never before now', () => {
    fc.assert(
      fc.property(
        fc.array(reader as fc.Arbitrary<Parameters<typeof plannedMails>[1][number]>, { maxLength: 6 }),
        fc.constantFrom(...topic.options),
        fc.constantFrom('1', null),
        now,
        (readers, about, by, at) => {
          const mails = plannedMails({ topic: about, by }, readers, at);
          expect(new Set(mails.map((mail) => mail.reader)).size).toBe(mails.length);
          expect(mails.every((mail) => mail.reader !== by && mail.dueAt >= at)).toBe(true);
        },
      ),
    );
  });

  it('knows a topic for every code that may come', () => {
    fc.assert(fc.property(fc.string(), (code) => expect(topics).toContain(topicOf(code))));
  });
});
