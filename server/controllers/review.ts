import type { Context } from 'koa';
import { decisionRequest } from '../../src/governance/review/schema';
import { entryQuery } from '../../src/governance/schema';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, readable, reviewerOf } from './reading';

/** The governance part of the side panel. */
export const review = ({ reviews, decide }: Presence) => ({
  async panel(ctx: Context): Promise<void> {
    const key = readable(ctx, read(entryQuery, ctx.query));
    ctx.body = orThrow(await reviews.panel(key, reviewerOf(ctx)));
  },

  async decide(ctx: Context): Promise<void> {
    const { entry, ...decision } = read(decisionRequest, ctx.request.body);
    ctx.body = orThrow(await decide(readable(ctx, entry), decision, reviewerOf(ctx)));
  },
});
