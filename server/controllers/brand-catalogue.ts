import type { Context } from 'koa';
import { z } from 'zod';
import { orThrow } from '../errors';
import type { Presence } from '../wire';
import { read, reviewerOf } from './reading';

const trialParam = z.object({ id: z.uuid() });
const ruleParam = z.object({ id: z.string().min(1).max(300) });

/** Brands and their rules, as people who manage the brand see them. */
export const brandCatalogue = ({ catalogue, brandTools }: Presence) => ({
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

  async startTrial(ctx: Context): Promise<void> {
    ctx.status = 201;
    ctx.body = orThrow(await brandTools.trials.start(ctx.request.body));
  },

  async trial(ctx: Context): Promise<void> {
    ctx.body = orThrow(await brandTools.trials.view(read(trialParam, ctx['params']).id));
  },

  async markTrial(ctx: Context): Promise<void> {
    const { id } = read(trialParam, ctx['params']);
    ctx.body = orThrow(await brandTools.trials.mark(id, ctx.request.body));
  },
});
