import type { Finding } from '../../../src/brand/schema';
import { quoteAt } from '../../../src/content/fix';
import type { EntryDocument } from '../../../src/content/schema';
import { follow } from '../marks/follow';
import { valueAt } from '../marks/passage';
import { textAt } from './text-at';

/**
 * Of what the server found in an earlier state of the form, what still stands: passages that say the same, where they moved to
 * with the text before them; and what is about no text, while its field holds the same.
 */
export function keptFindings(
  found: readonly Finding[],
  before: EntryDocument,
  now: EntryDocument,
): readonly Finding[] {
  if (before === now) return found;
  return found.flatMap((finding) => {
    const { place, quote } = finding;
    const [old, current] = [textAt(before, place), textAt(now, place)];
    if (old === null || current === null || quote === '')
      return isUnchanged(before, now, place.field) ? [finding] : [];
    const [moved] = follow(old, current, [place]);
    return moved && quoteAt(now, moved) === quote
      ? [moved === place ? finding : { ...finding, place: moved }]
      : [];
  });
}

function isUnchanged(before: EntryDocument, now: EntryDocument, field: string): boolean {
  const [a, b] = [valueAt(before, field), valueAt(now, field)];
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

const keyOf = ({ rule, place, channel }: Finding): string =>
  [rule, channel ?? '', place.field, place.block?.join('.') ?? '', place.start, place.end].join('|');

/** What the browser and the server found, each once; what both found as the browser says it, which is newer. */
export function merged(own: readonly Finding[], servers: readonly Finding[]): readonly Finding[] {
  const known = new Set(own.map(keyOf));
  return [...own, ...servers.filter((finding) => !known.has(keyOf(finding)))];
}
