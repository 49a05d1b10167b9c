import { sentLength } from './sent-length';

/** UTF-16 units of the text, each address in it as long as its tracked form may be; that of the page stands behind the button. */
export const googleLength = (text: string): number => sentLength(text, null);

const address = /https?:\/\/\S+/giu;
/** Digits in groups that are written as numbers to call are: with a plus, a zero or brackets in front, 8 to 15 of them (ITU-T E.164). */
const number = /(?<![\p{L}\p{N}.,/-])(?:\+|\(?0)[\d\s()/.-]{6,24}\d(?![\p{L}\p{N}])/gu;

/** What stands in a text as numbers to call do; dates, prices and addresses do not. */
export const phoneNumbersIn = (text: string): string[] =>
  [...text.replace(address, ' ').matchAll(number)]
    .map(([found]) => found.trim())
    .filter((found) => !isDate(found) && isLong(found.replace(/\D/g, '').length));

const isLong = (digits: number): boolean => digits >= 8 && digits <= 15;
const isDate = (text: string): boolean => /^\d{1,2}[./-]\d{1,2}[./-]\d{4}/.test(text);
