import { de } from './de';
import { en } from './en';
import type { SignOffWords } from './shape';

/** The words for a language tag such as `de-AT`; English where we do not speak it. */
export const signOffWords = (language: string): SignOffWords => (/^de\b/i.test(language) ? de : en);

/** A moment as people write it, in the zone of the business. */
export const momentText = (at: number, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(at);

/** How long something still lasts, in the one unit that says it: `6 days`, `3 hours`. */
export function leftText(milliseconds: number, words: SignOffWords): string {
  const hours = Math.floor(milliseconds / 3_600_000);
  if (hours >= 48) return words.days(Math.round(hours / 24));
  return hours >= 1 ? words.hours(hours) : words.lessThanAnHour;
}

/** The short name of what was seen, for reading out: the first 40 bits of the seal in two groups. */
export const versionText = (seal: string): string => `${seal.slice(0, 5)}-${seal.slice(5, 10)}`.toUpperCase();
