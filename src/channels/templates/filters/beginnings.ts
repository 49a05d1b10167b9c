import { endsOf } from '../../counters/segments';

/** The first sentences of a text. */
export function firstSentences(text: string, count: number, locale: string | null): string {
  let [left, start] = [count, 0];
  for (const end of endsOf(text, 'sentence', locale)) {
    if (text.slice(start, end).trim() !== '') left -= 1;
    if (left === 0) return text.slice(0, end).trimEnd();
    start = end;
  }
  return text;
}

/** The first words of a text, with `…` where more follow. */
export function firstWords(text: string, count: number, locale: string | null): string {
  let [left, start, last] = [count, 0, 0];
  for (const end of endsOf(text, 'word', locale)) {
    const isWord = /[\p{L}\p{N}]/u.test(text.slice(start, end));
    start = end;
    if (!isWord) continue;
    if (left === 0) return `${text.slice(0, last)}…`;
    left -= 1;
    last = end;
  }
  return text;
}
