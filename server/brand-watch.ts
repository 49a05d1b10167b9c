import type { Core, Modules } from '@strapi/strapi';
import { z } from 'zod';
import { wired } from './wire';

/** What changes what people edit. Publishing does not: it shows what is there already. */
const changing = new Set(['create', 'update', 'clone', 'discardDraft', 'delete']);
const named = z.object({ documentId: z.string() });
const cloned = z.object({ entries: z.array(named) });

/** Notes which entries wait for the brand check, in the transaction of their change. */
export function brandWatch(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async ({ action, uid, params }, next) => {
    if (!changing.has(action) || !uid.startsWith('api::')) return next();
    const result = await next();
    const known =
      action === 'clone'
        ? (cloned.safeParse(result).data?.entries ?? [])
        : [named.safeParse(action === 'create' ? result : params).data];
    for (const documentId of new Set(known.flatMap((one) => one?.documentId ?? [])))
      await wired(strapi).brand.index.follow(uid, documentId);
    return result;
  };
}
