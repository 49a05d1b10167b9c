import { z } from 'zod';
import { channelPrice, webUrl } from './fields';

/** Mastodon, by access token; `instance` is the server of the account. */
export const mastodonSettings = z.object({
  instance: webUrl.default('https://mastodon.social'),
  /** public: everywhere · unlisted: not in public lists · private: only for followers. */
  visibility: z.enum(['public', 'unlisted', 'private']).default('public'),
  price: channelPrice.optional(),
});
export type MastodonSettings = z.output<typeof mastodonSettings>;

/** What a token must be allowed (docs.joinmastodon.org/api/oauth-scopes); reading is for looking up what arrived, and for numbers. */
export const mastodonScopes = ['write:statuses', 'write:media', 'read:accounts', 'read:statuses'] as const;

export const mastodonSecret = z.object({ accessToken: z.string().trim().min(1).max(500) });
export type MastodonSecret = z.output<typeof mastodonSecret>;
