import type { Language } from '../../languages';
import type { Counts } from './measures';

/**
 * How many years of school a text asks for.
 *
 * - English: Flesch-Kincaid grade (Kincaid, Fishburne, Rogers, Chissom: *Derivation of New Readability Formulas for Navy
 *   Enlisted Personnel*, 1975): 0.39 words per sentence + 11.8 syllables per word − 15.59.
 * - German: first *Wiener Sachtextformel* (Bamberger, Vanecek: *Lesen – Verstehen – Lernen – Schreiben*, 1984), which
 *   gives a school grade: 0.1935 MS + 0.1672 SL + 0.1297 IW − 0.0327 ES − 0.875 with MS, IW, ES the percentages of words
 *   with three syllables and more, with more than six letters, with one syllable, and SL the words per sentence.
 * - French: reading ease after Kandel and Moles (*Application de l’indice de Flesch à la langue française*, 1958):
 *   207 − 1.015 words per sentence − 73.6 syllables per word, then mapped to a grade.
 * - Spanish: reading ease after Fernández Huerta (*Medidas sencillas de lecturabilidad*, 1959) with words per sentence:
 *   206.84 − 60 syllables per word − 1.02 words per sentence, then mapped to a grade.
 *
 * Ease is mapped to a grade by Flesch's own table (*The Art of Readable Writing*, 1949), between its steps in a line.
 */
export function gradeOf(counts: Counts, sentences: number, language: Language): number {
  const perSentence = counts.words / sentences;
  const perWord = counts.syllables / counts.words;
  const share = (part: number): number => (part / counts.words) * 100;
  switch (language) {
    case 'en':
      return 0.39 * perSentence + 11.8 * perWord - 15.59;
    case 'de':
      return (
        0.1935 * share(counts.polysyllables) +
        0.1672 * perSentence +
        0.1297 * share(counts.longWords) -
        0.0327 * share(counts.monosyllables) -
        0.875
      );
    case 'fr':
      return gradeOfEase(207 - 1.015 * perSentence - 73.6 * perWord);
    case 'es':
      return gradeOfEase(206.84 - 60 * perWord - 1.02 * perSentence);
  }
}

/** Middle of each of Flesch's steps, and the grade that he gives for it. */
const steps: readonly (readonly [ease: number, grade: number])[] = [
  [100, 4],
  [95, 5],
  [85, 6],
  [75, 7],
  [65, 8.5],
  [55, 11],
  [40, 14],
  [15, 17],
  [0, 18],
];

export function gradeOfEase(ease: number): number {
  const above = steps.findLast(([step]) => step >= ease) ?? steps[0];
  const below = steps.find(([step]) => step <= ease) ?? steps.at(-1);
  if (!above || !below || above[0] === below[0]) return (below ?? [0, 18])[1];
  const part = (above[0] - ease) / (above[0] - below[0]);
  return above[1] + part * (below[1] - above[1]);
}
