import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { z } from 'zod';
import {
  checkCopiesInput,
  checkFormInput,
  dismissalInput,
  reportQuery,
  trendQuery,
  waiverInput,
  waiverPolicy,
  waiversQuery,
} from '../../src/brand/findings/schema';
import { entryQuery } from '../../src/governance/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { may } from '../actor';
import { orThrow } from '../errors';
import { waiverNotFound } from '../services/brand/findings/refusals';
import type { Presence } from '../presence';
import { read, readable, reviewerOf } from './reading';

const waiverId = z.object({ id: z.uuid() });

/** What the brand check found, and what people say about it. */
export function brandFindings({ brand, entries }: Presence) {
  const { views, waivers, policy, dismissals, baseline, report } = brand;
  /** Types that this person may see in the Content Manager: nothing of ours tells more. */
  const readableTypes = (ctx: Context): string[] =>
    entries
      .models()
      .map(({ uid }) => uid)
      .filter((uid) => may(ctx.state)('plugin::content-manager.explorer.read', uid));

  /** The waiver that is asked for, where the person may see its entry. */
  async function waiverOf(ctx: Context): Promise<string> {
    const { id } = read(waiverId, ctx.params);
    const found = await waivers.find(id);
    if (!found) return orThrow({ ok: false, error: waiverNotFound });
    readable(ctx, found.key);
    return id;
  }

  const seen = <T extends EntryKey>(ctx: Context, input: T): T => {
    readable(ctx, input);
    return input;
  };

  return {
    async entry(ctx: Context): Promise<void> {
      ctx.body = orThrow(await views.entry(readable(ctx, read(entryQuery, ctx.query))));
    },

    async checkForm(ctx: Context): Promise<void> {
      const input = read(checkFormInput, ctx.request.body);
      readable(ctx, { ...input, documentId: input.documentId ?? '' });
      ctx.body = orThrow(await views.form(input));
    },

    async checkCopies(ctx: Context): Promise<void> {
      ctx.body = orThrow(await views.copies(seen(ctx, read(checkCopiesInput, ctx.request.body))));
    },

    async waivers(ctx: Context): Promise<void> {
      ctx.body = await waivers.page(read(waiversQuery, ctx.query), readableTypes(ctx));
    },

    async waive(ctx: Context): Promise<void> {
      const input = seen(ctx, read(waiverInput, ctx.request.body));
      ctx.body = orThrow(await waivers.create(input, reviewerOf(ctx).actor));
      ctx.status = 201;
    },

    async approveWaiver(ctx: Context): Promise<void> {
      ctx.body = orThrow(await waivers.approve(await waiverOf(ctx), reviewerOf(ctx).actor));
    },

    async endWaiver(ctx: Context): Promise<void> {
      orThrow(await waivers.end(await waiverOf(ctx), reviewerOf(ctx).actor));
      ctx.body = {};
    },

    async dismiss(ctx: Context): Promise<void> {
      const input = seen(ctx, read(dismissalInput, ctx.request.body));
      await dismissals.add(input, reviewerOf(ctx).actor);
      ctx.body = {};
    },

    async report(ctx: Context): Promise<void> {
      ctx.body = await report.page(read(reportQuery, ctx.query), readableTypes(ctx));
    },

    async reportFile(ctx: Context): Promise<void> {
      const query = read(reportQuery.omit({ page: true, pageSize: true }), ctx.query);
      ctx.set('content-disposition', 'attachment; filename="brand-findings.csv"');
      ctx.set('cache-control', 'no-store');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = Readable.from(report.lines(query, readableTypes(ctx)));
    },

    async trend(ctx: Context): Promise<void> {
      ctx.body = await report.trend(read(trendQuery, ctx.query).days, readableTypes(ctx));
    },

    async baseline(ctx: Context): Promise<void> {
      ctx.body = { baseline: await baseline.view() };
    },

    async takeBaseline(ctx: Context): Promise<void> {
      ctx.body = { baseline: orThrow(await baseline.take(reviewerOf(ctx).actor)) };
    },

    async dropBaseline(ctx: Context): Promise<void> {
      await baseline.drop(reviewerOf(ctx).actor);
      ctx.body = { baseline: null };
    },

    async policy(ctx: Context): Promise<void> {
      ctx.body = await policy.get();
    },

    async savePolicy(ctx: Context): Promise<void> {
      ctx.body = await policy.save(read(waiverPolicy, ctx.request.body), reviewerOf(ctx).actor);
    },
  };
}
