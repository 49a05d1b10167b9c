import { eventOfDeed, eventOfNotice } from '../../../src/governance/notices/deeds';
import { nextDigest } from '../../../src/governance/notices/digest';
import { events, eventSchema, eventTypes, webhookBody } from '../../../src/governance/notices/events';
import { plannedMails } from '../../../src/governance/notices/plan';
import { defaultPreferences, preferencesSchema, type Way } from '../../../src/governance/notices/preferences';
import { topicOf } from '../../../src/governance/notices/topics';
import { verdictOf } from '../../../src/governance/notices/webhook-answer';
import { webhookInput } from '../../../src/governance/notices/webhooks';
import { noticeWords } from '../../../src/governance/notices/words';

describe('the next daily mail', () => {
  it.each([
    ['before the hour', '2026-11-22T06:59:59Z', 8, 'Europe/Berlin', '2026-11-22T07:00:00Z'],
    ['at the hour: the next day', '2026-11-22T07:00:00Z', 8, 'Europe/Berlin', '2026-11-23T07:00:00Z'],
    ['late in the evening elsewhere', '2026-11-22T23:30:00Z', 8, 'Asia/Tokyo', '2026-11-23T23:00:00Z'],
    [
      'an hour that is skipped: right after the gap',
      '2026-03-28T12:00:00Z',
      2,
      'Europe/Berlin',
      '2026-03-29T01:00:00Z',
    ],
    [
      'an hour that comes twice: the first',
      '2026-10-24T12:00:00Z',
      2,
      'Europe/Berlin',
      '2026-10-25T00:00:00Z',
    ],
    ['between the two: the next day', '2026-10-25T00:30:00Z', 2, 'Europe/Berlin', '2026-10-26T01:00:00Z'],
    ['the day before the leap day', '2028-02-28T09:00:00Z', 8, 'UTC', '2028-02-29T08:00:00Z'],
    ['the leap day', '2028-02-29T09:00:00Z', 8, 'UTC', '2028-03-01T08:00:00Z'],
    ['New Year', '2026-12-31T23:59:59Z', 0, 'UTC', '2027-01-01T00:00:00Z'],
    ['half-hour zones', '2026-11-22T02:29:00Z', 8, 'Asia/Kolkata', '2026-11-22T02:30:00Z'],
    ['a day that a place left out', '2011-12-30T09:00:00Z', 8, 'Pacific/Apia', '2011-12-30T18:00:00Z'],
  ])('%s', (_, now, hour, zone, next) => {
    expect(new Date(nextDigest(Date.parse(now), { hour, zone })).toISOString()).toBe(
      next.replace('Z', '.000Z'),
    );
  });
});

describe('who is mailed about a notice', () => {
  const now = Date.UTC(2026, 10, 22, 9);
  const reader = (id: string, way: Way, email = `${id}@bakery.test`) => ({
    id,
    email,
    preferences: { ways: { ...defaultPreferences('UTC').ways, approvals: way }, hour: 8, zone: 'UTC' },
  });
  const planned = (by: string | null, ...readers: ReturnType<typeof reader>[]) =>
    plannedMails({ topic: 'approvals', by }, readers, now).map(({ reader: to, way, dueAt }) => [
      to,
      way,
      dueAt - now,
    ]);
  const tomorrow = 23 * 3_600_000;

  it.each([
    ['at once', planned(null, reader('a', 'at-once')), [['a', 'at-once', 0]]],
    ['with the daily mail', planned(null, reader('a', 'digest')), [['a', 'digest', tomorrow]]],
    ['not: they look into the inbox', planned(null, reader('a', 'inbox')), []],
    ['not: they turned it off', planned(null, reader('a', 'off')), []],
    [
      'not: they caused it',
      planned('a', reader('a', 'at-once'), reader('b', 'at-once')),
      [['b', 'at-once', 0]],
    ],
    [
      'once, with two roles',
      planned(null, reader('a', 'at-once'), reader('a', 'at-once')),
      [['a', 'at-once', 0]],
    ],
    ['not: they have no address', planned(null, reader('a', 'at-once', '')), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('a topic', () => {
  it.each([
    ['review.waits-for-approval', 'approvals'],
    ['review.changes-requested', 'my-entries'],
    ['review.mentioned', 'my-entries'],
    ['review.overdue', 'deadlines'],
    ['entry.expired', 'deadlines'],
    ['publication.rejected', 'publishing'],
    ['bluesky.refused', 'publishing'],
    ['audience.confirmation-not-sent', 'publishing'],
    ['drift.found', 'system'],
    ['events.webhook-off', 'system'],
    ['constructor', 'publishing'],
  ])('of %s is %s', (code, topic) => {
    expect(topicOf(code)).toBe(topic);
  });
});

describe('an event', () => {
  it('stands behind deeds and notices that the outside is told of, and behind nothing else', () => {
    expect(eventOfDeed('decision.approve')).toBe('review.approved');
    expect(eventOfDeed('publish.emergency')).toBe('entry.emergency-published');
    expect(eventOfNotice('review.changed-since-approval')).toBe('approval.voided');
    for (const name of ['settings.save', 'constructor', '']) expect(eventOfDeed(name)).toBeNull();
    // A deed tells of it already.
    expect(eventOfNotice('review.changes-requested')).toBeNull();
  });

  it('has a name and a sentence each', () => {
    for (const type of eventTypes) {
      expect(type).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
      expect(events[type]).toMatch(/^[A-Z`].{15,}[.]$/);
    }
  });

  it('is the same bytes on every try and carries no address', () => {
    const event = eventSchema.parse({
      id: '5b1f3a52-27c0-4a55-9a0c-3f4f0b9f2c11',
      at: Date.UTC(2026, 10, 22),
      type: 'review.approved',
      actor: { kind: 'user', id: '1', name: 'Rosa', email: 'rosa@bakery.test' },
      entry: { uid: 'api::article.article', documentId: 'd', locale: null, title: 'Rye' },
      seal: 'seal',
      details: {},
    });
    expect(webhookBody(event)).toBe(webhookBody({ ...event }));
    expect(JSON.parse(webhookBody(event))).toMatchObject({
      type: 'review.approved',
      timestamp: '2026-11-22T00:00:00.000Z',
      data: { id: event.id },
    });
    expect(webhookBody(event)).not.toContain('@');
  });
});

describe('the answer of a receiver', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [301, 'again'],
    [400, 'again'],
    [401, 'again'],
    [404, 'again'],
    [410, 'gone'],
    [429, 'again'],
    [500, 'again'],
    [503, 'again'],
  ] as const)('%i: %s', (status, kind) => {
    const verdict = verdictOf({ kind: 'answered', status });
    expect(verdict).toMatchObject({ kind, status });
    expect(verdict.message === '').toBe(kind === 'delivered');
  });

  it('that never came leaves only one address uncalled: a private one', () => {
    expect(verdictOf({ kind: 'refused', message: 'x' }).kind).toBe('never');
    for (const kind of ['lost', 'unreachable'] as const)
      expect(verdictOf({ kind, message: 'x' }).kind).toBe('again');
  });
});

describe('what is typed in', () => {
  const input = {
    name: 'Site',
    url: 'https://a.example/hook?x=1',
    events: ['entry.published'],
    enabled: true,
  };
  it.each([
    ['as it should be', {}, true],
    ['all events', { events: null }, true],
    ['no event', { events: [] }, false],
    ['an unknown event', { events: ['entry.baked'] }, false],
    ['another protocol', { url: 'ftp://a.example' }, false],
    ['a name in the address', { url: 'https://rosa:secret@a.example' }, false],
    ['two lines', { name: 'a\nb' }, false],
  ])('of a webhook: %s', (_, part, isGood) => {
    expect(webhookInput.safeParse({ ...input, ...part }).success).toBe(isGood);
  });

  it('of preferences: every topic, an hour and a zone that exist', () => {
    const good = defaultPreferences('Europe/Berlin');
    expect(preferencesSchema.safeParse(good).success).toBe(true);
    for (const part of [{ hour: -1 }, { hour: 8.5 }, { zone: '' }, { ways: { approvals: 'off' } }])
      expect(preferencesSchema.safeParse({ ...good, ...part }).success).toBe(false);
  });
});

describe('mails about notices', () => {
  it.each([
    ['de-AT', 1, 'Eine Nachricht wartet auf Sie'],
    ['de', 3, '3 Nachrichten warten auf Sie'],
    ['en', 1, 'One notice waits for you'],
    ['fr', 3, '3 notices wait for you'],
  ])('speak %s', (language, count, title) => {
    expect(noticeWords(language).digestTitle(count)).toBe(title);
  });
});
