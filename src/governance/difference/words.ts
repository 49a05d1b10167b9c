import { editScript } from './edit-script';
import type { TextPart } from './schema';

/** Words with their apostrophes and hyphens, numbers, single signs of scripts without spaces, white space, and all else sign by sign. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'.,-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;

export const tokensOf = (text: string): string[] => text.match(token) ?? [];

/**
 * What was removed from and added to a text, by word. The parts that are not added are the text before, the parts that
 * are not removed the text after, to the letter.
 */
export function wordDifference(before: string, after: string): TextPart[] {
  const [left, right] = [tokensOf(before), tokensOf(after)];
  const parts = editScript(left, right).map(({ change, ...run }): TextPart => {
    const text = change === 'added' ? right.slice(...run.after) : left.slice(...run.before);
    return { change, text: text.join('') };
  });
  return tidied(parts);
}

/** Share of words that two texts have in common, from 0 to 1. */
export function likeness(before: string, after: string): number {
  const [left, right] = [before, after].map((text) => tokensOf(text).filter((word) => word.trim() !== ''));
  if (!left || !right || left.length + right.length === 0) return 1;
  const count = new Map<string, number>();
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const there = count.get(word) ?? 0;
    if (there === 0) continue;
    common += 1;
    count.set(word, there - 1);
  }
  return (2 * common) / (left.length + right.length);
}

/** A space that happens to stand between two changes is no common ground: a sentence that was replaced reads as one change. */
function tidied(parts: readonly TextPart[]): TextPart[] {
  const list: TextPart[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') list.push({ change: 'removed', text: removed });
    if (added !== '') list.push({ change: 'added', text: added });
    [removed, added] = ['', ''];
  };
  parts.forEach(({ change, text }, index) => {
    if (change === 'removed') removed += text;
    else if (change === 'added') added += text;
    else if (text.trim() === '' && removed !== '' && added !== '' && index < parts.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      list.push({ change, text });
    }
  });
  flush();
  return list;
}
