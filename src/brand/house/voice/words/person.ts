import type { Language } from '../../languages';

const words = (list: string, flags = 'giu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${list})(?![\\p{L}\\p{N}-])`, flags);

/** One person who speaks. `I` needs a verb behind it: it is also a Roman number. */
export const singular: Readonly<Record<Language, RegExp>> = {
  en: words(`I(?=['’](?:m|ve|d|ll)| \\p{Ll})|(?:[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)`, 'gu'),
  de: words('ich|mir|mich|mein(?:e[mnrs]?)?'),
  fr: words(`je|moi|mon|ma|mes|j(?=['’])`),
  es: words('yo|mí|conmigo|mis?'),
};

/** Several who speak. */
export const plural: Readonly<Record<Language, RegExp>> = {
  en: words(`[Ww]e(?=['’]|(?![\\p{L}-]))|(?:us|Us|[Oo]urs?|[Oo]urselves)`, 'gu'),
  de: words('wir|uns|unser(?:e[mnrs]?)?'),
  fr: words('nous|notre|nos'),
  es: words('nosotr[oa]s|nuestr[oa]s?'),
};

/** How a reader is spoken to: only forms that mean nothing else. */
export const informal: Readonly<Partial<Record<Language, RegExp>>> = {
  de: words('du|dich|dir|dein(?:e[mnrs]?)?'),
  fr: words(`tu|toi|tes|t(?=['’])`),
  es: words('tú|ti|contigo|tus?|te'),
};

/** `Sie` at the beginning of a sentence may be she or they: it does not count there. */
export const formal: Readonly<Partial<Record<Language, RegExp>>> = {
  de: words('(?<=[\\p{L}\\p{N},;)“”"’] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)', 'gu'),
  fr: words('vous|votre|vos'),
  es: words('usted(?:es)?'),
};
