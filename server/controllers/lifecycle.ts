import { Readable } from 'node:stream';
import type { Context } from 'koa';
import {
  datesRequest,
  lifeQuery,
  monthQuery,
  snoozeRequest,
  stillRightRequest,
  type PoliciesView,
} from '../../src/governance/lifecycle/schema';
import { entryQuery } from '../../src/governance/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { may } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, readable, reviewerOf } from './reading';

/** Life after publishing: what is due, and what people say about it. */
export function lifecycle({ lifecycle: life }: Presence) {
  const policiesView = async (): Promise<PoliciesView> => ({
    policies: await life.policies.get(),
    owners: await life.owners(),
  });
  /** Types that we follow and that this person may see in the Content Manager. */
  const readableTypes = async (ctx: Context): Promise<string[]> =>
    (await life.policies.followed()).filter((uid) =>
      may(ctx.state)('plugin::content-manager.explorer.read', uid),
    );

  return {
    async list(ctx: Context): Promise<void> {
      ctx.body = await life.page(read(lifeQuery, ctx.query), await readableTypes(ctx));
    },

    async report(ctx: Context): Promise<void> {
      const query = read(lifeQuery.omit({ page: true, pageSize: true }), ctx.query);
      const lines = life.report(query, await readableTypes(ctx));
      ctx.set('content-disposition', 'attachment; filename="content-life.csv"');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = Readable.from(lines);
    },

    async calendar(ctx: Context): Promise<void> {
      const { month, uid } = read(monthQuery, ctx.query);
      const types = await readableTypes(ctx);
      ctx.body = await life.month(month, uid ? types.filter((each) => each === uid) : types);
    },

    async entry(ctx: Context): Promise<void> {
      ctx.body = await life.entry(readable(ctx, read(entryQuery, ctx.query)));
    },

    async stillRight(ctx: Context): Promise<void> {
      const { entries } = read(stillRightRequest, ctx.request.body);
      for (const key of entries) changeable(ctx, key);
      ctx.body = orThrow(await life.stillRight(entries, reviewerOf(ctx).actor));
    },

    async snooze(ctx: Context): Promise<void> {
      const { entry, until } = read(snoozeRequest, ctx.request.body);
      ctx.body = orThrow(await life.snooze(changeable(ctx, entry), until, reviewerOf(ctx).actor));
    },

    async setDates(ctx: Context): Promise<void> {
      const request = read(datesRequest, ctx.request.body);
      changeable(ctx, request.entry);
      ctx.body = orThrow(await life.setDates(request, reviewerOf(ctx).actor));
    },

    async policies(ctx: Context): Promise<void> {
      ctx.body = await policiesView();
    },

    async savePolicies(ctx: Context): Promise<void> {
      orThrow(await life.policies.save(ctx.request.body, reviewerOf(ctx).actor));
      life.catchUp();
      ctx.body = await policiesView();
    },
  };
}

/** Refuses people who may not edit entries of this type: who vouches for a text must be able to mend it. */
function changeable(ctx: Context, key: EntryKey): EntryKey {
  readable(ctx, key);
  if (may(ctx.state)('plugin::content-manager.explorer.update', key.uid)) return key;
  return orThrow({
    ok: false,
    error: {
      code: 'lifecycle.not-allowed',
      message: `You may not edit entries of ${key.uid}, so you cannot say that they are right or set their dates. Ask an administrator for it.`,
    },
  });
}
