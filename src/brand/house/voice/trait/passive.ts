import { recentOf } from '../../../engine/recent';
import type { Block, SubjectRule } from '../../../engine/rule';
import type { BrandKit } from '../../../schema';
import { findingIn } from '../../finding';
import { languageOf, type Language } from '../../languages';
import { measuresOf, type MeasuredSentence } from '../measure/measures';
import { passivePatterns } from '../words/passive';

/** Of fewer sentences a share says nothing. */
const leastSentences = 3;

const kept = recentOf<boolean>(1_000_000);

function isPassive({ text }: Block, { start, end }: MeasuredSentence, language: Language): boolean {
  const sentence = text.slice(start, end);
  const key = `${language}|${sentence}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  // Nobody writes a sentence this long; a pattern need not see it.
  const found = passivePatterns[language].test(sentence.slice(0, 2_000).replace(/\s+/g, ' '));
  kept.set(key, found);
  return found;
}

/** No more than a part of the sentences is in the passive voice. */
export function passiveRules({ voice: { passive } }: BrandKit): readonly SubjectRule[] {
  if (!passive) return [];
  return [
    {
      kind: 'subject',
      id: 'voice.passive',
      severity: passive.severity,
      scope: { locales: ['en', 'de', 'fr', 'es'] },
      explanation: 'Somebody does something: few sentences hide who. Counted from three sentences on.',
      examples: {
        fail: [
          'The bread is baked at night. The oven was built by hand. The loaves are carried to the shop.',
        ],
        pass: ['We bake at night. Our grandfather built the oven. We carry the loaves to the shop.'],
      },
      find: (subject, quoteOf) => {
        const language = languageOf(subject.locale);
        if (!language) return [];
        const { sentences } = measuresOf(subject);
        if (sentences.length < leastSentences) return [];
        const found = sentences.filter(({ block, sentence }) => isPassive(block, sentence, language));
        const first = found[0];
        if (!first || found.length / sentences.length <= passive.maxShare) return [];
        const values = {
          count: found.length,
          of: sentences.length,
          share: Math.round((found.length / sentences.length) * 100),
          most: Math.round(passive.maxShare * 100),
        };
        return findingIn(first.block, first.sentence, quoteOf, {
          rule: 'voice.passive',
          severity: passive.severity,
          message: `${values.count} of ${values.of} sentences are passive (${values.share} %; at most ${values.most} % are wanted). Say who does it, in this one first.`,
          words: { key: 'voice.passive', values },
        });
      },
    },
  ];
}
