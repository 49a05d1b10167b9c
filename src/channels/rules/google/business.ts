import { googleLength, phoneNumbersIn } from '../../counters/google';
import type { ChannelRules } from '../rules';

const help = 'support.google.com/business/answer/7342169, Create posts';

export const googleBusinessRules: ChannelRules = {
  kind: 'google-business',
  label: 'Google Business Profile',
  text: {
    required: true,
    characters: { max: 1_500, source: help, measure: googleLength },
    numbers: {
      found: phoneNumbersIn,
      source: 'support.google.com/business/answer/7213077, Business Profile posts content policy',
    },
  },
  pictures: {
    max: 1,
    alt: 'none',
    bytes: { max: 5_000_000, source: `${help}: 5 MB` },
    limits: {
      least: { width: 400, height: 300, source: `${help}: 400 × 300 pixels at least` },
      moving: { shown: [], source: 'the channel serves a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
    loadedBy: 'network',
    signed: true,
  },
  link: 'field',
};
