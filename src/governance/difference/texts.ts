import { paired } from './pairs';
import type { FieldDifference, PieceDifference, SnapshotField } from './schema';
import { likeness, wordDifference } from './words';

type Text = Extract<SnapshotField, { kind: 'text' }>;
type TextDifference = Extract<FieldDifference, { kind: 'text' }>;

/** What changed in a text, piece by piece and in each by word; null where nothing did. */
export function textDifference(before: Text | null, after: Text | null): TextDifference | null {
  const field = after?.field ?? before?.field ?? '';
  const [left, right] = [before?.pieces ?? [], after?.pieces ?? []];
  const keyOf = ({ kind, text }: { kind: string; text: string }): string => `${kind}\n${text}`;
  const pairs = paired(left.map(keyOf), right.map(keyOf), (i, j) =>
    likeness(left[i]?.text ?? '', right[j]?.text ?? ''),
  );
  const pieces = pairs.map(([i, j]): PieceDifference => {
    const [old, now] = [i === null ? null : left[i], j === null ? null : right[j]];
    const kind = now?.kind ?? old?.kind ?? 'paragraph';
    if (!old) return { change: 'added', kind, parts: [{ change: 'added', text: now?.text ?? '' }] };
    if (!now) return { change: 'removed', kind, parts: [{ change: 'removed', text: old.text }] };
    const isSame = old.text === now.text && old.kind === now.kind;
    return { change: isSame ? 'same' : 'changed', kind, parts: wordDifference(old.text, now.text) };
  });
  const isSame = pieces.every(({ change }) => change === 'same');
  const isSameForm = (before?.form ?? '') === (after?.form ?? '');
  if (isSame && isSameForm) return null;
  return { kind: 'text', field, pieces, formOnly: isSame };
}
