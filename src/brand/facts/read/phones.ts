import type { PlainFact } from '../fact';

const gap = '[ \\u00a0\\u202f./–-]{0,3}';
const pattern = new RegExp(
  [
    `(?<![\\p{L}\\d.,/+-])(?:\\+|00)[1-9]\\d{0,2}(?:${gap}(?:\\(\\d{1,5}\\)|\\d+)){1,7}(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\d.,/+-])(?:\\(0\\d{1,5}\\)|0\\d{1,5})(?:[ \\u00a0\\u202f./–-]{1,3}\\d{2,}){1,6}(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\d.,/+-])(?:\\(\\d{3}\\)[ \\u00a0]?|\\d{3}[.-])\\d{3}[.-]\\d{4}(?![\\p{L}\\d])`,
  ].join('|'),
  'gu',
);
/** `03.03.2026`, `2026-03-03`, `00 12 24`. */
const isDate = /^(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})$/;

/**
 * Phone numbers. Their value is what is dialled inside the country, or all digits behind the `+`: a number with its country
 * ends with the one without.
 */
export const readPhones = (text: string): readonly PlainFact[] =>
  [...text.matchAll(pattern)].flatMap(({ index: start, 0: said }) => {
    const value = dialled(said);
    if (value.length < 6 || value.length > 15 || isDate.test(said.trim())) return [];
    return [{ kind: 'phone' as const, start, end: start + said.length, said, value, part: '' }];
  });

/** Without the 0 for calls inside the country, also the bracketed one: `+43 (0) 1 …`. */
const dialled = (said: string): string => {
  const isAbroad = /^(?:\+|00)/.test(said);
  const digits = said.replace(/^(?:\+|00)/, '').replace(/\(0\)/, '').replace(/\D/g, '');
  return isAbroad ? digits : digits.replace(/^0/, '');
}; // prettier-ignore

/** The number of a `tel:` link. */
export const phoneOfLink = (href: string): string | null =>
  /^tel:/i.test(href) ? dialled(href.slice(4).replace(/%20/g, ' ')) : null;
