import { compilePattern, type Matcher } from '../pattern/compile';

/** What a rule lets pass: its own exceptions, and the words that the business accepts. */
export interface Exceptions {
  /** All of them as one pattern, the way Vale writes it; empty where there are none. */
  readonly source: string;
  /** Whether a found text is let pass. */
  covers(match: string): boolean;
  /** Whether `start` to `end` stands within a phrase of several words that is let pass. */
  surrounds(text: string, start: number, end: number): boolean;
}

export function exceptionsOf(own: readonly string[], accepted: readonly string[]): Exceptions {
  const terms = [...own, ...accepted].filter((term) => compilePattern(term).ok);
  const sorted = [...terms]
    .sort((a, b) => b.length - a.length)
    .map((term) => (term.startsWith('(?i)') ? term : `(?-i)${term}`));
  const source = sorted.length === 0 ? '' : `(?m)\\b(?:${sorted.join('|')})\\b`;
  const single = matcher(source);
  const phrases = terms.filter((term) => /[ \t]|\\s/.test(term));
  const phrase = phrases.length === 0 ? null : matcher(`(?i)\\b(?:${phrases.join('|')})\\b`);
  let last: { text: string; spans: readonly { start: number; end: number }[] } | null = null;
  return {
    source,
    covers: (match) => single?.test(match) ?? false,
    surrounds: (text, start, end) => {
      if (!phrase) return false;
      if (last?.text !== text) last = { text, spans: phrase.all(text) };
      return last.spans.some((span) => start >= span.start && end <= span.end);
    },
  };
}

const matcher = (source: string): Matcher | null => {
  const compiled = source === '' ? null : compilePattern(source);
  return compiled?.ok ? compiled.value : null;
};
