import type { Block, BlockRule, Hit } from '../../engine/rule';
import { foldPhrase } from '../../fold';
import type { BrandKit } from '../../schema';
import { isMasked, proseKinds } from '../finding';
import { spellerOf } from './dictionaries';

/** A word as it is looked up: with an apostrophe or a point inside, never with digits or signs around it. */
const word =
  /(?<![\p{L}\p{M}\p{N}_@#/\\.’'-])\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*(?![\p{L}\p{M}\p{N}_@/\\]|\.\p{L}|['’-]\p{N})/gu;
const longest = 40;
const mostSuggestions = 5;

/** Words that no dictionary knows and that are not the business's own. */
export function spellingRules(kit: BrandKit): readonly BlockRule[] {
  if (!kit.spelling) return [];
  const { severity, words } = kit.spelling;
  const own = ownWords(kit, words);
  const isOwn = (said: string): boolean => {
    const { lower } = foldPhrase(said);
    return own.has(lower) || own.has(lower.replace(/'s?$/, ''));
  };
  return [
    {
      kind: 'block',
      id: 'spelling',
      severity,
      runs: 'server',
      scope: { kinds: [...proseKinds, 'alt'] },
      explanation: 'Words are spelled right, by the dictionary of the language and the words of the kit.',
      examples: { fail: ['We bake bred and brot with luv.'], pass: ['We bake bread with love.'] },
      version: JSON.stringify([...own]),
      find: (block) => {
        const speller = spellerOf(block.locale);
        if (!speller) return [];
        return wordsOf(block).flatMap(({ start, end, said }): Hit | readonly Hit[] => {
          if (isOwn(said) || speller.isRight(said.replaceAll('’', "'"))) return [];
          const replacements = speller.suggest(said.replaceAll('’', "'")).slice(0, mostSuggestions);
          const [first = ''] = replacements;
          return first === ''
            ? {
                start,
                end,
                message: `“${said}” is in no dictionary. Correct it, or add it to the words of the kit.`,
                words: { key: 'spelling.unknown', values: { said } },
              }
            : {
                start,
                end,
                message: `“${said}” is in no dictionary. Is it “${first}”? Else add it to the words of the kit.`,
                words: { key: 'spelling.instead', values: { said, first } },
                replacements,
              };
        });
      },
    },
  ];
}

function wordsOf(
  block: Block,
): readonly { readonly start: number; readonly end: number; readonly said: string }[] {
  return [...block.text.matchAll(word)].flatMap(({ index, 0: said }) => {
    const range = { start: index, end: index + said.length };
    // Short ones are initials, ones in capitals names of letters, ones with capitals inside names of products.
    const isName =
      said.length < 2 || said.length > longest || /^\p{Lu}+$/u.test(said) || /\p{Ll}\p{Lu}/u.test(said);
    return isName || isMasked(block, range) ? [] : { ...range, said };
  });
}

/** Words of the kit, of its names, of what terms prefer, and of products: each of their words counts. */
function ownWords(kit: BrandKit, words: readonly string[]): ReadonlySet<string> {
  const phrases = [
    ...words,
    ...kit.names.map(({ name }) => name),
    ...kit.terms.flatMap(({ prefer }) => prefer ?? []),
    ...(kit.facts?.products ?? []),
  ];
  return new Set(
    phrases
      .flatMap((phrase) => [foldPhrase(phrase).lower, ...foldPhrase(phrase).lower.split(/[^\p{L}\p{M}'-]+/u)])
      .filter(Boolean),
  );
}
