import type { ChannelKind } from '../schema';
import { blueskyRules } from './bluesky';
import { emailRules } from './email';
import { mastodonRules } from './mastodon';
import type { ChannelRules } from './rules';
import { webhookRules } from './webhook';
import { websiteRules } from './website';

/** The rules of every kind of channel. */
export const channelRules: Readonly<Record<ChannelKind, ChannelRules>> = {
  website: websiteRules,
  bluesky: blueskyRules,
  mastodon: mastodonRules,
  webhook: webhookRules,
  email: emailRules,
};
