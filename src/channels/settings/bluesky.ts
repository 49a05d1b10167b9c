import { z } from 'zod';
import { channelPrice, line, webUrl } from './fields';

/** Bluesky, by app password; `service` is the account's own server (PDS). */
export const blueskySettings = z.object({
  service: webUrl.default('https://bsky.social'),
  /** Handle such as `bakery.bsky.social`, or the e-mail address of the account. */
  identifier: line(300),
  /** Where a post is read on the web, with `{did}`, `{handle}` and `{rkey}`; only for the link to the post. */
  postUrl: z
    .string()
    .trim()
    .regex(/^https?:\/\/\S*\{rkey\}\S*$/, 'must be a web address that contains {rkey}')
    .default('https://bsky.app/profile/{did}/post/{rkey}'),
  /**
   * Where likes, reposts and replies are counted: at an AppView, which knows the whole network, or in the
   * repositories of the account's own server, for a community that hosts itself and has no AppView.
   */
  countsFrom: z.enum(['appview', 'pds']).default('appview'),
  appViewUrl: webUrl.default('https://public.api.bsky.app'),
  price: channelPrice.optional(),
});
export type BlueskySettings = z.output<typeof blueskySettings>;

export const blueskySecret = z.object({ appPassword: z.string().trim().min(1).max(300) });
export type BlueskySecret = z.output<typeof blueskySecret>;
