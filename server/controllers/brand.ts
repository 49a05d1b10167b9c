import type { Context } from 'koa';
import { z } from 'zod';
import type { BrandContext } from '../../src/governance/schema';
import { orThrow } from '../errors';
import type { Presence } from '../wire';
import { read, readable } from './reading';

const contextQuery = z.object({
  uid: z.string(),
  locale: z
    .string()
    .max(35)
    .nullish()
    .transform((locale) => locale || null),
});

/** The brand kit, and what the check of an unsaved form needs besides it. */
export const brand = ({ catalogue, entries, settings }: Presence) => ({
  async context(ctx: Context): Promise<void> {
    const { uid, locale } = read(contextQuery, ctx.query);
    readable(ctx, { uid, documentId: '', locale: null });
    const model = entries.model(uid);
    if (!model)
      return orThrow({
        ok: false,
        error: { code: 'entry.not-found', message: `There is no content type ${uid}.` },
      });
    const { key, kit } = await catalogue.brandFor(uid, locale);
    const context: BrandContext = {
      brand: key,
      kit,
      model,
      components: entries.components(),
      roles: await entries.roles(model),
      governed: await settings.isGoverned(uid),
    };
    ctx.body = context;
  },
});
