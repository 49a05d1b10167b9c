import { closedFor, limitsOf } from '../../../src/channels/outcomes/limits';

const now = Date.UTC(2026, 10, 22, 8, 0, 0);
const in5 = now + 300_000;

describe('the quota that an answer names', () => {
  it.each([
    ['Bluesky', { 'ratelimit-remaining': '29', 'ratelimit-reset': String(in5 / 1_000) }, 29, in5],
    [
      'Mastodon',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-22T08:05:00.123456Z' },
      0,
      in5 + 123,
    ],
    ['seconds from now', { 'ratelimit-remaining': '3', 'ratelimit-reset': '300' }, 3, in5],
  ])('%s', (_, headers, remaining, resetAt) => {
    expect(limitsOf(headers, now)).toEqual([{ scope: 'account', remaining, resetAt }]);
  });

  it.each([
    ['nothing', {}],
    ['only one half', { 'ratelimit-remaining': '3' }],
    ['a window that is over', { 'ratelimit-remaining': '3', 'ratelimit-reset': String(now / 1_000 - 1) }],
    ['words', { 'ratelimit-remaining': 'few', 'ratelimit-reset': 'soon' }],
    ['a negative count', { 'ratelimit-remaining': '-1', 'ratelimit-reset': '300' }],
    ['a number too long', { 'ratelimit-remaining': '9'.repeat(30), 'ratelimit-reset': '300' }],
  ])('%s says nothing', (_, headers) => {
    expect(limitsOf(headers, now)).toEqual([]);
  });

  it('is used up for as long as Retry-After says', () => {
    expect(closedFor(2_000, now, 'app')).toEqual([{ scope: 'app', remaining: 0, resetAt: now + 2_000 }]);
    expect(closedFor(undefined, now)).toEqual([]);
  });
});
