/** How a currency is written, its own sign first. Signs that several share belong to the kit's currency. */
const signs: Readonly<Record<string, readonly string[]>> = {
  EUR: ['€', 'EUR', 'Euro', 'euros'],
  USD: ['$', 'US$', 'USD'],
  GBP: ['£', 'GBP'],
  CHF: ['CHF', 'Fr.', 'SFr.'],
  JPY: ['¥', 'JPY'],
  PLN: ['zł', 'PLN'],
  CZK: ['Kč', 'CZK'],
  DKK: ['kr.', 'kr', 'DKK'],
  SEK: ['kr', 'SEK'],
  NOK: ['kr', 'NOK'],
  HUF: ['Ft', 'HUF'],
  CAD: ['$', 'CA$', 'CAD'],
  AUD: ['$', 'A$', 'AUD'],
  MXN: ['$', 'MXN'],
  BRL: ['R$', 'BRL'],
  INR: ['₹', 'INR'],
};

/** Signs and codes of a currency; one that we do not know is written by its code. */
export const signsOf = (currency: string): readonly string[] => {
  const code = currency.toUpperCase();
  return signs[code] ?? [code];
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A pattern for any of these signs, the longest first. */
export const anyOf = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** All signs of all currencies. */
export const currencySigns = anyOf([...new Set(Object.values(signs).flat())]);
