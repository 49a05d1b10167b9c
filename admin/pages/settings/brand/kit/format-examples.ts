import type { LocaleFormats } from '../../../../../src/brand/schema';

/** One kind of format, written as it should be. */
export interface FormatExample {
  readonly kind: 'number' | 'date' | 'time' | 'price' | 'phone';
  readonly text: string;
}

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

/** The third of March 2026, five past six in the evening. */
const moment = new Date(Date.UTC(2026, 2, 3, 18, 5));

/** What is right by these formats, an example of each that is looked at. */
export function examplesOf(formats: LocaleFormats): FormatExample[] {
  const { number, date, time, price, phone, locale } = formats;
  const all: (FormatExample | null)[] = [
    number && { kind: 'number', text: numberText('1234567', '5', number) },
    date === null ? null : { kind: 'date', text: dateText(date, locale) },
    time && { kind: 'time', text: time === '24h' ? '18:05' : '6:05 pm' },
    price && { kind: 'price', text: priceText(price, number, locale) },
    phone && { kind: 'phone', text: phoneText(phone) },
  ];
  return all.filter((one) => one !== null && one.text !== '') as FormatExample[];
}

function numberText(
  whole: string,
  part: string,
  { decimal, group }: NonNullable<LocaleFormats['number']>,
): string {
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return part === '' ? grouped : `${grouped}${decimal}${part}`;
}

function dateText(pattern: string, locale: string): string {
  const month = (style: 'short' | 'long') =>
    new Intl.DateTimeFormat(known(locale), { month: style, timeZone: 'UTC' }).format(moment);
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
        return month('short');
      case 'MMMM':
        return month('long');
      case 'yy':
        return '26';
      default:
        return '2026';
    }
  });
}

function priceText(
  { currency, sign, space, cents }: NonNullable<LocaleFormats['price']>,
  number: LocaleFormats['number'],
  locale: string,
): string {
  const separators = number ?? { decimal: '.' as const, group: ',' as const };
  const symbol = symbolOf(currency, locale);
  const amounts = [
    numberText('4', '50', separators),
    numberText('12', cents === 'always' ? '00' : '', separators),
  ];
  const gap = space ? '\u00a0' : '';
  return amounts
    .map((amount) => (sign === 'before' ? `${symbol}${gap}${amount}` : `${amount}${gap}${symbol}`))
    .join(' · ');
}

function symbolOf(currency: string, locale: string): string {
  try {
    const parts = new Intl.NumberFormat(known(locale), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(1);
    return parts.find(({ type }) => type === 'currency')?.value ?? currency;
  } catch {
    // A currency that is still being typed.
    return currency;
  }
}

function phoneText({ style, country }: NonNullable<LocaleFormats['phone']>): string {
  if (style === 'national') return country.toUpperCase() === 'US' ? '(212) 555-0100' : '01 234 5678';
  const code = callingCodes[country.toUpperCase()];
  return code ? `+${code} 1 234 5678` : '';
}

const known = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
};
