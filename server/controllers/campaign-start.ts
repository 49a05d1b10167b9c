import type { Context } from 'koa';
import { z } from 'zod';
import { entryQuery } from '../../src/governance/schema';
import { duplicateInput, duplicatesInput, entrySearchQuery } from '../../src/publishing/campaign/start';
import { templatesQuery } from '../../src/publishing/campaign/template';
import { actorFrom, may } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, readable } from './reading';

const params = z.object({ key: z.uuid('must be the key of a campaign') });

/** How campaigns begin. */
export const campaignStart = ({ campaignStart: start, publishing }: Presence) => ({
  async templates(ctx: Context): Promise<void> {
    ctx.body = start.templates(read(templatesQuery, ctx.query).language);
  },
  async entries(ctx: Context): Promise<void> {
    const can = may(ctx.state);
    const { q } = read(entrySearchQuery, ctx.query);
    ctx.body = await start.entries(q, (uid) => can('plugin::content-manager.explorer.read', uid));
  },
  async source(ctx: Context): Promise<void> {
    const entry = readable(ctx, read(entryQuery, ctx.query));
    ctx.body = orThrow(await publishing.copies.source(entry));
  },
  async mentionable(ctx: Context): Promise<void> {
    const entry = readable(ctx, read(entryQuery, ctx.query));
    ctx.body = orThrow(await publishing.copies.mentionable(entry));
  },
  async duplicate(ctx: Context): Promise<void> {
    const { key } = read(params, ctx['params']);
    const input = read(duplicateInput, ctx.request.body);
    ctx.body = orThrow(await start.duplicate(key, input, actorFrom(ctx.state)));
    ctx.status = 201;
  },
  async duplicateAll(ctx: Context): Promise<void> {
    ctx.body = await start.duplicateAll(read(duplicatesInput, ctx.request.body), actorFrom(ctx.state));
  },
});
