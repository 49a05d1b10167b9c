import type { Context } from 'koa';
import { z } from 'zod';
import { topics } from '../../src/governance/notices/topics';
import { noticesQuery, noticesRead } from '../../src/governance/schema';
import { orThrow } from '../errors';
import { permissionNames } from '../permissions';
import type { Inbox } from '../stores/notices';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

/** The inbox of whoever is signed in, and how they want to be told. */
export const notices = (presence: Presence) => {
  const { preferences } = presence.telling;

  async function inboxOf(ctx: Context): Promise<Inbox> {
    const { can } = reviewerOf(ctx);
    const user = userIdOf(ctx);
    const { ways } = await preferences.one(user);
    return {
      user,
      recipients: [
        ...permissionNames.filter(can).map((name) => `may:${name}`),
        ...roles.parse(ctx.state).user.roles.map(({ code }) => `role:${code}`),
      ],
      without: topics.filter((topic) => ways[topic] === 'off'),
    };
  }

  return {
    async list(ctx: Context): Promise<void> {
      const { unread, page, pageSize } = read(noticesQuery, ctx.query);
      ctx.body = await presence.notices.page(await inboxOf(ctx), unread, page, pageSize);
    },

    async count(ctx: Context): Promise<void> {
      ctx.body = { unread: await presence.notices.count(await inboxOf(ctx)) };
    },

    async read(ctx: Context): Promise<void> {
      const { keys } = read(noticesRead, ctx.request.body);
      const inbox = await inboxOf(ctx);
      await presence.notices.read(inbox, keys);
      ctx.body = await presence.notices.page(inbox, true, 1, 25);
    },

    async preferences(ctx: Context): Promise<void> {
      ctx.body = await preferences.view(userIdOf(ctx));
    },

    async savePreferences(ctx: Context): Promise<void> {
      ctx.body = orThrow(await preferences.save(userIdOf(ctx), ctx.request.body));
    },
  };
};

const roles = z.object({
  user: z.object({ roles: z.array(z.object({ code: z.string() })).catch([]) }).catch({ roles: [] }),
});

function userIdOf(ctx: Context): string {
  const { actor } = reviewerOf(ctx);
  return actor.kind === 'user' ? actor.id : '';
}
