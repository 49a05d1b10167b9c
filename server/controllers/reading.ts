import type { Context } from 'koa';
import type { z } from 'zod';
import { invalidRequest } from '../../src/shared/issues';
import type { EntryKey } from '../../src/shared/entry-key';
import { actorFrom, may, principalsFrom } from '../actor';
import { orThrow } from '../errors';
import { permissionNames } from '../permissions';
import type { Reviewer } from '../services/governance/reviews';

/** What a request brought, in the form that the schema asks for; anything else is answered with `request.invalid`. */
export function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input ?? {});
  return parsed.success ? parsed.data : orThrow({ ok: false, error: invalidRequest(parsed.error) });
}

/** Who is signed in to the admin panel, and what they may do with Presence. */
export const reviewerOf = (ctx: Context): Reviewer => {
  const can = (permission: string) => may(ctx.state)(`plugin::presence.${permission}`);
  const actor = actorFrom(ctx.state);
  const principals = principalsFrom(ctx.state, permissionNames.filter(can));
  return { actor, can, principals: actor.kind === 'user' ? principals : new Set() };
};

/** Refuses people who may not read entries of this type in the Content Manager: our panel must not tell them more. */
export function readable(ctx: Context, key: EntryKey): EntryKey {
  if (may(ctx.state)('plugin::content-manager.explorer.read', key.uid)) return key;
  return orThrow({
    ok: false,
    error: {
      code: 'entry.not-allowed',
      message: `You may not see entries of ${key.uid}. Ask an administrator for it.`,
    },
  });
}
