import type { CopySource } from '../../../../src/channels/templates/schema';

/** What a bakery's entry gives to templates. */
export const rye = (changes: Partial<CopySource> = {}): CopySource => ({
  title: 'Rye week',
  summary: 'Rye all week. Until Sunday. While there is some.',
  opening: 'We bake rye.',
  body: 'We bake rye.\n\nFive kinds, every day.',
  coverAlt: 'A loaf of rye',
  slug: 'rye-week',
  canonicalUrl: null,
  fields: { price: '4.5', opens: '2026-03-09', tags: 'rye bread, sour dough; Rye Bread', note: '' },
  link: 'https://bakery.test/rye-week',
  channel: 'Bakery on Bluesky',
  campaign: 'Spring',
  locale: 'en',
  mentionable: [],
  ...changes,
});
