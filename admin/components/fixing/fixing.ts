import type { Finding, Fix } from '../../../src/brand/schema';
import { applyFix } from '../../../src/content/fix';
import type { EntryDocument } from '../../../src/content/schema';

/** A finding and the fix that somebody chose for it. */
export interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Fields of the form with the values that they should have. */
export type Fields = Readonly<Record<string, unknown>>;

const textKey = ({ field, block }: Finding['place']): string => `${field}|${block?.join('.') ?? ''}`;

/** In the order of each text, one text after the other. Of fixes that overlap the first counts; the others are for the next time. */
export function withoutOverlaps(chosen: readonly Chosen[]): Chosen[] {
  const ends = new Map<string, number>();
  const texts = [...new Set(chosen.map(({ finding }) => textKey(finding.place)))];
  const rank = ({ finding }: Chosen) => texts.indexOf(textKey(finding.place));
  return [...chosen]
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        a.finding.place.start - b.finding.place.start ||
        a.finding.place.end - b.finding.place.end,
    )
    .filter(({ finding: { place } }) => {
      const end = ends.get(textKey(place)) ?? -1;
      if (place.start < end || (place.start === end && place.start === place.end)) return false;
      ends.set(textKey(place), place.end);
      return true;
    });
}

/** What a field is called at the root of the form. */
const rootOf = (field: string): string => /^[^.[]+/.exec(field)?.[0] ?? field;

/**
 * The root fields that change when these fixes are made, and how many were made: those whose passage is no longer there are left
 * out.
 */
export function fixedFields(
  values: EntryDocument,
  chosen: readonly Chosen[],
): { readonly fields: Fields; readonly made: number } {
  // From the end of each text to its start, so that the places before a change stay where they are.
  const order = withoutOverlaps(chosen).sort((a, b) => b.finding.place.start - a.finding.place.start);
  let document = values;
  let made = 0;
  for (const { finding, fix } of order) {
    const next = applyFix(document, finding.place, fix.replacement, finding.quote);
    if (next === document) continue;
    document = next;
    made += 1;
  }
  const roots = new Set(order.map(({ finding }) => rootOf(finding.place.field)));
  const fields = [...roots].filter((field) => document[field] !== values[field]);
  return { fields: Object.fromEntries(fields.map((field) => [field, document[field]])), made };
}
