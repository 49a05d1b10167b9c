import type { Context } from 'koa';
import { z } from 'zod';
import { orThrow } from '../errors';
import { largeBodyOf } from '../large-body';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

const packParam = z.object({ name: z.string().min(1).max(100) });
const trialParam = z.object({ id: z.uuid() });
const ruleParam = z.object({ id: z.string().min(1).max(300) });

/** Bytes of a request: a zip of six megabytes as base64, and thousands of terms with their forms. */
const mostOfPack = 8_100_000;
const mostOfBrands = 20_000_000;

/** Brands and their rules, as people who manage the brand see them. */
export const brandCatalogue = ({ catalogue, brandTools }: Presence) => ({
  async brands(ctx: Context): Promise<void> {
    ctx.body = await catalogue.brands.view();
  },

  async saveBrands(ctx: Context): Promise<void> {
    const body = orThrow(await largeBodyOf(ctx.req, mostOfBrands));
    ctx.body = orThrow(await catalogue.brands.save(body, reviewerOf(ctx).actor));
  },

  async packs(ctx: Context): Promise<void> {
    ctx.body = { packs: await catalogue.packs.list() };
  },

  async uploadPack(ctx: Context): Promise<void> {
    const body = orThrow(await largeBodyOf(ctx.req, mostOfPack));
    const uploaded = orThrow(await catalogue.packs.upload(body, reviewerOf(ctx).actor));
    ctx.status = 201;
    ctx.body = uploaded;
  },

  async changePack(ctx: Context): Promise<void> {
    const { name } = read(packParam, ctx['params']);
    ctx.body = orThrow(await catalogue.packs.change(name, ctx.request.body, reviewerOf(ctx).actor));
  },

  async removePack(ctx: Context): Promise<void> {
    const { name } = read(packParam, ctx['params']);
    orThrow(await catalogue.packs.remove(name, reviewerOf(ctx).actor));
    ctx.status = 204;
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

  async propose(ctx: Context): Promise<void> {
    ctx.body = orThrow(await brandTools.propose(ctx.request.body));
  },
});
