import { z } from 'zod';

/** A version of Meta's Graph API, which answers each in its own way (developers.facebook.com/docs/graph-api/guides/versioning). */
export const graphVersion = z
  .string()
  .trim()
  .regex(/^v\d{1,2}\.\d$/, 'must be a version such as v25.0');

/** An access token; it goes out in a header only. */
export const metaSecret = z.object({
  accessToken: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .regex(/^[\x21-\x7e]*$/, 'must be a token without spaces'),
});
