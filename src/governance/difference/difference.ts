import { aligned } from './lists';
import { paired } from './pairs';
import type { EntrySnapshot, FieldDifference, SnapshotField, SnapshotFile } from './schema';
import { textDifference } from './texts';

type Of<Kind extends SnapshotField['kind']> = Extract<SnapshotField, { kind: Kind }>;

/** What differs between two versions of an entry, in the order of the later one; and how many fields say the same. */
export interface Difference {
  readonly fields: readonly FieldDifference[];
  readonly unchanged: number;
}

/** `before` is null where nothing was there before: then everything was added. */
export function differenceOf(before: EntrySnapshot | null, after: EntrySnapshot): Difference {
  const empty: EntrySnapshot = { title: null, fields: [], lists: [] };
  const old = aligned(before ?? empty, after);
  const was = new Map(old.before.fields.map((field) => [field.field, field]));
  const is = new Map(after.fields.map((field) => [field.field, field]));
  const paths = inOrder([...was.keys()], [...is.keys()]);
  const found = paths.map((path) => fieldDifference(was.get(path) ?? null, is.get(path) ?? null));
  const fields = found.filter((one) => one !== null);
  return { fields: [...old.components, ...fields], unchanged: found.length - fields.length };
}

function fieldDifference(before: SnapshotField | null, after: SnapshotField | null): FieldDifference | null {
  // A field whose type was changed in the model is gone as the one and new as the other; the newer one is shown.
  const old = before && after && before.kind !== after.kind ? null : before;
  const kind = (after ?? before)?.kind;
  switch (kind) {
    case 'text':
      return textDifference(old as Of<'text'> | null, after as Of<'text'> | null);
    case 'value':
      return valueDifference(old as Of<'value'> | null, after as Of<'value'> | null);
    case 'media':
      return mediaDifference(old as Of<'media'> | null, after as Of<'media'> | null);
    case 'relation':
      return relationDifference(old as Of<'relation'> | null, after as Of<'relation'> | null);
    case undefined:
      return null;
  }
}

function valueDifference(before: Of<'value'> | null, after: Of<'value'> | null): FieldDifference | null {
  if (before?.value === after?.value) return null;
  const field = (after ?? before)?.field ?? '';
  return { kind: 'value', field, before: before?.value ?? null, after: after?.value ?? null };
}

function mediaDifference(before: Of<'media'> | null, after: Of<'media'> | null): FieldDifference | null {
  const [left, right] = [before?.files ?? [], after?.files ?? []];
  const was = new Map(left.map((one) => [one.file, one]));
  const kept = new Set(right.map((one) => one.file));
  const files = [
    ...right.map((now) => ({ before: was.get(now.file) ?? null, after: now })),
    ...left.filter(({ file }) => !kept.has(file)).map((old) => ({ before: old, after: null })),
  ].map(({ before: old, after: now }) => ({
    change: old === null ? 'added' : now === null ? 'removed' : isSameFile(old, now) ? 'same' : 'changed',
    before: old,
    after: now,
  })) satisfies Extract<FieldDifference, { kind: 'media' }>['files'];
  const moved = isMoved(
    left.map(({ file }) => file),
    right.map(({ file }) => file),
  );
  if (!moved && files.every(({ change }) => change === 'same')) return null;
  return { kind: 'media', field: (after ?? before)?.field ?? '', files, moved };
}

const isSameFile = (a: SnapshotFile, b: SnapshotFile): boolean => a.alt === b.alt && a.caption === b.caption;

function relationDifference(
  before: Of<'relation'> | null,
  after: Of<'relation'> | null,
): FieldDifference | null {
  const [left, right] = [before?.documentIds ?? [], after?.documentIds ?? []];
  const target = (after ?? before)?.target ?? null;
  const line = (change: 'same' | 'added' | 'removed') => (documentId: string) => ({
    change,
    documentId,
    target,
    name: null,
  });
  const targets = [
    ...right.map((id) => line(left.includes(id) ? 'same' : 'added')(id)),
    ...left.filter((id) => !right.includes(id)).map(line('removed')),
  ];
  const moved = isMoved(left, right);
  if (!moved && targets.every(({ change }) => change === 'same')) return null;
  return { kind: 'relation', field: (after ?? before)?.field ?? '', targets, moved };
}

/** Whether those that are in both stand in another order. */
function isMoved(before: readonly string[], after: readonly string[]): boolean {
  const left = before.filter((one) => after.includes(one));
  const right = after.filter((one) => before.includes(one));
  return left.some((one, index) => one !== right[index]);
}

/** All paths in the order of the later version; what is gone stands where it stood. */
const inOrder = (before: readonly string[], after: readonly string[]): string[] => {
  const both = paired(before, after, () => 0).map(
    ([from, to]) => (to === null ? before[from ?? 0] : after[to]) ?? '',
  );
  return [...new Set(both)];
};
