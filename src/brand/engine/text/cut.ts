import type { Range } from '../rule';

/** Patterns see no longer stretch than this at once (about 3,000 words); literals see the whole. */
export const longestBlock = 20_000;

/** How far back from the cap a good place to cut is looked for. */
const reach = 4_000;

/** A text cut where a sentence ends, else between words, else where the cap is: never inside a surrogate pair. */
export function cut(text: string, cap = longestBlock): readonly Range[] {
  const parts: Range[] = [];
  let start = 0;
  while (text.length - start > cap) {
    const end = start + cutIn(text.slice(start, start + cap));
    parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: text.length });
  return parts;
}

function cutIn(part: string): number {
  const least = Math.max(1, part.length - reach);
  let space = 0;
  for (let at = part.length; at > least; at -= 1) {
    if (!isSpace(part.charCodeAt(at - 1))) continue;
    space ||= at;
    if (/[.!?…。！？]/.test(part[at - 2] ?? '')) return at;
  }
  if (space > 0) return space;
  const unit = part.charCodeAt(part.length - 1);
  return unit >= 0xd800 && unit <= 0xdbff && part.length > 1 ? part.length - 1 : part.length;
}

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
