import type { Context } from 'koa';
import { z } from 'zod';
import type { BrandContext } from '../../src/governance/schema';
import { orThrow } from '../errors';
import type { Presence } from '../wire';
import { read, readable, reviewerOf } from './reading';

const contextQuery = z.object({ uid: z.string() });

/** The brand kit, and what the check of an unsaved form needs besides it. */
export const brand = ({ brandKit, entries, settings }: Presence) => ({
  async context(ctx: Context): Promise<void> {
    const { uid } = read(contextQuery, ctx.query);
    readable(ctx, { uid, documentId: '', locale: null });
    const model = entries.model(uid);
    if (!model)
      return orThrow({
        ok: false,
        error: { code: 'entry.not-found', message: `There is no content type ${uid}.` },
      });
    const context: BrandContext = {
      kit: await brandKit.get(),
      model,
      components: entries.components(),
      roles: await entries.roles(model),
      governed: await settings.isGoverned(uid),
    };
    ctx.body = context;
  },

  async kit(ctx: Context): Promise<void> {
    ctx.body = await brandKit.get();
  },

  async saveKit(ctx: Context): Promise<void> {
    ctx.body = orThrow(await brandKit.save(ctx.request.body, reviewerOf(ctx).actor));
  },
});
