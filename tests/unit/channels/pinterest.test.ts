import { tokenAnswerOf } from '../../../src/channels/connect/oauth/token-answer';
import { checkCopy } from '../../../src/channels/check-copy';
import { deriveCopy } from '../../../src/channels/derive-copy';
import { pinterestOutcome } from '../../../src/channels/outcomes/pins/pinterest';
import { pinterestSettings } from '../../../src/channels/settings/pins/pinterest';

const now = Date.UTC(2026, 10, 27, 18);

describe('a refusal of Pinterest', () => {
  it.each([
    ['the access ended', { status: 401, code: 2 }, 'read', 'reauthorise', 'pinterest.signed-out'],
    ['a scope is missing', { status: 401, code: 3 }, 'write', 'reauthorise', 'pinterest.forbidden'],
    ['the board of somebody else', { status: 401, code: 7 }, 'write', 'reauthorise', 'pinterest.forbidden'],
    ['an app on trial', { status: 403, code: 29 }, 'write', 'reauthorise', 'pinterest.forbidden'],
    ['a board that is gone', { status: 404, code: 40 }, 'write', 'reauthorise', 'pinterest.no-board'],
    ['a 404 of somebody else', { status: 404, code: 0 }, 'write', 'rejected', 'pinterest.refused'],
    ['a wrong content', { status: 400, code: 1 }, 'write', 'rejected', 'pinterest.refused'],
    [
      'an address that was not reached',
      {
        status: 400,
        code: 1,
        said: 'Unable to reach the URL. Please check the URL is correct and try again.',
      },
      ...(['write', 'retry', 'pinterest.not-reached'] as const),
    ],
    ['too much at once', { status: 413, code: 0 }, 'write', 'rejected', 'pinterest.refused'],
    ['too many calls', { status: 429, code: 8 }, 'write', 'retry', 'pinterest.too-many'],
    [
      'too many calls for a while',
      { status: 429, code: 8, after: 60_000 },
      'write',
      'parked',
      'pinterest.too-many',
    ],
    ['a failure while pinning', { status: 500, code: 12 }, 'write', 'unknown', 'pinterest.server-error'],
    ['a failure while reading', { status: 503, code: 0 }, 'read', 'retry', 'pinterest.server-error'],
    ['a redirect', { status: 307, code: 0 }, 'write', 'rejected', 'pinterest.redirect'],
  ] as const)('%s', (_, refusal, phase, kind, code) => {
    const outcome = pinterestOutcome({ said: 'No', after: null, ...refusal }, phase, now);
    expect(outcome).toMatchObject({ kind, code });
  });

  it('names until when a limit lasts, for everybody who shares it', () => {
    const refusal = { status: 429, code: 8, said: '', after: 60_000 };
    expect(pinterestOutcome(refusal, 'write', now)).toMatchObject({
      until: now + 60_000,
      limits: [{ scope: 'account', remaining: 0, resetAt: now + 60_000 }],
    });
  });
});

describe('an answer of Pinterest to a question for tokens', () => {
  const says = (status: number, body: object) => tokenAnswerOf(status, JSON.stringify(body));

  it.each([
    ['a code that is not known', 400, 283, 'invalid_grant'],
    ['a wrong app, or a refresh token that has ended', 401, 2, 'unauthorized'],
  ])('%s is its refusal', (_, status, code, error) => {
    expect(says(status, { code, message: 'No.' })).toEqual({ kind: 'refused', error, description: 'No' });
  });

  it.each([
    ['too many calls', 429, { code: 8, message: 'Slow down' }],
    ['a failure', 500, { code: 12, message: 'Sorry' }],
    ['a name in place of a number', 401, { code: 'no', message: 'No' }],
  ])('%s stands for nothing', (_, status, body) => {
    expect(says(status, body)).toEqual({ kind: 'unreadable', status });
  });
});

describe('a copy for Pinterest', () => {
  const picture = { hash: 'a', url: '/a.png', alt: 'A loaf' };
  const copy = { text: '', link: 'https://bakery.test/rye', pictures: [picture], edited: false };
  const codes = (part: object) =>
    checkCopy('pinterest', { ...copy, ...part }).problems.map(({ code, path }) => `${code} ${path}`);

  it.each([
    ['needs no words', {}, []],
    ['needs a picture', { pictures: [] }, ['copy.too-few-pictures pictures']],
    ['takes five pictures', { pictures: Array(6).fill(picture) }, ['copy.too-many-pictures pictures[5]']],
    ['takes 800 characters beside the link', { text: 'a'.repeat(800) }, []],
    ['takes no 801', { text: 'a'.repeat(801) }, ['copy.too-long text']],
    ['takes 100 characters of title', { title: 'a'.repeat(101) }, ['copy.too-long title']],
    [
      'takes 500 characters of alt text',
      { pictures: [{ ...picture, alt: 'a'.repeat(501) }] },
      ['copy.too-long pictures[0].alt'],
    ],
    [
      'should say what a picture shows',
      { pictures: [{ ...picture, alt: '' }] },
      ['copy.alt-missing pictures[0].alt'],
    ],
  ])('%s', (_, part, problems) => {
    expect(codes(part)).toEqual(problems);
  });

  it('has the title of the entry as its title, and the summary as its text', () => {
    const content = {
      ...{ locale: 'en', texts: [], pictures: [], links: [] },
      roles: { title: 'Rye, fresh from the oven', summary: 'Baked every morning.' },
    };
    expect(deriveCopy('pinterest', content as never, 'https://bakery.test/rye')).toEqual({
      ...{ title: 'Rye, fresh from the oven', text: 'Baked every morning.' },
      ...{ link: 'https://bakery.test/rye', pictures: [], edited: false },
    });
  });
});

it.each([
  ['549755885175', true],
  ['', false],
  ['bakery/bread', false],
])('%j is the number of a board: %s', (board, isOne) => {
  expect(pinterestSettings.safeParse({ board }).success).toBe(isOne);
});
