import type { BlockRule, Hit } from '../../engine/rule';
import type { LocaleFormats } from '../../schema';
import { matchesIn, proseKinds } from '../finding';
import { currencySigns } from './currencies';
import { isSameWriting, numberSource, readNumber, writeNumber } from './written-number';

/** Numbers that are no amounts: part of a word, a version, a day, a time, a phone number, a section. */
const number = new RegExp(
  `(?<![\\p{L}\\d.,:/+#§-])(?<![\\d)] )${numberSource}(?![\\d:/-]|[.,]\\d|\\p{L}{1,2}\\d)`,
  'gu',
);
/** Only numbers with a separator can have a wrong one. */
const parted = /\d[.,'’ \u00a0\u202f]\d/;
const named =
  /(?:\b(?:v|ver|version|release|node|no|nr|num|section|chapter|kapitel|abschnitt|punkt|article|artikel|paragraph|absatz|ip)[. ]?|§ ?|(?:tel|phone|fon)\D{0,6})$/i;
const signs = new RegExp(`(?:${currencySigns})`, 'u');

/** Separators of numbers: `1,234.5` or `1.234,5`. */
export function numberRule(
  { locale, severity }: LocaleFormats,
  own: NonNullable<LocaleFormats['number']>,
): BlockRule {
  const other = own.decimal === '.' ? '3,5' : '3.5';
  return {
    kind: 'block',
    id: 'format.number',
    severity,
    scope: { locales: [locale], kinds: proseKinds },
    explanation:
      'Numbers have the separators of their language, so that 1.500 is not read as one and a half.',
    examples: {
      fail: [`It takes ${other} hours.`],
      pass: [`It takes 3${own.decimal}5 hours.`, 'Version 2.5 of 2026.'],
    },
    find: (block) =>
      !parted.test(block.text)
        ? []
        : [...matchesIn(block, number)].flatMap(({ start, end, 0: said }): Hit | readonly Hit[] => {
            if (!/\D/.test(said) || isNoAmount(block.text, start, end, said)) return [];
            const read = readNumber(said, own);
            // 01 234 begins a phone number, not a number.
            const isNumber = read !== null && !/^0\d/.test(read.whole);
            const instead = isNumber ? writeNumber(read, own) : said;
            if (isSameWriting(said, instead)) return [];
            return {
              start,
              end,
              message: `Write the number as “${instead}”, not “${said}”.`,
              words: { key: 'format.number', values: { said, instead } },
              replacements: [instead],
            };
          }),
  };
}

function isNoAmount(text: string, start: number, end: number, said: string): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 6);
  // 10.30 Uhr is a time, 3.12. is a day, and a price has a rule of its own.
  const isDay = /^\d{1,2}\.\d{1,2}$/.test(said) && /^\./.test(after) && !/^\.\s*(?:$|\p{Lu})/u.test(after);
  const isTime = /^\d{1,2}[.]\d\d$/.test(said) && /^\s*(?:Uhr|h\b|[ap]\.?m)/i.test(after);
  return (
    isDay || isTime || named.test(before) || signs.test(before.slice(-4)) || signs.test(after.slice(0, 5))
  );
}
