import { z } from 'zod';
import { channelPrice, webUrl } from '../fields';

/** Where pins go. */
export const pinterestSettings = z.object({
  /** Null: the only board that the account has. */
  board: z
    .string()
    .trim()
    .regex(/^\d{1,20}$/, 'must be the number of a board, such as 549755885175')
    .nullable()
    .default(null),
  /** Where the API is; apps on trial pin at https://api-sandbox.pinterest.com alone. */
  server: webUrl.default('https://api.pinterest.com'),
  price: channelPrice.optional(),
});
export type PinterestSettings = z.output<typeof pinterestSettings>;

/** What is asked for (developers.pinterest.com/docs/api/v5): pins and boards that others see; secret boards need other scopes. */
export const pinterestScopes: readonly string[] = [
  'boards:read',
  'boards:write',
  'pins:read',
  'pins:write',
  'user_accounts:read',
];

export const pinterestSecret = z.object({ accessToken: z.string().trim().min(1).max(4_096) });
