import { z } from 'zod';
import { channelPrice, webUrl } from './fields';

/** A receiver of signed JSON as Standard Webhooks describes it. */
export const webhookSettings = z.object({ url: webUrl, price: channelPrice.optional() });

/** `whsec_` and base64 of 24 to 64 bytes, as Standard Webhooks writes a secret. */
const signingSecret = z
  .string()
  .trim()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be whsec_ followed by 24 to 64 bytes in base64');

export const webhookSecret = z.object({ signingSecret });
