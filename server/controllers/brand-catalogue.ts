import type { Context } from 'koa';
import { z } from 'zod';
import { orThrow } from '../errors';
import type { Presence } from '../wire';
import { read, reviewerOf } from './reading';

const ruleParam = z.object({ id: z.string().min(1).max(300) });

/** Brands and their rules, as people who manage the brand see them. */
export const brandCatalogue = ({ catalogue }: Presence) => ({
  async brands(ctx: Context): Promise<void> {
    ctx.body = await catalogue.brands.view();
  },

  async saveBrands(ctx: Context): Promise<void> {
    ctx.body = orThrow(await catalogue.brands.save(ctx.request.body, reviewerOf(ctx).actor));
  },

  async rules(ctx: Context): Promise<void> {
    ctx.body = await catalogue.rules.list();
  },

  async changeRule(ctx: Context): Promise<void> {
    const { id } = read(ruleParam, ctx['params']);
    ctx.body = orThrow(await catalogue.rules.change(id, ctx.request.body, reviewerOf(ctx).actor));
  },
});
