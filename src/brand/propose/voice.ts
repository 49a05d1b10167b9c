import type { Proposal } from '../catalogue/schema';
import { blocksOf } from '../engine/blocks';
import type { Subject } from '../engine/rule';
import { languageOf, type Language } from '../house/languages';
import { gradeOf } from '../house/voice/measure/grade';
import { measuresOf, type Measures } from '../house/voice/measure/measures';
import { passivePatterns } from '../house/voice/words/passive';
import { formal, informal, isPerson, plural, singular, type Forms } from '../house/voice/words/person';
import { grouped } from './grouped';
import { proseOf, type ReadEntry } from './names';

/** Of fewer sentences nothing can be said. */
const leastSentences = 20;

/** How the entries are written, by the measures that the rules about voice judge with. Parts are null where there is too little text. */
export function voiceOf(entries: readonly ReadEntry[]): Proposal['voice'] {
  const read = entries.map((entry) => ({ entry, measures: measuresOf(subjectOf(entry)) }));
  const sentences = read.flatMap(({ measures }) => measures.sentences.map(({ sentence }) => sentence.words)).filter((words) => words > 0); // prettier-ignore
  const isEnough = sentences.length >= leastSentences;
  const total = sentences.reduce((sum, words) => sum + words, 0);
  const marks = read.map(({ entry }) => proseOf(entry).join('\n').match(/!/g)?.length ?? 0);
  return {
    meanSentence: isEnough ? round(total / sentences.length, 1) : null,
    longestSentence: isEnough ? Math.max(5, usualMost(sentences)) : null,
    readingGrade: isEnough ? gradeIn(read.map(({ measures }) => measures)) : null,
    passiveShare: isEnough ? passiveIn(read.map(({ measures }) => measures)) : null,
    exclamations: entries.length >= 3 ? usualMost(marks) : null,
    person: isEnough ? personIn(entries, sentences.length) : null,
    formality: formalityIn(entries),
  };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** What 95 of 100 do not exceed. */
const usualMost = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

const subjectOf = ({ content, locale }: ReadEntry): Subject => ({
  content,
  blocks: blocksOf(content, { uid: null, locale, channel: null }),
  uid: null,
  locale,
  channel: null,
  pictures: new Map(),
  today: null,
  earlier: [],
  links: new Map(),
  tags: null,
});

/** The grade in the language that most of the words are in: grades of two formulas cannot be added up. */
function gradeIn(list: readonly Measures[]): number | null {
  const byLanguage = [...grouped(list, ({ language }) => language)].filter((pair): pair is [Language, readonly Measures[]] => pair[0] !== null);
  const sum = (some: readonly Measures[], part: 'words' | 'syllables' | 'polysyllables' | 'monosyllables' | 'longWords') => some.reduce((all, one) => all + one[part], 0);
  const [main] = byLanguage.sort(([, a], [, b]) => sum(b, 'words') - sum(a, 'words'));
  if (!main) return null;
  const [language, some] = main;
  const counts = { words: sum(some, 'words'), syllables: sum(some, 'syllables'), polysyllables: sum(some, 'polysyllables'), monosyllables: sum(some, 'monosyllables'), longWords: sum(some, 'longWords') };
  const count = some.reduce((all, { sentences }) => all + sentences.length, 0);
  return count === 0 || counts.words === 0 ? null : round(Math.max(1, gradeOf(counts, count, language)), 1);
} // prettier-ignore

function passiveIn(list: readonly Measures[]): number | null {
  const judged = list.flatMap(({ language, sentences }) =>
    language === null
      ? []
      : sentences.map(({ block, sentence }) => passivePatterns[language].test(block.text.slice(sentence.start, sentence.end).slice(0, 2_000).replace(/\s+/g, ' '))),
  );
  return judged.length < leastSentences ? null : round(judged.filter(Boolean).length / judged.length, 2);
} // prettier-ignore

/** How often the forms of a person stand in the texts. */
function countForms(entries: readonly ReadEntry[], forms: Forms, isFormal = false): number {
  let count = 0;
  for (const entry of entries) {
    const language = languageOf(entry.locale);
    const list = language === null ? [] : (forms[language] ?? []);
    if (list.length === 0) continue;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...list].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`, 'giu'); // prettier-ignore
    for (const text of proseOf(entry))
      for (const { 0: said, index } of text.matchAll(pattern)) {
        const [before, after] = [text.slice(Math.max(0, index - 2), index), text.slice(index + said.length, index + said.length + 4)]; // prettier-ignore
        if (isPerson(said.toLowerCase(), said, before, after, isFormal)) count += 1;
      }
  }
  return count;
}

/** Nine of ten, and often enough to be a habit. */
const isHabit = (count: number, other: number): boolean => count >= 5 && count >= 9 * other;

function personIn(entries: readonly ReadEntry[], sentences: number): Proposal['voice']['person'] {
  const [we, i] = [countForms(entries, plural), countForms(entries, singular)];
  if (isHabit(we, i)) return 'we';
  if (isHabit(i, we)) return 'i';
  return sentences >= 50 && (we + i) / sentences < 0.01 ? 'impersonal' : null;
}

function formalityIn(entries: readonly ReadEntry[]): Proposal['voice']['formality'] {
  const [near, far] = [countForms(entries, informal), countForms(entries, formal, true)];
  return isHabit(near, far) ? 'informal' : isHabit(far, near) ? 'formal' : null;
}
