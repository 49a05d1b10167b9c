import type { Core, Modules } from '@strapi/strapi';
import { z } from 'zod';
import { entryIdOf } from '../src/shared/entry-key';
import { actorOf } from './actor';
import { undoable } from './stores/undoable';
import { wired } from './wire';

type Middleware = Modules.Documents.Middleware.Middleware;

const acts = new Set(['create', 'update', 'clone', 'publish', 'unpublish', 'delete']);
const known = z.object({ documentId: z.string() });
const publishing = z.object({ status: z.literal('published') });

/**
 * Writes down what goes on the website and off it of the types that need no approval; of the others the gate does. In the
 * transaction of the act. Types without drafts go out with every save: of those only the deletion is told.
 */
export function publishWatch(strapi: Core.Strapi): Middleware {
  const together = undoable(strapi.db);
  return async (context, next) => {
    const { action, uid, params } = context;
    if (!acts.has(action) || !uid.startsWith('api::')) return next();
    const isSave = action === 'create' || action === 'update' || action === 'clone';
    if (isSave && !publishing.safeParse(params).success) return next();
    const { settings, entries, audit } = wired(strapi);
    if (await settings.isGoverned(uid)) return next();
    if (action !== 'delete' && !entries.model(uid)?.draftAndPublish) return next();
    const idOf = (value: unknown): string | null => known.safeParse(value).data?.documentId ?? null;
    const versions = async (documentId: string | null) =>
      documentId === null ? [] : entries.versions(uid, documentId);

    return together(async () => {
      const before = await versions(idOf(params));
      const result = await next();
      const documentId = idOf(params) ?? idOf(result);
      const after = await versions(documentId);
      const actor = actorOf(strapi);
      const [were, are] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
      const isOut = new Set(after.filter(({ published }) => published).map(({ locale }) => locale));
      for (const { id, locale, published } of after)
        if (published && !were.has(id)) {
          const key = { uid, documentId: documentId ?? '', locale };
          const seal = (await entries.load(key, 'published'))?.seal;
          await audit.record({ kind: 'publish', actor, entry: entryIdOf(key), ...(seal ? { seal } : {}) });
        }
      const gone = before.filter(({ id, locale, published }) =>
        action === 'delete' ? !are.has(id) : published && !are.has(id) && !isOut.has(locale),
      );
      for (const locale of new Set(gone.map((version) => version.locale))) {
        const entry = entryIdOf({ uid, documentId: documentId ?? '', locale });
        await audit.record({ kind: action === 'delete' ? 'delete' : 'unpublish', actor, entry });
      }
      return result;
    });
  };
}
