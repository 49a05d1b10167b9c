import type { CodeEntry } from './entry';

/** What stands between a copy and its video, between a picture and the metadata that is to be taken out of it, or between words and a card of the brand. */
export const pictureCodes = {
  'picture.not-found': {
    category: 'not-found',
    means:
      'The picture is not in the media library, or its file cannot be had. Reload the page and look for it.',
  },
  'picture.not-allowed': {
    category: 'forbidden',
    means: 'Replacing a file needs the right to change files in the media library, or to manage the brand.',
  },
  'picture.nothing-to-strip': {
    category: 'conflict',
    means: 'The file tells neither where nor with what the picture was taken. There is nothing to take out.',
  },
  'picture.cannot-strip': {
    category: 'invalid',
    means:
      'The file is broken, or in a format that cannot be saved without its metadata. Save it as JPEG or PNG in a picture program.',
  },
  'video.not-found': {
    category: 'not-found',
    means: 'The video is not in the media library, or its file cannot be had. Choose another.',
  },
  'video.unreadable': {
    category: 'invalid',
    means:
      'The file is no video that can be read: no MP4, MOV or WebM, or broken. Export it again, or choose another.',
  },
  'video.unavailable': {
    category: 'unavailable',
    means:
      'The media library does not hand the video over now. Whatever waits for it is tried again; see whether the library answers requests for parts of a file.',
  },
  'picture.card-not-allowed': {
    category: 'forbidden',
    means: 'A card becomes a file of the media library, which needs the right to upload files there.',
  },
  'picture.card-no-fonts': {
    category: 'unavailable',
    means:
      'The server has no fonts, so nothing can be written on a card. Install some (on Debian: fontconfig and fonts-dejavu) and restart Strapi.',
  },
  'picture.card-title-too-long': {
    category: 'invalid',
    means:
      'The title does not fit on the card, even in the smallest letters that can still be read. Shorten it, also its longest word, or choose other proportions.',
  },
  'picture.card-no-logo': {
    category: 'conflict',
    means:
      'The brand kit has no current logo whose file is in the media library. Name one in the kit: a retired one is not shown.',
  },
  'picture.card-logo-too-large': {
    category: 'conflict',
    means:
      'The logo does not fit on the card as wide as the brand kit asks for, with its clear space. Take a larger picture, or other proportions.',
  },
} as const satisfies Record<string, CodeEntry>;
