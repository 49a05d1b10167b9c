import type { BlockRule, Hit } from '../../engine/rule';
import type { LocaleFormats } from '../../schema';
import { matchesIn, proseKinds } from '../finding';
import { languageOf } from '../languages';
import { monthNames, monthOf, monthSource } from './months';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The year as it was written, to keep two digits apart from four. */
  readonly isClear: boolean;
}

/** A year of four digits, or two numbers with a sign between them: without these there is no date. */
const dated = /\d{4}|\d[./-] ?\d{1,2}[./-]/;

/** Whole dates with a year: `3.11.2026`, `3/11/26`, `2026-11-03`, `3 November 2026`, `November 3rd, 2026`, `3 de noviembre de 2026`. */
export function dateRule({ locale, severity }: LocaleFormats, pattern: string): BlockRule {
  const language = languageOf(locale);
  const months = monthNames(locale);
  const names = monthSource(language === 'en' ? [locale] : [locale, 'en']);
  const source = new RegExp(
    `(?<![\\p{L}\\d.,/-])(?:(\\d{1,2})(\\.|/|-)[ \\u00a0]?(\\d{1,2})\\2[ \\u00a0]?(\\d{4}|\\d{2})|(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})(?:\\.|er|st|nd|rd|th)?[ \\u00a0](?:de )?(${names})\\.?,?[ \\u00a0](?:de )?(\\d{4})|(${names})\\.?[ \\u00a0](\\d{1,2})(?:st|nd|rd|th)?,?[ \\u00a0](\\d{4}))(?![\\p{L}\\d]|[./-]\\d)`,
    'giu',
  );
  const isMonthFirst = /[-_](?:us|ph)\b/i.test(locale);
  const written = (day: Day) => writeDay(day, pattern, months);
  const right = written({ year: 2026, month: 11, day: 23, isClear: true });
  return {
    kind: 'block',
    id: 'format.date',
    severity,
    scope: { locales: [locale], kinds: proseKinds },
    explanation: 'Dates are written in one way, so that nobody takes the day for the month.',
    examples: {
      fail: [right === '2026-11-23' ? 'From 23.11.2026.' : 'From 2026-11-23 on.'],
      pass: [`From ${right} on.`],
    },
    find: (block) =>
      !dated.test(block.text)
        ? []
        : [...matchesIn(block, source)].flatMap((match): Hit | readonly Hit[] => {
            const { start, end, 0: said } = match;
            const day = dayOf(match, isMonthFirst);
            if (!day) return [];
            const instead = written(day);
            if (said.replace(/\s/g, ' ') === instead) return [];
            return day.isClear
              ? {
                  start,
                  end,
                  message: `Write the date as “${instead}”, not “${said}”.`,
                  words: { key: 'format.date', values: { said, instead } },
                  replacements: [instead],
                }
              : {
                  start,
                  end,
                  message: `Write the date “${said}” like “${right}”. Which number is the month?`,
                  words: { key: 'format.date-unclear', values: { said, like: right } },
                };
          }),
  };
}

function dayOf(match: RegExpExecArray, isMonthFirst: boolean): Day | null {
  const [, first, sign, second, shortYear, isoYear, isoMonth, isoDay, dayFirst, name, yearLast, nameFirst, dayLast, year] = match; // prettier-ignore
  if (isoYear) return day(Number(isoYear), Number(isoMonth), Number(isoDay));
  if (name) return day(Number(yearLast), monthOf(name), Number(dayFirst));
  if (nameFirst) return day(Number(year), monthOf(nameFirst), Number(dayLast));
  const [a, b] = [Number(first), Number(second)];
  const full = Number(shortYear) + (shortYear?.length === 2 ? 2000 : 0);
  if (sign === '.') return day(full, b, a);
  if (a > 12) return day(full, b, a);
  if (b > 12) return day(full, a, b);
  return isMonthFirst ? day(full, a, b, a === b) : day(full, b, a, a === b);
}

const day = (year: number, month: number, of: number, isClear = true): Day | null =>
  month >= 1 && month <= 12 && of >= 1 && of <= 31 ? { year, month, day: of, isClear } : null;

/** The signs of a pattern: `d MMMM yyyy`, `dd.MM.yyyy`, `d 'de' MMMM 'de' yyyy`; `de` needs no quotes. */
function writeDay(
  { year, month, day: of }: Day,
  pattern: string,
  months: readonly (readonly [long: string, short: string])[],
): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [long = '', short = ''] = months[month - 1] ?? [];
  return pattern.replace(
    /'([^']*)'|\bde\b|yyyy|yy|MMMM|MMM|MM|M|dd|d/g,
    (sign, quoted: string | undefined) => {
      if (quoted !== undefined) return quoted;
      switch (sign) {
        case 'yyyy':
          return String(year).padStart(4, '0');
        case 'yy':
          return two(year % 100);
        case 'MMMM':
          return long;
        case 'MMM':
          return short;
        case 'MM':
          return two(month);
        case 'M':
          return String(month);
        case 'dd':
          return two(of);
        case 'd':
          return String(of);
        default:
          return sign;
      }
    },
  );
}
