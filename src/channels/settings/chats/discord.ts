import { z } from 'zod';
import { channelPrice } from '../fields';
import { secretUrl } from './secret-url';

/** One channel of a Discord server, by a webhook that was made there. */
export const discordSettings = z.object({ price: channelPrice.optional() });

/** `https://discord.com/api/webhooks/{id}/{token}` (docs.discord.com/developers/resources/webhook). */
export const discordSecret = z.object({
  webhookUrl: secretUrl(
    /^\/api\/(v\d+\/)?webhooks\/\d{5,25}\/[\w-]{20,200}\/?$/,
    'must be the address of a webhook, such as https://discord.com/api/webhooks/1234567890/…',
  ),
});
