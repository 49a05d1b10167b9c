/** A day as people of the locale write it; a text that is no day stays as it is. `style`: full, long, medium or short. Days are those of the value, in no time zone. */
export function dayOf(text: string, style: string, locale: string | null): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(text.trim()) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (day === undefined || new Date(at).getUTCDate() !== Number(day)) return text;
  const dateStyle = styles.find((one) => one === style) ?? 'long';
  return withLocale(locale, (known) =>
    new Intl.DateTimeFormat(known, { dateStyle, timeZone: 'UTC' }).format(at),
  );
}

const styles = ['full', 'long', 'medium', 'short'] as const;

/** A number as people of the locale write it, as a price where a currency (ISO 4217) is given; a text that is no number stays as it is. */
export function amountOf(text: string, currency: string | null, locale: string | null): string {
  const plain = text.trim();
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(plain)) return text;
  const style = currency === null ? {} : ({ style: 'currency', currency } as const);
  return withLocale(locale, (known) => new Intl.NumberFormat(known, style).format(Number(plain)));
}

/** A locale that the runtime does not know must not stop a post. */
function withLocale(locale: string | null, format: (locale: string) => string): string {
  try {
    return format(locale ?? 'en');
  } catch {
    return format('en');
  }
}
