import type { BlockRule, Hit, Range } from '../../engine/rule';
import type { LocaleFormats } from '../../schema';
import { matchesIn, proseKinds } from '../finding';

/** Country calling code (ITU-T E.164) and the digit that stands before a number inside the country. */
const countries: Readonly<Record<string, readonly [code: string, trunk: string]>> = {
  AT: ['43', '0'], AU: ['61', '0'], BE: ['32', '0'], CA: ['1', ''], CH: ['41', '0'], CZ: ['420', ''], DE: ['49', '0'],
  DK: ['45', ''], ES: ['34', ''], FI: ['358', '0'], FR: ['33', '0'], GB: ['44', '0'], HU: ['36', ''], IE: ['353', '0'],
  IT: ['39', ''], LI: ['423', ''], LU: ['352', ''], MX: ['52', ''], NL: ['31', '0'], NO: ['47', ''], NZ: ['64', '0'],
  PL: ['48', ''], PT: ['351', ''], SE: ['46', '0'], SI: ['386', '0'], SK: ['421', '0'], US: ['1', ''],
}; // prettier-ignore

const gap = '[ \\u00a0\\u202f./-]';
const international = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?:\\+|00)[1-9]\\d{0,2}(?:${gap}?(?!00[1-9])(?:\\(\\d{1,5}\\)|\\d+)){1,7}(?![\\p{L}\\d])`,
  'gu',
);
const national = new RegExp(
  `(?<![\\p{L}\\d.,/+-])(?:\\(0[1-9]\\d{0,4}\\)|0[1-9]\\d{0,4})(?:${gap}{1,3}(?!00)\\d+){1,6}(?![\\p{L}\\d])`,
  'gu',
);

const phoned = /(?:\+|\b0|\(0)\d/;

/** `+43 1 234 5678`, or as numbers are written inside the country. */
export function phoneRule(
  { locale, severity }: LocaleFormats,
  phone: NonNullable<LocaleFormats['phone']>,
): BlockRule {
  const [code, trunk] = countries[phone.country.toUpperCase()] ?? ['', ''];
  const isOut = phone.style === 'international';
  const out = `+${code || '43'} 1 2345678`;
  const home = `${trunk}1 2345678`;
  const examples =
    code === ''
      ? { fail: [], pass: [] }
      : isOut
        ? {
            fail: [`Call ${out.replaceAll(' ', '-')}`, ...(trunk === '' ? [] : [`Call ${home}`])],
            pass: [`Call ${out}`],
          }
        : { fail: [`Call ${out}`], pass: [`Call ${home}`] };
  return {
    kind: 'block',
    id: 'format.phone',
    severity,
    scope: { locales: [locale], kinds: proseKinds },
    explanation: isOut
      ? 'Phone numbers begin with + and the country, with spaces between their parts: a phone can dial them from anywhere.'
      : 'Phone numbers are written as they are dialled inside the country.',
    examples,
    find: (block) => {
      if (code === '' || !phoned.test(block.text)) return [];
      const abroadOnes = [...matchesIn(block, international)];
      // Two numbers with nothing but a space between them cannot be told apart, so neither is changed.
      const isPart = ({ start, end }: Range): boolean =>
        abroadOnes.some((one) => one.start < end && one.end > start);
      const found = [
        ...abroadOnes.map((match) => ({
          match,
          instead: isOut ? spaced(match[0]) : atHome(match[0]),
        })),
        ...(isOut && trunk !== ''
          ? [...matchesIn(block, national)]
              .filter((match) => !isPart(match))
              .map((match) => ({ match, instead: abroad(match[0]) }))
          : []),
      ];
      return found.flatMap(({ match: { start, end, 0: said }, instead }): Hit | readonly Hit[] => {
        const digits = said.replace(/\D/g, '').length;
        if (instead === said.replace(/\s/g, ' ') || digits < 8 || digits > 16) return [];
        return {
          start,
          end,
          message: `Write the phone number as “${instead}”, not “${said}”.`,
          words: { key: 'format.phone', values: { said, instead } },
          replacements: [instead],
        };
      });
    },
  };

  function abroad(said: string): string {
    return `+${code} ${parts(said).replace(new RegExp(`^${trunk}`), '')}`;
  }

  function atHome(said: string): string {
    const written = spaced(said);
    return written.startsWith(`+${code} `)
      ? `${trunk}${written.slice(code.length + 2)}`
      : said.replace(/\s/g, ' ');
  }
}

/** `+43 (0) 1 / 23` is `+43 1 23`: the bracketed 0 is not dialled with the country. */
const spaced = (said: string): string => `+${parts(said.replace(/^(?:\+|00)/, '').replace(/\(0\)/, ' '))}`;

const parts = (said: string): string => said.replace(/\D+/g, ' ').trim();
