import { z } from 'zod';
import { spoken } from '../../health/api-versions';
import { channelPrice, webUrl } from '../fields';
import { graphVersion, metaSecret } from './graph';

/** Servers by the way in which a person allowed the app to publish (developers.facebook.com/docs/instagram-platform/overview). */
export const instagramServers = {
  instagram: 'https://graph.instagram.com',
  facebook: 'https://graph.facebook.com',
} as const;

/** A professional account of Instagram; without its number one that is still to be connected. A token of Instagram's own log-in is extended before its 60 days are over. */
export const instagramSettings = z.object({
  userId: z
    .string()
    .trim()
    .regex(/^(\d{5,25})?$/, 'must be the number of the account, such as 17841400000000000')
    .default(''),
  login: z.enum(['instagram', 'facebook']).default('instagram'),
  version: graphVersion.default(spoken.instagram),
  /** In place of that of the log-in. */
  server: webUrl.optional(),
  price: channelPrice.optional(),
});
export type InstagramSettings = z.output<typeof instagramSettings>;

export const instagramSecret = metaSecret;
