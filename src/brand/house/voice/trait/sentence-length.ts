import type { BlockRule } from '../../../engine/rule';
import type { BrandKit } from '../../../schema';
import { languageOf } from '../../languages';
import { measuredIn } from '../measure/measures';

/** Sentences with more words than the kit allows. */
export function sentenceLengthRules({ longestSentence: limit }: BrandKit): readonly BlockRule[] {
  if (!limit) return [];
  const most = limit.words;
  return [
    {
      kind: 'block',
      id: 'brand.sentence-length',
      severity: limit.severity,
      scope: { kinds: ['plain', 'paragraph', 'heading', 'list-item', 'quote', 'table-cell'] },
      explanation: 'A long sentence is read twice or not at all.',
      examples: {
        fail: [`${'We bake bread and we sell it, '.repeat(Math.ceil(most / 7) + 1)}every day.`],
        pass: ['We bake bread. We sell it.'],
      },
      find: (block) =>
        // A word takes two characters at least.
        block.text.length < most * 2
          ? []
          : measuredIn(block, languageOf(block.locale)).sentences.flatMap(({ start, end, words }) =>
              words <= most
                ? []
                : {
                    start,
                    end,
                    message: `This sentence has ${words} words; the longest may have ${most}. Make two of it.`,
                    words: { key: 'sentence-length', values: { words, most } },
                  },
            ),
    },
  ];
}
