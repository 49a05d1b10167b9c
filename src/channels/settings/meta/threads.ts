import { z } from 'zod';
import { spoken } from '../../health/api-versions';
import { channelPrice, webUrl } from '../fields';
import { graphVersion, metaSecret } from './graph';

/** A profile of Threads, by an access token of its own, which is extended before its 60 days are over. */
export const threadsSettings = z.object({
  /** Number of the profile; empty: the one that the token belongs to. */
  userId: z
    .string()
    .trim()
    .regex(/^\d{0,25}$/, 'must be the number of the profile, or empty')
    .default(''),
  version: graphVersion.default(spoken.threads),
  server: webUrl.default('https://graph.threads.net'),
  price: channelPrice.optional(),
});
export type ThreadsSettings = z.output<typeof threadsSettings>;

export const threadsSecret = metaSecret;
