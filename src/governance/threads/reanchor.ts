import { tokensOf, likeness, wordDifference } from '../difference/words';
import type { Anchor, AnchorNow } from './schema';

type Quote = NonNullable<Anchor['quote']>;
type Found = Pick<AnchorNow, 'state' | 'passage'>;

const gone: Found = { state: 'gone', passage: null };
/** Below this the words that stand there now are other words. */
const alike = 0.5;

/**
 * Where a passage is after edits. `before` is the field's text when the comment was made, null where it was not kept;
 * `after` is its text now, null where the field is empty or away. Tried in this order: the same words at the same place, the
 * place that the edits moved it to, the same words elsewhere, words much like them; else it is gone.
 */
export function reanchored(quote: Quote, before: string | null, after: string | null): Found {
  if (after === null || after === '') return gone;
  const end = quote.start + quote.text.length;
  const isUntouched = after.slice(quote.start, end) === quote.text;
  if (isUntouched && (before === after || contextOf(after, quote.start, quote) > 0))
    return passageAt('there', after, quote.start, end);
  const followed = before === null ? null : follow(quote, before, after);
  if (followed?.state === 'moved') return followed;
  return elsewhere(quote, after) ?? followed ?? similar(quote, after) ?? gone;
}

const passageAt = (state: AnchorNow['state'], text: string, start: number, end: number): Found => ({
  state,
  passage: { start, end, text: text.slice(start, end) },
});

/** Carries both ends of the passage over the edits; null where too little of it is left. */
function follow(quote: Quote, before: string, after: string): Found | null {
  const { start, text } = quote;
  const end = start + text.length;
  if (before.slice(start, end) !== text) return null;
  let [from, to] = [0, 0];
  let first: number | null = null;
  let last = 0;
  for (const part of wordDifference(before, after)) {
    const { length } = part.text;
    if (part.change === 'same') {
      const [inFrom, inTo] = [Math.max(from, start), Math.min(from + length, end)];
      if (inFrom < inTo) {
        first ??= to + inFrom - from;
        last = to + inTo - from;
      }
    }
    if (part.change !== 'added') from += length;
    if (part.change !== 'removed') to += length;
  }
  if (first === null) return null;
  const now = after.slice(first, last);
  if (now === text) return passageAt(first === start ? 'there' : 'moved', after, first, last);
  return likeness(text, now) >= alike ? passageAt('changed', after, first, last) : null;
}

/** The same words at another place: of several, the one whose surroundings fit best, then the nearest. */
function elsewhere(quote: Quote, text: string): Found | null {
  const places: number[] = [];
  for (
    let at = text.indexOf(quote.text);
    at !== -1 && places.length < 1_000;
    at = text.indexOf(quote.text, at + 1)
  )
    places.push(at);
  const distance = (at: number): number => Math.abs(at - quote.start);
  const [best] = places.sort(
    (a, b) => contextOf(text, b, quote) - contextOf(text, a, quote) || distance(a) - distance(b),
  );
  if (best === undefined) return null;
  return passageAt(best === quote.start ? 'there' : 'moved', text, best, best + quote.text.length);
}

/** A stretch of as many words that is much like the passage. */
function similar({ text: wanted, start }: Quote, text: string): Found | null {
  const words = tokensOf(text).slice(0, 20_000);
  const size = tokensOf(wanted).length;
  if (size < 5) return null;
  let at = 0;
  let best: { readonly score: number; readonly at: number; readonly text: string } | null = null;
  const step = Math.max(1, Math.floor(size / 4));
  for (let index = 0; index + 1 < words.length; index += step) {
    const stretch = words.slice(index, index + size).join('');
    const score = likeness(wanted, stretch) - Math.min(0.1, Math.abs(at - start) / 1e6);
    if (score >= 0.6 && (best === null || score > best.score)) best = { score, at, text: stretch };
    at += words.slice(index, index + step).join('').length;
  }
  if (best === null) return null;
  const trimmed = best.text.trim();
  const begin = best.at + best.text.indexOf(trimmed);
  return passageAt('changed', text, begin, begin + trimmed.length);
}

/** How many characters around a place are those that stood around the passage; one more where none were kept. */
function contextOf(text: string, at: number, { prefix, suffix, text: words }: Quote): number {
  if (prefix === '' && suffix === '') return 1;
  let count = 0;
  while (count < prefix.length && text[at - 1 - count] === prefix[prefix.length - 1 - count]) count += 1;
  let behind = 0;
  const end = at + words.length;
  while (behind < suffix.length && text[end + behind] === suffix[behind]) behind += 1;
  return count + behind;
}
