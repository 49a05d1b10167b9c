import { checkCopy } from '../../../src/channels/check-copy';
import { googleLength, phoneNumbersIn } from '../../../src/channels/counters/google';
import { deriveCopy } from '../../../src/channels/derive-copy';
import { googleOutcome } from '../../../src/channels/outcomes/google/outcome';
import { googleRefusal } from '../../../src/channels/outcomes/google/refusal';
import { googleBusinessSettings } from '../../../src/channels/settings/google/business';

const now = Date.UTC(2026, 10, 27, 12);
const rpc = 'type.googleapis.com/google.rpc';
const info = (reason: string, metadata = {}) => ({ '@type': `${rpc}.ErrorInfo`, reason, metadata });

/** A body of Google, as the network words it. */
const status = (name: string, message = 'No.', details: readonly object[] = []) => ({
  error: { code: 0, message, status: name, details },
});
const outcome = (http: number, body: unknown, phase: 'read' | 'write' = 'write', after?: string) =>
  googleOutcome(googleRefusal(http, body, after, now), phase, now);

describe('a refusal of Google is judged by its code and details', () => {
  it.each([
    ['UNAUTHENTICATED', 401, status('UNAUTHENTICATED'), 'reauthorise', 'google.signed-out'],
    ['PERMISSION_DENIED', 403, status('PERMISSION_DENIED'), 'reauthorise', 'google.forbidden'],
    [
      'PERMISSION_DENIED, SERVICE_DISABLED',
      403,
      status('PERMISSION_DENIED', 'x', [info('SERVICE_DISABLED')]),
      'blocked',
      'google.api-off',
    ],
    [
      'PERMISSION_DENIED, ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      403,
      status('PERMISSION_DENIED', 'x', [info('ACCESS_TOKEN_SCOPE_INSUFFICIENT')]),
      'reauthorise',
      'google.scope-missing',
    ],
    ['RESOURCE_EXHAUSTED', 429, status('RESOURCE_EXHAUSTED'), 'retry', 'google.too-many'],
    [
      'RESOURCE_EXHAUSTED, RetryInfo',
      429,
      status('RESOURCE_EXHAUSTED', 'x', [{ '@type': `${rpc}.RetryInfo`, retryDelay: '30.5s' }]),
      'parked',
      'google.too-many',
    ],
    [
      'RESOURCE_EXHAUSTED, a quota of 0',
      429,
      status('RESOURCE_EXHAUSTED', 'x', [info('RATE_LIMIT_EXCEEDED', { quota_limit_value: '0' })]),
      'blocked',
      'google.not-approved',
    ],
    ['NOT_FOUND', 404, status('NOT_FOUND'), 'reauthorise', 'google.location-gone'],
    ['INVALID_ARGUMENT', 400, status('INVALID_ARGUMENT'), 'rejected', 'google.refused'],
    ['FAILED_PRECONDITION', 400, status('FAILED_PRECONDITION'), 'rejected', 'google.refused'],
    ['ABORTED', 409, status('ABORTED'), 'retry', 'google.not-now'],
    ['UNAVAILABLE', 503, status('UNAVAILABLE'), 'unknown', 'google.server-error'],
    ['INTERNAL', 500, status('INTERNAL'), 'unknown', 'google.server-error'],
    ['DEADLINE_EXCEEDED', 504, status('DEADLINE_EXCEEDED'), 'unknown', 'google.server-error'],
    ['a 404 of whoever else is there', 404, '<h1>Not found</h1>', 'rejected', 'google.refused'],
    ['a 502 of a gateway', 502, undefined, 'unknown', 'google.server-error'],
    ['a 401 without words', 401, undefined, 'reauthorise', 'google.signed-out'],
    ['a 403 without words', 403, undefined, 'reauthorise', 'google.forbidden'],
    ['a 429 without words', 429, undefined, 'retry', 'google.too-many'],
    ['a redirect', 307, undefined, 'rejected', 'google.redirect'],
  ])('%s', (_, http, body, kind, code) => {
    expect(outcome(http, body)).toMatchObject({ kind, code, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it('words that name another code change nothing', () => {
    const body = status(
      'INVALID_ARGUMENT',
      'RESOURCE_EXHAUSTED UNAUTHENTICATED NOT_FOUND quota_limit_value 0',
    );
    expect(outcome(400, body)).toMatchObject({ kind: 'rejected', code: 'google.refused' });
  });

  it('a server that fails while it is only asked is asked again', () => {
    expect(outcome(500, status('INTERNAL'), 'read')).toMatchObject({ kind: 'retry' });
  });

  it('a quota is that of the project, until when Google says', () => {
    const retryInfo = [{ '@type': `${rpc}.RetryInfo`, retryDelay: '30s' }];
    const limits = [{ scope: 'app', remaining: 0, resetAt: now + 30_000 }];
    expect(outcome(429, status('RESOURCE_EXHAUSTED', 'x', retryInfo))).toMatchObject({ limits });
    expect(outcome(429, status('RESOURCE_EXHAUSTED'), 'write', '30')).toMatchObject({ limits });
  });

  it.each([
    [
      'version 4',
      {
        '@type': 'type.googleapis.com/google.mybusiness.v4.ValidationError',
        errorDetails: [{ code: 2, field: 'topic_type', message: 'Topic type is required.' }],
      },
      'topic_type: Topic type is required.',
    ],
    [
      'the younger APIs',
      {
        '@type': `${rpc}.BadRequest`,
        fieldViolations: [{ field: 'read_mask', description: 'Invalid mask' }],
      },
      'read_mask: Invalid mask',
    ],
    ['nobody', { '@type': 'something else' }, 'Request contains an invalid argument.'],
  ])('a person reads which field is wrong, as %s tells it', (_, detail, says) => {
    const body = status('INVALID_ARGUMENT', 'Request contains an invalid argument.', [detail]);
    expect(googleRefusal(400, body, undefined, now).said).toBe(says);
  });
});

describe('a text for Google', () => {
  it.each([
    ['Call us at 030 1234567.', ['030 1234567']],
    ['Tel. +49 (0)30 / 123 45 67, or write', ['+49 (0)30 / 123 45 67']],
    ['(0711) 123-4567', ['(0711) 123-4567']],
    ['Open from 08:00 to 18:00 on 24.12.2026', []],
    ['On 01.02.2026 1000 rolls', []],
    ['0,99 € a roll, 1.000.000 sold', []],
    ['https://bakery.test/00491234567890', []],
    ['Order 2026000123456', []],
    ['Rye, 0.5 kg', []],
  ])('%s has these numbers to call: %j', (text, numbers) => {
    expect(phoneNumbersIn(text)).toEqual(numbers);
  });

  it('with a number to call can be scheduled, and whoever does is warned', () => {
    const copy = { text: 'Call 030 1234567', link: null, pictures: [], edited: false };
    expect(checkCopy('google-business', copy).problems).toMatchObject([
      { severity: 'warning', code: 'copy.number-to-call', values: { number: '030 1234567' } },
    ]);
    expect(checkCopy('mastodon', copy).problems).toEqual([]);
  });

  it('is counted without the page, which stands behind the button, and with the room of tracked addresses', () => {
    const link = 'https://bakery.test/rye';
    const text = 'a'.repeat(1_500);
    const copy = { text, link, pictures: [], edited: false };
    expect(checkCopy('google-business', copy)).toMatchObject({ count: 1_500, limit: 1_500, problems: [] });
    const [problem] = checkCopy('google-business', { ...copy, text: `${text}a` }).problems;
    expect(problem).toMatchObject({ severity: 'error', code: 'copy.too-long' });
    expect(googleLength('See https://bakery.test')).toBe(4 + 160);
  });

  it('has one picture at most', () => {
    const picture = { hash: 'a', url: '/a.png', alt: '' };
    const copy = { text: 'Rye', link: null, pictures: [picture, picture], edited: false };
    expect(checkCopy('google-business', copy).problems).toMatchObject([{ code: 'copy.too-many-pictures' }]);
  });

  it('is begun from title and summary of the entry, the page beside it', () => {
    const content = {
      texts: [],
      pictures: [],
      links: [],
      locale: 'en',
      roles: { title: 'Rye', summary: 'Fresh.' },
    };
    const link = 'https://bakery.test/rye';
    expect(deriveCopy('google-business', content as never, link)).toEqual({
      ...{ text: 'Rye\n\nFresh.', link, pictures: [], edited: false },
    });
  });
});

it.each([
  ['accounts/123/locations/456', true],
  [null, true],
  ['locations/456', false],
  ['accounts/123/locations/456/localPosts', false],
  ['accounts/x/locations/y', false],
])('the location %s is one: %s', (location, isOne) => {
  expect(googleBusinessSettings.safeParse({ location }).success).toBe(isOne);
});
