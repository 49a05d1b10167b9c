import { z } from 'zod';
import { channelPrice, webUrl } from './fields';

/** Telling search engines which pages changed (indexnow.org/documentation). The key is public: the site serves it in a file. */
export const indexNow = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'must be 8 to 128 letters, digits and hyphens'),
  /** Where the site serves the key; left out: `/<key>.txt` beside its first page. */
  keyLocation: webUrl.optional(),
  /** Who passes it on to all search engines that take part. */
  endpoint: webUrl.default('https://api.indexnow.org/indexnow'),
});
export type IndexNow = z.output<typeof indexNow>;

/** Telling those who follow a feed that it changed (w3.org/TR/websub): its address, and the hub that it names. */
export const feed = z.object({ url: webUrl, hub: webUrl });
export type Feed = z.output<typeof feed>;

/**
 * The website: publishes the entry in Strapi, calls the site hook of the plugin's settings, and waits until the page is
 * up. Page addresses and hook live in those settings, beside the content types that they belong to.
 */
export const websiteSettings = z.object({
  /** Delivered only when the page answers 200. Switch off where the site cannot be reached from here. */
  waitForPage: z.boolean().default(true),
  /** Left out: nobody is told. */
  indexNow: indexNow.optional(),
  feed: feed.optional(),
  /** Looked at by a test of the channel; nobody is told of it. */
  sitemap: webUrl.optional(),
  price: channelPrice.optional(),
});
export type WebsiteSettings = z.output<typeof websiteSettings>;
