import type { Outcome } from '../../../src/channels/channel';
import { blueskyOutcome } from '../../../src/channels/outcomes/bluesky';
import { noAnswerOutcome, retryAfter } from '../../../src/channels/outcomes/http';
import { mastodonOutcome } from '../../../src/channels/outcomes/mastodon';
import { webhookOutcome } from '../../../src/channels/outcomes/webhook';

const now = Date.UTC(2026, 10, 22, 8, 0, 0);

describe('What Bluesky answers, and what we do next', () => {
  test.each<[status: number, error: string, whileReading: Outcome['kind'], whileWriting: Outcome['kind']]>([
    [400, 'ExpiredToken', 'reauthorise', 'reauthorise'],
    [400, 'InvalidToken', 'reauthorise', 'reauthorise'],
    [401, 'AuthenticationRequired', 'reauthorise', 'reauthorise'],
    [401, 'AuthMissing', 'reauthorise', 'reauthorise'],
    [401, 'AuthFactorTokenRequired', 'reauthorise', 'reauthorise'],
    [401, '', 'reauthorise', 'reauthorise'],
    [403, 'Forbidden', 'reauthorise', 'reauthorise'],
    [401, 'AccountTakedown', 'blocked', 'blocked'],
    [400, 'AccountDeactivated', 'blocked', 'blocked'],
    [401, 'AccountSuspended', 'blocked', 'blocked'],
    [429, 'RateLimitExceeded', 'retry', 'retry'],
    [429, '', 'retry', 'retry'],
    [400, 'BlobNotFound', 'retry', 'retry'],
    [400, 'InvalidRequest', 'rejected', 'rejected'],
    [400, 'InvalidRecord', 'rejected', 'rejected'],
    [400, 'InvalidMimeType', 'rejected', 'rejected'],
    [413, 'PayloadTooLarge', 'rejected', 'rejected'],
    [404, 'XRPCNotSupported', 'rejected', 'rejected'],
    [500, 'InternalServerError', 'retry', 'unknown'],
    [502, 'UpstreamFailure', 'retry', 'unknown'],
    [503, '', 'retry', 'unknown'],
    [504, 'UpstreamTimeout', 'retry', 'unknown'],
  ])('%d %s', (status, error, whileReading, whileWriting) => {
    const refusal = { status, error, message: 'said', resetAt: null };
    expect(blueskyOutcome(refusal, 'read', now).kind).toBe(whileReading);
    expect(blueskyOutcome(refusal, 'write', now).kind).toBe(whileWriting);
  });

  test('The end of a rate limit is the time of the next try', () => {
    const refusal = { status: 429, error: 'RateLimitExceeded', message: '', resetAt: now + 90_000 };
    const until = now + 90_000;
    expect(blueskyOutcome(refusal, 'write', now)).toMatchObject({
      ...{ kind: 'parked', until },
      limits: [{ scope: 'account', remaining: 0, resetAt: until }],
    });
    expect(blueskyOutcome({ ...refusal, resetAt: now - 5_000 }, 'write', now)).toMatchObject({
      until: now + 1_000,
    });
    const behind = { ...refusal, resetAt: null, retryAfter: '30' };
    expect(blueskyOutcome(behind, 'write', now)).toMatchObject({ until: now + 30_000 });
  });
});

describe('What Mastodon answers, and what we do next', () => {
  test.each<[status: number, error: string, whileReading: Outcome['kind'], whileWriting: Outcome['kind']]>([
    [401, 'The access token is invalid', 'reauthorise', 'reauthorise'],
    [401, 'The access token was revoked', 'reauthorise', 'reauthorise'],
    [401, 'invalid_token', 'reauthorise', 'reauthorise'],
    [401, '', 'reauthorise', 'reauthorise'],
    [403, 'This action is outside the authorized scopes', 'reauthorise', 'reauthorise'],
    [403, 'This action is not allowed', 'reauthorise', 'reauthorise'],
    [403, 'Your login is currently disabled', 'blocked', 'blocked'],
    [403, 'Your login is missing a confirmed e-mail address', 'blocked', 'blocked'],
    [403, 'constructor', 'reauthorise', 'reauthorise'],
    [404, 'Record not found', 'rejected', 'rejected'],
    [413, '', 'rejected', 'rejected'],
    [422, "Validation failed: Text can't be blank", 'rejected', 'rejected'],
    [422, 'Validation failed: The access token is invalid', 'rejected', 'rejected'],
    [422, 'Cannot attach files that have not finished processing. Try again in a moment!', 'retry', 'retry'],
    [429, 'Too many requests', 'retry', 'retry'],
    [307, '', 'rejected', 'rejected'],
    [500, 'There was an error', 'retry', 'unknown'],
    [502, '', 'retry', 'unknown'],
    [503, '', 'retry', 'unknown'],
    [504, '', 'retry', 'unknown'],
  ])('%d %s', (status, error, whileReading, whileWriting) => {
    const refusal = { status, error, description: '', resetAt: null };
    expect(mastodonOutcome(refusal, 'read', now).kind).toBe(whileReading);
    expect(mastodonOutcome(refusal, 'write', now).kind).toBe(whileWriting);
  });

  test('A limit whose end is known is waited for without counting as a failure', () => {
    const refusal = { status: 429, error: 'Too many requests', description: '', resetAt: now + 90_000 };
    expect(mastodonOutcome(refusal, 'write', now)).toMatchObject({
      ...{ kind: 'parked', until: now + 90_000 },
      limits: [{ scope: 'account', remaining: 0, resetAt: now + 90_000 }],
    });
    expect(mastodonOutcome({ ...refusal, resetAt: now - 5_000 }, 'write', now)).toMatchObject({
      until: now + 1_000,
    });
  });
});

describe('What a webhook receiver answers, and what we do next', () => {
  test.each<[status: number, kind: Outcome['kind']]>([
    [200, 'delivered'],
    [202, 'delivered'],
    [204, 'delivered'],
    [301, 'rejected'],
    [307, 'rejected'],
    [400, 'rejected'],
    [404, 'rejected'],
    [422, 'rejected'],
    [401, 'reauthorise'],
    [403, 'reauthorise'],
    [410, 'blocked'],
    [408, 'retry'],
    [425, 'retry'],
    [429, 'retry'],
    [503, 'retry'],
    [500, 'unknown'],
    [502, 'unknown'],
    [504, 'unknown'],
  ])('%d: %s', (status, kind) => {
    expect(webhookOutcome({ status, retryAfter: undefined }, 'key', now).kind).toBe(kind);
  });

  test('Retry-After is honoured', () => {
    expect(webhookOutcome({ status: 429, retryAfter: '120' }, 'key', now)).toMatchObject({ after: 120_000 });
  });
});

test.each<[header: string | undefined, after: number | undefined]>([
  [undefined, undefined],
  ['0', 0],
  ['120', 120_000],
  ['Sun, 22 Nov 2026 08:01:00 GMT', 60_000],
  ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
])('Retry-After %s is %s ms from now', (header, after) => {
  expect(retryAfter(header, now)).toBe(after);
});

test.each<[kind: 'refused' | 'unreachable' | 'lost', reading: Outcome['kind'], writing: Outcome['kind']]>([
  ['refused', 'blocked', 'blocked'],
  ['unreachable', 'retry', 'retry'],
  ['lost', 'retry', 'unknown'],
])('No answer, %s', (kind, reading, writing) => {
  expect(noAnswerOutcome({ kind, message: 'm' }, 'read').kind).toBe(reading);
  expect(noAnswerOutcome({ kind, message: 'm' }, 'write').kind).toBe(writing);
});
