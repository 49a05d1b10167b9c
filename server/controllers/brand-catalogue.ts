import type { Context } from 'koa';
import { orThrow } from '../errors';
import type { Presence } from '../wire';
import { reviewerOf } from './reading';

/** Brands and their rules, as people who manage the brand see them. */
export const brandCatalogue = ({ catalogue }: Presence) => ({
  async brands(ctx: Context): Promise<void> {
    ctx.body = await catalogue.brands.view();
  },

  async saveBrands(ctx: Context): Promise<void> {
    ctx.body = orThrow(await catalogue.brands.save(ctx.request.body, reviewerOf(ctx).actor));
  },
});
