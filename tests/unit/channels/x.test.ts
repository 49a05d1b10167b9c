import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCopy } from '../../../src/channels/check-copy';
import { hasXAddress, xAddresses, xLength } from '../../../src/channels/counters/x';
import { isXDuplicate, xLimits, xOutcome } from '../../../src/channels/outcomes/x';
import type { Copy } from '../../../src/channels/schema';
import { channelPrice } from '../../../src/channels/settings/fields';
import { monthSum } from '../../../src/publishing/preflight/cost';

const now = Date.UTC(2026, 10, 27);
const copy = (text: string, part: Partial<Copy> = {}): Copy => ({
  ...{ text, link: null, pictures: [], edited: false },
  ...part,
});

describe('a text for X', () => {
  it('weighs what twitter-text 3.1.0 says of ten thousand texts', () => {
    const file = join(__dirname, '../../fixtures/x/weights.jsonl');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(10_000);
    const others = lines
      .map((line) => JSON.parse(line) as [number, string])
      .filter(([weight, text]) => xLength(text) !== weight);
    expect(others).toEqual([]);
  });

  it.each([
    ['Fresh rye', null, 9],
    ['パン', null, 4],
    ['👨‍👩‍👧‍👦', null, 2],
    ['e\u0301', null, 1],
    ['See https://bakery.de/a/very/long/path/that/goes/on', null, 27],
    ['Rye', 'https://bakery.de', 3 + 2 + 23],
    ['https://bakery.de', 'https://bakery.de', 23],
  ] as const)('%j with %s: %i', (text, link, length) => {
    expect(xLength(text, link)).toBe(length);
  });

  it('has 280 of them', () => {
    expect(checkCopy('x', copy('x'.repeat(280))).problems).toEqual([]);
    expect(checkCopy('x', copy('x'.repeat(281))).problems).toMatchObject([{ code: 'copy.too-long' }]);
    expect(checkCopy('x', copy('パ'.repeat(141))).problems).toMatchObject([{ values: { length: 282 } }]);
  });

  it.each([
    ['Rye at bakery.de today', ['bakery.de']],
    ['(https://bakery.com/a_(b)).', ['https://bakery.com/a_(b)']],
    ['info@bakery.de', []],
    ['readme.txt, v2.0', []],
  ])('has the addresses that X sees: %j', (text, found) => {
    expect(xAddresses(text)).toEqual(found);
  });
});

describe('what a month costs on X', () => {
  const price = { perPost: 1.5, withLink: 20, currency: 'USD' };
  it.each([
    [1, 0, 2],
    [2, 0, 3],
    [10, 10, 200],
    [10, 4, 89],
  ])('%i posts, %i of them with an address: %i cents', (posts, linked, sum) => {
    expect(monthSum({ price, posts, linked, cap: null })).toBe(sum);
  });

  it.each([
    ['Rye', null, false],
    ['Rye', 'https://bakery.de', true],
    ['Rye at bakery.de', null, true],
  ] as const)('%j with %s is billed as one with an address: %s', (text, link, isLinked) => {
    expect(hasXAddress(text, link)).toBe(isLinked);
  });

  it('may be entered to the thousandth', () => {
    const entered = (perPost: number) => channelPrice.safeParse({ perPost, currency: 'USD' }).success;
    expect([1.5, 20, 0.1, 0, -1, 1.55].map(entered)).toEqual([true, true, true, false, false, false]);
  });
});

describe('refusals of X', () => {
  const refusal = { status: 403, type: '', detail: '', resetAt: null };
  it.each([
    ['keys that nobody has', { status: 401, detail: 'Unauthorized' }, 'reauthorise', 'signed-out'],
    ['an app that may not', { type: 'client-forbidden' }, 'reauthorise', 'permission'],
    ['an app that may only read', { type: 'oauth1-permissions' }, 'reauthorise', 'permission'],
    ['a post of somebody else', { type: 'not-authorized-for-resource' }, 'reauthorise', 'permission'],
    [
      'the same words twice',
      { detail: 'You are not allowed to create a Tweet with duplicate content.' },
      'rejected',
      'duplicate',
    ],
    [
      'an account that is suspended',
      { detail: 'Your account is suspended and is not permitted to access this feature.' },
      'blocked',
      'suspended',
    ],
    ['something else that is forbidden', { detail: 'Not this.' }, 'rejected', 'refused'],
    ['a post that is not right', { status: 400, type: 'invalid-request' }, 'rejected', 'refused'],
    ['used up credits', { status: 429, type: 'usage-capped' }, 'parked', 'usage-capped'],
    ['no credits', { status: 402 }, 'parked', 'usage-capped'],
    [
      'too many, for so long',
      { status: 429, type: 'rate-limit-exceeded', resetAt: now + 60_000 },
      'parked',
      'too-many',
    ],
    ['too many, without an end', { status: 429, type: 'rate-limit-exceeded' }, 'retry', 'too-many'],
    ['a server that fails', { status: 503 }, 'unknown', 'server-error'],
    ['a redirect', { status: 308 }, 'rejected', 'redirect'],
  ] as const)('%s', (_, part, kind, code) => {
    expect(xOutcome({ ...refusal, ...part }, 'write', now)).toMatchObject({
      ...{ kind, code: `x.${code}`, message: expect.stringMatching(/\.$/) },
    });
  });

  it('of the same words are known by the whole sentence', () => {
    const detail = 'You are not allowed to create a Tweet with duplicate content.';
    expect(isXDuplicate({ ...refusal, detail })).toBe(true);
    expect(isXDuplicate({ ...refusal, detail: `${detail} Really.` })).toBe(false);
    expect(isXDuplicate({ ...refusal, status: 400, detail })).toBe(false);
  });

  it('name the quota in their heads', () => {
    const reset = String(now / 1_000 + 60);
    expect(xLimits({ 'x-rate-limit-remaining': '7', 'x-rate-limit-reset': reset }, now)).toEqual([
      { scope: 'account', remaining: 7, resetAt: now + 60_000 },
    ]);
    expect(xLimits({ 'x-rate-limit-remaining': '7' }, now)).toEqual([]);
    expect(xLimits({ 'x-rate-limit-remaining': 'x', 'x-rate-limit-reset': reset }, now)).toEqual([]);
  });
});
