import type { Context } from 'koa';
import { z } from 'zod';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

const keyParam = z.object({ key: z.string().min(1).max(60) });
const languageQuery = z.object({ language: z.enum(['en', 'de']).catch('en') });

/** Workflows as data: what there is, what a change would mean, and the change. */
export const workflows = ({ workflowViews: views, workflowChanges: changes, room }: Presence) => ({
  async list(ctx: Context): Promise<void> {
    ctx.body = await views.list();
  },

  async show(ctx: Context): Promise<void> {
    ctx.body = orThrow(await views.one(read(keyParam, ctx.params).key));
  },

  async names(ctx: Context): Promise<void> {
    ctx.body = await views.names();
  },

  templates(ctx: Context): Promise<void> {
    ctx.body = views.templates(read(languageQuery, ctx.query).language);
    return Promise.resolve();
  },

  async check(ctx: Context): Promise<void> {
    ctx.body = orThrow(await views.check(ctx.request.body));
  },

  async save(ctx: Context): Promise<void> {
    ctx.body = orThrow(await changes.save(ctx.request.body, reviewerOf(ctx).actor));
    await room.rebuild.ask();
  },

  async remove(ctx: Context): Promise<void> {
    const { key } = read(keyParam, ctx.params);
    ctx.body = orThrow(await changes.remove(key, ctx.request.body, reviewerOf(ctx).actor));
    await room.rebuild.ask();
  },

  async checkPolicies(ctx: Context): Promise<void> {
    ctx.body = orThrow(await views.checkPolicies(ctx.request.body));
  },

  async savePolicies(ctx: Context): Promise<void> {
    ctx.body = orThrow(await changes.savePolicies(ctx.request.body, reviewerOf(ctx).actor));
    await room.rebuild.ask();
  },

  async replace(ctx: Context): Promise<void> {
    ctx.body = orThrow(await changes.replace(ctx.request.body, reviewerOf(ctx).actor));
    await room.rebuild.ask();
  },
});
