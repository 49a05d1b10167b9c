/** A text made comparable: places in it lead back to the text that it was made of. */
export interface Folded {
  /** One kind of space, apostrophe, quote and hyphen; nothing invisible; accents composed; capitals kept. */
  readonly text: string;
  /** The same without capitals, and just as long. */
  readonly lower: string;
  /** For each unit of `text` the first unit it stands for, and one past the last. */
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

/** What is not language stands as this character: no phrase holds it. */
const covered = '\ufffc';

/** What folding makes shorter: runs of spaces, what nobody sees, accents that stand by themselves. */
const shrinks =
  /\s\s|[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
/** What folding writes in another way, character by character. */
const rewritten = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000‘’‛ʼ´`＇“”„‟«»‐‑−]/;
const everyRewritten = new RegExp(rewritten.source, 'g');
const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
// prettier-ignore
const same: Readonly<Record<string, string>> = {
  '‘': "'", '’': "'", '‛': "'", 'ʼ': "'", '´': "'", '`': "'", '＇': "'",
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '−': '-',
};

/** Folds a text; `masked` ranges (addresses, code) are covered and never match. */
export function fold(source: string, masked: readonly (readonly [number, number])[] = []): Folded {
  if (!shrinks.test(source)) return asLong(source, masked);
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let mask = 0;
  for (let at = 0; at < source.length; at += 1) {
    while ((masked[mask]?.[1] ?? Infinity) <= at) mask += 1;
    const unit = (masked[mask]?.[0] ?? Infinity) <= at ? covered : (source[at] ?? '');
    const last = out.length - 1;
    if (unit > '\u007e' && invisible.test(unit)) continue;
    if (/\s/.test(unit)) {
      if (out[last] === ' ') {
        ends[last] = at + 1;
        continue;
      }
      out.push(' ');
    } else if (unit >= '\u0300' && unit <= '\u036f' && last >= 0) {
      const composed = `${out[last] ?? ''}${unit}`.normalize('NFC');
      if (composed.length === 1) {
        out[last] = composed;
        ends[last] = at + 1;
        continue;
      }
      out.push(unit);
    } else out.push(unit > '\u007e' || unit === '`' ? (same[unit] ?? unit) : unit);
    starts.push(at);
    ends.push(at + 1);
  }
  const text = out.join('');
  return { text, lower: lowered(text), starts, ends };
}

/** Most texts are folded to the same length: each unit stands for itself. */
function asLong(source: string, masked: readonly (readonly [number, number])[]): Folded {
  let text = rewritten.test(source) ? source.replace(everyRewritten, (sign) => same[sign] ?? ' ') : source;
  if (masked.length > 0) text = withCovers(text, masked);
  const numbers = text.length < identity.length ? identity : countingTo(text.length + 1);
  return {
    text,
    lower: lowered(text),
    starts: numbers.subarray(0, text.length),
    ends: numbers.subarray(1, text.length + 1),
  };
}

function withCovers(text: string, masked: readonly (readonly [number, number])[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of masked) {
    parts.push(text.slice(at, start), covered.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

const countingTo = (length: number): Uint32Array => Uint32Array.from({ length }, (_, at) => at);

/** 0, 1, 2, …: shared by all texts that keep their length and are no books. */
const identity = countingTo(32_768);

/** Lower case unit by unit where the whole would change its length (`İ`). */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  const kept = lower.length === text.length ? lower : [...text].map(lowerOf).join('');
  return kept.replaceAll('ς', 'σ');
}

const lowerOf = (character: string): string => {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
};

/** A phrase of the kit, folded for comparison. */
export const foldPhrase = (phrase: string): { readonly text: string; readonly lower: string } =>
  fold(phrase.trim());
