import { signsOf } from '../../../../../src/brand/house/formats/currencies';
import { monthNames } from '../../../../../src/brand/house/formats/months';
import { separatorsOf } from '../../../../../src/brand/house/formats/written-number';
import type { LocaleFormats } from '../../../../../src/brand/schema';

/** One kind of format, written as it should be. */
export interface FormatExample {
  readonly kind: 'number' | 'date' | 'time' | 'price' | 'phone';
  readonly text: string;
}

/** Countries in which nothing stands before a number that is dialled inside them. */
const plain = new Set(['CZ', 'DK', 'ES', 'IT', 'LU', 'NO', 'PL', 'PT', 'US']);

const callingCodes: Readonly<Record<string, string>> = {
  AT: '43',
  BE: '32',
  CH: '41',
  CZ: '420',
  DE: '49',
  DK: '45',
  ES: '34',
  FI: '358',
  FR: '33',
  GB: '44',
  IE: '353',
  IT: '39',
  LU: '352',
  NL: '31',
  NO: '47',
  PL: '48',
  PT: '351',
  SE: '46',
  US: '1',
};

/** What is right by these formats, an example of each that is looked at. */
export function examplesOf(formats: LocaleFormats): FormatExample[] {
  const { number, date, time, price, phone, locale } = formats;
  const all: (FormatExample | null)[] = [
    number && { kind: 'number', text: numberText('1234567', '5', number) },
    date === null ? null : { kind: 'date', text: dateText(date, locale) },
    time && { kind: 'time', text: time === '24h' ? '18:05' : '6:05 pm' },
    price && { kind: 'price', text: priceText(price, number ?? separatorsOf(locale)) },
    phone && { kind: 'phone', text: phoneText(phone) },
  ];
  return all.filter((one) => one !== null && one.text !== '') as FormatExample[];
}

function numberText(
  whole: string,
  part: string,
  { decimal, group }: { readonly decimal: string; readonly group: string },
): string {
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return part === '' ? grouped : `${grouped}${decimal}${part}`;
}

/** The third of March 2026. */
function dateText(pattern: string, locale: string): string {
  const [long, short] = monthNames(locale)[2] ?? ['March', 'Mar'];
  return pattern.replace(/d{1,2}|M{1,4}|y{4}|y{2}/g, (part) => {
    switch (part) {
      case 'd':
        return '3';
      case 'dd':
        return '03';
      case 'M':
        return '3';
      case 'MM':
        return '03';
      case 'MMM':
        return short;
      case 'MMMM':
        return long;
      case 'yy':
        return '26';
      default:
        return '2026';
    }
  });
}

function priceText(
  { currency, sign, space, cents }: NonNullable<LocaleFormats['price']>,
  separators: { readonly decimal: string; readonly group: string },
): string {
  const symbol = signsOf(currency)[0] ?? currency;
  const amounts = [
    numberText('4', '50', separators),
    numberText('12', cents === 'always' ? '00' : '', separators),
  ];
  const gap = space ? '\u00a0' : '';
  return amounts
    .map((amount) => (sign === 'before' ? `${symbol}${gap}${amount}` : `${amount}${gap}${symbol}`))
    .join(' · ');
}

function phoneText({ style, country }: NonNullable<LocaleFormats['phone']>): string {
  const code = callingCodes[country.toUpperCase()];
  if (!code) return '';
  if (style === 'international') return `+${code} 1 234 5678`;
  return plain.has(country.toUpperCase()) ? '12 345 678' : '01 234 5678';
}
