import type { Context } from 'koa';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';

/** The apps that the business registered at networks. */
export const connectApps = ({ connectApps: { desk } }: Presence) => ({
  async list(ctx: Context): Promise<void> {
    ctx.body = await desk.list();
  },

  async save(ctx: Context): Promise<void> {
    const { name } = ctx['params'];
    ctx.body = orThrow(await desk.put(String(name), ctx.request.body, actorFrom(ctx.state)));
  },

  async remove(ctx: Context): Promise<void> {
    ctx.body = orThrow(await desk.remove(String(ctx['params'].name), actorFrom(ctx.state)));
  },
});
