import type { SubjectRule } from '../../../engine/rule';
import type { BrandKit } from '../../../schema';
import { findingIn } from '../../finding';
import { gradeOf } from '../measure/grade';
import { longestOf, measuresOf } from '../measure/measures';

/** Fewer words than this say nothing about how somebody writes. */
const leastWords = 40;

const oneDigit = (value: number): number => Math.round(value * 10) / 10;

const long =
  'In the morning, long before the first customers come in from the street, the whole family stands in the bakery and shapes the loaves that were left to rest over night in the cool room behind the oven, which is older than anybody who works here today.';
const short = 'We bake bread. '.repeat(20);

/** How long sentences are on average, and how hard the whole is to read. */
export function averageRules({ voice }: BrandKit): readonly SubjectRule[] {
  const { meanSentence, readingGrade } = voice;
  const rules: SubjectRule[] = [];
  if (meanSentence)
    rules.push({
      kind: 'subject',
      id: 'voice.mean-sentence',
      severity: meanSentence.severity,
      explanation: 'Sentences are short on average, over the whole text; counted from 40 words on.',
      examples: { fail: [long], pass: [short] },
      find: (subject, quoteOf) => {
        const measures = measuresOf(subject);
        const { words, sentences } = measures;
        const mean = oneDigit(words / sentences.length);
        const longest = longestOf(measures);
        if (words < leastWords || !longest || mean <= meanSentence.max) return [];
        const values = { mean, most: meanSentence.max, words: longest.sentence.words };
        return findingIn(longest.block, longest.sentence, quoteOf, {
          rule: 'voice.mean-sentence',
          severity: meanSentence.severity,
          message: `Sentences have ${mean} words on average; at most ${values.most} are wanted. Begin with this one, which has ${values.words}.`,
          words: { key: 'voice.mean-sentence', values },
        });
      },
    });
  if (readingGrade)
    rules.push({
      kind: 'subject',
      id: 'voice.reading-grade',
      severity: readingGrade.severity,
      scope: { locales: ['en', 'de', 'fr', 'es'] },
      explanation:
        'The text asks for no more years of school than its readers have, by the formula of its language; counted from 40 words on.',
      examples: { fail: [long], pass: [short] },
      find: (subject, quoteOf) => {
        const measures = measuresOf(subject);
        const { words, sentences, language } = measures;
        const longest = longestOf(measures);
        if (words < leastWords || !longest || !language) return [];
        const grade = oneDigit(gradeOf(measures, sentences.length, language));
        if (grade <= readingGrade.max) return [];
        const values = { grade, most: readingGrade.max };
        return findingIn(longest.block, longest.sentence, quoteOf, {
          rule: 'voice.reading-grade',
          severity: readingGrade.severity,
          message: `This reads like grade ${grade}; at most grade ${values.most} is wanted. Shorten sentences, this one first, and choose shorter words.`,
          words: { key: 'voice.reading-grade', values },
        });
      },
    });
  return rules;
}
