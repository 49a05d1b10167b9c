import { z } from 'zod';
import { channels, day, locales, phrase, reason, severity, webAddress } from './parts';

/** `*` stands for any letters within one word: `heal*`, `cures *`. */
const wildcardPhrase = phrase
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'Write at least one letter or digit beside the wildcard.')
  .refine((value) => !/\*[^\s*]+\*[^\s*]+\*/.test(value), 'At most two wildcards in a word.')
  .refine((value) => value.split('*').length <= 6, 'At most five wildcards.');

/** Something that we must not claim. */
export const forbiddenClaim = z.object({
  pattern: wildcardPhrase,
  reason,
  severity: severity.default('error'),
  locales,
  channels,
});
export type ForbiddenClaim = Readonly<z.infer<typeof forbiddenClaim>>;

/** Something that we may claim, and what has to hold then. */
export const registeredClaim = z.object({
  /** Stable; part of the rule's id: `claim/<key>`. */
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, 'Must be a word of a to z, 0 to 9 and hyphens.'),
  /** How the claim is said; any of these. */
  patterns: z.array(wildcardPhrase).min(1, 'Write at least one way in which the claim is said.').max(50),
  /** Where the proof is: a certificate, a study. */
  evidence: webAddress.nullable().default(null),
  /** Text that has to stand beside it, matched with small differences allowed. Null: none. */
  disclaimer: z.string().trim().min(3).max(1_000).nullable().default(null),
  /** Last day on which it may be said. */
  validUntil: day.nullable().default(null),
  /** Where it may be said; empty means everywhere. Elsewhere it is a finding. */
  allowedChannels: channels,
  allowedLocales: locales,
  reason,
  severity: severity.default('error'),
});
export type RegisteredClaim = Readonly<z.infer<typeof registeredClaim>>;

/** Whether prices, percentages, dates, codes… must be the same in the entry, in every copy and in the pictures. */
export const factAgreement = z.object({
  severity: severity.default('error'),
  /** Which kinds of facts are compared. */
  kinds: z
    .array(z.enum(['price', 'percentage', 'date', 'phone', 'url', 'coupon', 'product']))
    .default(['price', 'percentage', 'date', 'phone', 'coupon', 'product']),
  /** Product names to compare, beside the names of the kit. */
  products: z.array(phrase).max(500).default([]),
});
