import type { Context } from 'koa';
import { z } from 'zod';
import type { Reporter } from './services/collect';

/** What a request says about who makes it. The address is Koa's, which trusts proxies only as far as Strapi's configuration says. */
export const callerOf = (ctx: Context): Reporter => ({
  method: ctx.method,
  userAgent: headerOf(ctx, 'user-agent'),
  purpose:
    headerOf(ctx, 'sec-purpose') ??
    headerOf(ctx, 'purpose') ??
    headerOf(ctx, 'x-purpose') ??
    headerOf(ctx, 'x-moz'),
  globalPrivacyControl: headerOf(ctx, 'sec-gpc'),
  doNotTrack: headerOf(ctx, 'dnt'),
  ip: ctx.request.ip,
});

function headerOf(ctx: Context, name: string): string | null {
  const value = ctx.req.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

const access = z.object({
  auth: z.object({
    credentials: z.object({ type: z.string() }).nullish().catch(null),
    ability: z
      .custom<{ can(action: string): boolean }>(
        (value) => typeof value === 'object' && value !== null && 'can' in value,
      )
      .nullish(),
  }),
});

/** Whether a program may read entries of a type in the content API, by its token or by the role of a visitor. */
export function mayReadEntries(state: unknown, uid: string): boolean {
  const parsed = access.safeParse(state);
  if (!parsed.success) return false;
  const { ability, credentials } = parsed.data.auth;
  if (ability) return ['find', 'findOne'].some((action) => ability.can(`${uid}.${action}`));
  return credentials?.type === 'full-access' || credentials?.type === 'read-only';
}
