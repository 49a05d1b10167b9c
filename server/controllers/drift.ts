import type { Context } from 'koa';
import { driftAnswer, driftQuery } from '../../src/governance/drift/schema';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

/** What was published past the gate, and what people do about it. */
export const drift = ({ drift: desk }: Presence) => ({
  async list(ctx: Context): Promise<void> {
    const { page, pageSize } = read(driftQuery, ctx.query);
    ctx.body = { ...(await desk.list(page, pageSize)), scan: await desk.last() };
  },

  async scan(ctx: Context): Promise<void> {
    ctx.body = await desk.scan(reviewerOf(ctx).actor);
  },

  async adopt(ctx: Context): Promise<void> {
    ctx.body = { outcomes: await desk.adopt(read(driftAnswer, ctx.request.body), reviewerOf(ctx)) };
  },

  async takeDown(ctx: Context): Promise<void> {
    ctx.body = { outcomes: await desk.takeDown(read(driftAnswer, ctx.request.body), reviewerOf(ctx)) };
  },
});
