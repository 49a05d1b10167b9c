import type { Context } from 'koa';
import type { Presence } from '../presence';

/** The governance page. */
export const oversight = (presence: Presence) => ({
  async show(ctx: Context): Promise<void> {
    ctx.body = await presence.oversight.view();
  },
});
