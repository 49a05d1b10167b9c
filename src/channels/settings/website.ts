import { z } from 'zod';

/**
 * The website: publishes the entry in Strapi, calls the site hook of the plugin's settings, and waits until the page is
 * up. Page addresses and hook live in those settings, beside the content types that they belong to.
 */
export const websiteSettings = z.object({
  /** Delivered only when the page answers 200. Switch off where the site cannot be reached from here. */
  waitForPage: z.boolean().default(true),
});
