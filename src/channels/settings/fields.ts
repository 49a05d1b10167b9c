import { z } from 'zod';

/** What settings of several kinds are made of. */
export const webUrl = z.url({
  protocol: /^https?$/,
  message: 'must be a web address that begins with http:// or https://',
});

/** One line of text that is not empty. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/, 'must be one line');
