import { fold, foldPhrase } from '../../fold';
import type { LiteralRule, Seen } from '../../engine/rule';
import type { BrandKit, BrandName } from '../../schema';

/** A rule for each name of the kit: it has one spelling. Terms that stand inside a name are no findings. */
export const nameRules = (kit: BrandKit): readonly LiteralRule[] => kit.names.map(nameRule);

function nameRule({ name, severity, matchCase, misspellings, locales, channels }: BrandName): LiteralRule {
  const { text, lower } = foldPhrase(name);
  const guessed = matchCase ? misspellingsOf(lower) : [];
  const wrong = [...new Set([...guessed, ...misspellings.map((one) => foldPhrase(one).lower)])];
  return {
    kind: 'literal',
    id: `brand.name/${lower}`,
    severity,
    scope: { locales, channels },
    explanation: `The name is written “${name}” and in no other way.`,
    examples: { fail: wrong.slice(0, 3).filter((one) => one !== lower), pass: [`This is ${name}.`] },
    phrases: [lower, ...wrong.filter((one) => one !== lower)],
    wholeWord: true,
    overlap: 'shields',
    concerns: (seen) => matchCase || seen.phrase > 0 || saidOf(seen) === text,
    judge: (seen) =>
      saidOf(seen) === text
        ? null
        : {
            message: `Write the name as “${name}”, not “${seen.said}”.`,
            words: { key: 'name', values: { name, said: seen.said } },
            replacements: [name],
          },
  };
}

/** What was said, in one kind of space, apostrophe and hyphen, with its capitals. */
export const saidOf = ({ block, start, end }: Seen): string => block.folded.text.slice(start, end);

/** How a name is often written wrongly: without `&`, without spaces, without hyphens or with them. */
const misspellingsOf = (name: string): string[] => {
  const joined = [' and ', ' und ', '&', ' + ', ' et ', ' y '].map((and) => name.replaceAll(' & ', and));
  const hyphens = [
    name.replaceAll(' ', '-'),
    name.replaceAll('-', ' '),
    name.replaceAll('-', ''),
    name.replaceAll(' ', ''),
  ];
  return [...joined, ...hyphens].map((one) => fold(one).lower);
};
