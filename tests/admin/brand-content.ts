import { contentOfCopy } from '../../src/brand/engine/copy-content';
import type { EntryContent } from '../../src/content/schema';

/** A text as the check reads it, in a language. */
export const blockContent = (text: string, locale: string): EntryContent => ({
  ...contentOfCopy({ text, link: null, pictures: [], edited: false }, 'bluesky'),
  locale,
});
