import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Outcome } from '../../src/channels/channel';
import type { EntryKey } from '../../src/shared/entry-key';

type Store = Parameters<Core.Strapi['requestContext']['run']>[0];

/** What the scheduler looks like to the gate and to Strapi's own history, which reads the address of the request. */
export const asScheduler = { state: { auditSource: 'scheduler' }, request: { url: '' } } as unknown as Store;

/** Publishes the draft of an entry through the document service, and so through the gate; null: it is published. */
export const publishEntry =
  (strapi: Core.Strapi) =>
  async ({ uid, documentId, locale }: EntryKey): Promise<Outcome | null> => {
    if (strapi.contentTypes[uid as UID.ContentType]?.options?.draftAndPublish !== true) return null;
    try {
      let count = 0;
      await strapi.requestContext.run(asScheduler, async () => {
        const { entries } = await strapi
          .documents(uid as UID.ContentType)
          .publish({ documentId, ...(locale === null ? {} : { locale }) });
        count = entries.length;
      });
      return count > 0 ? null : gone;
    } catch (error) {
      return refusal(error);
    }
  };

/** Takes an entry off the site as whoever asks, through the document service and so through the gate. */
export const endEntry =
  (strapi: Core.Strapi) =>
  async ({ uid, documentId, locale }: EntryKey): Promise<void> => {
    await strapi
      .documents(uid as UID.ContentType)
      .unpublish({ documentId, ...(locale === null ? {} : { locale }) });
  };

const coded = z.object({ details: z.object({ code: z.string() }) });

function refusal(error: unknown): Outcome {
  if (!(error instanceof errors.ApplicationError)) throw error;
  const ours = coded.safeParse(error);
  // The gate's veto: something changed since the engine asked. It asks again before the next try, and holds then.
  if (ours.success) return { kind: 'retry', code: ours.data.details.code, message: error.message };
  return {
    kind: 'rejected',
    code: 'website.not-publishable',
    message: `Strapi cannot publish this entry: ${error.message.replace(/[.\s]+$/, '')}. Open the entry, correct it and schedule it again.`,
  };
}

const gone: Outcome = {
  kind: 'rejected',
  code: 'entry.not-found',
  message: 'The entry has no draft that could be published. Was it deleted?',
};
