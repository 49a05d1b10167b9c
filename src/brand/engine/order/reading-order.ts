import type { EntryContent } from '../../../content/schema';
import type { Place } from '../../../shared/place';
import type { Finding, Severity } from '../../schema';

/** How grave a severity is: the gravest is the smallest. */
export const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

const placeKey = ({ field, block, start, end }: Place): string =>
  `${field}|${block?.join('.') ?? ''}|${start}|${end}`;

/** One finding for a rule and place: the gravest, and of equals always the same one. */
export function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const region = finding.region ? JSON.stringify(finding.region) : '';
    const key = `${finding.rule}|${finding.channel ?? ''}|${placeKey(finding.place)}|${region}`;
    const other = kept.get(key);
    if (!other || compareGravity(finding, other) < 0) kept.set(key, finding);
  }
  return [...kept.values()];
}

const compareGravity = (a: Finding, b: Finding): number =>
  gravity[a.severity] - gravity[b.severity] || compareText(a.message, b.message);

/** As a reader meets them: fields in the entry's order, then places; of one place by rule. */
export function inReadingOrder(findings: readonly Finding[], content: EntryContent): Finding[] {
  const order = new Map<string, number>();
  const note = (field: string) => order.has(field) || order.set(field, order.size);
  for (const part of content.parts) {
    note(part.field);
    if (part.kind === 'picture') [`${part.field}.alternativeText`, `${part.field}.caption`].forEach(note);
  }
  for (const { field } of content.texts) note(field);
  const rank = ({ place }: Finding) => order.get(place.field) ?? order.size;
  return [...findings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareBlocks(a.place.block ?? [], b.place.block ?? []) ||
      a.place.start - b.place.start ||
      a.place.end - b.place.end ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

function compareBlocks(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
