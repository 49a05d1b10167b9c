import { sentencesOf } from './sentences';
import { syllablesOf } from './syllables';

/** What readability scores and formulas count in a text. */
export interface TextCounts {
  readonly words: number;
  readonly sentences: number;
  readonly paragraphs: number;
  readonly characters: number;
  readonly syllables: number;
  readonly complexWords: number;
  readonly longWords: number;
  readonly polysyllabicWords: number;
}

/** Counts a text whose paragraphs are parted by empty lines. */
export function countsOf(text: string): TextCounts {
  const all = { words: 0, sentences: 0, paragraphs: 0, characters: 0, syllables: 0, complexWords: 0, longWords: 0, polysyllabicWords: 0 }; // prettier-ignore
  for (const paragraph of text.split('\n\n')) {
    all.paragraphs += 1;
    for (const sentence of sentencesOf(paragraph)) {
      all.sentences += 1;
      for (const word of sentence.match(/(?:[A-Z]\.){2,}|[\p{N}\p{L}']+/gu) ?? []) {
        const syllables = syllablesOf(word);
        all.words += 1;
        all.characters += word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        all.syllables += syllables;
        if (word.length > 6) all.longWords += 1;
        if (syllables > 2) all.polysyllabicWords += 1;
        if (syllables - (/(?:es|ed|ing)$/.test(word) ? 1 : 0) > 2) all.complexWords += 1;
      }
    }
  }
  return all;
}

/** School grades by the named metrics. */
export const grades: Readonly<Record<string, (counts: TextCounts) => number>> = {
  'Flesch-Kincaid': ({ words, sentences, syllables }) =>
    (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59,
  'Gunning Fog': ({ words, sentences, complexWords }) =>
    0.4 * (words / sentences + (100 * complexWords) / words),
  SMOG: ({ sentences, polysyllabicWords }) =>
    1.043 * Math.sqrt((polysyllabicWords * 30) / sentences) + 3.1291,
  'Automated Readability': ({ words, sentences, characters }) =>
    4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43,
  'Coleman-Liau': ({ words, sentences, characters }) =>
    0.0588 * (characters / words) * 100 - 0.296 * (sentences / words) * 100 - 15.8,
};
