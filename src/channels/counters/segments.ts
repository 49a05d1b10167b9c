type Granularity = 'grapheme' | 'word' | 'sentence';

const segmenters = new Map<string, Intl.Segmenter>();

/** A locale that the runtime does not know must not stop a post. */
function segmenterOf(granularity: Granularity, locale: string | null): Intl.Segmenter {
  const name = `${granularity} ${locale ?? ''}`;
  const known = segmenters.get(name);
  if (known) return known;
  const made = new Intl.Segmenter(locale !== null && isLocale(locale) ? locale : undefined, { granularity });
  segmenters.set(name, made);
  return made;
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** Code units that the segmenter is given at once: V8 takes minutes for a hundred thousand, and milliseconds for as many in windows. */
const frame = 512;
/** Parts at the end of a window that what follows may change: a word looks two parts ahead (UAX #29, WB6), a character none. */
const unsure: Readonly<Record<Granularity, number>> = { grapheme: 1, word: 3, sentence: 2 };

/** Where each part of a text ends, in code units from its beginning (UAX #29); whoever needs the first few reads no further. */
export function* endsOf(
  text: string,
  granularity: Granularity,
  locale: string | null = null,
): Generator<number> {
  const segmenter = segmenterOf(granularity, locale);
  let start = 0;
  let width = frame;
  while (start < text.length) {
    const window = text.slice(start, wholeCharacter(text, start + width));
    const isRest = start + window.length >= text.length;
    const ends = [];
    for (const { index, segment } of segmenter.segment(window)) ends.push(start + index + segment.length);
    const sure = isRest ? ends : ends.slice(0, -unsure[granularity]);
    yield* sure;
    start = sure.at(-1) ?? start;
    width = sure.length === 0 ? width * 2 : frame;
  }
}

/** Not between the two halves of a character outside of the basic plane. */
const wholeCharacter = (text: string, end: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end + 1 : end;
