import type { BlockRule, Hit } from '../../engine/rule';
import type { LocaleFormats } from '../../schema';
import { matchesIn, proseKinds } from '../finding';
import { anyOf, signsOf } from './currencies';
import { numberSource, readNumber, separatorsOf, writeNumber, type Separators } from './written-number';

type Price = NonNullable<LocaleFormats['price']>;

const space = '\u00a0';

/** The kit's currency: its sign before or behind the amount, the space between them, and whether cents are always there. */
export function priceRule({ locale, severity, number }: LocaleFormats, price: Price): BlockRule {
  const signs = signsOf(price.currency);
  const sign = signs[0] ?? price.currency;
  const own: Separators = number ?? separatorsOf(locale);
  const any = anyOf(signs);
  const amount = `(${numberSource})([.,](?:[-–—]{1,2}))?`;
  // A sign on both sides may belong to the next amount.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${any})([ \\u00a0\\u202f]?)${amount}(?![\\d.,]*\\d)(?!${any})|(?<![\\p{L}\\p{N}.,])${amount}([ \\u00a0\\u202f]?)(${any})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const written = (value: string): string => {
    const gap = price.space ? space : '';
    return price.sign === 'before' ? `${sign}${gap}${value}` : `${value}${gap}${sign}`;
  };
  const right = written(price.cents === 'always' ? `4${own.decimal}00` : '4');
  const wrong =
    price.sign === 'before'
      ? `4${own.decimal}50${price.space ? '' : ' '}${sign}`
      : `${sign}4${own.decimal}50`;
  return {
    kind: 'block',
    id: 'format.price',
    severity,
    scope: { locales: [locale], kinds: proseKinds },
    needs: signs.map((one) => one.toLowerCase()),
    explanation: 'Prices are written in one way, in every text.',
    examples: { fail: [`A loaf costs ${wrong}.`], pass: [`A loaf costs ${right}.`] },
    find: (block) =>
      [...matchesIn(block, pattern)].flatMap((match): Hit | readonly Hit[] => {
        const { start, end, 0: said } = match;
        const number = match[3] ?? match[5] ?? '';
        const read = readNumber(number, own);
        if (!read || read.decimals.length > 2) return [];
        const cents = read.decimals.padEnd(2, '0');
        const decimals = price.cents === 'always' || /[1-9]/.test(cents) ? cents : '';
        const instead = written(writeNumber({ ...read, decimals }, own));
        if (isSame(said, instead)) return [];
        return {
          start,
          end,
          message: `Write the price as “${instead}”, not “${said}”.`,
          words: { key: 'format.price', values: { said, instead } },
          replacements: [instead],
        };
      }),
  };
}

const isSame = (a: string, b: string): boolean => a.replace(/\s/g, ' ') === b.replace(/\s/g, ' ');
