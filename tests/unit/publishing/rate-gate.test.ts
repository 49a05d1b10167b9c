import type { Outcome, RateLimit } from '../../../src/channels/channel';
import {
  closedUntil,
  gateAfter,
  parkedByQuota,
  quotaMessage,
  type RateGate,
} from '../../../src/publishing/operations/rate-gate';

const now = Date.UTC(2026, 10, 22, 8);
const minute = 60_000;
const said = (remaining: number, minutes = 5): RateLimit => ({
  scope: 'account',
  remaining,
  resetAt: now + minutes * minute,
});
const gate = (remaining: number, minutes = 5, closed = 0): RateGate => ({
  remaining,
  resetAt: now + minutes * minute,
  closedUntil: closed && now + closed * minute,
});

describe('what is known about a quota after an answer', () => {
  it.each<[string, RateGate | null, RateLimit, RateGate]>([
    ['the first word is taken', null, said(30), gate(30)],
    ['fewer are left in the same window', gate(30), said(29), gate(29)],
    ['an answer that was overtaken changes nothing', gate(28), said(29), gate(28)],
    ['a later window counts anew', gate(0, 5), said(30, 10), gate(30, 10)],
    ['an earlier window that has some left changes nothing', gate(9, 60), said(3, 5), gate(9, 60)],
    ['an earlier window that is used up closes it all the same', gate(9, 60), said(0, 5), gate(9, 60, 5)],
    ['a window that is over counts no more', gate(9, -1), said(30), gate(30)],
    ['used up is closed', null, said(0), gate(0, 5, 5)],
    ['nobody is waited for longer than a day', null, said(0, 9_999), gate(0, 1_440, 1_440)],
  ])('%s', (_, known, limit, after) => {
    expect(gateAfter(known, limit, now)).toEqual(after);
  });

  it.each<[string, RateGate, number | null]>([
    ['open while some are left', gate(1), null],
    ['closed until the end of its window', gate(0), now + 5 * minute],
    ['open when the window is over', gate(0, -1), null],
    ['closed as long as it was told to be', gate(9, 60, 5), now + 5 * minute],
  ])('is %s', (_, known, until) => {
    expect(closedUntil(known, now)).toBe(until);
  });
});

describe('a try that met a quota', () => {
  const retry: Outcome = { kind: 'retry', code: 'bluesky.too-many', message: 'Full.', after: 1_000 };

  it('waits for its end and is no failure', () => {
    const outcome = parkedByQuota({ ...retry, limits: [said(4), said(0, 7)] }, now);
    expect(outcome).toMatchObject({ kind: 'parked', code: 'bluesky.too-many', until: now + 7 * minute });
  });

  it.each<[string, Outcome]>([
    ['that named no quota', retry],
    ['that has some left', { ...retry, limits: [said(3)] }],
    ['that is over', { ...retry, limits: [said(0, -1)] }],
    ['and arrived with the last call', { kind: 'delivered', remoteId: '1', url: null, limits: [said(0)] }],
    ['and may have arrived', { kind: 'unknown', code: 'x', message: '', limits: [said(0)] }],
  ])('%s stays what it is', (_, outcome) => {
    expect(parkedByQuota(outcome, now)).toBe(outcome);
  });

  it('says for how long, in minutes', () => {
    expect(quotaMessage('Bluesky', now + 90_000, now)).toContain('about 2 minutes');
    expect(quotaMessage('Bluesky', now + 1, now)).toContain('about a minute');
  });
});
