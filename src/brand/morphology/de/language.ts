import type { Language, Paradigm, Part, Use } from '../paradigm';
import { adjectiveEndings, adjectiveForms, stemOf } from './adjectives';
import { isKnownNoun, nounForms } from './nouns';
import { verbForms } from './verbs';
import { adjectives, functionWords, homographs, strongVerbs, weakVerbs } from './words';

const adjectiveEnding =
  /.{2}(?:ig|lich|isch|bar|sam|haft|los|voll|reich|frei|arm|wert|fach|mäßig|gerecht|fähig|bewusst|end|iv|ell|ial|onal|är|ös|abel|ibel|ant|ent|gemacht|backen|gestellt)$/;

/** Capitals tell nouns; of the rest what ends in -en is a verb, and an adjective is known or has an ending of adjectives. */
function partsOf(word: string): readonly Part[] {
  if (!/^\p{L}[\p{L}-]+$/u.test(word) || functionWords.has(word)) return [];
  if (/^\p{Lu}/u.test(word)) return isKnownNoun(word) ? ['noun'] : [];
  if (adjectives.has(word)) return ['adjective'];
  if (/.{2}(?:en|eln|ern)$/.test(word) && !/(?:backen|kommen)$/.test(word.slice(5))) return ['verb'];
  if (adjectiveEnding.test(word) || /^(?:ge|ver|be|ent|er|zer|aus|ab|an)\p{L}{3,}t$/u.test(word)) return ['adjective'];
  return [];
} // prettier-ignore

const isVerb = (form: string): boolean =>
  weakVerbs.has(form.toLowerCase()) || strongVerbs.has(form.toLowerCase());

function inflect(word: string, part: Part, use: Use): Paradigm {
  // `Suche` is not looked for as `suchen`: at the beginning of a sentence, and without capitals, it is the verb.
  if (part === 'noun')
    return nounForms(word).filter(([, form]) => use === 'say' || form === word || !isVerb(form));
  const forms = part === 'verb' ? verbForms(word) : adjectiveForms(word);
  return forms.filter(([, form]) => use === 'say' || form === word || !homographs.has(form));
}

/** An adjective and its noun change together, a noun with what follows it alone; a verb stands last. */
function headsOf(words: readonly string[], part: Part): readonly number[] | null {
  if (words.length === 1) return [0];
  const last = words.length - 1;
  if (part === 'verb') return partsOf(words[last] ?? '').includes('verb') ? [last] : null;
  if (part === 'adjective') return null;
  return isKnownNoun(words[last] ?? '') && words.slice(0, last).every((word) => /^\p{Lu}/u.test(word)) ? [last] : null;
} // prettier-ignore

/** An adjective before a noun takes every ending in every case: which one, its article decides. */
function inflectPhrase(words: readonly string[], part: Part): Paradigm | null {
  const [first = '', second = ''] = words;
  if (part !== 'noun' || words.length !== 2 || !/^\p{Ll}/u.test(first) || !isKnownNoun(second)) return null;
  const base = /^(\p{Ll}+?)(?:e[nmrs]?)$/u.exec(first)?.[1] ?? '';
  const adjective = [base, `${base}e`].find((word) => partsOf(word).includes('adjective'));
  if (adjective === undefined) return null;
  const before = adjectiveEndings.map((ending) => stemOf(adjective) + ending);
  return nounForms(second).flatMap(([slot, form]) =>
    before.map((word) => [slot, `${word} ${form}`] as const),
  );
}

export const german: Language = { partsOf, inflect, headsOf, inflectPhrase };
