import { telegramLength } from '../../counters/chats/telegram';
import type { ChannelRules } from '../rules';

const bots = 'core.telegram.org/bots/api';

export const telegramRules: ChannelRules = {
  kind: 'telegram',
  label: 'Telegram',
  text: {
    required: true,
    characters: { max: 4_096, source: `${bots}#sendmessage, text`, measure: telegramLength },
    withPictures: { max: 1_024, source: `${bots}#sendphoto, caption` },
  },
  pictures: {
    max: 10,
    // A photo has no field for one: what it shows is said by the text or not at all.
    alt: 'none',
    bytes: { max: 4 * 1024 * 1024, source: 'ours: ten of them stay below the 50 MB that a bot may upload' },
    limits: {
      ratio: { min: 1 / 20, max: 20, source: `${bots}#sendphoto, photo` },
      moving: { shown: [], source: 'the channel sends a JPEG of the first frame' },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
  },
  video: {
    formats: { names: ['mp4'], source: `${bots}#sendvideo, video` },
    bytes: { max: 50_000_000, source: `${bots}#sendvideo, video` },
    alt: 'none',
  },
  link: 'field',
  quota: {
    posts: 20,
    within: 60_000,
    source: 'core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this',
  },
};
