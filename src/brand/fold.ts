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

const plainText = /^(?:[!-_a-~] ?)*$/;
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
  if (masked.length === 0 && plainText.test(source)) return identical(source);
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

/** Most texts in English need no folding. */
function identical(source: string): Folded {
  const starts = new Uint32Array(source.length);
  const ends = new Uint32Array(source.length);
  for (let at = 0; at < source.length; at += 1) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return { text: source, lower: source.toLowerCase(), starts, ends };
}

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
