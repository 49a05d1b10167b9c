import type { BlockRule, Hit } from '../../engine/rule';
import type { LocaleFormats } from '../../schema';
import { matchesIn, proseKinds } from '../finding';

const twelve = /(?<![\p{L}\d.:,])(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))?[ \u00a0]?([ap])(?:m\b|\.m\.)/giu;
const twentyFour =
  /(?<![\p{L}\d.:,/-])(1[3-9]|2[0-3]|0\d)([:h])([0-5]\d)(?::[0-5]\d)?(?![\d:]|[.,]\d)(?:[ \u00a0]Uhr|[ \u00a0]?h\b)?/gu;

const timed = /\d(?:[:.h]\d\d|[ \u00a0]?[ap]\.?m)/i;

/** `18:00` or `6 pm`, everywhere the same. Whole times of the other kind are reported; `6:30` alone may be either. */
export function timeRule({ locale, severity }: LocaleFormats, own: '24h' | '12h'): BlockRule {
  const is24 = own === '24h';
  return {
    kind: 'block',
    id: 'format.time',
    severity,
    scope: { locales: [locale], kinds: proseKinds },
    explanation: is24 ? 'Times are written as 18:00.' : 'Times are written as 6 pm.',
    examples: is24
      ? { fail: ['We open at 6 pm.', 'We open at 6:30 p.m. today'], pass: ['We open at 18:00.'] }
      : { fail: ['We open at 18:00.'], pass: ['We open at 6 pm, and at 6:30 a.m.'] },
    find: (block) =>
      !timed.test(block.text)
        ? []
        : [...matchesIn(block, is24 ? twelve : twentyFour)].map((match): Hit => {
            const { start, end, 0: said } = match;
            const instead = is24 ? in24(match) : in12(match);
            return {
              start,
              end,
              message: `Write the time as “${instead}”, not “${said}”.`,
              words: { key: 'format.time', values: { said, instead } },
              replacements: [instead],
            };
          }),
  };
}

function in24([, hours = '', minutes = '00', half = '']: RegExpExecArray): string {
  const hour = (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function in12([, hours = '', , minutes = '00']: RegExpExecArray): string {
  const hour = Number(hours) % 24;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '00' ? '' : `:${minutes}`} ${hour < 12 ? 'am' : 'pm'}`;
}
