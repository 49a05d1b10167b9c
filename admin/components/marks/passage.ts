import type { Severity } from '../../../src/brand/schema';
import type { Place } from '../../../src/shared/place';

/** A passage to mark: where it stands, what it says, and how grave it is. */
export interface Passage {
  readonly place: Place;
  readonly quote: string;
  readonly severity: Severity;
}

/** What is needed to find it again. */
export type Whereabouts = Pick<Passage, 'place' | 'quote'>;

/** A part of a field's editor on the page: something that can be marked and selected. */
export interface Spot {
  /** Brings it into view, puts the cursor there and selects it. */
  show(): void;
}

/** Passages of one field, which can be told by its name in the form. */
export function byField(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const fields = new Map<string, Passage[]>();
  for (const passage of passages)
    fields.set(passage.place.field, [...(fields.get(passage.place.field) ?? []), passage]);
  return fields;
}

/** The stored value of a field, by its path: `sections[1].text`. */
export function valueAt(values: Readonly<Record<string, unknown>>, field: string): unknown {
  let value: unknown = values;
  for (const step of field.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
