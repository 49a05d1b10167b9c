import { recentOf } from '../../../engine/recent';
import type { Block, Range, Subject } from '../../../engine/rule';
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

interface Measured extends Counts {
  readonly sentences: readonly MeasuredSentence[];
}

/** Blocks are measured again and again while somebody types in one of them. */
const kept = recentOf<Measured>(2_000_000);

/** A subject's sentences with their blocks, and what was counted in them. */
export interface Measures extends Counts {
  readonly language: Language | null;
  readonly sentences: readonly { readonly block: Block; readonly sentence: MeasuredSentence }[];
}

/** Paragraphs, list items and quotes count; titles, headings and table cells are no sentences. */
export function measuresOf(subject: Subject): Measures {
  const language = languageOf(subject.locale);
  const sentences: { block: Block; sentence: MeasuredSentence }[] = [];
  const total = { words: 0, syllables: 0, polysyllables: 0, monosyllables: 0, longWords: 0 };
  for (const block of subject.blocks) {
    if (!isProse(block)) continue;
    const measured = measuredIn(block, language);
    for (const sentence of measured.sentences) sentences.push({ block, sentence });
    total.words += measured.words;
    total.syllables += measured.syllables;
    total.polysyllables += measured.polysyllables;
    total.monosyllables += measured.monosyllables;
    total.longWords += measured.longWords;
  }
  return { ...total, language, sentences };
}

const prose: ReadonlySet<string> = new Set(['paragraph', 'list-item', 'quote', 'plain']);

const isProse = ({ kind, fieldType, role, text }: Block): boolean =>
  prose.has(kind) && fieldType !== 'email' && fieldType !== 'enumeration' && role !== 'title' && (kind !== 'plain' || /[.!?]$/.test(text)); // prettier-ignore

const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

function measuredIn(block: Block, language: Language | null): Measured {
  const key = `${block.locale}|${block.fieldType === 'richtext'}|${block.text}`;
  const known = kept.get(key);
  if (known) return known;
  const counts = { words: 0, syllables: 0, polysyllables: 0, monosyllables: 0, longWords: 0 };
  const sentences = block.sentences.map(({ start, end }): MeasuredSentence => {
    const words = block.text.slice(start, end).match(word) ?? [];
    counts.words += words.length;
    if (language)
      for (const one of words) {
        const syllables = syllablesIn(one, language);
        counts.syllables += syllables;
        if (syllables >= 3) counts.polysyllables += 1;
        if (syllables === 1) counts.monosyllables += 1;
        if (one.length > 6) counts.longWords += 1;
      }
    return { start, end, words: words.length };
  });
  const measured = { ...counts, sentences };
  kept.set(key, measured);
  return measured;
}

/** The sentence with the most words. */
export const longestOf = ({ sentences }: Measures): Measures['sentences'][number] | null =>
  sentences.reduce<Measures['sentences'][number] | null>(
    (longest, one) => (longest === null || one.sentence.words > longest.sentence.words ? one : longest),
    null,
  );
