import type { Core, UID } from '@strapi/strapi';
import type { EntryKey } from '../../src/shared/entry-key';
import { asScheduler } from './strapi-publish';

/** Takes an entry off the site through the document service, and so through the gate, as the scheduler. */
export const unpublishEntry =
  (strapi: Core.Strapi) =>
  async ({ uid, documentId, locale }: EntryKey): Promise<void> => {
    await strapi.requestContext.run(asScheduler, async () => {
      await strapi
        .documents(uid as UID.ContentType)
        .unpublish({ documentId, ...(locale === null ? {} : { locale }) });
    });
  };
