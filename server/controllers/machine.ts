import type { Context } from 'koa';
import { z } from 'zod';
import { threadRequest, commentRequest } from '../../src/governance/threads/schema';
import type { Actor } from '../../src/shared/actor';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read } from './reading';

const keyParam = z.object({ key: z.uuid('must be the key of a comment') });

/** What programs do in reviews with an API token: they comment and never decide. Answers tell them nothing of the entry. */
export const machine = ({ room, settings }: Presence) => ({
  async comment(ctx: Context): Promise<void> {
    const actor = machineOf(ctx);
    const { entry, ...thread } = read(threadRequest, ctx.request.body);
    if (!(await settings.isGoverned(entry.uid))) return orThrow({ ok: false, error: notGoverned(entry.uid) });
    const { threads } = orThrow(await room.threads.begin(entry, thread, actor));
    ctx.status = 201;
    ctx.body = { key: threads.filter(({ resolved }) => resolved === null).at(-1)?.key ?? null };
  },

  async answer(ctx: Context): Promise<void> {
    const actor = machineOf(ctx);
    const { key } = read(keyParam, ctx['params']);
    orThrow(await room.threads.answer(key, read(commentRequest, ctx.request.body).text, actor));
    ctx.status = 201;
    ctx.body = { key };
  },
});

/** The token that asks. Where an administrator opened the route to everybody, nobody stands behind a comment. */
function machineOf(ctx: Context): Actor {
  const actor = actorFrom(ctx.state);
  if (actor.kind === 'token') return actor;
  return orThrow({
    ok: false,
    error: {
      code: 'review.not-allowed',
      message: 'A comment needs an API token, so that people see which program wrote it. Send one.',
    },
  });
}

const notGoverned = (uid: string) =>
  ({
    code: 'review.not-governed',
    message: `Entries of ${uid} are not reviewed, so there is nobody to read a comment. Choose the governed types in the settings of Presence.`,
  }) as const;
