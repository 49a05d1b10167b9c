import { german } from './de/language';
import { english } from './en/language';
import { spanish } from './es/language';
import { french } from './fr/language';
import type { Language } from './paradigm';
import { own } from '../../shared/own';

const languages: Readonly<Record<string, Language>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
};

/** What we know of the language of a locale (`de-AT`); null where we know nothing of it. */
export const languageOf = (locale: string | null): Language | null =>
  own(languages, (locale ?? '').toLowerCase().split(/[-_]/)[0] ?? '') ?? null;
