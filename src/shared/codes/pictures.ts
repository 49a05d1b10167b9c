import type { CodeEntry } from './entry';

/** What stands between a picture and the metadata that is to be taken out of it. */
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
} as const satisfies Record<string, CodeEntry>;
