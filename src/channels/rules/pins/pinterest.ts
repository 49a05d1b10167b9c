import { addressedLength } from '../../counters/addressed';
import type { ChannelRules } from '../rules';

const video = 'help.pinterest.com/business, Pinterest product specs, standard video';
const create = 'developers.pinterest.com/docs/api/v5/pins-create';

export const pinterestRules: ChannelRules = {
  kind: 'pinterest',
  label: 'Pinterest',
  text: {
    required: false,
    characters: {
      max: 800,
      source: `${create}, description`,
      // The address of the page has a field of its own.
      measure: (text) => addressedLength(text.trimEnd(), null, (stretch) => [...stretch].length),
    },
  },
  pictures: {
    min: 1,
    max: 5,
    alt: 'advised',
    altGraphemes: { max: 500, source: `${create}, alt_text` },
    bytes: { max: 2_000_000, source: 'what goes five times into one request; Pinterest takes larger ones' },
    limits: {
      least: { width: 600, height: 600, source: 'what Pinterest shows in its columns without enlarging it' },
      ratio: {
        ...{ min: 2 / 3, max: 10 },
        source:
          'help.pinterest.com, Pin specs: taller than 2:3 may be cut; wide ones are shown whole, and small',
      },
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
  },
  video: {
    formats: { names: ['mp4', 'mov'], source: video },
    codecs: { names: ['h264', 'hevc'], source: video },
    bytes: { max: 2_000_000_000, source: video },
    seconds: { min: 4, max: 900, source: video },
    ratio: { min: 1 / 2, max: 1.91, source: video },
    alt: 'advised',
    altGraphemes: { max: 500, source: `${create}, alt_text` },
  },
  link: 'field',
  title: { required: false, graphemes: { max: 100, source: `${create}, title` } },
};
