import type { ChannelRules } from './rules';

const cards = 'developer.x.com, summary card with large image: JPG, PNG, WEBP or GIF of less than 5 MB';

/** The site shows the entry itself: there is no copy to limit. The limits are those of the cover, which link cards show. */
export const websiteRules: ChannelRules = {
  kind: 'website',
  label: 'Website',
  text: { required: false },
  pictures: {
    max: 0,
    alt: 'none',
    limits: {
      formats: { names: ['jpeg', 'png', 'webp', 'gif'], source: cards },
      weight: { max: 5_000_000, source: cards },
      least: {
        width: 1_200,
        height: 630,
        source: 'developers.facebook.com, images in link shares: at least 1200 × 630 for the best display',
      },
      ratio: {
        min: 1,
        max: 2.5,
        source: 'our own advice: cards are 1.91 to 1, and cut what is taller than wide',
      },
    },
  },
  link: 'none',
};
