import type { Context } from 'koa';
import { noticesQuery, noticesRead } from '../../src/governance/schema';
import type { Presence } from '../wire';
import { read, reviewerOf } from './reading';

/** The inbox of whoever is signed in. */
export const notices = (presence: Presence) => ({
  async list(ctx: Context): Promise<void> {
    const { unread, page, pageSize } = read(noticesQuery, ctx.query);
    ctx.body = await presence.notices.page(userIdOf(ctx), unread, page, pageSize);
  },

  async read(ctx: Context): Promise<void> {
    const { keys } = read(noticesRead, ctx.request.body);
    await presence.notices.read(userIdOf(ctx), keys);
    ctx.body = await presence.notices.page(userIdOf(ctx), true, 1, 25);
  },
});

function userIdOf(ctx: Context): string {
  const { actor } = reviewerOf(ctx);
  return actor.kind === 'user' ? actor.id : '';
}
