import type { ContentPicture } from '../../../content/schema';
import type { SubjectRule } from '../../engine/rule';
import type { Place } from '../../../shared/place';
import type { BrandKit, Finding } from '../../schema';

const fileName = /^[^\n]{1,200}\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i;
/** What cameras, phones and screenshots call a file. */
const camera =
  /^(?:img|dscn?|dscf|pxl|mvimg|p|photo|image|picture|bild|foto|screenshot|bildschirmfoto|whatsapp image|untitled|unbenannt)(?:[\s_().:-]|\d|at|um)*$/i;

/** Pictures whose alt text is missing, or is only the name of the file. */
export function altTextRules({ altTextRequired }: BrandKit): readonly SubjectRule[] {
  if (!altTextRequired) return [];
  const { severity } = altTextRequired;
  const rule = 'brand.alt-text';
  return [
    {
      kind: 'subject',
      id: rule,
      severity,
      explanation: 'Who cannot see a picture hears its alt text: it is there, and it is no file name.',
      examples: {
        fail: ['![](/rye.jpg)', '![IMG_1234.jpg](/rye.jpg)'],
        pass: ['![Rye bread on a board](/rye.jpg)'],
      },
      find: ({ content, channel }, quoteOf) =>
        content.pictures.filter(isImage).flatMap((picture): Finding[] => {
          if (picture.alt === null)
            return [
              {
                rule,
                severity,
                message:
                  'This picture has no alt text. Say in one sentence what it shows, for people who cannot see it.',
                words: { key: 'alt-text.missing' },
                place: picture.place,
                quote: quoteOf(picture.place),
                fix: null,
              },
            ];
          const alt = picture.alt.trim();
          if (!isFileName(alt, picture)) return [];
          const place = labelPlace(picture, channel === null ? 'alternativeText' : 'alt');
          return [
            {
              rule,
              severity,
              message: `The alt text “${alt}” is only the name of a file. Say in one sentence what the picture shows.`,
              words: { key: 'alt-text.file-name', values: { alt } },
              place,
              quote: quoteOf(place),
              fix: null,
            },
          ];
        }),
    },
  ];
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
const labelPlace = ({ place, alt, hash, id }: ContentPicture, name: 'alternativeText' | 'alt'): Place => {
  const isFile = place.start === 0 && place.end === 0;
  if (!isFile || alt === null) return place;
  if (place.block) return { ...place, end: alt.length };
  return hash !== null || id !== null
    ? { ...place, field: `${place.field}.${name}`, end: alt.length }
    : place;
};
