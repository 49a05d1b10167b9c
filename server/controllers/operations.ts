import type { Context } from 'koa';
import { z } from 'zod';
import { holdInput } from '../../src/publishing/operations/hold';
import { correctInput } from '../../src/publishing/operations/correct';
import { recallInput } from '../../src/publishing/operations/recall';
import { retryCauseInput } from '../../src/publishing/running/dead-letters';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

const params = z.object({ key: z.uuid('must be a key') });

/** How publishing runs, and the switch that stops it. */
export const operations = ({ publishing }: Presence) => ({
  async view(ctx: Context): Promise<void> {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await publishing.running.look();
  },
  async dead(ctx: Context): Promise<void> {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await publishing.deadLetters.list();
  },
  async retryDead(ctx: Context): Promise<void> {
    const input = read(retryCauseInput, ctx.request.body);
    ctx.body = await publishing.deadLetters.retry(input, actorFrom(ctx.state));
  },
  async holds(ctx: Context): Promise<void> {
    ctx.body = await publishing.holds.list();
  },
  async stop(ctx: Context): Promise<void> {
    const input = read(holdInput, ctx.request.body);
    ctx.body = orThrow(await publishing.holds.stop(input, actorFrom(ctx.state)));
  },
  async correct(ctx: Context): Promise<void> {
    const { key } = read(params, ctx['params']);
    const { text } = read(correctInput, ctx.request.body);
    orThrow(await publishing.corrections.correct(key, text, actorFrom(ctx.state)));
    ctx.body = orThrow(await publishing.publications.get(key));
  },
  async withdrawCorrection(ctx: Context): Promise<void> {
    const { key } = read(params, ctx['params']);
    orThrow(await publishing.corrections.withdraw(key, actorFrom(ctx.state)));
    ctx.body = orThrow(await publishing.publications.get(key));
  },
  async recall(ctx: Context): Promise<void> {
    const { key } = read(params, ctx['params']);
    const { reason } = read(recallInput, ctx.request.body);
    orThrow(await publishing.recalls.recall(key, reviewerOf(ctx), reason));
    ctx.body = orThrow(await publishing.publications.get(key));
  },
  async recallCampaign(ctx: Context): Promise<void> {
    const { key } = read(params, ctx['params']);
    const { reason } = read(recallInput, ctx.request.body);
    orThrow(await publishing.campaigns.get(key));
    orThrow(await publishing.recalls.recallCampaign(key, reviewerOf(ctx), reason));
    ctx.body = orThrow(await publishing.campaigns.get(key));
  },
  async lift(ctx: Context): Promise<void> {
    const { key } = read(params, ctx['params']);
    ctx.body = orThrow(await publishing.holds.lift(key, actorFrom(ctx.state)));
  },
});
