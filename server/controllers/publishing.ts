import type { Context } from 'koa';
import { z } from 'zod';
import { bulkInput } from '../../src/publishing/calendar/bulk';
import {
  answerInput,
  campaignChange,
  campaignInput,
  campaignQuery,
  deriveInput,
  publicationQuery,
  rescheduleInput,
  scheduleInput,
} from '../../src/publishing/schema';
import { settleInput } from '../../src/publishing/campaign/derived';
import { repeatInput } from '../../src/publishing/repeat/schema';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { reviewerOf } from './reading';

const params = z.object({ key: z.uuid('must be the key of a campaign or publication') });

/** Campaigns: what goes where, in which words, and when. */
export const campaigns = ({ publishing, preflight }: Presence) => ({
  async derive(ctx: Context): Promise<void> {
    ctx.body = orThrow(await publishing.campaigns.derive(bodyOf(ctx, deriveInput)));
  },
  async list(ctx: Context): Promise<void> {
    ctx.body = await publishing.campaigns.list(orThrow(parsed(campaignQuery, ctx.query)));
  },
  async create(ctx: Context): Promise<void> {
    ctx.body = orThrow(await publishing.campaigns.create(bodyOf(ctx, campaignInput), actorFrom(ctx.state)));
    ctx.status = 201;
  },
  async get(ctx: Context): Promise<void> {
    ctx.body = orThrow(await publishing.campaigns.get(keyOf(ctx)));
  },
  async update(ctx: Context): Promise<void> {
    const change = bodyOf(ctx, campaignChange);
    ctx.body = orThrow(await publishing.campaigns.update(keyOf(ctx), change, actorFrom(ctx.state)));
  },
  async schedule(ctx: Context): Promise<void> {
    const input = bodyOf(ctx, scheduleInput);
    const campaign = orThrow(await publishing.campaigns.schedule(keyOf(ctx), input, actorFrom(ctx.state)));
    ctx.body = { ...campaign, preflight: await preflight.scheduled(campaign.publications) };
  },
  async derived(ctx: Context): Promise<void> {
    ctx.body = orThrow(await publishing.copies.derived(keyOf(ctx)));
  },
  async repeat(ctx: Context): Promise<void> {
    ctx.body = { repeat: orThrow(await publishing.repeats.get(keyOf(ctx))) };
  },
  async setRepeat(ctx: Context): Promise<void> {
    const input = bodyOf(ctx, repeatInput);
    ctx.body = { repeat: orThrow(await publishing.repeats.set(keyOf(ctx), input, actorFrom(ctx.state))) };
  },
});

/** Publications: where each copy stands, and what a person does about it. */
export const publications = ({ publishing, calendar, preflight }: Presence) => ({
  async list(ctx: Context): Promise<void> {
    ctx.body = await publishing.publications.list(orThrow(parsed(publicationQuery, ctx.query)));
  },
  async retry(ctx: Context): Promise<void> {
    ctx.body = orThrow(await publishing.publications.retry(keyOf(ctx), actorFrom(ctx.state)));
  },
  async cancel(ctx: Context): Promise<void> {
    ctx.body = orThrow(await publishing.publications.cancel(keyOf(ctx), actorFrom(ctx.state)));
  },
  async reschedule(ctx: Context): Promise<void> {
    const input = bodyOf(ctx, rescheduleInput);
    const one = orThrow(await publishing.publications.reschedule(keyOf(ctx), input, actorFrom(ctx.state)));
    ctx.body = { ...one, preflight: await preflight.scheduled([one]) };
  },
  async keep(ctx: Context): Promise<void> {
    const seen = bodyOf(ctx, settleInput);
    ctx.body = orThrow(await publishing.copies.keep(keyOf(ctx), seen, actorFrom(ctx.state)));
  },
  async take(ctx: Context): Promise<void> {
    const seen = bodyOf(ctx, settleInput);
    ctx.body = orThrow(await publishing.copies.take(keyOf(ctx), seen, actorFrom(ctx.state)));
  },
  async bulk(ctx: Context): Promise<void> {
    ctx.body = await calendar.bulk(bodyOf(ctx, bulkInput), reviewerOf(ctx));
  },
  async answer(ctx: Context): Promise<void> {
    const input = bodyOf(ctx, answerInput);
    ctx.body = orThrow(await publishing.publications.answer(keyOf(ctx), input, actorFrom(ctx.state)));
  },
});

const keyOf = (ctx: Context): string => orThrow(parsed(params, ctx['params'])).key;

const bodyOf = <T>(ctx: Context, schema: z.ZodType<T>): T => orThrow(parsed(schema, ctx.request.body));

function parsed<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const result = schema.safeParse(input);
  return result.success ? ok(result.data) : fail(invalidRequest(result.error));
}
