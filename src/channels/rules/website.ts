import type { ChannelRules } from './rules';

/** The site shows the entry itself: there is no copy to limit. */
export const websiteRules: ChannelRules = {
  kind: 'website',
  label: 'Website',
  text: { required: false },
  pictures: { max: 0, alt: 'none' },
  link: 'none',
};
