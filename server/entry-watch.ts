import type { Core, Modules } from '@strapi/strapi';
import { z } from 'zod';
import { wired } from './wire';

const changing = new Set(['update', 'publish', 'unpublish', 'discardDraft', 'delete']);
const params = z.object({ documentId: z.string() });

/** Tells publishing and the board which documents were changed, by whichever way, after the change and in its transaction. */
export function entryWatch(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async ({ action, uid, params: given }, next) => {
    if (!changing.has(action) || !uid.startsWith('api::')) return next();
    const result = await next();
    const known = params.safeParse(given);
    if (!known.success) return result;
    const { publishing, room } = wired(strapi);
    await publishing.changes.onDocumentChanged(uid, known.data.documentId);
    if (action === 'delete') await room.projection.forget(uid, known.data.documentId);
    return result;
  };
}
