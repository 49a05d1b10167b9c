import { slackLength } from '../../counters/chats/slack';
import type { ChannelRules } from '../rules';

export const slackRules: ChannelRules = {
  kind: 'slack',
  label: 'Slack',
  text: {
    required: true,
    characters: {
      max: 3_000,
      source: 'docs.slack.dev/reference/block-kit/blocks/section-block, text',
      measure: slackLength,
    },
  },
  pictures: {
    max: 10,
    alt: 'required',
    altGraphemes: { max: 2_000, source: 'docs.slack.dev/reference/block-kit/blocks/image-block, alt_text' },
    loadedBy: 'network',
  },
  link: 'field',
};
