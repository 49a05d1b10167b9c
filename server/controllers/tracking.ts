import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { callerOf } from '../caller';
import { orThrow } from '../errors';
import { fail } from '../../src/shared/result';
import type { Presence } from '../presence';
import { videoAnswer } from '../videos/answer';

// The smallest transparent picture there is: GIF, 1 by 1.
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const tokenOf = (ctx: Context): string => String(ctx['params'].token ?? '').slice(0, 1_024);

/** Nothing of this may be kept by a cache, or the next person would not be counted. */
function uncached(ctx: Context): void {
  ctx.set('Cache-Control', 'no-store, private');
  ctx.set('X-Robots-Tag', 'noindex, nofollow');
}

const noSuchLink = () =>
  fail({
    code: 'link.not-found',
    message: 'This link does not exist or was changed on its way. Copy it again from where you found it.',
  } as const);

/** Links, pictures in mails, and the tracker script: what visitors' programs ask for. */
export const tracking = (presence: Presence) => ({
  async follow(ctx: Context): Promise<void> {
    uncached(ctx);
    const url = await presence.engagement.tracking.follow(tokenOf(ctx), callerOf(ctx));
    if (url === null) return orThrow(noSuchLink());
    ctx.status = 302;
    ctx.set('Location', url);
    ctx.body = '';
  },

  async open(ctx: Context): Promise<void> {
    uncached(ctx);
    if (!(await presence.engagement.tracking.open(tokenOf(ctx), callerOf(ctx)))) return orThrow(noSuchLink());
    ctx.type = 'image/gif';
    ctx.body = pixel;
  },

  /** Nothing is told of why there is none. */
  async picture(ctx: Context): Promise<void> {
    const made = await presence.served.open(tokenOf(ctx).replace(/\.jpg$/, ''));
    ctx.set('X-Robots-Tag', 'noindex, nofollow');
    if (!made) {
      ctx.status = 404;
      ctx.body = '';
      return;
    }
    ctx.type = made.mime;
    ctx.set('Cache-Control', 'private, max-age=3600');
    ctx.body = made.bytes;
  },

  /** In parts or as a whole; nothing is told of why there is none. */
  async video(ctx: Context): Promise<void> {
    const video = await presence.servedVideos.open(tokenOf(ctx).replace(/\.\w+$/, ''));
    const { status, headers, body } = videoAnswer({ method: ctx.method, headers: ctx.headers }, video);
    ctx.status = status;
    // A library that breaks off in the middle: whoever loads it must not take for whole what came so far.
    ctx.body = body ? Readable.from(body, { objectMode: false }).once('error', () => ctx.res.destroy()) : '';
    ctx.set({ ...headers, 'X-Robots-Tag': 'noindex, nofollow' });
  },

  async tracker(ctx: Context): Promise<void> {
    const script = orThrow(await presence.engagement.trackerScript());
    ctx.type = 'text/javascript; charset=utf-8';
    ctx.set('Cache-Control', 'public, max-age=3600');
    // A site elsewhere loads this, which Strapi's default policy forbids.
    ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
    ctx.body = script;
  },
});
