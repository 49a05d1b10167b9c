import { languageOf } from './languages';
import { formIn, type Language, type Paradigm, type Part, type Use } from './paradigm';

/** A form of a word to avoid, and the same form of what to say; null where there is no one answer. */
export interface FormPair {
  readonly form: string;
  readonly prefer: string | null;
}

/**
 * The inflected forms of a word or phrase in English, German, French or Spanish, without the phrase itself: plural, verb
 * forms, comparison, gender, cases. A form that is also another word is rather left out; so is everything of a word whose
 * kind nobody can tell. Empty for other languages.
 */
export function formsOf(phrase: string, locale: string | null): readonly string[] {
  return pairsOf(phrase, null, locale).map(({ form }) => form);
}

/**
 * The forms of `avoid`, each with the same form of `prefer`, so that a fix keeps the inflection: `cheaper` and `more
 * affordable`. Null where `prefer` has no such form, or where one form of `avoid` stands for several of `prefer`
 * (`Kunden`: `Gast`, `Gäste`): then a person must choose.
 */
export function pairsOf(avoid: string, prefer: string | null, locale: string | null): readonly FormPair[] {
  const language = languageOf(locale);
  if (!language) return [];
  const targets = new Map<string, Target>();
  for (const part of partsFor(language, avoid, prefer)) {
    const preferred = prefer === null ? null : paradigmOf(language, prefer, part, 'say');
    for (const [slot, form] of paradigmOf(language, avoid, part, 'seek') ?? []) {
      const target = targets.get(form) ?? { usual: new Set(), rare: new Set() };
      targets.set(form, target);
      (slot.startsWith('~') ? target.rare : target.usual).add(preferred && formIn(preferred, slot));
    }
  }
  const taken = new Set([avoid, prefer ?? avoid].map(lowered));
  const pairs = [...targets].map(([form, target]) => ({ form, prefer: answerOf(target) }));
  const known = new Map([[avoid, prefer], ...pairs.map((pair) => [pair.form, pair.prefer] as const)]);
  return pairs.filter((pair) => !taken.has(lowered(pair.form)) && !isMadeUp(pair, known));
}

/** `more cheap` where `cheap` alone is found anyway, and replacing that alone says the same. */
function isMadeUp({ form, prefer }: FormPair, known: ReadonlyMap<string, string | null>): boolean {
  const cut = form.indexOf(' ') + 1;
  const shorter = cut > 0 ? known.get(form.slice(cut)) : undefined;
  if (shorter === undefined) return false;
  return prefer === null || shorter === null ? prefer === shorter : form.slice(0, cut) + shorter === prefer;
}

interface Target {
  readonly usual: Set<string | null>;
  readonly rare: Set<string | null>;
}

function answerOf({ usual, rare }: Target): string | null {
  const [only = null, ...others] = usual.size > 0 ? usual : rare;
  return others.length === 0 ? only : null;
}

const lowered = (text: string): string => text.toLowerCase();
const wordsOf = (phrase: string): readonly string[] => phrase.trim().split(/\s+/);

/** What both may be; else what the word to avoid is. A phrase to prefer may tell what a word to avoid is that nobody knows. */
function partsFor(language: Language, avoid: string, prefer: string | null): readonly Part[] {
  const own = partsOf(language, avoid);
  const other = prefer === null ? [] : partsOf(language, prefer);
  const both = own.filter((part) => other.includes(part));
  return both.length > 0 ? both : own;
}

function partsOf(language: Language, phrase: string): readonly Part[] {
  const words = wordsOf(phrase);
  if (words.length === 1) return language.partsOf(words[0] ?? '');
  return (['verb', 'noun', 'adjective'] as const).filter((part) =>
    paradigmOf(language, phrase, part, 'seek'),
  );
}

function paradigmOf(language: Language, phrase: string, part: Part, use: Use): Paradigm | null {
  const words = wordsOf(phrase);
  if (words.length === 1) return language.inflect(phrase.trim(), part, use);
  const whole = language.inflectPhrase?.(words, part, use);
  if (whole) return whole;
  const heads = language.headsOf(words, part);
  if (!heads) return null;
  const paradigms = words.map((word, index) => (heads.includes(index) ? language.inflect(word, part, use) : null));
  const lead = paradigms[heads.at(0) ?? 0] ?? [];
  return lead.map(([slot, form]) => {
    const said = words.map((word, index) => {
      const paradigm = paradigms[index];
      return index === heads[0] ? form : paradigm ? (formIn(paradigm, slot) ?? word) : word;
    });
    return [slot, said.join(' ')] as const;
  });
} // prettier-ignore
