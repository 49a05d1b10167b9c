import type { ChannelKind } from '../../../../src/channels/schema';
import { plannedTimes, type Wish } from '../../../../src/publishing/time/campaign-times';
import { noPlan } from '../../../../src/publishing/time/schema';

const zone = 'Europe/Berlin';
const now = Date.parse('2026-11-26T10:00Z');
const minute = 60_000;
const slots = [
  { channel: 'sky', weekday: 4, time: '12:00' },
  { channel: 'sky', weekday: 4, time: '18:00' },
  { channel: 'site', weekday: 4, time: '15:00' },
];
const plan = { ...noPlan(zone), slots };
const member = (key: string, wish: Wish, kind: ChannelKind = 'bluesky') => ({
  ...{ key, channel: key, kind, wish, hasLink: kind !== 'website', path: `times.${key}` },
});
const facts = { plan, holidays: [], site: null, taken: new Map(), now };
const six: Wish = { kind: 'at', local: '2026-11-26T18:00', zone };

describe('the times of a campaign', () => {
  it('are the website’s first: what links to it takes its slot after it', () => {
    const times = plannedTimes(
      [member('sky', { kind: 'slot' }), member('site', { kind: 'slot' }, 'website')],
      facts,
    );
    expect(times.ok && [...times.value].map(([key, { localTime }]) => `${key} ${localTime}`)).toEqual([
      'site 2026-11-26T15:00',
      'sky 2026-11-26T18:00',
    ]);
  });

  it('may be so many minutes after a website that is still to come', () => {
    const after: Wish = { kind: 'after', minutes: 60 };
    const times = plannedTimes([member('sky', after), member('site', six, 'website')], facts);
    expect(times.ok && times.value.get('sky')).toEqual({
      dueAt: Date.parse('2026-11-26T18:00Z'),
      ...{ localTime: '', zone: '', afterMinutes: 60 },
    });
  });

  it.each([
    { live: 10, is: 50 },
    { live: 90, is: 0 },
  ])('count from a website that is live for $live minutes', ({ live, is }) => {
    const site = { at: now - live * minute, isLive: true };
    const times = plannedTimes([member('sky', { kind: 'after', minutes: 60 })], { ...facts, site });
    expect(times.ok && times.value.get('sky')).toMatchObject({
      dueAt: now + is * minute,
      afterMinutes: null,
    });
  });

  it.each([
    { what: 'after a website that there is none of', list: [member('sky', { kind: 'after', minutes: 5 })] },
    { what: 'of the website after itself', list: [member('site', { kind: 'after', minutes: 5 }, 'website')] },
    { what: 'without slots', list: [member('letter', { kind: 'slot' }, 'email')] },
  ])('are refused $what, with the place', ({ list }) => {
    expect(plannedTimes(list, facts)).toMatchObject({ ok: false, error: { path: list[0]?.path } });
  });

  it('that come again are never asked about and never in the past', () => {
    const twice: Wish = { kind: 'settled', local: '2027-10-31T02:30', zone };
    const past: Wish = { kind: 'settled', local: '2026-11-26T10:59', zone };
    const times = plannedTimes([member('a', twice), member('b', past)], facts);
    expect(times.ok && [...times.value.values()].map(({ dueAt }) => dueAt)).toEqual([
      Date.parse('2027-10-31T00:30Z'),
      now,
    ]);
  });
});
