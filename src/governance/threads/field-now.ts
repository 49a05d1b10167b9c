import { aligned } from '../difference/lists';
import type { EntrySnapshot, SnapshotField } from '../difference/schema';
import { reanchored } from './reanchor';
import type { Anchor, AnchorNow } from './schema';

/** The text of a field as offsets of anchors count in it; null where the field holds no text. */
const textOfField = (field: SnapshotField | undefined): string | null =>
  field?.kind === 'text' ? field.pieces.map(({ text }) => text).join('\n\n') : null;

/** The fields that can be commented on by passage, with their texts. */
export const textsOf = (snapshot: EntrySnapshot): { field: string; text: string }[] =>
  snapshot.fields.flatMap((field) => {
    const text = textOfField(field);
    return text === null ? [] : [{ field: field.field, text }];
  });

/**
 * Where what a thread is about is now. `before` is the entry when the thread was begun, null where it was not kept: then the
 * field is looked for where it was. A section that was moved takes its threads along.
 */
export function anchorIn(anchor: Anchor, before: EntrySnapshot | null, after: EntrySnapshot): AnchorNow {
  const field = before ? movedField(anchor.field, before, after) : anchor.field;
  const is = after.fields.find((one) => one.field === field);
  if (anchor.quote === null) {
    const isThere = is !== undefined || !before?.fields.some((one) => one.field === anchor.field);
    const state = !isThere || isRemoved(field) ? 'gone' : field === anchor.field ? 'there' : 'moved';
    return { state, field: isRemoved(field) ? anchor.field : field, passage: null };
  }
  const was = before?.fields.find((one) => one.field === anchor.field);
  const found = reanchored(anchor.quote, textOfField(was), textOfField(is));
  const isSameField = field === anchor.field;
  return {
    state: found.state === 'there' && !isSameField ? 'moved' : found.state,
    field: isRemoved(field) ? anchor.field : field,
    passage: found.passage,
  };
}

function movedField(field: string, before: EntrySnapshot, after: EntrySnapshot): string {
  const index = before.fields.findIndex((one) => one.field === field);
  return aligned(before, after).before.fields[index]?.field ?? field;
}

/** The list of components has no place for it any more: `aligned` counts such places below zero. */
const isRemoved = (field: string): boolean => field.includes('[-');
