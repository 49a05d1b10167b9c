import { monthOf } from '../../house/formats/months';
import { languageOf } from '../../house/languages';
import type { PlainFact } from '../fact';
import { anyWord, aroundOf } from './around';
import { calendarOf, isDay, otherMonth } from './calendar';

/** A day with the day of the week that stands beside it. */
export interface DayFact extends PlainFact {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** 0 for Sunday; null where none is named. */
  readonly weekday: number | null;
}

const space = '[ \\u00a0]';
const till = anyWord(
  "until | till | by | through | ends | ending | before | bis | bis zum | bis einschließlich | spätestens | jusqu'au | jusqu’au | avant le | hasta | hasta el",
);
const start = anyWord(
  'from | starting | starts | as of | beginning | ab | ab dem | vom | von | à partir du | dès le | du | desde | desde el | a partir del',
);
/** Days that are told, not offered. */
const past = anyWord(
  'since | born | founded | established | posted | published | updated | seit | seit dem | gegründet | geboren | veröffentlicht | stand | depuis | depuis le | publié le | fundada | publicado',
);

const patterns = new Map<string, RegExp>();

function patternOf(locale: string | null): RegExp {
  const language = languageOf(locale) ?? 'en';
  const known = patterns.get(language);
  if (known) return known;
  const { months, weekdaySource } = calendarOf(locale);
  const named = `(?<wd1>${weekdaySource})\\.?,?${space}(?:(?:the|den|dem|der|le|el|on)${space})?`;
  const dayFirst = `(?:(?<from>\\d{1,2})(?:\\.|er|st|nd|rd|th)?${space}?(?:[-–—]|to|bis|au|al|a)${space}?)?(?<d1>\\d{1,2})(?:\\.|er|st|nd|rd|th)?${space}(?:of${space}|de${space})?(?<m1>${months})(?!\\p{L})(?:\\.?,?${space}(?:de${space}|del${space})?(?<y1>\\d{4})(?!\\d|[.,]\\d|${space}?[€$£%]))?`;
  const monthFirst = `(?<m2>${months})(?!\\p{L})\\.?${space}(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.,]\\d|${space}?[€$£%])(?:${space}?(?:[-–—]|to)${space}?(?<to>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]))?(?:,?${space}(?<y2>\\d{4})(?![\\d.,]\\d))?`;
  const figures = `(?<a>\\d{1,2})(?<sign>[./-])${space}?(?<b>\\d{1,2})\\k<sign>${space}?(?<y3>\\d{4}|\\d{2})(?![\\d]|[.,/:-]\\d)|(?<y4>\\d{4})-(?<m4>\\d{2})-(?<d4>\\d{2})|(?<d5>\\d{1,2})\\.${space}?(?<m5>\\d{1,2})\\.(?!${space}?\\d)`;
  const behind = `(?:,?${space}?\\(?(?<wd2>${weekdaySource})(?=\\)))?`;
  const made = new RegExp(`(?<![\\p{L}\\d.,/:-])(?:${named})?(?:${dayFirst}|${monthFirst}|${figures})${behind}(?![\\p{L}\\d])`, 'giu'); // prettier-ignore
  patterns.set(language, made);
  return made;
}

/**
 * Days: `3 March`, `3. März 2026`, `March 3rd`, `1er mars`, `3 de marzo`, `03.03.2026`, `2026-03-03`, `3.–5. März` as its
 * two ends. A day such as `3/4/2026`, whose month nobody can tell, is left out, and so are days since when something is.
 */
export function readDates(text: string, locale: string | null): readonly DayFact[] {
  const matches = [...text.matchAll(patternOf(locale))];
  return matches.flatMap((match, index) => {
    const parts = match.groups ?? {};
    const found = dayOf(parts, locale);
    // `You may 3 times`: a name that is also a word counts with a capital only.
    if (/^(?:may|mar|march)\b/.test(parts['m2'] ?? '')) return [];
    if (!found || !isDay(found.year, found.month, found.day)) return [];
    const end = match.index + match[0].length;
    const last = matches[index - 1];
    const limits = [last ? last.index + last[0].length : 0, text.length] as const;
    const { before } = aroundOf(text, match.index, end, limits);
    const near = before.slice(-22);
    if (past.test(near)) return [];
    const name = parts['wd1'] ?? parts['wd2'] ?? '';
    const isName = name.length > 2 || /^\p{Lu}/u.test(name);
    const weekday = isName ? (calendarOf(locale).weekdays.get(name.toLowerCase()) ?? null) : null;
    const one = (day: number, part: string, named: number | null): readonly DayFact[] =>
      isDay(found.year, found.month, day)
        ? [{ kind: 'date', start: match.index, end, said: match[0], ...found, day, weekday: named, part, value: valueOf({ ...found, day }) }]
        : [];
    const range = parts['from'] ?? parts['to'];
    if (range !== undefined) {
      const both = [Number(range), found.day].sort((a, b) => a - b) as [number, number];
      return [...one(both[0], 'start', null), ...one(both[1], 'till', null)];
    }
    const isEnd = /(?:^| )(?:-|–|—|to|bis|au|al) ?$/u.test(before) && last !== undefined && near.length < 12;
    return one(found.day, isEnd || till.test(near) ? 'till' : start.test(near) || startsRange(text.slice(end)) ? 'start' : '', weekday);
  }); // prettier-ignore
}

/** `3 March – 5 April`. */
const startsRange = (rest: string): boolean =>
  /^\s?(?:[-–—]|to |bis |au |al )\s?(?:\p{L}+\.?,? )?\d/u.test(rest);

const valueOf = ({ year, month, day }: Pick<DayFact, 'year' | 'month' | 'day'>): string =>
  `${year ?? '*'}-${two(month)}-${two(day)}`;

const two = (value: number): string => String(value).padStart(2, '0');

type Parts = Readonly<Record<string, string | undefined>>;

function dayOf(parts: Parts, locale: string | null): Pick<DayFact, 'year' | 'month' | 'day'> | null {
  const number = (name: string) => Number(parts[name] ?? Number.NaN);
  const year = (name: string) => (parts[name] === undefined ? null : number(name) + (parts[name]?.length === 2 ? 2000 : 0)); // prettier-ignore
  const month = (name: string) => otherMonth(parts[name] ?? '') ?? monthOf(parts[name] ?? '');
  if (parts['m1'] !== undefined) return { year: year('y1'), month: month('m1'), day: number('d1') };
  if (parts['m2'] !== undefined) return { year: year('y2'), month: month('m2'), day: number('d2') };
  if (parts['y4'] !== undefined) return { year: year('y4'), month: number('m4'), day: number('d4') };
  if (parts['m5'] !== undefined)
    return languageOf(locale) === 'de' ? { year: null, month: number('m5'), day: number('d5') } : null;
  const [a, b] = [number('a'), number('b')];
  const isClear = parts['sign'] === '.' || a > 12 || a === b || !isEnglish(locale) || /[-_](?:gb|ie|au|nz)\b/i.test(locale ?? ''); // prettier-ignore
  const isMonthFirst = b > 12 || (/[-_](?:us|ph)\b/i.test(locale ?? '') && a <= 12 && parts['sign'] === '/');
  if (isMonthFirst) return { year: year('y3'), month: a, day: b };
  return isClear ? { year: year('y3'), month: b, day: a } : null;
}

const isEnglish = (locale: string | null): boolean => (languageOf(locale) ?? 'en') === 'en';
