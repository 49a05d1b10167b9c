import type { LiteralRule, RuleFacts, Seen, Verdict } from '../../../engine/rule';
import type { BrandKit } from '../../../schema';
import { languageOf, type Language } from '../../languages';
import { formal, informal, isPerson, plural, singular, type Forms } from '../words/person';

/** Quotes are other people's words. */
const kinds = ['plain', 'paragraph', 'heading', 'list-item', 'table-cell'] as const;

/** Who speaks, and how the reader is spoken to. */
export const personRules = (kit: BrandKit): readonly LiteralRule[] => [
  ...speakerRules(kit),
  ...addressRules(kit),
];

/** A rule for a language: these forms are wrong, wherever they stand. */
function formsRule(
  language: Language,
  forms: readonly string[],
  isFormal: boolean,
  facts: Omit<RuleFacts, 'scope'>,
  say: (said: string) => Verdict,
): LiteralRule {
  const isMeant = ({ phrase, block, start, end }: Seen): boolean => {
    if (languageOf(block.locale) !== language) return false;
    const { text } = block.folded;
    return isPerson(
      forms[phrase] ?? '',
      text.slice(start, end),
      text.slice(Math.max(0, start - 2), start),
      text.slice(end, end + 4),
      isFormal,
    );
  };
  return {
    ...facts,
    kind: 'literal',
    scope: { kinds, locales: [language] },
    phrases: forms,
    wholeWord: true,
    overlap: 'insists',
    concerns: isMeant,
    judge: ({ said }) => say(said),
  };
}

const sayings = { we: 'as “we”', i: 'as “I”', impersonal: 'without “I” and “we”' } as const;

/** What each language shows: one person, several, nobody. */
const speaking: Readonly<
  Record<Language, { readonly i: string; readonly we: string; readonly impersonal: string }>
> = {
  en: { i: 'Today I bake rye.', we: 'Today we bake rye.', impersonal: 'The bakery opens at eight.' },
  de: {
    i: 'Heute backe ich Roggenbrot.',
    we: 'Heute backen wir Roggenbrot.',
    impersonal: 'Der Laden ist offen.',
  },
  fr: {
    i: "Aujourd'hui je fais du pain.",
    we: "Aujourd'hui nous faisons du pain.",
    impersonal: 'Le magasin est ouvert.',
  },
  es: { i: 'Hoy yo hago pan.', we: 'Hoy nosotros hacemos pan.', impersonal: 'La tienda abre.' },
};

function speakerRules({ voice: { person } }: BrandKit): readonly LiteralRule[] {
  if (!person) return [];
  const { use, severity } = person;
  return (['en', 'de', 'fr', 'es'] as const).map((language) => {
    const { i, we } = speaking[language];
    const wrong = { we: [singular], i: [plural], impersonal: [singular, plural] }[use];
    return formsRule(
      language,
      wrong.flatMap((forms) => forms[language] ?? []),
      false,
      {
        id: 'voice.person',
        severity,
        explanation: 'The business always speaks as the same person. Quotes may speak otherwise.',
        examples: { fail: { we: [i], i: [we], impersonal: [i, we] }[use], pass: [speaking[language][use]] },
      },
      (said) => ({
        message: `“${said}”: we speak ${sayings[use]}. Say it so.`,
        words: { key: `voice.person.${use}`, values: { said } },
      }),
    );
  });
}

/** How each language calls the two ways, and a sentence in each. */
const ways: readonly {
  readonly language: Language;
  readonly informal: readonly [name: string, example: string];
  readonly formal: readonly [name: string, example: string];
}[] = [
  {
    language: 'de',
    informal: ['“du”', 'Kommst du heute?'],
    formal: ['“Sie”', 'Heute haben wir für Sie offen.'],
  },
  { language: 'fr', informal: ['“tu”', 'Tu viens ?'], formal: ['“vous”', 'Nous cuisons pour vous.'] },
  { language: 'es', informal: ['“tú”', 'Horneamos para ti.'], formal: ['“usted”', 'Horneamos para usted.'] },
];

function addressRules({ voice: { formality } }: BrandKit): readonly LiteralRule[] {
  if (!formality) return [];
  const { use, severity } = formality;
  const other = use === 'formal' ? 'informal' : 'formal';
  const forms: Forms = use === 'formal' ? informal : formal;
  return ways.map((way) => {
    const [how, right] = way[use];
    return formsRule(
      way.language,
      forms[way.language] ?? [],
      other === 'formal',
      {
        id: 'voice.formality',
        severity,
        explanation: 'Readers are spoken to in one way, where the language has two.',
        examples: { fail: [way[other][1]], pass: [right] },
      },
      (said) => ({
        message: `“${said}”: we speak to readers with ${how}. Change the sentence.`,
        words: { key: 'voice.formality', values: { said, how } },
      }),
    );
  });
}
