import type { Context } from 'koa';
import { timesInput } from '../../src/publishing/time/times';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

/** When the channels are used, and what a time would mean for them. */
export const publishingPlan = ({ publishing }: Presence) => ({
  async show(ctx: Context): Promise<void> {
    ctx.body = await publishing.plan.view();
  },
  async save(ctx: Context): Promise<void> {
    ctx.body = orThrow(await publishing.plan.save(ctx.request.body, reviewerOf(ctx).actor));
  },
  async times(ctx: Context): Promise<void> {
    ctx.body = await publishing.lookAhead(read(timesInput, ctx.request.body));
  },
});
