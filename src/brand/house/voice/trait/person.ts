import type { BlockRule, Hit } from '../../../engine/rule';
import type { BrandKit } from '../../../schema';
import { matchesIn } from '../../finding';
import { languageOf } from '../../languages';
import { formal, informal, plural, singular } from '../words/person';

/** Quotes are other people's words. */
const kinds = ['plain', 'paragraph', 'heading', 'list-item', 'table-cell'] as const;

const wanted = {
  we: { say: 'as “we”', fail: ['I bake bread, and my oven is old.'], pass: ['We bake bread in our oven.'] },
  i: { say: 'as “I”', fail: ['We bake bread in our oven.'], pass: ['I bake bread in my oven.'] },
  impersonal: {
    say: 'without “I” and “we”',
    fail: ['We bake bread in our oven.'],
    pass: ['The bakery makes bread.'],
  },
} as const;

/** Who speaks, and how the reader is spoken to. */
export const personRules = (kit: BrandKit): readonly BlockRule[] => [
  ...speakerRules(kit),
  ...addressRules(kit),
];

function speakerRules({ voice: { person } }: BrandKit): readonly BlockRule[] {
  if (!person) return [];
  const { say, fail, pass } = wanted[person.use];
  const others = { we: [singular], i: [plural], impersonal: [singular, plural] }[person.use];
  return [
    {
      kind: 'block',
      id: 'voice.person',
      severity: person.severity,
      scope: { kinds, locales: ['en', 'de', 'fr', 'es'] },
      explanation: 'The business always speaks as the same person. Quotes may speak otherwise.',
      examples: { fail, pass },
      find: (block) => {
        const language = languageOf(block.locale);
        if (!language) return [];
        return others.flatMap((forms) =>
          [...matchesIn(block, forms[language])].map(({ start, end, 0: said }): Hit => ({
            start,
            end,
            message: `“${said}”: we speak ${say}. Say it so.`,
            words: { key: `voice.person.${person.use}`, values: { said } },
          })),
        );
      },
    },
  ];
}

/** `du` or `Sie`, `tu` or `vous`, `tú` or `usted`. */
const address = {
  informal: { de: '“du”', fr: '“tu”', es: '“tú”' },
  formal: { de: '“Sie”', fr: '“vous”', es: '“usted”' },
} as const;

function addressRules({ voice: { formality } }: BrandKit): readonly BlockRule[] {
  if (!formality) return [];
  const { use, severity } = formality;
  const others = use === 'formal' ? informal : formal;
  const german = { informal: 'Kommst du heute?', formal: 'Heute haben wir für Sie offen.' };
  return [
    {
      kind: 'block',
      id: 'voice.formality',
      severity,
      scope: { kinds, locales: ['de', 'fr', 'es'] },
      explanation: 'Readers are spoken to in one way, where the language has two.',
      examples: { fail: [german[use === 'formal' ? 'informal' : 'formal']], pass: [german[use]] },
      find: (block) => {
        const language = languageOf(block.locale);
        if (!language || language === 'en') return [];
        const pattern = others[language];
        if (!pattern) return [];
        const how = address[use][language];
        return [...matchesIn(block, pattern)].map(({ start, end, 0: said }): Hit => ({
          start,
          end,
          message: `“${said}”: we speak to readers with ${how}. Change the sentence.`,
          words: { key: 'voice.formality', values: { said, how } },
        }));
      },
    },
  ];
}
