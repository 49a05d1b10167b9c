import type { PictureShape } from '../../channels/pictures/shape';
import type { Copy, CopyVideo } from '../../channels/schema';
import { differenceOf } from './difference';
import type { CopyDifference, EntrySnapshot, SnapshotField, SnapshotFile } from './schema';

/** A copy as it was or is; `snapshot` is null where its words were not kept. */
export interface CopySide {
  readonly key: string;
  readonly seal: string;
  readonly name: string;
  readonly snapshot: EntrySnapshot | null;
}

/** What a copy says, in the form that entries are compared in. */
export function copySnapshot(copy: Copy): EntrySnapshot {
  const text = (field: string, value: string | undefined): SnapshotField[] =>
    value === undefined || value === ''
      ? []
      : [
          {
            kind: 'text',
            field,
            pieces: value.split(/\n{2,}/).map((part) => ({ kind: 'paragraph', text: part })),
            form: '',
          },
        ];
  const files = copy.pictures.map(fileOf);
  const video = copy.video ? [fileOf(copy.video)] : [];
  return {
    title: copy.title ?? null,
    fields: [
      ...text('subject', copy.subject),
      ...text('preheader', copy.preheader),
      ...text('text', copy.text),
      ...text('title', copy.title),
      ...text('description', copy.description),
      ...(copy.replies ?? []).flatMap((reply, index) => text(`replies[${index}].text`, reply.text)),
      ...(copy.link === null ? [] : [{ kind: 'value', field: 'link', value: copy.link } as const]),
      ...(files.length > 0 ? [{ kind: 'media', field: 'pictures', files } as const] : []),
      ...(video.length > 0 ? [{ kind: 'media', field: 'video', files: video } as const] : []),
      ...copy.pictures.flatMap(({ shape }, index) =>
        shape ? [{ kind: 'value', field: `pictures[${index}].shape`, value: told(shape) } as const] : [],
      ),
    ],
    lists: [],
  };
}

const fileOf = ({ hash, url, alt }: CopyVideo): SnapshotFile => ({
  file: hash,
  name: url.split('/').at(-1) ?? hash,
  url,
  mime: null,
  alt: alt === '' ? null : alt,
  caption: null,
});

const told = ({ ratio, by, focus }: PictureShape): string =>
  [ratio, by, ...(focus ? [`${focus.x} % / ${focus.y} %`] : [])].join(' · ');

/** What changed in the copies for the channels, those of the later version first. */
export function copyDifferences(before: readonly CopySide[], after: readonly CopySide[]): CopyDifference[] {
  const was = new Map(before.map((copy) => [copy.key, copy]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.map((now) => copyDifference(was.get(now.key) ?? null, now)),
    ...before.filter(({ key }) => !kept.has(key)).map((old) => copyDifference(old, null)),
  ];
}

function copyDifference(before: CopySide | null, after: CopySide | null): CopyDifference {
  const { key, name } = (after ?? before) as CopySide;
  if (!after) return { key, name, change: 'removed', fields: [] };
  if (!before) {
    const fields = after.snapshot ? differenceOf(null, after.snapshot).fields : [];
    return { key, name, change: 'added', fields: [...fields] };
  }
  if (before.seal === after.seal) return { key, name, change: 'same', fields: [] };
  if (!before.snapshot || !after.snapshot) return { key, name, change: 'unknown', fields: [] };
  return { key, name, change: 'changed', fields: [...differenceOf(before.snapshot, after.snapshot).fields] };
}
