import { z } from 'zod';
import { channelPrice, webUrl } from '../fields';
import { googleButtons } from './buttons';

/** Where the posts are; Google keeps accounts, locations and sign-in at other places, which follow from this one. */
export const googleServer = 'https://mybusiness.googleapis.com';

/** A location on Google Search and Maps, by an app of one's own. */
export const googleBusinessSettings = z.object({
  /** Null: the only location that whoever connected may post for. */
  location: z
    .string()
    .regex(/^accounts\/\d{1,30}\/locations\/\d{1,30}$/, 'must be accounts/…/locations/…, as a test lists it')
    .nullable()
    .default(null),
  button: z.enum(googleButtons).default('LEARN_MORE'),
  server: webUrl.default(googleServer),
  price: channelPrice.optional(),
});
export type GoogleBusinessSettings = z.output<typeof googleBusinessSettings>;

/** There is one right, for all of it (developers.google.com/my-business/content/implement-oauth). */
export const googleBusinessScopes = ['https://www.googleapis.com/auth/business.manage'] as const;

export const googleBusinessSecret = z.object({ accessToken: z.string().trim().min(1).max(4_096) });
