import type { Presence } from './presence';

/** ASCII letters in small, digits and `_`: what every alphabet's idea of a word has in common. */
const wordUnits = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[a-z\d_]/.test(String.fromCharCode(unit)) ? 1 : 0,
);
const isWordUnit = (unit: number): boolean => unit < 128 && wordUnits[unit] === 1;
const isWordAt = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && isWordUnit(text.charCodeAt(at));

const seed = 0x811c9dc5;
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
/** The upper bits of a hash are the well mixed ones. */
const placeOf = (hash: number, size: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - size);

interface Run {
  readonly start: number;
  readonly end: number;
}

/** The longest word of a phrase: the one that the fewest texts have. */
function longestRun(text: string): Run {
  let best: Run = { start: 0, end: 0 };
  for (const { index, 0: word } of text.matchAll(/[a-z\d_]+/g))
    if (word.length > best.end - best.start) best = { start: index, end: index + word.length };
  return best;
}

/**
 * As `presenceOf`, for texts that are words of their own where they stand: no word unit is directly before or behind them. They
 * begin and end with one. A text is read word by word, and most words end at one look into a table.
 */
export function wholeWordsOf(texts: readonly string[]): Presence {
  const runs = texts.map(longestRun);
  const size = Math.max(8, Math.ceil(Math.log2(texts.length * 8 + 1)));
  const table = new Uint16Array(1 << size);
  const buckets: number[][] = [[]];
  texts.forEach((text, id) => {
    const { start, end } = runs[id] ?? { start: 0, end: 0 };
    let hash = seed;
    for (let at = start; at < end; at += 1) hash = mixed(hash, text.charCodeAt(at));
    const place = placeOf(hash, size);
    const bucket = table[place] ?? 0;
    if (bucket === 0) table[place] = buckets.push([id]) - 1;
    else buckets[bucket]?.push(id);
  });
  const offsets = runs.map(({ start }) => start);
  const seen = new Int32Array(texts.length);
  let round = 0;
  const look = (lower: string, bucket: number, word: number, found: (id: number) => void) => {
    for (const id of buckets[bucket] ?? []) {
      const text = texts[id] ?? '';
      const start = word - (offsets[id] ?? 0);
      if (seen[id] === round || start < 0 || !lower.startsWith(text, start)) continue;
      if (isWordAt(lower, start - 1) || isWordAt(lower, start + text.length)) continue;
      seen[id] = round;
      found(id);
    }
  };
  return {
    scan: (lower, found) => {
      round += 1;
      const { length } = lower;
      let at = 0;
      while (at < length) {
        if (!isWordUnit(lower.charCodeAt(at))) {
          at += 1;
          continue;
        }
        const start = at;
        let hash = seed;
        for (let unit = lower.charCodeAt(at); isWordUnit(unit); unit = lower.charCodeAt(at)) {
          hash = mixed(hash, unit);
          at += 1;
          if (at === length) break;
        }
        const bucket = table[placeOf(hash, size)] ?? 0;
        if (bucket !== 0) look(lower, bucket, start, found);
      }
    },
  };
}
