type Names = readonly (readonly [long: string, short: string])[];

const named = new Map<string, Names>();

/** Months of a language, January first: the whole name and the short one without its point, as they stand in a date. */
export function monthNames(locale: string): Names {
  const kept = named.get(locale);
  if (kept) return kept;
  const long = namesIn(locale, 'long');
  const short = namesIn(locale, 'short');
  const made = long.map((name, month) => [name, short[month] ?? name] as const);
  if (named.size < 200) named.set(locale, made);
  return made;
}

function namesIn(locale: string, month: 'long' | 'short'): readonly string[] {
  const format = formatOf(locale, { day: 'numeric', month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2026, index, 3));
    return (parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
  });
}

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale.replaceAll('_', '-'), options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
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
