import type { ChannelRules } from './rules';

export const webhookRules: ChannelRules = {
  kind: 'webhook',
  label: 'Webhook',
  text: {
    required: false,
    utf8Bytes: { max: 15_000, source: 'Standard Webhooks advises less than 20 KB in all' },
  },
  // What the receiver does with pictures is not known, so no limits: it gets their addresses.
  pictures: { max: 10, alt: 'advised' },
  link: 'field',
  title: { required: false, graphemes: { max: 300, source: 'our own bound, for the same 20 KB' } },
  description: { graphemes: { max: 1_000, source: 'our own bound, for the same 20 KB' } },
};
