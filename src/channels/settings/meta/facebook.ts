import { z } from 'zod';
import { spoken } from '../../health/api-versions';
import { channelPrice, webUrl } from '../fields';
import { graphVersion, metaSecret } from './graph';

/** A Page of Facebook, by the access token of the Page itself. Without its number it is one that is still to be connected. */
export const facebookSettings = z.object({
  pageId: z
    .string()
    .trim()
    .regex(/^(\d{5,25})?$/, 'must be the number of the Page, such as 104857600000000')
    .default(''),
  version: graphVersion.default(spoken.facebook),
  server: webUrl.default('https://graph.facebook.com'),
  price: channelPrice.optional(),
});
export type FacebookSettings = z.output<typeof facebookSettings>;

export const facebookSecret = metaSecret;
