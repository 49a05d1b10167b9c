import { sentenceCaser, titleCaser, type CaseOptions } from '../language/case';
import { compilePattern } from '../pattern/compile';
import type { Growth } from '../pattern/simple';
import type { RuleOf } from '../schema';
import { exceptionsOf, type Exceptions } from '../finder/exceptions';
import type { FinderReading } from '../finder/found';
import type { Surroundings } from '../finder/surroundings';

interface Verdict {
  readonly expected: string;
  readonly fits: boolean;
}

/** Looks at the capitals of a whole heading, cell or paragraph. */
export function capitalization(rule: RuleOf<'capitalization'>, around: Surroundings): FinderReading {
  const accepted = rule.vocab ? around.accepted : [];
  const exceptions = exceptionsOf(rule.exceptions, accepted);
  const made = judgeOf(rule, exceptions, accepted, around);
  if (!('judge' in made)) return { ok: false, key: 'match', message: made.message };
  const { judge, growth } = made;
  const offers =
    rule.match === '$title' ||
    rule.match === '$sentence' ||
    rule.match === '$lower' ||
    rule.match === '$upper';
  return {
    ok: true,
    value: {
      hints: null,
      growth,
      find: (text) => {
        const { expected, fits } = judge(text);
        if (fits) return [];
        const replacements =
          offers && rule.action?.name === 'replace' && rule.action.params.length === 0 ? [expected] : null;
        return [
          {
            start: 0,
            end: text.length,
            match: text,
            values: [text, expected],
            ...(replacements && { replacements }),
          },
        ];
      },
    },
  };
}

type Judge =
  { readonly judge: (text: string) => Verdict; readonly growth: Growth } | { readonly message: string };

function judgeOf(
  rule: RuleOf<'capitalization'>,
  exceptions: Exceptions,
  accepted: readonly string[],
  around: Surroundings,
): Judge {
  // prettier-ignore
  const threshold = rule.threshold === 0 ? 0.8 : rule.threshold;
  // As in Vale: without a vocabulary of the business, exceptions hold only with their own capitals.
  const own = accepted.length > 0 ? rule.exceptions : rule.exceptions.map((term) => term.startsWith('(?i)') ? term : `(?-i)${term}`); // prettier-ignore
  const vocabulary = [...own, ...accepted].sort((a, b) => b.length - a.length);
  const options: CaseOptions = { vocabulary, prefix: rule.prefix };
  const tokens = tokenizer(exceptions);
  switch (rule.match) {
    case '$title': {
      const convert = titleCaser(options, rule.style === 'Chicago' ? 'Chicago' : 'AP', around.tagger);
      return {
        growth: 'linear',
        judge: (text) => titled(text, convert(text), tokens, exceptions, threshold),
      };
    }
    case '$sentence': {
      const convert = sentenceCaser(options, indicator(rule.indicators));
      return {
        growth: 'linear',
        judge: (text) => sentenced(text, convert(text), tokens, exceptions, threshold),
      };
    }
    case '$lower':
    case '$upper':
      return {
        growth: 'linear',
        judge: (text) => {
          const expected = rule.match === '$lower' ? text.toLowerCase() : text.toUpperCase();
          return { expected, fits: text === expected || exceptions.covers(text) };
        },
      };
    default: {
      const compiled = compilePattern(rule.match);
      if (!compiled.ok) return { message: compiled.message };
      const { value: matcher } = compiled;
      return {
        growth: matcher.growth,
        judge: (text) => ({ expected: rule.match, fits: matcher.test(text) || exceptions.covers(text) }),
      };
    }
  }
}

/** A word ends with an indicator, or the text begins with a number in a list: the next word begins anew. */
const indicator =
  (indicators: readonly string[]) =>
  (word: string, index: number): boolean =>
    indicators.some((one) => word.endsWith(one)) || (index === 0 && /\d+\./.test(word));

function tokenizer(exceptions: Exceptions): (text: string) => string[] {
  const word = '[\\p{N}\\p{L}*]+[^\\s]*';
  const compiled = compilePattern(exceptions.source === '' ? word : `${exceptions.source}|${word}`);
  return (text) => (compiled.ok ? compiled.value.all(text).map((match) => match.text) : []);
}

function titled(
  text: string,
  expected: string,
  tokens: (text: string) => string[],
  exceptions: Exceptions,
  threshold: number,
): Verdict {
  // prettier-ignore
  const wanted = tokens(expected);
  const words = tokens(text);
  const right = words.filter(
    (word, index) =>
      index >= wanted.length ||
      word === wanted[index] ||
      exceptions.covers(word) ||
      word === word.toUpperCase(),
  ).length;
  return { expected, fits: right / words.length >= threshold };
}

function sentenced(
  text: string,
  expected: string,
  tokens: (text: string) => string[],
  exceptions: Exceptions,
  threshold: number,
): Verdict {
  // prettier-ignore
  const wanted = tokens(expected);
  const words = tokens(text);
  let right = 0;
  for (const [index, word] of words.entries()) {
    if (index >= wanted.length || word === wanted[index] || exceptions.covers(word)) right += 1;
    else if (index === 0 && word !== startCased(word)) return { expected, fits: false };
  }
  return { expected, fits: right / words.length >= threshold };
}

/** Each run of letters begins with a capital: `build-backend` is `Build-Backend`. */
const startCased = (word: string): string =>
  word
    .toLowerCase()
    .replace(
      /(^|[^\p{L}\p{N}_'’])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
