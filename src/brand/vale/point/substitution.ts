import { capitalFirst, listed } from '../language/message';
import { compilePattern } from '../pattern/compile';
import type { RuleOf } from '../schema';
import { alternationOf } from '../finder/alternation';
import { exceptionsOf } from '../finder/exceptions';
import type { FinderReading, Found } from '../finder/found';
import { template, type Surroundings } from '../finder/surroundings';

/** Finds what is to be said in other words. */
export function substitution(rule: RuleOf<'substitution'>, around: Surroundings): FinderReading {
  // A key that stands twice counts once, with its last value; the longest is tried first.
  const swap = [...new Map(rule.swap)].sort(([a], [b]) => b.length - a.length);
  const frame = (joined: string) =>
    `${rule.ignorecase ? '(?i)' : ''}${template(!rule.nonword, around, joined)}`;
  const reading = alternationOf(
    swap.map(([key]) => withoutCaptures(key)),
    frame,
    true,
  );
  if (!reading.ok) return { ok: false, key: 'swap', message: reading.message };
  const exceptions = exceptionsOf(rule.exceptions, rule.vocab ? around.accepted : []);
  const alternation = reading.value;
  const isReplace = rule.action?.name === 'replace';
  const followsCase = rule.capitalize || rule.matchcase;
  return {
    ok: true,
    value: {
      hints: alternation.hints,
      growth: alternation.growth,
      find: (text, _memory, _measures, among) =>
        alternation.all(text, among).flatMap(({ start, end, text: match, option }): Found[] => {
          const [key, value] = swap[option] ?? [];
          if (key === undefined || value === undefined) return [];
          const cased = followsCase && match === capitalFirst(match);
          const template = cased ? capitalFirst(value) : value;
          const expected = /\$\d+/.test(template)
            ? expanded(key, template, match, rule.ignorecase)
            : template;
          const options = optionsOf(expected);
          if (isReplace ? options.includes(match) : isSame(expected, match)) return [];
          if (exceptions.covers(match) || exceptions.surrounds(text, start, end)) return [];
          if (isReplace && rule.action?.params.length === 0) {
            const said = options.map((one) => (cased ? capitalFirst(one) : one));
            const message = withoutDoubleQuotes(rule.message);
            const replacements = rule.ignorecase ? said.map((one) => asWritten(match, one)) : said;
            return [{ start, end, match, values: [listed(said), match], message, replacements }];
          }
          const shown = isReplace ? expected : recased(expected, match);
          return [{ start, end, match, values: [shown, match], ...plainReplacement(rule, expected, shown) }];
        }),
    },
  };
}

/** Without an action the value is what to write, unless it is a pattern. */
const plainReplacement = (rule: RuleOf<'substitution'>, expected: string, shown: string) =>
  rule.action === null && (isPhrase(expected) || shown !== expected) ? { replacements: [shown] } : {};

/** What takes the place of a text has its capitals: `Are not` becomes `Aren't`, whatever the message says. */
function asWritten(match: string, replacement: string): string {
  if (replacement !== replacement.toLowerCase()) return replacement;
  const hasLetters = match.toUpperCase() !== match.toLowerCase();
  if (hasLetters && match.length > 1 && match === match.toUpperCase()) return replacement.toUpperCase();
  return /^\p{Lu}/u.test(match) ? capitalFirst(replacement) : replacement;
}

/** Only the group around a key may capture. */
function withoutCaptures(key: string): string {
  const opening = key.split('(').length;
  const marked = key.split('(?').length - 1 + key.split('\\(').length - 1;
  return opening - 1 === marked ? key : key.replace(/(?<!\\)\((?!\?)/g, '(?:');
}

function expanded(key: string, value: string, match: string, ignorecase: boolean): string {
  const compiled = compilePattern(`${ignorecase ? '(?i)' : ''}${key}`);
  return compiled.ok ? compiled.value.replace(match, value) : value;
}

/** `a|b` are two suggestions; `\|` is a bar. */
const optionsOf = (value: string): string[] =>
  (value.match(/(?:\\\||[^|])+/g) ?? []).map((option) => option.replaceAll('\\|', '|'));

const isPhrase = (text: string): boolean => /^[\p{L}\p{Nd} -]*$/u.test(text);

/** Whether the text says already what is wanted: literally, or as the pattern that the value is. */
function isSame(expected: string, match: string): boolean {
  if (isPhrase(expected)) return expected === match;
  const compiled = compilePattern(`^(?:${expected})$`);
  return compiled.ok ? compiled.value.test(match) : expected === match;
}

/** The suggestions come with quotes: the place that they fill first needs none of its own. */
function withoutDoubleQuotes(message: string): string {
  const places = message.split('%s').length - 1;
  for (const quoted of ["'%s'", '"%s"']) {
    const count = message.split(quoted).length - 1;
    if (count === 2 || (count === 1 && places === 1)) return message.replace(quoted, '%s');
  }
  return message;
}

/** A term that is a pattern (`OAuth2?`) is shown as the text that it means, where that is sure. */
function recased(term: string, match: string): string {
  let plain = '';
  for (const part of term.match(/\\[\s\S]?|[\s\S]/g) ?? []) {
    if (part.startsWith('\\')) {
      if (part.length < 2) return term;
      plain += part[1] ?? '';
    } else if (/[[\](){}|.*+^$]/.test(part)) return term;
    else if (part !== '?') plain += part;
  }
  return plain !== '' && plain.toLowerCase() === match.toLowerCase() ? plain : term;
}
