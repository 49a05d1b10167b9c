import { z } from 'zod';
import { phrase, severity } from './parts';

/** How numbers, days, prices and phone numbers are written in one language. Null parts are not looked at. */
export const localeFormats = z.object({
  /** `en`, `de-AT`; the most exact one counts. */
  locale: z.string().trim().min(2).max(35),
  severity: severity.default('warning'),
  /** Separators: `1,234.5` is `decimal: '.'`, `group: ','`. */
  number: z
    .object({ decimal: z.enum(['.', ',']), group: z.enum([',', '.', ' ', "'", '']) })
    .nullable()
    .default(null),
  /** A pattern of `d`, `dd`, `M`, `MM`, `MMM`, `MMMM`, `yy`, `yyyy` and signs: `d MMMM yyyy`, `dd.MM.yyyy`. */
  date: z.string().trim().max(40).nullable().default(null),
  /** 24-hour (`18:00`) or 12-hour (`6 pm`). */
  time: z.enum(['24h', '12h']).nullable().default(null),
  /** Sign before or behind the amount, with or without a space: `€4.50`, `4,50 €`. */
  price: z
    .object({
      currency: z.string().trim().length(3),
      sign: z.enum(['before', 'after']),
      space: z.boolean(),
      /** `4.00`, not `4`. */
      cents: z.enum(['always', 'when-needed']),
    })
    .nullable()
    .default(null),
  /** `+43 1 234 5678`: international with spaces, or as written inside the country. */
  phone: z
    .object({ style: z.enum(['international', 'national']), country: z.string().trim().length(2) })
    .nullable()
    .default(null),
});
export type LocaleFormats = Readonly<z.infer<typeof localeFormats>>;

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Must be a domain such as example.com or *.example.com.');

/** What links must be like. Whether they are alive is asked by the server, never by the browser. */
export const linkPolicy = z.object({
  severity: severity.default('warning'),
  httpsOnly: z.boolean().default(true),
  /** Report links that answer with an error, or do not answer. */
  alive: z.boolean().default(false),
  /** The business's own domains: links to them carry UTM parameters on channels that `utmOn` names. */
  own: z.array(domain).max(50).default([]),
  /** Domains that must not be linked to. */
  forbidden: z.array(domain).max(500).default([]),
  /** Only these domains may be linked to, beside the own ones; empty means any. */
  allowed: z.array(domain).max(500).default([]),
  utmOn: z.array(z.string().max(40)).max(30).default([]),
  utmRequired: z
    .array(z.enum(['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content']))
    .default(['utm_source', 'utm_medium', 'utm_campaign']),
  /** Texts of links that say nothing: `click here`. Those of English and German are known. */
  emptyTexts: z.array(phrase).max(100).default([]),
});

/** How a kind of channel (or `*` for all) is written for: numbers of hashtags and emoji, and which. */
export const socialPolicy = z.object({
  channel: z.string().trim().min(1).max(40),
  severity: severity.default('warning'),
  hashtags: z
    .object({
      min: z.number().int().min(0).max(30).default(0),
      max: z.number().int().min(0).max(100).default(30),
      /** These, with this spelling, when they are used; others may be used too. */
      known: z.array(phrase).max(200).default([]),
      required: z.array(phrase).max(20).default([]),
      forbidden: z.array(phrase).max(500).default([]),
      /** `#FreshBread`, not `#freshbread`: screen readers read it word by word. */
      camelCase: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  emoji: z
    .object({
      max: z.number().int().min(0).max(100).default(100),
      forbidden: z.array(z.string().min(1).max(20)).max(500).default([]),
      /** Null: any that is not forbidden. */
      allowed: z.array(z.string().min(1).max(20)).max(500).nullable().default(null),
    })
    .nullable()
    .default(null),
});
export type SocialPolicy = Readonly<z.infer<typeof socialPolicy>>;
