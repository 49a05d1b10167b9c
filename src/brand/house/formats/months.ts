/** Months of a language, January first: the whole name and the short one without its point, as they stand in a date. */
export function monthNames(locale: string): readonly (readonly [long: string, short: string])[] {
  return Array.from({ length: 12 }, (_, month) => {
    const name = (style: 'long' | 'short') => nameOf(locale, month, style).replace(/\.$/, '');
    return [name('long'), name('short')] as const;
  });
}

function nameOf(locale: string, month: number, style: 'long' | 'short'): string {
  const day = Date.UTC(2026, month, 3);
  const options = { day: 'numeric', month: style, timeZone: 'UTC' } as const;
  const parts = (tag: string) => new Intl.DateTimeFormat(tag, options).formatToParts(day);
  const found = (tag: string) => parts(tag).find(({ type }) => type === 'month')?.value ?? '';
  try {
    return found(locale.replaceAll('_', '-'));
  } catch {
    return found('en');
  }
}

const known = new Map<string, number>();

/** A pattern for the names of months in these languages; afterwards `monthOf` knows them. */
export function monthSource(locales: readonly string[]): string {
  const names = new Set<string>();
  for (const locale of locales)
    monthNames(locale).forEach((both, index) => {
      for (const name of both) {
        if (!/^\p{L}{3,}$/u.test(name)) continue;
        names.add(name.toLowerCase());
        known.set(name.toLowerCase(), index + 1);
      }
    });
  return [...names].sort((a, b) => b.length - a.length).join('|');
}

/** 1 to 12; 0 for a name of no month. */
export const monthOf = (name: string): number => known.get(name.toLowerCase()) ?? 0;
