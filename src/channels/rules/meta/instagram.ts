import type { ChannelRules } from '../rules';

const reference = 'developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user';
const reels = `${reference}/media, Reels specifications`;

export const instagramRules: ChannelRules = {
  kind: 'instagram',
  label: 'Instagram',
  text: {
    required: false,
    characters: {
      max: 2_200,
      source: `${reference}/media, caption`,
      measure: (text) => text.trimEnd().length,
    },
    hashtags: { max: 30, source: `${reference}/media, caption` },
    mentions: { max: 20, source: `${reference}/media, caption` },
  },
  pictures: {
    min: 1,
    max: 10,
    alt: 'advised',
    altGraphemes: { max: 1_000, source: `${reference}/media, alt_text` },
    bytes: { max: 8_000_000, source: `${reference}/media, image specifications: 8 MB` },
    frame: {
      ratio: { min: 4 / 5, max: 1.91 },
      width: { min: 320, max: 1_440 },
      source: `${reference}/media, image specifications: 4:5 to 1.91:1, 320 to 1440 pixels wide`,
    },
    limits: {
      least: { width: 320, height: 168, source: `${reference}/media: 320 pixels wide at least` },
      ratio: { min: 4 / 5, max: 1.91, source: 'the frame, which is filled up with white', others: 'padded' },
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
    loadedBy: 'network',
    signed: true,
  },
  video: {
    formats: { names: ['mp4', 'mov'], source: reels },
    codecs: { names: ['h264', 'hevc'], source: reels },
    bytes: { max: 300_000_000, source: `${reels}: 300 MB` },
    seconds: { min: 3, max: 900, source: `${reels}: 3 seconds to 15 minutes` },
    ratio: { min: 0.01, max: 10, source: `${reels}; 9:16 fills the screen` },
    side: { max: 1_920, source: `${reels}: 1920 columns` },
    // The field for it is taken of pictures alone.
    alt: 'none',
    loadedBy: 'network',
  },
  replies: {
    kind: 'comment',
    most: { max: 1, source: 'our own bound: the first comment' },
    text: {
      characters: {
        max: 2_200,
        source: 'as a caption; the reference of comments names no length',
        measure: (text) => text.trimEnd().length,
      },
    },
  },
  link: 'none',
  quota: {
    posts: 50,
    within: 86_400_000,
    source: `${reference}/content_publishing_limit: 50; other pages say 100, and the network's own number decides`,
  },
};
