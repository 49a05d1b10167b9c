import { hasXAddress, xLength } from '../counters/x';
import type { ChannelRules } from './rules';

const media = 'docs.x.com/x-api/media/quickstart/best-practices';

export const xRules: ChannelRules = {
  kind: 'x',
  label: 'X',
  text: {
    required: true,
    characters: { max: 280, source: 'docs.x.com/fundamentals/counting-characters', measure: xLength },
  },
  pictures: {
    max: 4,
    alt: 'advised',
    altGraphemes: { max: 1_000, source: 'docs.x.com/x-api/media/create-media-metadata, alt_text' },
    bytes: { max: 5 * 1024 * 1024, source: media },
    limits: {
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
  },
  video: {
    formats: { names: ['mp4', 'mov'], source: media },
    codecs: { names: ['h264'], source: media },
    bytes: { max: 512 * 1024 * 1024, source: media },
    seconds: { min: 0.5, max: 140, source: media },
    ratio: { min: 1 / 3, max: 3, source: media },
    side: { max: 1_920, source: 'help.x.com/using-x/x-videos, maximum resolution' },
    // A description is taken of pictures alone: what a video shows is said by the text or not at all.
    alt: 'none',
  },
  replies: { kind: 'thread', most: { max: 24, source: 'our own bound: the networks set none' } },
  link: 'field',
  quota: { posts: 100, within: 15 * 60_000, source: 'docs.x.com/x-api/fundamentals/rate-limits' },
  isLinked: hasXAddress,
  price: {
    ...{ perPost: 1.5, withLink: 20, currency: 'USD', billsReads: true },
    billsCorrections: true,
    source: 'docs.x.com/x-api/getting-started/pricing',
  },
};
