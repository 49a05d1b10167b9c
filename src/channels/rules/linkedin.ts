import { linkedinLength } from '../counters/linkedin';
import type { ChannelRules } from './rules';

const videos = 'learn.microsoft.com/linkedin/marketing/community-management/shares/videos-api';
const posts = 'learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api';

export const linkedinRules: ChannelRules = {
  kind: 'linkedin',
  label: 'LinkedIn',
  text: {
    required: true,
    characters: { max: 3_000, source: `${posts}, commentary, escaped`, measure: linkedinLength },
  },
  pictures: {
    max: 20,
    alt: 'advised',
    altGraphemes: { max: 4_000, source: `${posts}, altText: 4,086 characters` },
    bytes: { max: 5_000_000, source: 'what LinkedIn takes for sure; its images API sets a number of pixels' },
    limits: {
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
  },
  video: {
    formats: { names: ['mp4'], source: videos },
    bytes: { min: 75_000, max: 500_000_000, source: videos },
    seconds: { min: 3, max: 1_800, source: videos },
    ratio: { min: 1 / 2.4, max: 2.4, source: 'linkedin.com/help/linkedin, Video sharing: aspect ratio' },
    // The posts API describes pictures alone: what a video shows is said by the text or not at all.
    alt: 'none',
  },
  replies: {
    kind: 'comment',
    most: { max: 1, source: 'our own bound: the first comment' },
    text: {
      characters: {
        max: 1_250,
        source: 'what the composer takes; the comments API names no number',
        measure: (text) => text.trimEnd().length,
      },
    },
  },
  link: 'field',
  title: { required: false, graphemes: { max: 400, source: `${posts}, article, title` } },
  description: { graphemes: { max: 4_000, source: `${posts}, article, description: 4,086 characters` } },
};
