import type { Core, Modules } from '@strapi/strapi';
import { z } from 'zod';
import { wired } from './wire';

const changing = new Set(['create', 'update', 'publish', 'unpublish', 'delete']);
const named = z.object({ documentId: z.string() });

/** Keeps the dates of published content in step with what became public or went, in the transaction of the change. */
export function lifeWatch(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async ({ action, uid, params }, next) => {
    if (!changing.has(action) || !uid.startsWith('api::')) return next();
    const result = await next();
    const known = named.safeParse(action === 'create' ? result : params);
    if (known.success) await wired(strapi).lifecycle.follow(uid, known.data.documentId);
    return result;
  };
}
