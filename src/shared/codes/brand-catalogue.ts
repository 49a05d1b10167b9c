import type { CodeEntry } from './entry';

/** Brands, packs, rules and what is tried with them. */
export const brandCatalogueCodes = {
  'brand.read-only': {
    category: 'conflict',
    means:
      'The brand comes from a file of the app (`brand.file` in config/plugins). Change the file and restart Strapi.',
  },
  'brand.pattern-invalid': {
    category: 'invalid',
    means: 'The pattern is no regular expression as JavaScript reads them. The message names the place.',
  },
  'brand.pattern-too-slow': {
    category: 'invalid',
    means:
      'The pattern takes twice as long for every further character of some texts, so it would stop the check. Repeat nothing inside something that repeats.',
  },
  'brand.pattern-example': {
    category: 'invalid',
    means:
      'An example of the pattern does not hold: one to be found is not, or one that is right is found. Correct the pattern or the example.',
  },
  'brand.rule-slow': {
    category: 'unavailable',
    means:
      'A rule took too long, so it was switched off; the check goes on without it. The message names the rule and what to do.',
  },
  'brand.rule-failed': {
    category: 'unavailable',
    means:
      'A rule broke, so it was switched off; the check goes on without it. The message names the rule and what to do.',
  },
  'brand.rule-not-found': {
    category: 'not-found',
    means: 'There is no such rule. Its term, pack or code may have been removed: reload the list.',
  },
  'brand.trial-not-found': {
    category: 'not-found',
    means: 'There is no such trial, or no such hit in it. The newest fifty are kept: try the rule again.',
  },
  'brand.trial-busy': {
    category: 'conflict',
    means: 'Rules are being tried already. Wait until one of them is done.',
  },
  'brand.too-large': {
    category: 'too-large',
    means: 'The text is longer than can be checked at once. Send it in parts.',
  },
  'brand.pack-refused': {
    category: 'invalid',
    means:
      'Nothing of the pack was taken: it is no zip, it would leave its folder or unpack to too much, or no file in it is a rule. `details.problems` lists each file with line and reason.',
  },
  'brand.pack-not-found': {
    category: 'not-found',
    means: 'There is no such pack. It may have been removed: reload the list.',
  },
  'brand.pack-read-only': {
    category: 'conflict',
    means:
      'The pack lies in a folder of the app, or there are fifty packs already. Change the folder and restart Strapi, or remove a pack.',
  },
} as const satisfies Record<string, CodeEntry>;
