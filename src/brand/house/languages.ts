/** The languages whose grammar and formulas the house knows. */
export type Language = 'en' | 'de' | 'fr' | 'es';

const known: ReadonlySet<string> = new Set<Language>(['en', 'de', 'fr', 'es']);

/** `de` for `de-AT` and `de_CH`; null for a language that the house does not know. */
export function languageOf(locale: string | null): Language | null {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  return known.has(language) ? (language as Language) : null;
}
