import type { Context } from 'koa';
import { z } from 'zod';
import { insightsQuery } from '../../src/ecosystem/schema';
import { fail, type Result } from '../../src/shared/result';
import { orThrow } from '../errors';
import type { Presence } from '../presence';

const campaignKey = z.object({ key: z.uuid() });

/** The numbers of the insights page. */
export const insights = (presence: Presence) => ({
  async overview(ctx: Context): Promise<void> {
    ctx.body = await presence.engagement.insights.overview(orThrow(parsed(insightsQuery, ctx.query)));
  },

  async campaign(ctx: Context): Promise<void> {
    const { key } = orThrow(parsed(campaignKey, ctx['params']));
    ctx.body = await presence.engagement.insights.funnel(key);
  },
});

function parsed<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const [issue] = result.error.issues;
  const path = issue?.path.join('.') ?? '';
  return fail({ code: 'request.invalid', message: `${path}: ${issue?.message ?? 'is not allowed'}`, path });
}
