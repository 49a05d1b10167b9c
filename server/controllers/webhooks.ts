import type { Context } from 'koa';
import { pageQuery } from '../../src/shared/page';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read } from './reading';

/** The receivers of events. */
export const webhooks = (presence: Presence) => {
  const { webhooks: service } = presence.telling;
  const keyOf = (ctx: Context): string => String(ctx.params.key);
  return {
    async list(ctx: Context): Promise<void> {
      ctx.body = await service.list();
    },

    async create(ctx: Context): Promise<void> {
      ctx.body = orThrow(await service.create(ctx.request.body, actorFrom(ctx.state)));
      ctx.status = 201;
    },

    async update(ctx: Context): Promise<void> {
      ctx.body = orThrow(await service.update(keyOf(ctx), ctx.request.body, actorFrom(ctx.state)));
    },

    async remove(ctx: Context): Promise<void> {
      orThrow(await service.remove(keyOf(ctx), actorFrom(ctx.state)));
      ctx.status = 204;
    },

    async renewSecret(ctx: Context): Promise<void> {
      ctx.body = orThrow(await service.renewSecret(keyOf(ctx), actorFrom(ctx.state)));
    },

    async test(ctx: Context): Promise<void> {
      ctx.body = orThrow(await service.test(keyOf(ctx)));
    },

    async deliveries(ctx: Context): Promise<void> {
      const { page, pageSize } = read(pageQuery, ctx.query);
      ctx.body = orThrow(await service.deliveries(keyOf(ctx), page, pageSize));
    },

    async redeliver(ctx: Context): Promise<void> {
      orThrow(await service.redeliver(keyOf(ctx), String(ctx.params.delivery)));
      ctx.status = 204;
    },
  };
};
