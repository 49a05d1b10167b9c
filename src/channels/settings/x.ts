import { z } from 'zod';
import { channelPrice, webUrl } from './fields';

/** An account of X, by the business's own developer app (docs.x.com/fundamentals/authentication/overview). */
export const xSettings = z.object({
  /** Where the API is. */
  server: webUrl.default('https://api.x.com'),
  price: channelPrice.optional(),
});
export type XSettings = z.output<typeof xSettings>;

/** What a person is asked to allow; `offline.access` gives what renews the two hours of access. */
export const xScopes = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'] as const;

const key = z.string().trim().min(1).max(300);

/** Keys of the app, and of the account in it. They do not run out. */
export const xSecret = z.object({
  consumerKey: key,
  consumerSecret: key,
  accessToken: key,
  accessTokenSecret: key,
});
export type XSecret = z.output<typeof xSecret>;

/** What a person allowed at x.com in place of keys (OAuth 2.0). */
export const xBearer = z.object({ accessToken: z.string().min(1), connection: z.looseObject({}) });
