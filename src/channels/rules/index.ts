import type { BuiltInKind } from '../schema';
import { blueskyRules } from './bluesky';
import { discordRules } from './chats/discord';
import { emailRules } from './email';
import { googleBusinessRules } from './google/business';
import { linkedinRules } from './linkedin';
import { mastodonRules } from './mastodon';
import type { ChannelRules } from './rules';
import { facebookRules } from './meta/facebook';
import { instagramRules } from './meta/instagram';
import { threadsRules } from './meta/threads';
import { pinterestRules } from './pins/pinterest';
import { slackRules } from './chats/slack';
import { telegramRules } from './chats/telegram';
import { webhookRules } from './webhook';
import { websiteRules } from './website';
import { xRules } from './x';

/** The rules of every kind of channel that is ours; those of any channel are `rulesFor`. */
export const channelRules: Readonly<Record<BuiltInKind, ChannelRules>> = {
  website: websiteRules,
  bluesky: blueskyRules,
  mastodon: mastodonRules,
  facebook: facebookRules,
  instagram: instagramRules,
  x: xRules,
  threads: threadsRules,
  linkedin: linkedinRules,
  'google-business': googleBusinessRules,
  pinterest: pinterestRules,
  discord: discordRules,
  slack: slackRules,
  telegram: telegramRules,
  webhook: webhookRules,
  email: emailRules,
};
