import type { BrandKit, BrandTerm } from '../schema';
import { pairsOf } from './forms';
import { languageOf } from './languages';

/** No term has more forms than a person would look through. */
const most = 400;

/**
 * The kit as it is saved: each term with `inflect` gets its forms written out in the languages that it is for, so that a
 * person sees them and a check only compares; other terms lose what was written out before. A term for every language is
 * read as one of `defaultLocale`. Forms that are terms of their own, or that a person named, keep what was said there.
 */
export function expandKit(kit: BrandKit, defaultLocale = 'en'): BrandKit {
  const said = new Set(kit.terms.map(({ avoid }) => avoid.toLowerCase()));
  return { ...kit, terms: kit.terms.map((term) => ({ ...term, expanded: expandedOf(term, said, defaultLocale) })) };
} // prettier-ignore

function expandedOf(term: BrandTerm, said: ReadonlySet<string>, defaultLocale: string): BrandTerm['expanded'] {
  if (!term.inflect) return [];
  const named = new Set(term.forms.map((form) => form.toLowerCase()));
  const locales = term.locales.length > 0 ? term.locales : [defaultLocale];
  const known = new Map<string, string | null>();
  for (const locale of onePerLanguage(locales)) {
    for (const { form, prefer } of pairsOf(term.avoid, term.prefer, locale)) {
      const key = form.toLowerCase();
      if (said.has(key) || named.has(key) || form.length > 200) continue;
      // Two languages that say two things leave the choice to a person.
      known.set(form, known.has(form) && known.get(form) !== prefer ? null : prefer);
    }
  }
  return [...known].slice(0, most).map(([form, prefer]) => ({ form, prefer: fitting(prefer) }));
} // prettier-ignore

const fitting = (prefer: string | null): string | null =>
  prefer !== null && prefer.length > 200 ? null : prefer;

/** `de` and `de-AT` have the same forms. */
function onePerLanguage(locales: readonly string[]): readonly string[] {
  const kept = new Map(locales.map((locale) => [languageOf(locale), locale] as const));
  kept.delete(null);
  return [...kept.values()];
}
