import type { Language } from '../../languages';

/** How many syllables a word has, by its vowels; right for nine of ten words, which is what the formulas were made with. */
export function syllablesIn(word: string, language: Language): number {
  const known = counted[language].get(word);
  if (known !== undefined) return known;
  const made = Math.max(1, counters[language](word.toLowerCase().normalize('NFC')));
  if (counted[language].size >= mostWords) counted[language].clear();
  if (word.length < 60) counted[language].set(word, made);
  return made;
}

/** The same words come again and again. */
const mostWords = 20_000;
const counted: Readonly<Record<Language, Map<string, number>>> = {
  en: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
};

const count = (word: string, pattern: RegExp): number => word.match(pattern)?.length ?? 0;

const counters: Readonly<Record<Language, (word: string) => number>> = {
  en: (word) => {
    const bare = word
      .replace(/(?:[^laeiouy]es|[^aeioudt]ed|[^laeiouy]e|[rl]e)$/, (end) =>
        /^[rl]e$/.test(end) && /[^aeiouy][rl]e$/.test(word) && end[0] === 'l' ? end : (end[0] ?? ''),
      )
      .replace(/^y/, '');
    return count(bare, /[aeiouyà-öø-ÿ]{1,2}/g);
  },
  de: (word) => count(word, /ei|ai|ey|ay|au|äu|eu|ie|aa|ee|oo|[aeiouyäöüéèà]/g),
  fr: (word) => {
    const bare = word.replace(/(?<=[^aeiouyéèêàâîôûù]|[gq]u)(?:e|es|ent)$/, '');
    return count(bare, /(?:eau|oeu|œu|[aeiouyéèêëàâîïôûùüœæ]{1,2})/g);
  },
  es: (word) => {
    const bare = word.replace(/([gq])u(?=[eiéí])/g, '$1');
    let syllables = 0;
    for (const [vowels] of bare.matchAll(/[aeiouáéíóúü]+/g))
      syllables += Math.max(1, count(vowels, /[aeoáéóíú]/g));
    return syllables;
  },
};
