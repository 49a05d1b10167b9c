import type { BrandKit } from '../../../../../src/brand/schema';

/** The parts that a kit is shown in, in groups. */
export const groups = [
  { id: 'brand', sections: ['about'] },
  { id: 'words', sections: ['names', 'terms', 'patterns', 'spelling', 'inclusive'] },
  { id: 'saying', sections: ['voice', 'claims', 'facts'] },
  { id: 'form', sections: ['formats', 'links', 'social', 'elements'] },
  { id: 'look', sections: ['palette', 'logos', 'rich-text', 'pictures'] },
] as const;

export type SectionId = (typeof groups)[number]['sections'][number];

/** Where each section's values stand in a brand: its problems have paths that begin so. */
export const roots: Readonly<Record<SectionId, readonly string[]>> = {
  about: ['key', 'name', 'uids', 'locales'],
  names: ['kit.names'],
  terms: ['kit.terms'],
  patterns: ['kit.patterns'],
  spelling: ['kit.spelling'],
  inclusive: ['kit.inclusive'],
  voice: ['kit.voice', 'kit.longestSentence', 'kit.headings'],
  claims: ['kit.forbiddenClaims', 'kit.claims'],
  facts: ['kit.facts', 'kit.nearDuplicate'],
  formats: ['kit.formats'],
  links: ['kit.links'],
  social: ['kit.social'],
  elements: ['kit.elements'],
  palette: ['kit.palette'],
  logos: ['kit.logos'],
  'rich-text': ['kit.richText'],
  pictures: ['kit.pictures', 'kit.altTextRequired'],
};

const all: readonly SectionId[] = groups.flatMap(({ sections }) => sections);
export const sectionOf = (text: string | null): SectionId => all.find((id) => id === text) ?? 'names';

/** The section that shows a part of a brand: `forbiddenClaims` → `claims`. */
export const sectionWith = (part: string): SectionId =>
  all.find((id) => roots[id].some((root) => root === part || root === `kit.${part}`)) ?? 'about';

const on = (...parts: readonly (object | null)[]): number => parts.filter((part) => part !== null).length;

/** How much a section says: entries of its lists, or rules that are switched on. Null where that says nothing. */
export function countOf(section: SectionId, kit: BrandKit): number | null {
  switch (section) {
    case 'about':
      return null;
    case 'names':
    case 'terms':
    case 'patterns':
    case 'formats':
    case 'social':
    case 'elements':
    case 'palette':
    case 'logos':
      return kit[section].length;
    case 'claims':
      return kit.forbiddenClaims.length + kit.claims.length;
    case 'spelling':
    case 'inclusive':
    case 'links':
      return on(kit[section]);
    case 'rich-text':
      return on(kit.richText);
    case 'facts':
      return on(kit.facts, kit.nearDuplicate);
    case 'voice':
      return on(...Object.values(kit.voice), kit.longestSentence, kit.headings);
    case 'pictures':
      return on(...Object.values(kit.pictures), kit.altTextRequired);
  }
}
