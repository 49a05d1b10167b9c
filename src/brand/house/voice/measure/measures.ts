import { recentOf } from '../../../engine/recent';
import type { Block, Range, Subject } from '../../../engine/rule';
import { countWords, isUnspaced } from '../../../engine/text/sentences';
import { wordBounds } from '../../../engine/text/words';
import { languageOf, type Language } from '../../languages';
import { syllablesIn } from './syllables';

/** A sentence with the words in it. */
export interface MeasuredSentence extends Range {
  readonly words: number;
}

/** What the formulas are fed with. */
export interface Counts {
  readonly words: number;
  readonly syllables: number;
  /** Words of three syllables and more. */
  readonly polysyllables: number;
  readonly monosyllables: number;
  /** Words of more than six letters. */
  readonly longWords: number;
}

/** One block, measured. */
export interface Measured extends Counts {
  readonly sentences: readonly MeasuredSentence[];
}

/** Blocks are measured again and again while somebody types in one of them. */
const kept = recentOf<Measured>(2_000_000);

/** A subject's sentences with their blocks, and what was counted in them. */
export interface Measures extends Counts {
  readonly language: Language | null;
  readonly sentences: readonly { readonly block: Block; readonly sentence: MeasuredSentence }[];
}

/** Several rules ask for the same subject. */
const ofSubjects = new WeakMap<Subject, Measures>();

/** Paragraphs, list items and quotes count; titles, headings and table cells are no sentences. */
export function measuresOf(subject: Subject): Measures {
  const known = ofSubjects.get(subject);
  if (known) return known;
  const made = measured(subject);
  ofSubjects.set(subject, made);
  return made;
}

function measured(subject: Subject): Measures {
  const language = languageOf(subject.locale);
  const sentences: { block: Block; sentence: MeasuredSentence }[] = [];
  const total = { words: 0, syllables: 0, polysyllables: 0, monosyllables: 0, longWords: 0 };
  for (const block of subject.blocks) {
    if (!isProse(block)) continue;
    const found = measuredIn(block, language);
    for (const sentence of found.sentences) sentences.push({ block, sentence });
    total.words += found.words;
    total.syllables += found.syllables;
    total.polysyllables += found.polysyllables;
    total.monosyllables += found.monosyllables;
    total.longWords += found.longWords;
  }
  return { ...total, language, sentences };
}

const prose: ReadonlySet<string> = new Set(['paragraph', 'list-item', 'quote', 'plain']);

const isProse = ({ kind, fieldType, role, text }: Block): boolean =>
  prose.has(kind) && fieldType !== 'email' && fieldType !== 'enumeration' && role !== 'title' && (kind !== 'plain' || /[.!?]$/.test(text)); // prettier-ignore

/** The sentences of a block with their words; syllables where the language is known. */
export function measuredIn(block: Block, language: Language | null): Measured {
  const key = `${block.locale}|${block.fieldType === 'richtext'}|${block.text}`;
  const known = kept.get(key);
  if (known) return known;
  const counts = { words: 0, syllables: 0, polysyllables: 0, monosyllables: 0, longWords: 0 };
  const { text } = block;
  const hasSpaces = !isUnspaced(text);
  const sentences = block.sentences.map(({ start, end }): MeasuredSentence => {
    const bounds = hasSpaces ? wordBounds(text, start, end) : [];
    const words = hasSpaces ? bounds.length / 2 : countWords(text.slice(start, end), block.locale);
    counts.words += words;
    if (language)
      for (let at = 0; at < bounds.length; at += 2) {
        const from = bounds[at] ?? 0;
        const to = bounds[at + 1] ?? 0;
        const syllables = syllablesIn(text.slice(from, to), language);
        counts.syllables += syllables;
        if (syllables >= 3) counts.polysyllables += 1;
        if (syllables === 1) counts.monosyllables += 1;
        if (to - from > 6) counts.longWords += 1;
      }
    return { start, end, words };
  });
  const found = { ...counts, sentences };
  kept.set(key, found);
  return found;
}

/** The sentence with the most words. */
export const longestOf = ({ sentences }: Measures): Measures['sentences'][number] | null =>
  sentences.reduce<Measures['sentences'][number] | null>(
    (longest, one) => (longest === null || one.sentence.words > longest.sentence.words ? one : longest),
    null,
  );
