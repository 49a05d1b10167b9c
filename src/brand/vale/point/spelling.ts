import { wordsOf } from '../language/words';
import { compilePattern, type Matcher } from '../pattern/compile';
import type { RuleOf } from '../schema';
import { exceptionsOf } from '../finder/exceptions';
import type { FinderReading, Found } from '../finder/found';
import type { Surroundings } from '../finder/surroundings';

/** Names like `GitHub`, words in capitals at their end, and words with a sign in them are not looked up. */
const usual = ['[A-Z]{1}[a-z]+[A-Z]+[a-zA-Z0-9_]+', '[A-Z]+$', "[^a-zA-Z_']"];

/** Suggestions take time: only so many words of a text get them. */
const mostSuggested = 20;

/** Finds words that stand in no dictionary. */
export function spelling(rule: RuleOf<'spelling'>, around: Surroundings): FinderReading {
  const filters: Matcher[] = [];
  for (const filter of [...rule.filters, ...(rule.custom ? [] : usual)]) {
    const compiled = compilePattern(filter);
    if (!compiled.ok) return { ok: false, key: 'filters', message: compiled.message };
    filters.push(compiled.value);
  }
  const speller = around.speller?.({
    names: rule.dictionaries,
    files: rule.aff !== '' && rule.dic !== '' ? { aff: rule.aff, dic: rule.dic } : null,
    append: rule.append,
    ignore: rule.ignore,
  });
  const terms = [...rule.exceptions, ...around.accepted].filter((term) => compilePattern(term).ok);
  const joined = compilePattern(`(?i)${terms.map((term) => `\\b${term}\\b`).join('|')}`);
  const accepted = terms.length > 0 && joined.ok ? joined.value : null;
  const phrases = exceptionsOf([], around.accepted);
  const known = new Map<string, boolean>();
  const isRight = (word: string): boolean => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const right = !speller || filters.some((filter) => filter.test(word)) || speller.correct(word) || (accepted?.test(word) ?? false); // prettier-ignore
    if (known.size > 50_000) known.clear();
    known.set(word, right);
    return right;
  };
  const suggest = rule.action?.name === 'suggest' && speller ? speller : null;
  return {
    ok: true,
    value: {
      hints: null,
      growth: 'linear',
      find: (text) => {
        const first = new Map<string, number>();
        let suggested = 0;
        return wordsOf(text).flatMap(({ text: word, start }): Found[] => {
          if (isRight(word) || phrases.surrounds(text, start, start + word.length)) return [];
          if (!first.has(word)) first.set(word, Math.max(0, text.indexOf(word)));
          const replacements =
            suggest && (suggested += 1) <= mostSuggested ? suggest.suggest(word).slice(0, 5) : null;
          return [{ start, end: start + word.length, match: word, values: [word], spot: first.get(word) ?? start, ...(replacements && { replacements }) }]; // prettier-ignore
        });
      },
    },
  };
}
