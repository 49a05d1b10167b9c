import type { Context } from 'koa';
import { actorFrom } from '../actor';
import { channelTestInput } from '../../src/channels/schema';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read } from './reading';

/** The accounts that the business publishes to. */
export const channels = (presence: Presence) => ({
  async list(ctx: Context): Promise<void> {
    ctx.body = await presence.channels.list();
  },

  async types(ctx: Context): Promise<void> {
    ctx.body = presence.channels.types();
  },

  async health(ctx: Context): Promise<void> {
    ctx.body = await presence.health.view();
  },

  async create(ctx: Context): Promise<void> {
    ctx.body = orThrow(await presence.channels.create(ctx.request.body, actorFrom(ctx.state)));
    ctx.status = 201;
  },

  async update(ctx: Context): Promise<void> {
    ctx.body = orThrow(
      await presence.access.update(String(ctx.params.key), ctx.request.body, actorFrom(ctx.state)),
    );
  },

  async remove(ctx: Context): Promise<void> {
    ctx.body = orThrow(await presence.access.remove(String(ctx.params.key), actorFrom(ctx.state)));
  },

  async test(ctx: Context): Promise<void> {
    const input = read(channelTestInput, ctx.request.body);
    ctx.body = orThrow(await presence.channels.test(String(ctx.params.key), input));
  },
});
