import { discordLength } from '../../counters/chats/discord';
import type { ChannelRules } from '../rules';

const heaviest = 2 * 1024 * 1024;
const webhook = 'docs.discord.com/developers/resources/webhook, Execute Webhook';

export const discordRules: ChannelRules = {
  kind: 'discord',
  label: 'Discord',
  text: { required: true, characters: { max: 2_000, source: webhook, measure: discordLength } },
  pictures: {
    max: 10,
    alt: 'advised',
    altGraphemes: { max: 1_024, source: 'docs.discord.com/developers/resources/message, Attachment Object' },
    bytes: { max: heaviest, source: 'ours: ten of them stay far from what a request may weigh' },
    limits: {
      moving: {
        shown: ['gif'],
        weight: heaviest,
        source: 'the channel sends a GIF that moves as a GIF, and of others a JPEG of the first frame',
      },
      weight: { max: 40 * 1024 * 1024, source: 'what the channel loads of a picture to make that JPEG' },
    },
  },
  video: {
    formats: { names: ['mp4', 'mov', 'webm'], source: 'ours: what its apps play in the message' },
    bytes: { max: 10 * 1024 * 1024, source: 'docs.discord.com/developers/reference, Uploading Files' },
    alt: 'advised',
    altGraphemes: { max: 1_024, source: 'docs.discord.com/developers/resources/message, Attachment Object' },
  },
  link: 'field',
};
