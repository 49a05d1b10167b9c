import fc from 'fast-check';
import ICAL from 'ical.js';
import { feedWords } from '../../../src/publishing/calendar/feed-words';
import { icalOf, type FeedEvent } from '../../../src/publishing/calendar/ical';
import { publicationState } from '../../../src/publishing/schema';

const event: FeedEvent = {
  uid: '5b1f3a52@presence',
  at: Date.UTC(2026, 10, 22, 8, 30),
  summary: 'Rye is back · Bluesky',
  description: 'Scheduled',
  url: 'https://cms.bakery.test/admin/plugins/presence/campaigns/1',
  category: 'Bluesky',
  state: 'scheduled',
};
const now = Date.UTC(2026, 10, 20, 12);
const feed = (...events: readonly FeedEvent[]) =>
  icalOf({ name: 'Publications', language: 'en', events, now });

/** As a calendar program reads it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown as [])
    .getAllSubcomponents('vevent')
    .map((found) => new ICAL.Event(found));

describe('the calendar as a feed', () => {
  it('is read by a calendar program as it was meant', () => {
    const [found] = read(feed(event));
    expect(found).toMatchObject({ uid: event.uid, summary: event.summary, description: 'Scheduled' });
    expect(found?.startDate.toJSDate().getTime()).toBe(event.at);
    expect(found?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(found?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-20T12:00:00Z');
    expect(found?.component.getFirstPropertyValue('url')).toBe(event.url);
  });

  it.each([
    ['scheduled', 'CONFIRMED'],
    ['delivered', 'CONFIRMED'],
    ['held', 'TENTATIVE'],
    ['asking', 'TENTATIVE'],
    ['rejected', 'TENTATIVE'],
    ['cancelled', 'CANCELLED'],
    ['skipped', 'CANCELLED'],
  ] as const)('says of what is %s: %s', (state, status) => {
    expect(feed({ ...event, state })).toContain(`\r\nSTATUS:${status}\r\n`);
  });

  it('lets no text end its line or begin another one', () => {
    const evil = 'Rye; wheat, oat\\\r\nBEGIN:VALARM\nATTENDEE:mailto:x@y\u0000';
    const [found, ...more] = read(feed({ ...event, summary: evil }));
    expect(more).toEqual([]);
    expect(found?.summary).toBe('Rye; wheat, oat\\\nBEGIN:VALARM\nATTENDEE:mailto:x@y');
    expect(found?.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('lets no address begin another line', () => {
    const text = feed({ ...event, url: 'https://x.test/\r\nATTACH:https://evil.test' });
    expect(text).not.toMatch(/^ATTACH/m);
  });

  it('says the same for any text, in lines of at most 75 octets', () => {
    const printable = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(printable, printable, (summary, description) => {
        const text = feed({ ...event, summary, description });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const [found] = read(text);
        const plain = (value: string) =>
          value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
        expect(found?.summary ?? '').toBe(plain(summary));
        expect(found?.description ?? '').toBe(plain(description));
      }),
      { numRuns: 300 },
    );
  });

  it('has a word for every state in both languages', () => {
    for (const state of publicationState.options)
      expect(feedWords('de-AT').states[state]).not.toBe(feedWords('fr').states[state]);
    expect([feedWords('de-AT').language, feedWords('fr').language]).toEqual(['de', 'en']);
  });
});
