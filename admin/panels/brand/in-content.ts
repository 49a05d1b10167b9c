import type { Finding } from '../../../src/brand/schema';
import type { EntryContent } from '../../../src/content/schema';
import type { ShownPicture } from '../../components/findings/finding-home';

/** Whether a fix can be made in the form: alt texts in the media library are changed there. */
export const canFixIn = (content: EntryContent | undefined, { place }: Finding): boolean =>
  content?.texts.find(({ field }) => field === place.field)?.editable ?? true;

const isAt = (field: string, place: string): boolean => place === field || place.startsWith(`${field}.`);

/** The picture that a finding is about. */
export function pictureIn(content: EntryContent | undefined, { place }: Finding): ShownPicture | null {
  const at = (content?.pictures ?? []).filter(({ field }) => isAt(field, place.field));
  const block = place.block?.join('.') ?? '';
  // A text shows several pictures in one field: there the exact place tells them apart.
  const picture =
    at.find((each) => each.place.start === place.start && (each.place.block?.join('.') ?? '') === block) ??
    (at.length === 1 ? at[0] : undefined);
  if (!picture) return null;
  return { url: picture.url, name: picture.name ?? picture.url.split('/').at(-1) ?? '', id: picture.id };
}
