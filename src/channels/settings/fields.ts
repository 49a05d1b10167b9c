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

/** Hundredths of a currency. */
const amount = z
  .int({ message: 'must be an amount such as 0.10' })
  .min(1, 'must be an amount such as 0.10')
  .max(100_000_000);

/** The same to the thousandth: some networks bill 0.015 for a post. */
const fineAmount = z
  .number({ message: 'must be an amount such as 0.10' })
  .min(0.1, 'must be an amount such as 0.10')
  .max(100_000_000)
  .multipleOf(0.1, 'must be an amount such as 0.10');

/** Currencies of a hundred parts each: amounts of others would be read a hundred times too small. */
export const currencies = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'CAD',
  'AUD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
] as const;
export type Currency = (typeof currencies)[number];

/** What a channel bills for one post, and what is to be spent on it in a month at most; left out where it bills nothing. */
export const channelPrice = z.object({
  perPost: fineAmount,
  /** For a post with an address in it, where that costs more. */
  withLink: fineAmount.optional(),
  currency: z.enum(currencies),
  /** Null: no limit. */
  cap: amount.nullable().default(null),
});
export type ChannelPrice = z.output<typeof channelPrice>;
