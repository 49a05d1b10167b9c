import type { Place } from '../shared/place';
import { isRecord } from './formats/value';
import type { EntryDocument } from './schema';

type Step = string | number;

/** What the stored value holds at a place; null where there is no text (any more). */
export function quoteAt(document: EntryDocument, place: Place): string | null {
  let value: unknown = document;
  for (const step of stepsTo(document, place) ?? []) value = memberOf(value, step);
  return textOf(value, place);
}

/** The same of the value of the place's field alone. */
export function quoteIn(value: unknown, place: Place): string | null {
  let here = value;
  for (const step of leafSteps(value, place.block ?? [])) here = memberOf(here, step);
  return textOf(here, place);
}

const textOf = (value: unknown, { start, end }: Place): string | null =>
  typeof value === 'string' && start >= 0 && start <= end && end <= value.length
    ? value.slice(start, end)
    : null;

/**
 * A new document in which `place` holds `replacement`; everything that did not change is shared with the old one.
 * With `quote`, the place must still hold it: a fix for a text that has changed meanwhile is not applied, and the
 * same document comes back. So it does for a place that does not exist.
 */
export function applyFix<T extends EntryDocument>(
  document: T,
  place: Place,
  replacement: string,
  quote?: string,
): T {
  const steps = stepsTo(document, place);
  const held = quoteAt(document, place);
  if (!steps || held === null || (quote !== undefined && held !== quote)) return document;
  return replaced(
    document,
    steps,
    (text) => text.slice(0, place.start) + replacement + text.slice(place.end),
  ) as T;
}

/** The keys from the document to the string; null where the path is none. */
function stepsTo(document: EntryDocument, { field, block, start, end }: Place): readonly Step[] | null {
  if (!(start >= 0 && start <= end)) return null;
  const steps: Step[] = [...field.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    name === undefined ? Number(index) : name,
  );
  if (!block || block.length === 0) return steps;
  let value: unknown = document;
  for (const step of steps) value = memberOf(value, step);
  return [...steps, ...leafSteps(value, block)];
}

/** The keys from the value of a Blocks field to the string of a leaf; none for another field. */
function leafSteps(value: unknown, block: readonly number[]): readonly Step[] {
  if (block.length === 0) return [];
  const steps: Step[] = [];
  let node = value;
  for (const index of block) {
    if (steps.length > 0) {
      steps.push('children');
      node = memberOf(node, 'children');
    }
    steps.push(index);
    node = memberOf(node, index);
  }
  if (isRecord(node) && node['type'] === 'image') steps.push('image', 'alternativeText');
  else steps.push('text');
  return steps;
}

function memberOf(value: unknown, step: Step): unknown {
  if (typeof step === 'number') return Array.isArray(value) ? (value as readonly unknown[])[step] : undefined;
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function replaced(value: unknown, steps: readonly Step[], change: (text: string) => string): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  const member = replaced(memberOf(value, step), rest, change);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? member : item));
  return isRecord(value) ? { ...value, [step]: member } : value;
}
