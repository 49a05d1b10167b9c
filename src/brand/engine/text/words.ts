/** Classes of code units: 1 letter, mark or digit; 2 joins two of them (`don't`, `3.50`, `well-known`); 0 parts words. */
const near = Uint8Array.from({ length: 0x250 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  return /[\p{L}\p{M}\p{N}]/u.test(sign) ? 1 : /['.,-]/.test(sign) ? 2 : 0;
});

const wordSign = /[\p{L}\p{M}\p{N}]/u;

/** The class of the character at `at`; a character of two units counts at both. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x250) return near[unit] ?? 0;
  if (unit === 0x2019) return 2;
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return wordSign.test(String.fromCodePoint(text.codePointAt(isLow && at > 0 ? at - 1 : at) ?? 0)) ? 1 : 0;
}

/**
 * Words as a person counts them, in one pass: letters, marks and digits, with single apostrophes, hyphens, points and commas
 * inside. Starts and ends alternate. For languages that put spaces between words.
 */
export function wordBounds(text: string, from = 0, to = text.length): readonly number[] {
  const bounds: number[] = [];
  let at = from;
  while (at < to) {
    if (classAt(text, at) !== 1) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < to) {
      const kind = classAt(text, at);
      if (kind === 1) at += 1;
      else if (kind === 2 && at + 1 < to && classAt(text, at + 1) === 1) at += 2;
      else break;
    }
    bounds.push(start, at);
  }
  return bounds;
}
