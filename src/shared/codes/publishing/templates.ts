import type { CodeEntry } from '../entry';

/** How copies are written by templates, and what becomes of those whose entry changed. */
export const templateCodes = {
  'template.unclosed': {
    category: 'invalid',
    means: 'A placeholder of the template begins with {{ and has no end. Write }} behind it.',
  },
  'template.unexpected': {
    category: 'invalid',
    means:
      'A part of a placeholder is not understood; the message names its place. Write {{ title }}, {{ summary ?? body }} or {{ summary | words: 20 }}.',
  },
  'template.unknown-placeholder': {
    category: 'invalid',
    means:
      'The template names something that entries do not have. Take one of the names that the message lists.',
  },
  'template.unknown-filter': {
    category: 'invalid',
    means: 'The template names a filter that does not exist. Take one of the names that the message lists.',
  },
  'template.argument': {
    category: 'invalid',
    means:
      'A filter of the template wants something else behind its name. The message shows how it is written.',
  },
  'template.too-long': {
    category: 'invalid',
    means:
      'A part of the template is longer than allowed. Shorten it: the words of a post come from the entry.',
  },
  'template.part-unknown': {
    category: 'invalid',
    means: 'The copies of the channel do not have this part, such as a subject. Remove it from the template.',
  },
  'publication.text-settled': {
    category: 'conflict',
    means:
      'Somebody took or kept the text already, or the entry or the text changed again since it was shown. Nothing was changed: reload the campaign and look at both texts again.',
  },
} as const satisfies Record<string, CodeEntry>;
