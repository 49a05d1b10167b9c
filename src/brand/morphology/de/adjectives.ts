import type { Paradigm } from '../paradigm';
import { irregularComparison } from './words';

export const adjectiveEndings = ['e', 'en', 'em', 'er', 'es'] as const;

const withEndings = (slot: string, stem: string): Paradigm =>
  adjectiveEndings.map((ending) => [`${slot}-${ending}`, stem + ending] as const);

/** Positive, comparative and superlative, each with every ending. */
export function adjectiveForms(word: string): Paradigm {
  const stem = stemOf(word);
  const [comparative = `${stem}er`, superlative = superlativeOf(word)] = irregularComparison.get(word) ?? [];
  const positive: Paradigm = [['positive', word], ...withEndings('positive', stem)];
  if (isAbsolute.test(word)) return positive;
  return [
    ...positive,
    ['comparative', comparative],
    ...withEndings('comparative', comparative),
    ...withEndings('superlative', superlative),
  ];
}

/** `dunkel` becomes `dunkle`, `teuer` `teure`, `hoch` `hohe`. */
export function stemOf(word: string): string {
  if (word === 'hoch') return 'hoh';
  if (/el$/.test(word) && !/eel$/.test(word)) return `${word.slice(0, -2)}l`;
  if (/(?:eu|au)er$/.test(word)) return `${word.slice(0, -2)}r`;
  if (/(?:[aeiou]b|eg)er$/.test(word) && /^(?:makaber|integer)$/.test(word)) return `${word.slice(0, -2)}r`;
  return word.replace(/e$/, '');
}

/** There is no more or less of these. */
const isAbsolute = /(?:los|frei|weit|weise|fach|täglich|wöchentlich|monatlich|jährlich)$/;

function superlativeOf(word: string): string {
  const base = word.replace(/e$/, '');
  if (/(?:isch|end|ert|elt|igt|tet|ndt)$/.test(word)) return `${base}st`;
  if (/(?:[tdsßzx]|sch|au|eu|ei|[aou]h)$/.test(base)) return `${base}est`;
  return `${base}st`;
}
