import { threadsLength } from '../../counters/threads';
import type { ChannelRules } from '../rules';

const overview = 'developers.facebook.com/docs/threads/overview, Limitations';
const media = 'developers.facebook.com/docs/threads/overview, Video specifications';

export const threadsRules: ChannelRules = {
  kind: 'threads',
  label: 'Threads',
  text: { required: true, characters: { max: 500, source: overview, measure: threadsLength } },
  pictures: {
    max: 20,
    alt: 'advised',
    altGraphemes: { max: 1_000, source: 'developers.facebook.com/docs/threads/posts, alt_text' },
    bytes: { max: 8_000_000, source: `${overview}: 8 MB` },
    limits: {
      least: { width: 320, height: 320, source: `${overview}: 320 pixels wide at least` },
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
    loadedBy: 'network',
    signed: true,
  },
  video: {
    formats: { names: ['mp4', 'mov'], source: media },
    codecs: { names: ['h264', 'hevc'], source: media },
    bytes: { max: 1_000_000_000, source: `${media}: 1 GB` },
    seconds: { max: 300, source: `${media}: 5 minutes` },
    ratio: { min: 0.01, max: 10, source: media },
    side: { max: 1_920, source: `${media}: 1920 columns` },
    alt: 'advised',
    altGraphemes: {
      max: 1_000,
      source: 'as of a picture; developers.facebook.com/docs/threads/posts, alt_text',
    },
    loadedBy: 'network',
  },
  replies: { kind: 'thread', most: { max: 24, source: 'our own bound: the networks set none' } },
  link: 'field',
  quota: {
    posts: 250,
    within: 86_400_000,
    source: 'developers.facebook.com/docs/threads/overview, Rate limiting',
  },
};
