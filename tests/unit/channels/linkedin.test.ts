import { linkedinLength, linkedinText, readLinkedinText } from '../../../src/channels/counters/linkedin';
import { linkedinOutcome } from '../../../src/channels/outcomes/linkedin';
import { linkedinSettings } from '../../../src/channels/settings/linkedin';

const now = Date.UTC(2026, 10, 27, 18);

describe('a text for LinkedIn is read there as it was written', () => {
  it.each([
    ['Fresh rolls', 'Fresh rolls'],
    ['Rye (1 kg) & wheat #bread', 'Rye \\(1 kg\\) & wheat {hashtag|\\#|bread}'],
    ['a\\b|c{d}@e[f]<g>*h_i~', 'a\\\\b\\|c\\{d\\}\\@e\\[f\\]\\<g\\>\\*h\\_i\\~'],
    ['', ''],
  ])('%j', (text, sent) => {
    expect(linkedinText(text)).toBe(sent);
    expect(readLinkedinText(sent)).toBe(text);
    expect(linkedinLength(text, null)).toBe(sent.length);
  });
});

describe('a refusal of LinkedIn', () => {
  it.each([
    ['the access ended', { status: 401 }, 'read', 'reauthorise', 'linkedin.signed-out'],
    ['no role at the page', { status: 403 }, 'write', 'reauthorise', 'linkedin.forbidden'],
    [
      'a refusal that passes',
      { status: 403, said: 'This resource is forbidden.' },
      ...(['write', 'retry', 'linkedin.not-now'] as const),
    ],
    [
      'an activity that is not there yet',
      { status: 403, said: 'Unable to obtain activity' },
      ...(['read', 'retry', 'linkedin.not-now'] as const),
    ],
    ['the same words again', { status: 409 }, 'write', 'rejected', 'linkedin.duplicate'],
    [
      'the same words, by name',
      { status: 422, code: 'DUPLICATE_POST' },
      'write',
      'rejected',
      'linkedin.duplicate',
    ],
    ['a wrong content', { status: 422 }, 'write', 'rejected', 'linkedin.refused'],
    ['a version switched off', { status: 426 }, 'read', 'blocked', 'linkedin.version-ended'],
    [
      'a version switched off, by name',
      { status: 400, code: 'NONEXISTENT_VERSION' },
      'read',
      'blocked',
      'linkedin.version-ended',
    ],
    ['a quota used up', { status: 429 }, 'write', 'parked', 'linkedin.too-many'],
    ['a failure while posting', { status: 500 }, 'write', 'unknown', 'linkedin.server-error'],
    ['a redirect', { status: 307 }, 'write', 'rejected', 'linkedin.redirect'],
    ['a failure while reading', { status: 503 }, 'read', 'retry', 'linkedin.server-error'],
  ] as const)('%s', (_, refusal, phase, kind, code) => {
    const outcome = linkedinOutcome({ code: '', said: '', after: null, ...refusal }, phase, now);
    expect(outcome).toMatchObject({ kind, code });
  });

  it('waits for midnight UTC when a quota is used up and nobody says until when', () => {
    const outcome = linkedinOutcome({ status: 429, code: '', said: '', after: null }, 'write', now);
    expect(outcome).toMatchObject({ until: Date.UTC(2026, 10, 28) });
  });
});

it.each([
  ['urn:li:organization:123', true],
  ['urn:li:person:aB_c-1', true],
  ['urn:li:share:1', false],
  ['123', false],
])('%s is somebody who posts: %s', (author, isOne) => {
  expect(linkedinSettings.safeParse({ author }).success).toBe(isOne);
});
