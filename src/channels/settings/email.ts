import { z } from 'zod';
import { channelPrice, line } from './fields';

/** A list of subscribers. Without `smtp`, Strapi's own e-mail provider sends. */
export const emailSettings = z.object({
  fromName: line(120),
  fromEmail: z.email(),
  replyTo: z.email().nullable().default(null),
  list: line(60).default('main'),
  /** Name and postal address of the business, at the foot of every mail: the law of most countries wants it. */
  imprint: z.string().trim().max(500).default(''),
  /** Mails a second, over all connections. */
  rate: z.int().min(1).max(1_000).default(10),
  /** A mail whose arrival is in doubt: wait for a person, or send it again (it may arrive twice). */
  uncertain: z.enum(['hold', 'resend']).default('hold'),
  smtp: z
    .object({
      host: line(255),
      port: z.int().min(1).max(65_535).default(587),
      /** tls: encrypted from the start (465) · starttls: encryption demanded (587) · none: only in the same house. */
      security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
      user: z.string().max(300).default(''),
      connections: z.int().min(1).max(50).default(5),
      /** PEM of who vouches for the server, where no public authority does: its own certificate, or that of a house. */
      certificate: z
        .string()
        .trim()
        .max(20_000)
        .regex(
          /^(?:$|-----BEGIN CERTIFICATE-----)/,
          'must be a certificate in PEM, which begins with -----BEGIN CERTIFICATE-----',
        )
        .default(''),
    })
    .nullable()
    .default(null),
  /** A mailing is one post, however many readers it has. */
  price: channelPrice.optional(),
});
export type EmailSettings = z.output<typeof emailSettings>;

export const emailSecret = z.object({ password: z.string().min(1).max(1_000) });
