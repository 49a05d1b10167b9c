import type { ChannelRules } from './rules';

const instance = 'docs.joinmastodon.org/entities/Instance: what a server has without other settings';

/** What every server takes that was not set up to take less; the server's own numbers are read before each post. */
export const mastodonRules: ChannelRules = {
  kind: 'mastodon',
  label: 'Mastodon',
  text: {
    required: true,
    graphemes: { max: 500, source: instance },
    inlineLinks: { length: 23, source: `${instance}, characters_reserved_per_url` },
  },
  pictures: {
    max: 4,
    alt: 'advised',
    altGraphemes: { max: 1_500, source: `${instance}, description_limit` },
    bytes: { max: 16 * 1024 * 1024, source: `${instance}, image_size_limit` },
    limits: {
      least: {
        width: 600,
        height: 200,
        source: 'our own advice: the column of the web app is about 600 pixels wide',
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
  replies: { kind: 'thread', most: { max: 24, source: 'our own bound: the networks set none' } },
  video: {
    formats: {
      names: ['mp4', 'mov', 'webm'],
      source: `${instance}, supported_mime_types`,
    },
    bytes: { max: 99 * 1024 * 1024, source: `${instance}, video_size_limit` },
    alt: 'advised',
    altGraphemes: { max: 1_500, source: `${instance}, description_limit` },
  },
  link: 'field',
};
