import { checkCopy, isSendable } from '../../../src/channels/check-copy';
import { isDuplicate, isUnknownThing, metaOutcome } from '../../../src/channels/outcomes/meta/outcome';
import { metaLimits } from '../../../src/channels/outcomes/meta/usage';
import type { Copy } from '../../../src/channels/schema';
import { facebookSecret, facebookSettings } from '../../../src/channels/settings/meta/facebook';

const now = Date.UTC(2026, 10, 27);
const copy = (text: string, part: Partial<Copy> = {}): Copy => ({
  ...{ text, link: null, pictures: [], edited: false },
  ...part,
});
const refusal = {
  ...{ network: 'Facebook', status: 400, code: 0, subcode: 0, isTransient: false },
  ...{ said: 'Nope', after: null },
};

describe('refusals of Meta, by their code', () => {
  it.each([
    ['an unknown error', 1, 'unknown', 'meta.server-error'],
    ['a service that is down', 2, 'unknown', 'meta.server-error'],
    ['a method that is not allowed', 3, 'reauthorise', 'meta.permission'],
    ['too many calls of the app', 4, 'retry', 'meta.too-many'],
    ['a permission that is missing', 10, 'reauthorise', 'meta.permission'],
    ['too many calls of the person', 17, 'retry', 'meta.too-many'],
    ['too many calls of the Page', 32, 'retry', 'meta.too-many'],
    ['a session that has ended', 102, 'reauthorise', 'meta.signed-out'],
    ['a token that has ended', 190, 'reauthorise', 'meta.signed-out'],
    ['the first of the permissions', 200, 'reauthorise', 'meta.permission'],
    ['the last of the permissions', 299, 'reauthorise', 'meta.permission'],
    ['the limit of the app', 341, 'retry', 'meta.too-many'],
    ['a block by policy', 368, 'blocked', 'meta.policy-block'],
    ['a duplicate', 506, 'rejected', 'meta.duplicate'],
    ['a rate of its own', 613, 'retry', 'meta.too-many'],
    ['a version that has ended', 2_635, 'blocked', 'meta.version'],
    ['too many calls of the Page by use case', 80_001, 'retry', 'meta.too-many'],
    ['too many calls of Instagram by use case', 80_002, 'retry', 'meta.too-many'],
    ['a page that cannot be read', 1_609_005, 'rejected', 'meta.link'],
    ['a parameter that is wrong', 100, 'rejected', 'meta.refused'],
  ] as const)('%s (%i)', (_, code, kind, ours) => {
    expect(metaOutcome({ ...refusal, code }, 'write', now)).toMatchObject({
      ...{ kind, code: ours },
      message: expect.stringMatching(/^[A-Z][^{}]*[.]$/),
    });
  });
});

describe('refusals of Meta, by their subcode', () => {
  it.each([
    ['the app is not installed', 190, 458, 'reauthorise', 'meta.signed-out'],
    ['the person has to sign in', 190, 459, 'reauthorise', 'meta.checkpoint'],
    ['the password was changed', 190, 460, 'reauthorise', 'meta.signed-out'],
    ['the token has run out', 190, 463, 'reauthorise', 'meta.signed-out'],
    ['the person is not confirmed', 190, 464, 'reauthorise', 'meta.checkpoint'],
    ['the token is not valid', 190, 467, 'reauthorise', 'meta.signed-out'],
    ['the role on the Page is gone', 190, 492, 'reauthorise', 'meta.signed-out'],
    ['a photo of the wrong size', 100, 1_366_046, 'rejected', 'meta.picture'],
    ['photos that are posted already', 100, 1_366_051, 'rejected', 'meta.photos-posted'],
    ['abusive', 368, 1_346_003, 'rejected', 'meta.policy'],
    ['community standards', 200, 1_404_102, 'rejected', 'meta.policy'],
    ['too fast', 100, 1_390_008, 'retry', 'meta.too-fast'],
    ['links to Facebook', 100, 1_609_008, 'rejected', 'meta.link'],
    ['a wrong address', 100, 2_061_006, 'rejected', 'meta.link'],
    ['the identity of the Page (1404078)', 200, 1_404_078, 'blocked', 'meta.identity'],
    ['the identity of the Page (4854002)', 200, 4_854_002, 'blocked', 'meta.identity'],
    ['a page that cannot be read, by its subcode', 100, 1_609_005, 'rejected', 'meta.link'],
    ['a download that took too long', -2, 2_207_003, 'retry', 'meta.fetch-slow'],
    ['a picture that could not be loaded', 9_004, 2_207_052, 'retry', 'meta.not-fetched'],
    ['a container that has expired', -2, 2_207_020, 'retry', 'meta.container-gone'],
    ['a failure of Instagram', -1, 2_207_001, 'unknown', 'meta.server-error'],
    ['a container that could not be made', -1, 2_207_032, 'retry', 'meta.container-gone'],
    ['a container that failed for no reason', -1, 2_207_053, 'retry', 'meta.container-gone'],
    ['the moment of a cover', 100, 2_207_057, 'rejected', 'meta.video'],
    ['more than 8 MiB', 36_000, 2_207_004, 'rejected', 'meta.picture'],
    ['a format', 36_001, 2_207_005, 'rejected', 'meta.picture'],
    ['a ratio', 36_003, 2_207_009, 'rejected', 'meta.picture'],
    ['a caption', 36_004, 2_207_010, 'rejected', 'meta.caption'],
    ['a type of media', 100, 2_207_023, 'rejected', 'meta.picture'],
    ['a type of video', 352, 2_207_026, 'rejected', 'meta.video'],
    ['a carousel', 100, 2_207_028, 'rejected', 'meta.carousel'],
    ['a container that is missing', 24, 2_207_006, 'retry', 'meta.container-gone'],
    ['a container that cannot be found', 24, 2_207_008, 'retry', 'meta.container-gone'],
    ['the quota of the day', 9, 2_207_042, 'parked', 'meta.day-quota'],
    ['an action that is blocked', 4, 2_207_051, 'blocked', 'meta.action-blocked'],
    ['an account that is restricted', 25, 2_207_050, 'blocked', 'meta.restricted'],
    ['media that is not ready', 9_007, 2_207_027, 'retry', 'meta.not-ready'],
    ['a user of Threads who is restricted', 10, 4_279_013, 'blocked', 'meta.restricted'],
  ] as const)('%s (%i, %i)', (_, code, subcode, kind, ours) => {
    expect(metaOutcome({ ...refusal, code, subcode }, 'write', now)).toMatchObject({
      ...{ kind, code: ours },
      message: expect.stringMatching(/^[A-Z][^{}]*[.]$/),
    });
  });
});

describe('refusals of Meta that are in no table', () => {
  it.each([
    ['a server that fails', { status: 503 }, 'unknown', 'meta.server-error'],
    ['what is over soon', { isTransient: true }, 'unknown', 'meta.server-error'],
    ['a token', { status: 401 }, 'reauthorise', 'meta.signed-out'],
    ['too many', { status: 429 }, 'retry', 'meta.too-many'],
    ['a redirect', { status: 302 }, 'rejected', 'meta.redirect'],
    ['anything else', { status: 400, code: 77 }, 'rejected', 'meta.refused'],
  ] as const)('%s', (_, part, kind, code) => {
    expect(metaOutcome({ ...refusal, ...part }, 'write', now)).toMatchObject({ kind, code });
  });

  it('say what the network said', () => {
    expect(metaOutcome({ ...refusal, said: 'Costs $& {network}' }, 'read', now)).toMatchObject({
      message:
        'Facebook refused this post: Costs $& {network}. Change the text or the pictures and schedule it again.',
    });
  });
});

it('What fails before anything was published is tried again', () => {
  expect(metaOutcome({ ...refusal, code: 2 }, 'read', now)).toMatchObject({ kind: 'retry' });
});

it('Too many calls wait until the network says, those of the app for all its accounts', () => {
  const limited = (code: number) => metaOutcome({ ...refusal, code, after: 120_000 }, 'write', now);
  expect(limited(80_001)).toMatchObject({
    ...{ kind: 'parked', until: now + 120_000 },
    limits: [{ scope: 'account', remaining: 0, resetAt: now + 120_000 }],
  });
  for (const code of [4, 341]) expect(limited(code).limits).toMatchObject([{ scope: 'app' }]);
});

it('Duplicates and things that are not there are known by their codes', () => {
  expect([506, 100].map((code) => isDuplicate({ ...refusal, code }))).toEqual([true, false]);
  expect(isDuplicate({ ...refusal, code: 100, subcode: 1_366_051 })).toBe(true);
  expect(isUnknownThing({ ...refusal, code: 100, subcode: 33 })).toBe(true);
  expect(isUnknownThing({ ...refusal, code: 803 })).toBe(true);
  expect(isUnknownThing({ ...refusal, code: 100 })).toBe(false);
});

describe('what Meta says about use', () => {
  const use = (part: object) =>
    JSON.stringify({
      1: [{ type: 'pages', call_count: 1, total_time: 1, total_cputime: 1, ...part }],
    });
  it.each([
    ['nothing', {}, []],
    ['room', { 'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":25}' }, []],
    [
      'an app that is nearly full',
      { 'x-app-usage': '{"call_count":28,"total_time":91,"total_cputime":25}' },
      [{ scope: 'app', remaining: 0, resetAt: now + 900_000 }],
    ],
    [
      'minutes until it opens',
      { 'x-business-use-case-usage': use({ estimated_time_to_regain_access: 19 }) },
      [{ scope: 'account', remaining: 0, resetAt: now + 1_140_000 }],
    ],
    [
      'an account that is nearly full',
      { 'x-business-use-case-usage': use({ call_count: 95, estimated_time_to_regain_access: 0 }) },
      [{ scope: 'account', remaining: 0, resetAt: now + 900_000 }],
    ],
    ['nonsense', { 'x-app-usage': '<html>', 'x-business-use-case-usage': '[1]' }, []],
  ] as const)('%s', (_, headers, limits) => {
    expect(metaLimits(headers, now)).toEqual(limits);
  });
});

describe('a copy for Facebook', () => {
  it('has room for much, with the tracked address of the page', () => {
    const link = 'https://bakery.test/rye';
    expect(isSendable(checkCopy('facebook', copy('a'.repeat(63_206))))).toBe(true);
    expect(checkCopy('facebook', copy('Rye', { link })).count).toBe(3 + 2 + 160);
    expect(isSendable(checkCopy('facebook', copy('a'.repeat(63_206 - 161), { link })))).toBe(false);
  });

  it.each([
    [{ pageId: '104857600000000' }, true],
    [{ pageId: 'bakery' }, false],
    [{ pageId: '104857600000000', version: '25' }, false],
  ])('of a Page %j: %s', (settings, isOne) => {
    expect(facebookSettings.safeParse(settings).success).toBe(isOne);
  });

  it('needs a token that fits into a header', () => {
    expect(facebookSecret.safeParse({ accessToken: 'EAAB' }).success).toBe(true);
    expect(facebookSecret.safeParse({ accessToken: 'EAAB\nX-Other: 1' }).success).toBe(false);
  });
});
