import type { Context } from 'koa';
import { z } from 'zod';
import {
  assigneesRequest,
  boardQuery,
  bulkRequest,
  dueRequest,
  needsYouQuery,
} from '../../src/governance/board/schema';
import { entryQuery } from '../../src/governance/schema';
import { commentRequest, threadRequest } from '../../src/governance/threads/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { may } from '../actor';
import { orThrow } from '../errors';
import type { Viewer } from '../services/governance/board';
import type { Presence } from '../presence';
import { read, readable, reviewerOf } from './reading';

const keyParam = z.object({ key: z.uuid('must be the key of a comment') });
const version = z.string().max(60);
const differenceQuery = entryQuery.extend({
  from: version.default('approved'),
  to: version.default('now'),
});

/** Everything around decisions: lists, comments, who has an entry until when, and what changed. */
export const reviews = ({ room, settings }: Presence) => {
  const viewerOf = async (ctx: Context): Promise<Viewer> => {
    const { governed } = await settings.get();
    const isReadable = (uid: string) => may(ctx.state)('plugin::content-manager.explorer.read', uid);
    return { reviewer: reviewerOf(ctx), types: governed.filter(isReadable) };
  };

  /** The entry of a thread that the person may read. */
  const threadOf = async (ctx: Context): Promise<string> => {
    const { key } = read(keyParam, ctx['params']);
    const entry = await room.threads.entryOf(key);
    if (entry) readable(ctx, entry);
    return key;
  };

  return {
    async board(ctx: Context): Promise<void> {
      ctx.body = await room.board.show(read(boardQuery, ctx.query), await viewerOf(ctx));
    },

    async needsYou(ctx: Context): Promise<void> {
      ctx.body = await room.board.needsYou(read(needsYouQuery, ctx.query), await viewerOf(ctx));
    },

    async people(ctx: Context): Promise<void> {
      ctx.body = await room.colleagues.all();
    },

    async bulk(ctx: Context): Promise<void> {
      const asked = read(bulkRequest, ctx.request.body);
      for (const { entry } of asked.entries) readable(ctx, entry);
      ctx.body = await room.bulk(asked, reviewerOf(ctx));
    },

    async threads(ctx: Context): Promise<void> {
      ctx.body = orThrow(await room.threads.view(entryOf(ctx)));
    },

    async begin(ctx: Context): Promise<void> {
      const { entry, ...thread } = read(threadRequest, ctx.request.body);
      ctx.body = orThrow(await room.threads.begin(readable(ctx, entry), thread, reviewerOf(ctx).actor));
      ctx.status = 201;
    },

    async answer(ctx: Context): Promise<void> {
      const key = await threadOf(ctx);
      const { text } = read(commentRequest, ctx.request.body);
      ctx.body = orThrow(await room.threads.answer(key, text, reviewerOf(ctx).actor));
    },

    async resolve(ctx: Context): Promise<void> {
      ctx.body = orThrow(await room.threads.close(await threadOf(ctx), true, reviewerOf(ctx).actor));
    },

    async reopen(ctx: Context): Promise<void> {
      ctx.body = orThrow(await room.threads.close(await threadOf(ctx), false, reviewerOf(ctx).actor));
    },

    async assignees(ctx: Context): Promise<void> {
      ctx.body = await room.assignments.view(entryOf(ctx));
    },

    async assign(ctx: Context): Promise<void> {
      const { entry, assignees } = read(assigneesRequest, ctx.request.body);
      ctx.body = orThrow(await room.assignments.assign(readable(ctx, entry), assignees, reviewerOf(ctx)));
    },

    async setDue(ctx: Context): Promise<void> {
      const { entry, dueOn } = read(dueRequest, ctx.request.body);
      ctx.body = orThrow(await room.assignments.setDue(readable(ctx, entry), dueOn, reviewerOf(ctx)));
    },

    async difference(ctx: Context): Promise<void> {
      const { from, to, ...key } = read(differenceQuery, ctx.query);
      ctx.body = orThrow(await room.differences.view(readable(ctx, key), from, to));
    },
  };
};

const entryOf = (ctx: Context): EntryKey => readable(ctx, read(entryQuery, ctx.query));
