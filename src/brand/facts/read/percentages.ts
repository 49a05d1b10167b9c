import type { PlainFact } from '../fact';
import { aroundOf, discountWords, takenOff } from './around';
import { numberWords } from './number-words';

const sign = '(?:%|percent|per cent|prozent|pour ?cents?|por ciento|pct)';
const figures = new RegExp(
  `(?<![\\p{L}\\p{N}.,])([-−–]?)(\\d{1,3}(?:[.,]\\d{1,2})?)[ \\u00a0\\u202f-]?${sign}(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Shares: `20 %`, `20%`, `zwanzig Prozent`. */
export function readPercentages(text: string, locale: string | null): readonly PlainFact[] {
  const found = [...withFigures(text), ...withWords(text, locale)].sort((a, b) => a.start - b.start);
  return found.map(({ isMinus, ...fact }, index) => {
    const limits = [found[index - 1]?.end ?? 0, found[index + 1]?.start ?? text.length] as const;
    const { before, after } = aroundOf(text, fact.start, fact.end, limits);
    return {
      ...fact,
      kind: 'percentage',
      part: isMinus ? 'off' : partOf(before, after, lineOf(text, fact.start, fact.end)),
    };
  });
}

type Found = Pick<PlainFact, 'start' | 'end' | 'said' | 'value'> & { readonly isMinus: boolean };

const withFigures = (text: string): readonly Found[] =>
  [...text.matchAll(figures)].map(({ index, 0: said, 1: minus = '', 2: number = '' }) => ({
    start: index,
    end: index + said.length,
    said,
    value: String(Number(number.replace(',', '.'))),
    // In `10–20 %` the dash is none of its own, and `(?<!…)` has seen to that.
    isMinus: minus !== '',
  }));

function withWords(text: string, locale: string | null): readonly Found[] {
  const lower = text.toLowerCase();
  if (!/percent|per cent|prozent|pour ?cent|por ciento/.test(lower) || lower.length !== text.length) return [];
  const words = numberWords(locale);
  const source = [...words.keys()].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(${source})[ \\u00a0]${sign}(?![\\p{L}\\p{N}])`, 'gu');
  return [...lower.matchAll(pattern)].map(({ index, 0: { length }, 1: word = '' }) => ({
    start: index,
    end: index + length,
    said: text.slice(index, index + length),
    value: String(words.get(word) ?? 0),
    isMinus: false,
  }));
} // prettier-ignore

/**
 * `off` for discounts, `bare` for a share that stands alone (on a picture), else the word that it is a share of: `80 % rye`
 * and `20 % off` are two things.
 */
function partOf(before: string, after: string, line: string): string {
  const words = after.trim().split(' ');
  const behind = words.slice(0, 3).join(' ');
  if (discountWords.test(behind) || discountWords.test(before.slice(-26))) return 'off';
  if (/^\s?(?:on |auf |sur |en (?:todo|toda|todos|todas)|de moins)/u.test(after)) return 'off';
  if (takenOff.test(after.trim())) return 'off';
  if (!/[\p{L}\p{N}]/u.test(line)) return 'bare';
  return `of ${(/\p{L}[\p{L}-]*/u.exec(after) ?? /\p{L}[\p{L}-]*(?=[^\p{L}]*$)/u.exec(before) ?? [''])[0]}`;
}

/** The rest of the line in which a range stands, as far as it matters. */
const lineOf = (text: string, start: number, end: number): string =>
  `${
    text
      .slice(Math.max(0, start - 60), start)
      .split('\n')
      .at(-1) ?? ''
  }${text.slice(end, end + 60).split('\n', 1)[0] ?? ''}`;
