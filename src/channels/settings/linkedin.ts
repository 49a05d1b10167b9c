import { z } from 'zod';
import { channelPrice, webUrl } from './fields';

/** Who posts: a page that the person administers, or the person. */
export const linkedinSettings = z.object({
  as: z.enum(['organization', 'person']).default('organization'),
  /** Null: the person who connected, or the only page that they may post as. */
  author: z
    .string()
    .regex(
      /^urn:li:(organization:\d{1,20}|person:[\w-]{1,60})$/,
      'must be urn:li:organization:… or urn:li:person:…',
    )
    .nullable()
    .default(null),
  /** Where the API is. */
  server: webUrl.default('https://api.linkedin.com'),
  price: channelPrice.optional(),
});
export type LinkedinSettings = z.output<typeof linkedinSettings>;

/** What is asked for (learn.microsoft.com, Posts API and Share statistics): those of pages need the Community Management API. */
export const linkedinScopes: Readonly<Record<LinkedinSettings['as'], readonly string[]>> = {
  organization: ['w_organization_social', 'r_organization_social', 'rw_organization_admin'],
  person: ['openid', 'profile', 'w_member_social'],
};

export const linkedinSecret = z.object({ accessToken: z.string().trim().min(1).max(4_096) });

/** Whether these settings post as a page: that may be read back and counted, a person's posts may not. */
export const isPage = ({ as, author }: Pick<LinkedinSettings, 'as' | 'author'>): boolean =>
  author === null ? as === 'organization' : author.startsWith('urn:li:organization:');
