import type { Language } from '../../languages';

/** Forms of a person, folded and in small letters; whole words. */
export type Forms = Readonly<Partial<Record<Language, readonly string[]>>>;

const words = (list: string): readonly string[] => list.split(' ');

/** One person who speaks. */
export const singular: Forms = {
  en: words('i me my mine myself'),
  de: words('ich mir mich mein meine meinem meinen meiner meines'),
  fr: words("je j' moi mon ma mes"),
  es: words('yo mí conmigo mi mis'),
};

/** Several who speak. */
export const plural: Forms = {
  en: words('we us our ours ourselves'),
  de: words('wir uns unser unsere unserem unseren unserer unseres'),
  fr: words('nous notre nos'),
  es: words('nosotros nosotras nuestro nuestra nuestros nuestras'),
};

/** How a reader is spoken to: only forms that mean nothing else. */
export const informal: Forms = {
  de: words('du dich dir dein deine deinem deinen deiner deines'),
  fr: words("tu t' toi tes"),
  es: words('tú ti contigo tu tus te'),
};

export const formal: Forms = {
  de: words('sie ihnen ihr ihre ihrem ihren ihrer ihres'),
  fr: words('vous votre vos'),
  es: words('usted ustedes'),
};

/**
 * Whether a form means what it seems to: `I` needs a verb behind it, because it is also a Roman number; `US` is a country;
 * German `Sie` counts with its capital inside a sentence, because at the beginning it may be she or they.
 */
export function isPerson(
  form: string,
  said: string,
  before: string,
  after: string,
  isFormal: boolean,
): boolean {
  if (form === 'i') return said === 'I' && /^(?:'(?:m|ve|d|ll)\b| \p{Ll})/u.test(after);
  if (form === 'us') return said !== 'US';
  if (isFormal && /^(?:sie|ih)/.test(form))
    return /^\p{Lu}\p{Ll}/u.test(said) && /[\p{L}\p{N},;)"'] $/u.test(before);
  return true;
}
