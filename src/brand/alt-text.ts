import type { ContentPicture, EntryContent } from '../content/schema';
import type { Place } from '../shared/place';
import type { BrandKit, Finding } from './schema';

const fileName = /^[^\n]{1,200}\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i;
/** What cameras, phones and screenshots call a file. */
const camera =
  /^(?:img|dscn?|dscf|pxl|mvimg|p|photo|image|picture|bild|foto|screenshot|bildschirmfoto|whatsapp image|untitled|unbenannt)(?:[\s_().:-]|\d|at|um)*$/i;

/** Pictures whose alt text is missing, or is only the name of the file. */
export function findAltTexts(
  content: EntryContent,
  required: BrandKit['altTextRequired'],
  quoteOf: (place: Place) => string,
): Finding[] {
  if (!required) return [];
  return content.pictures.filter(isImage).flatMap((picture) => {
    if (picture.alt === null) {
      const message =
        'This picture has no alt text. Say in one sentence what it shows, for people who cannot see it.';
      return findingAt(picture.place, message);
    }
    if (!isFileName(picture.alt.trim(), picture)) return [];
    const message = `The alt text “${picture.alt.trim()}” is only the name of a file. Say in one sentence what the picture shows.`;
    return findingAt(labelPlace(picture), message);
  });

  function findingAt(place: Place, message: string): Finding {
    const severity = required?.severity ?? 'error';
    return { rule: 'brand.alt-text', severity, message, place, quote: quoteOf(place), fix: null };
  }
}

const isImage = ({ mime, url }: ContentPicture): boolean =>
  mime === null ? !/\.(?:pdf|mp[34]|mov|webm|ogg|wav|zip)(?:[?#]|$)/i.test(url) : mime.startsWith('image/');

function isFileName(alt: string, { name, hash }: ContentPicture): boolean {
  if (fileName.test(alt) && !/[.!?]\s/.test(alt)) return true;
  const stem = (name ?? '').replace(/\.[^.]+$/, '');
  const isStem = alt === stem && !/\s/.test(alt) && /[\d_-]/.test(alt);
  return isStem || alt === hash || (camera.test(alt) && /\d/.test(alt));
}

/** The alt text itself: in the library's file, in the Blocks image, or the whole mark in a text. */
const labelPlace = ({ place, alt, hash, id }: ContentPicture): Place => {
  const isFile = place.start === 0 && place.end === 0;
  if (!isFile || alt === null) return place;
  if (place.block) return { ...place, end: alt.length };
  return hash !== null || id !== null
    ? { ...place, field: `${place.field}.alternativeText`, end: alt.length }
    : place;
};
