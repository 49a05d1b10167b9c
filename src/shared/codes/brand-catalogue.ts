import type { CodeEntry } from './entry';

/** Brands, packs, rules and what is tried with them. */
export const brandCatalogueCodes = {
  'brand.read-only': {
    category: 'conflict',
    means:
      'The brand comes from a file of the app (`brand.file` in config/plugins). Change the file and restart Strapi.',
  },
} as const satisfies Record<string, CodeEntry>;
