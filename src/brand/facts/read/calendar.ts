import { languageOf } from '../../house/languages';
import { monthSource } from '../../house/formats/months';

/** Day of the week of a date in the Gregorian calendar: 0 for Sunday. */
export const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Whether there is such a day; 29 February counts where the year is unknown. */
export const isDay = (year: number | null, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();

const further: Readonly<Record<string, string>> = {
  en: 'sept tues thur thurs weds',
  de: 'so mo di mi do fr sa jänner feber',
  fr: '',
  es: 'miercoles sabado',
};

interface Names {
  readonly months: string;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly weekdaySource: string;
  readonly days: readonly string[];
}

const made = new Map<string, Names>();

/** Names of months and days in a language, and in English where that is another one. */
export function calendarOf(locale: string | null): Names {
  const language = languageOf(locale) ?? 'en';
  const known = made.get(language);
  if (known) return known;
  const months = monthSource(language === 'en' ? ['en-GB', 'en-US'] : [language, 'en-GB']);
  const weekdays = new Map<string, number>();
  for (const tag of [language, 'en'])
    for (let day = 0; day < 7; day += 1)
      for (const name of [nameOf(tag, day, 'long'), nameOf(tag, day, 'short').replace(/\.$/, '')])
        if (name.length > 2 || language === 'de') weekdays.set(name.toLowerCase(), day);
  const short = (further[language] ?? '').split(' ');
  const own: Readonly<Record<string, number>> = { tues: 2, thur: 4, thurs: 4, weds: 3, so: 0, mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, miercoles: 3, sabado: 6 }; // prettier-ignore
  for (const name of short) if (own[name] !== undefined) weekdays.set(name, own[name]);
  if (language === 'de') weekdays.set('sonnabend', 6);
  const names = {
    months: [months, ...short.filter((name) => name !== '' && own[name] === undefined)].join('|'),
    weekdays,
    weekdaySource: [...weekdays.keys()].sort((a, b) => b.length - a.length).join('|'),
    days: Array.from({ length: 7 }, (_, day) => nameOf(language, day, 'long')),
  };
  made.set(language, names);
  return names;
}

/** 4 January 2026 is a Sunday. */
const nameOf = (tag: string, day: number, weekday: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day));

const others: Readonly<Record<string, number>> = { sept: 9, jänner: 1, feber: 2 };

/** 1 to 12 for the month of a name that stands in `months`. */
export const otherMonth = (name: string): number | null => others[name.toLowerCase()] ?? null;
