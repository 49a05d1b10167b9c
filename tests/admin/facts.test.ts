import { tellingBlockers } from '../../admin/components/blockers';
import { inputNameOf } from '../../admin/components/marks/go-to-field';
import { problemAt, refusalOf } from '../../admin/refusal';

describe('a refusal', () => {
  it('carries the sentence, the code and the place that the server gave', () => {
    const error = Object.assign(new Error('x'), {
      status: 400,
      response: {
        data: {
          error: {
            message: 'The name is missing.',
            details: { code: 'request.invalid', path: 'name', choices: [1] },
          },
        },
      },
    });
    expect(refusalOf(error)).toEqual({
      message: 'The name is missing.',
      code: 'request.invalid',
      path: 'name',
      status: 400,
      details: { code: 'request.invalid', path: 'name', choices: [1] },
      problems: [],
    });
  });

  it.each([
    [new TypeError('Failed to fetch'), 'Failed to fetch'],
    ['offline', 'offline'],
    [{ response: { data: 'a page of HTML' } }, '[object Object]'],
  ])('of another shape still has a sentence: %p', (error, message) => {
    expect(refusalOf(error)).toMatchObject({ message, code: null, path: null });
  });
});

describe('a request with several faults', () => {
  const problems = [
    { path: 'name', message: 'Too small: expected string to have >=1 characters' },
    { path: 'settings.fromEmail', message: 'Invalid email address' },
  ];
  const several = refusalOf({
    response: { data: { error: { message: 'all in one', details: { path: 'name', problems } } } },
  });
  const single = refusalOf({
    response: { data: { error: { message: 'The name is taken.', details: { path: 'name' } } } },
  });

  it.each([
    [several, 'settings.fromEmail', 'Invalid email address'],
    [several, 'settings.host', undefined],
    [single, 'name', 'The name is taken.'],
    [undefined, 'name', undefined],
  ])('tells each field its own', (refusal, path, message) => {
    expect(problemAt(refusal, path)?.message).toBe(message);
  });
});

describe('a place', () => {
  it.each([
    ['title', 'title'],
    ['seo.description', 'seo.description'],
    ['sections[1].text', 'sections.1.text'],
    ['a[0].b[12].c', 'a.0.b.12.c'],
  ])('%s is the input %s of the Content Manager', (field, name) => {
    expect(inputNameOf(field)).toBe(name);
  });
});

describe('blockers', () => {
  const entry = { code: 'review.not-approved', message: 'Nobody approved it.' };
  const copy = { code: 'review.copy-not-approved', message: 'The text for Bluesky…', copy: 'k' };
  const brand = { code: 'brand.error', message: 'Write “fair-priced”.' };

  it.each([
    [
      [entry, copy, brand],
      [entry, brand],
    ],
    [
      [copy, brand],
      [copy, brand],
    ],
    [[], []],
  ])('that one approval settles are told once', (all, told) => {
    expect(tellingBlockers(all)).toEqual(told);
  });
});
