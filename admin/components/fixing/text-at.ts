import type { EntryDocument } from '../../../src/content/schema';
import type { Place } from '../../../src/shared/place';
import { valueAt } from '../marks/passage';

/** The text that a place is in: a field, or one leaf of Blocks; null where there is none. */
export function textAt(values: EntryDocument, { field, block }: Place): string | null {
  let node: unknown = valueAt(values, field);
  (block ?? []).forEach((index, depth) => {
    const path = depth === 0 ? String(index) : `children.${index}`;
    node = typeof node === 'object' && node !== null ? valueAt(node as EntryDocument, path) : undefined;
  });
  if (block && typeof node === 'object' && node !== null) node = valueAt(node as EntryDocument, 'text');
  return typeof node === 'string' ? node : null;
}
