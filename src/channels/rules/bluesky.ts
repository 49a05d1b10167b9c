import type { ChannelRules } from './rules';

const post = 'lexicon app.bsky.feed.post, @atproto/api 0.19.19';
const film = 'lexicon app.bsky.embed.video, @atproto/api 0.19.19';
const images = 'lexicon app.bsky.embed.images, @atproto/api 0.19.19';

export const blueskyRules: ChannelRules = {
  kind: 'bluesky',
  label: 'Bluesky',
  text: {
    required: true,
    graphemes: { max: 300, source: post },
    utf8Bytes: { max: 3_000, source: post },
  },
  pictures: {
    max: 4,
    alt: 'advised',
    altGraphemes: { max: 1_000, source: 'MAX_ALT_TEXT of the Bluesky app; the lexicon sets none' },
    // The lexicon of 0.19.19 says 2,000,000 bytes, servers up to 0.4.217 refuse more than 1,000,000: stay below both.
    bytes: { max: 976 * 1024, source: `${images}; refused by @atproto/pds 0.4.217 above 1,000,000` },
    limits: {
      least: {
        width: 600,
        height: 200,
        source: 'our own advice: the column of the app is about 600 pixels wide',
      },
      ratio: {
        min: 1 / 3,
        max: 3,
        source: 'our own advice: in between, lists show the picture and no strip of it',
      },
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
  },
  video: {
    formats: { names: ['mp4'], source: film },
    bytes: { max: 100_000_000, source: film },
    seconds: { max: 180, source: 'bsky.app, @bsky.app on 12 March 2025: up to three minutes' },
    alt: 'advised',
    altGraphemes: { max: 1_000, source: film },
  },
  replies: { kind: 'thread', most: { max: 24, source: 'our own bound: the networks set none' } },
  link: 'card',
  title: { required: false, graphemes: { max: 300, source: 'our own bound: the app shows two lines of it' } },
  description: { graphemes: { max: 300, source: 'our own bound: the app shows two lines of it' } },
  quota: {
    posts: 1_666,
    within: 3_600_000,
    source: 'docs.bsky.app, rate limits: 5,000 points an hour, and creating a record costs 3',
  },
};
