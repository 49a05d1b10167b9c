import { z } from 'zod';
import { fieldRoles } from '../content/schema';
import { calendar, defaultCalendar } from './time/schema';

const uid = z
  .string()
  .regex(/^api::[a-z0-9-]+\.[a-z0-9-]+$/, 'must be a content type such as api::article.article');

const isWebAddress = (value: string): boolean => /^https?:\/\/[^\s/?#@\\]+(\/[^\s\\]*)?$/i.test(value);

/** An absolute http(s) address without the slash at its end; empty where none is set. */
const address = z
  .string()
  .trim()
  .refine(
    (value) => value === '' || isWebAddress(value),
    'must be an address that starts with http:// or https://',
  )
  .transform((value) => value.replace(/\/+$/, ''));

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** A page address with `{locale}`, `{slug}`, `{documentId}` or any text field; absolute, or below `sites.baseUrl`. */
const pagePattern = z
  .string()
  .trim()
  .regex(/^(https?:\/\/|\/)\S*$/, 'must start with https://, http:// or / and hold no spaces');

const hook = z.strictObject({
  url: z.string().trim().refine(isWebAddress, 'must be an address that starts with http:// or https://'),
});

const fields = {
  /** Content types whose entries need an approval. */
  governed: z.array(uid).max(200),
  /** Who edited since the last approval cannot approve. Off only where one person runs the whole business. */
  fourEyes: z.boolean(),
  /** Content type → role (`title`, `summary`, `cover` …) → field path; what is missing is guessed. */
  roles: z.record(uid, fieldRoles.partial()),
  /** Content type → field path → what is delicate about it; workflows may ask for somebody else where it changes. */
  marks: z.record(uid, z.record(z.string().min(1).max(200), z.enum(['price', 'legal']))).default({}),
  sites: z.strictObject({
    /** Address of the website. */
    baseUrl: address,
    /** Content type → address pattern of its pages. */
    pages: z.record(uid, pagePattern),
    /** Called after something was published on the website, so that a static site rebuilds. */
    hook: hook.extend({ secretSet: z.boolean() }).nullable(),
  }),
  /** Where visitors reach this Strapi, for tracked links and confirmation links. */
  publicUrl: address,
  /** What happens to publications that fell due while nothing ran. */
  catchUp: z.enum(['late', 'skip', 'ask']),
  /** IANA time zone of the business. */
  zone: z.string().refine(isZone, 'must be a time zone such as Europe/Berlin'),
  /** When the business works: what the days that a stage may last are counted in. */
  calendar: calendar.default(defaultCalendar),
  /** Days that single touchpoints are kept; the hourly sums stay. */
  retentionDays: z.int().min(1).max(3650),
  /** Years that the record of who did what is kept; null: for ever. */
  auditYears: z.int().min(1).max(100).nullable(),
};

/** The settings page, as stored and as the API shows them. Secrets are write-only: views say only that one is set. */
export const settingsSchema = z.strictObject(fields);
export type Settings = z.output<typeof settingsSchema>;

/** Body of `PUT /presence/settings`: the whole page. A hook secret that is absent stays, an empty one is removed. */
export const settingsRequest = z.strictObject({
  ...fields,
  sites: fields.sites.extend({
    hook: hook
      .extend({ secret: z.string().max(500).optional(), secretSet: z.boolean().optional() })
      .nullable(),
  }),
});
export type SettingsRequest = z.output<typeof settingsRequest>;

/** What holds before anybody opened the settings page. */
export const defaultSettings: Settings = {
  governed: [],
  fourEyes: true,
  roles: {},
  marks: {},
  sites: { baseUrl: '', pages: {}, hook: null },
  publicUrl: '',
  catchUp: 'ask',
  zone: 'UTC',
  calendar: defaultCalendar,
  retentionDays: 400,
  auditYears: null,
};
