import type { Context } from 'koa';
import { z } from 'zod';
import { preflightQuery } from '../../src/publishing/preflight/schema';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read } from './reading';

const params = z.object({ key: z.uuid('must be the key of a campaign or publication') });
const keyOf = (ctx: Context): string => read(params, ctx['params']).key;

/** Will it go out? */
export const preflight = ({ preflight: service }: Presence) => ({
  async publication(ctx: Context): Promise<void> {
    ctx.body = orThrow(await service.publication(keyOf(ctx)));
  },
  async campaign(ctx: Context): Promise<void> {
    ctx.body = orThrow(await service.campaign(keyOf(ctx)));
  },
  async ahead(ctx: Context): Promise<void> {
    ctx.body = await service.ahead(read(preflightQuery, ctx.query).days);
  },
});
