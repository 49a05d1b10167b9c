import type { Context } from 'koa';
import { z } from 'zod';
import { pageQuery } from '../../src/shared/page';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read } from './reading';

const ofChannel = z.object({ channel: z.uuid().optional() });
const query = pageQuery.extend(ofChannel.shape);

/** What channels in practice mode posted. */
export const practice = (presence: Presence) => ({
  async list(ctx: Context): Promise<void> {
    const { channel, page, pageSize } = read(query, ctx.query);
    ctx.body = await presence.practice.page(channel ?? null, page, pageSize);
  },

  async clear(ctx: Context): Promise<void> {
    const { channel } = read(ofChannel, ctx.query);
    ctx.body = { removed: await presence.practice.clear(channel ?? null) };
  },

  async remove(ctx: Context): Promise<void> {
    orThrow(await presence.practice.remove(String(ctx.params.kind), String(ctx.params.id)));
    ctx.status = 204;
  },
});
