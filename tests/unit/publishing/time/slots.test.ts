import { clashesOf } from '../../../../src/publishing/time/clashes';
import { nextFreeSlot } from '../../../../src/publishing/time/free-slot';
import { noPlan, publishingPlan, type PublishingPlan } from '../../../../src/publishing/time/schema';

const sky = '11111111-1111-4111-8111-111111111111';
const letter = '22222222-2222-4222-8222-222222222222';
const zone = 'Europe/Berlin';
const at = (utc: string): number => Date.parse(`${utc}Z`);
const plan = (facts: Partial<PublishingPlan> = {}): PublishingPlan =>
  publishingPlan.parse({ ...noPlan(zone), slots: [slot(1, '09:00'), slot(4, '17:30')], ...facts });
const slot = (weekday: number, time: string, channel = sky) => ({ channel, weekday, time });
const blackout = (from: string, to: string, channels: string[] = []) => ({
  name: 'Stocktaking',
  from,
  to,
  channels,
});

// 26 November 2026 is a Thursday.
const thursday = at('2026-11-26T10:00');

describe('the next free slot', () => {
  it.each([
    { what: 'is the next of the week', is: '2026-11-26T17:30' },
    { what: 'passes over one that is used', taken: ['2026-11-26T16:30'], is: '2026-11-30T09:00' },
    { what: 'may be at this very minute', from: '2026-11-26T16:30', is: '2026-11-26T17:30' },
    { what: 'is not the one that has passed', from: '2026-11-26T16:31', is: '2026-11-30T09:00' },
    {
      what: 'is in no blackout of all channels',
      facts: { blackouts: [blackout('2026-11-26T12:00', '2026-11-30T09:00')] },
      is: '2026-11-30T09:00',
    },
    {
      what: 'is in no blackout of its channel, whose end is outside',
      facts: { blackouts: [blackout('2026-11-26T12:00', '2026-11-30T09:01', [sky])] },
      is: '2026-12-03T17:30',
    },
    {
      what: 'does not mind the blackout of another channel',
      facts: { blackouts: [blackout('2026-11-26T12:00', '2026-12-30T09:00', [letter])] },
      is: '2026-11-26T17:30',
    },
    { what: 'is on no holiday', facts: { holidays: true }, holidays: ['2026-11-26'], is: '2026-11-30T09:00' },
    { what: 'is on a holiday where none are kept', holidays: ['2026-11-26'], is: '2026-11-26T17:30' },
    {
      what: 'keeps its distance from what goes out before and after it',
      facts: { minDistance: [{ channel: sky, minutes: 60 }] },
      taken: ['2026-11-26T15:31', '2026-11-30T08:59'],
      is: '2026-12-03T17:30',
    },
    {
      what: 'is as near as the distance allows',
      facts: { minDistance: [{ channel: sky, minutes: 60 }] },
      taken: ['2026-11-26T15:30'],
      is: '2026-11-26T17:30',
    },
    {
      what: 'is the later instant where the clocks skip it',
      facts: { slots: [slot(7, '02:30')] },
      from: '2026-03-28T12:00',
      is: '2026-03-29T03:30',
    },
    {
      what: 'is taken once where the clocks skip one of two into the other',
      facts: { slots: [slot(7, '02:30'), slot(7, '03:30')] },
      from: '2026-03-28T12:00',
      taken: ['2026-03-29T01:30'],
      is: '2026-04-05T02:30',
    },
    {
      what: 'is the earlier instant where the clocks show it twice',
      facts: { slots: [slot(7, '02:30')] },
      from: '2026-10-24T12:00',
      is: '2026-10-25T02:30',
      utc: '2026-10-25T00:30',
    },
    {
      what: 'crosses the end of the year',
      facts: { slots: [slot(5, '00:00')] },
      from: '2026-12-31T22:59',
      is: '2027-01-01T00:00',
    },
    {
      what: 'falls on 29 February',
      facts: { slots: [slot(2, '09:00')] },
      from: '2028-02-28T12:00',
      is: '2028-02-29T09:00',
    },
  ])('$what', ({ facts = {}, taken = [], holidays = [], from, is, utc }) => {
    const free = nextFreeSlot({
      ...{ plan: plan(facts), channel: sky, taken: taken.map(at), holidays },
      from: from ? at(from) : thursday,
    });
    if (!free.ok) throw new Error(free.error.message);
    expect(free.value).toMatchObject({ local: is, zone });
    if (utc) expect(free.value.dueAt).toBe(at(utc));
  });

  it('is on no day that a zone left out', () => {
    const samoa = { zone: 'Pacific/Apia', slots: [slot(5, '09:00'), slot(6, '10:00')] };
    const facts = { plan: plan(samoa), channel: sky, taken: [], holidays: [] };
    // Friday, 30 December 2011 never came there.
    const free = nextFreeSlot({ ...facts, from: at('2011-12-30T00:00') });
    expect(free).toMatchObject({ ok: true, value: { local: '2011-12-31T10:00' } });
  });

  it.each([
    { what: 'the channel has no slots', channel: letter, code: 'time.no-slots' },
    {
      what: 'everything is closed',
      channel: sky,
      facts: { blackouts: [blackout('2026-01-01T00:00', '2029-01-01T00:00')] },
      code: 'time.no-free-slot',
    },
  ])('is refused where $what', ({ channel, facts = {}, code }) => {
    const free = nextFreeSlot({ plan: plan(facts), channel, taken: [], holidays: [], from: thursday });
    expect(free).toMatchObject({ ok: false, error: { code, path: 'when' } });
  });
});

describe('what a chosen time clashes with', () => {
  it.each([
    { what: 'nothing', is: [] },
    {
      what: 'a blackout, until its end',
      facts: { blackouts: [blackout('2026-11-26T00:00', '2026-11-28T08:00')] },
      is: [{ code: 'time.blackout', name: 'Stocktaking', until: at('2026-11-28T07:00') }],
    },
    {
      what: 'a holiday, until the next day',
      facts: { holidays: true },
      is: [{ code: 'time.holiday', name: '2026-11-26', until: at('2026-11-26T23:00') }],
    },
    {
      what: 'another one that is too near, until the distance is kept',
      facts: { minDistance: [{ channel: sky, minutes: 90 }] },
      taken: ['2026-11-26T09:00'],
      is: [{ code: 'time.too-near', name: '90', until: at('2026-11-26T10:30') }],
    },
    {
      what: 'another one of the same minute, also without a distance',
      taken: ['2026-11-26T10:00'],
      is: [{ code: 'time.too-near', name: '0', until: at('2026-11-26T10:01') }],
    },
  ])('$what', ({ facts = {}, taken = [], is }) => {
    const holidays = ['2026-11-26'];
    expect(
      clashesOf({ plan: plan(facts), holidays, channel: sky, at: thursday, taken: taken.map(at) }),
    ).toEqual(is);
  });
});

describe('a plan', () => {
  it.each([
    ['a slot at 24:00', { slots: [slot(1, '24:00')] }],
    ['a slot on the eighth day', { slots: [slot(8, '09:00')] }],
    ['the same slot twice', { slots: [slot(1, '09:00'), slot(1, '09:00')] }],
    [
      'a blackout that ends before it begins',
      { blackouts: [blackout('2026-12-24T00:00', '2026-12-23T00:00')] },
    ],
    ['a blackout on 30 February', { blackouts: [blackout('2026-02-30T00:00', '2026-03-03T00:00')] }],
    ['two distances of a channel', { minDistance: [5, 6].map((minutes) => ({ channel: sky, minutes })) }],
    ['no zone', { zone: 'Europe/Breadtown' }],
  ])('does not have %s', (_what, facts) => {
    expect(publishingPlan.safeParse({ ...noPlan(zone), ...facts }).success).toBe(false);
  });
});
