import { anywhere } from '../../engine/literals/hint';
import { isCode } from '../language/shape';
import { sentencesOf } from '../language/sentences';
import { compilePattern } from '../pattern/compile';
import type { RuleOf } from '../schema';
import { exceptionsOf } from '../finder/exceptions';
import type { FinderReading, Found } from '../finder/found';
import type { Surroundings } from '../finder/surroundings';

/** Counts a token in each stretch of text: too many, or too few. */
export function occurrence(rule: RuleOf<'occurrence'>): FinderReading {
  const compiled = compilePattern(`${rule.ignorecase ? '(?i)' : ''}(?:${rule.token})`);
  if (!compiled.ok) return { ok: false, key: 'token', message: compiled.message };
  const matcher = compiled.value;
  const literals = matcher.literals;
  return {
    ok: true,
    value: {
      hints: rule.min > 0 || !literals ? null : [anywhere(literals)],
      growth: matcher.growth,
      find: (text) => {
        const found = matcher.all(text);
        const isWrong =
          (rule.max > 0 && found.length > rule.max) || (rule.min > 0 && found.length < rule.min);
        if (!isWrong) return [];
        if (found.length === 0) return [{ start: 0, end: 0, match: '', values: [0] }];
        const first = found.find((match) => match.text.trim() !== '' && !isCode(match.text));
        if (!first) return [];
        return [{ start: first.start, end: first.end, match: first.text, values: [found.length] }];
      },
    },
  };
}

/** Finds what is said twice in a row. */
export function repetition(rule: RuleOf<'repetition'>, around: Surroundings): FinderReading {
  const compiled = compilePattern(`${rule.ignorecase ? '(?i)' : ''}(${rule.tokens.join('|')})`);
  if (!compiled.ok) return { ok: false, key: 'tokens', message: compiled.message };
  const exceptions = exceptionsOf(rule.exceptions, rule.vocab ? around.accepted : []);
  const same = (a: string, b: string) => (rule.ignorecase ? a.toLowerCase() === b.toLowerCase() : a === b);
  return {
    ok: true,
    value: {
      hints: null,
      growth: compiled.value.growth,
      find: (text) => {
        if (!hasNeighbours(compiled.value.texts(text), same)) return [];
        const alerts: Found[] = [];
        let before = { start: 0, word: '' };
        let count = 0;
        for (const { start, end, text: raw } of compiled.value.all(text)) {
          const word = raw.trim();
          if (word !== '' && same(word, before.word) && (!rule.alpha || /^\p{L}*$/u.test(word))) {
            count += 1;
            const match = text.slice(before.start, end);
            const isFree = () => !exceptions.covers(match) && !exceptions.surrounds(text, before.start, end);
            if (count > rule.max && sentencesOf(match).length === 1 && isFree()) {
              alerts.push({ start: before.start, end, match, values: [word] });
              count = 0;
            }
          }
          before = { start, word };
        }
        return alerts;
      },
    },
  };
}

/** Whether two texts in a row are the same word. Most are told apart by their first letters. */
function hasNeighbours(texts: readonly string[], same: (a: string, b: string) => boolean): boolean {
  let before = 0;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    const initial = initialOf(text);
    const isOther = initial !== before && initial !== 0 && before !== 0;
    before = initial;
    if (isOther || index === 0) continue;
    const word = text.trim();
    if (word !== '' && same(word, texts[index - 1]?.trim() ?? '')) return true;
  }
  return false;
}

/** The first unit of a text as a small letter where that is a visible sign of ASCII; else 0: nobody knows without looking. */
function initialOf(text: string): number {
  const unit = text.charCodeAt(0);
  if (unit >= 65 && unit <= 90) return unit + 32;
  return unit > 32 && unit < 127 ? unit : 0;
}
