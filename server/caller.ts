import type { Context } from 'koa';
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
