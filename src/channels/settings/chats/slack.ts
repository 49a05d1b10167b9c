import { z } from 'zod';
import { channelPrice } from '../fields';
import { secretUrl } from './secret-url';

/** One channel of a Slack workspace, by an incoming webhook. */
export const slackSettings = z.object({ price: channelPrice.optional() });

/** `https://hooks.slack.com/services/T…/B…/…` (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). */
export const slackSecret = z.object({
  webhookUrl: secretUrl(
    /^\/services\/\w+\/\w+\/\w{8,}\/?$/,
    'must be the address of an incoming webhook, such as https://hooks.slack.com/services/T000/B000/…',
  ),
});
