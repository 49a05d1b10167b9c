import { addressedLength } from '../../counters/addressed';
import type { ChannelRules } from '../rules';
const uploads = 'developers.facebook.com/docs/graph-api/video-uploads';

export const facebookRules: ChannelRules = {
  kind: 'facebook',
  label: 'Facebook',
  text: {
    required: true,
    characters: {
      max: 63_206,
      source: 'what the composer takes; Meta writes down no number',
      measure: (text, link) => addressedLength(text, link, ({ length }) => length),
    },
  },
  pictures: {
    max: 10,
    alt: 'advised',
    bytes: {
      max: 4_000_000,
      source: 'developers.facebook.com/docs/graph-api/reference/page/photos: less than 4 MB',
    },
    limits: {
      least: {
        width: 600,
        height: 315,
        source: 'developers.facebook.com, images in link shares: at least 600 × 315',
      },
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
  },
  video: {
    formats: { names: ['mp4', 'mov'], source: uploads },
    bytes: { max: 1_000_000_000, source: `${uploads}, by address: 1 GB` },
    seconds: { max: 1_200, source: `${uploads}, by address: 20 minutes` },
    // A video of a Page has no field for it.
    alt: 'none',
    loadedBy: 'network',
  },
  replies: {
    kind: 'comment',
    most: { max: 1, source: 'our own bound: the first comment' },
    text: {
      characters: {
        max: 8_000,
        source: 'what the composer takes; Meta writes down no number',
        measure: (text) => text.trimEnd().length,
      },
    },
  },
  link: 'field',
};
