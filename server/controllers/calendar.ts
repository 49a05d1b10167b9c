import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { calendarQuery } from '../../src/publishing/calendar/schema';
import { importInput } from '../../src/publishing/calendar/views';
import { actorFrom, may } from '../actor';
import { orThrow } from '../errors';
import { largeBodyOf } from '../large-body';
import type { Presence } from '../presence';
import { read } from './reading';

/** A plan of a thousand rows, each with a long text. */
const mostOfFile = 2_000_000;

/** What goes out and when: the calendar, its feed, and its files. */
export const calendar = ({ calendar: part }: Presence) => ({
  async view(ctx: Context): Promise<void> {
    ctx.body = await part.calendar.view(read(calendarQuery, ctx.query));
  },

  async export(ctx: Context): Promise<void> {
    const lines = part.calendar.file(read(calendarQuery, ctx.query));
    ctx.set('Content-Disposition', 'attachment; filename="calendar.csv"');
    ctx.set('Cache-Control', 'no-store');
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = Readable.from(lines);
  },

  async import(ctx: Context): Promise<void> {
    const input = read(importInput, orThrow(await largeBodyOf(ctx.req, mostOfFile, 'import.too-large')));
    const canRead = (uid: string) => may(ctx.state)('plugin::content-manager.explorer.read', uid);
    ctx.body = orThrow(await part.import(input, { actor: actorFrom(ctx.state), canRead }));
  },

  async feed(ctx: Context): Promise<void> {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = orThrow(await part.feed.get(actorFrom(ctx.state)));
  },

  async renewFeed(ctx: Context): Promise<void> {
    ctx.body = orThrow(await part.feed.renew(actorFrom(ctx.state)));
  },

  async revokeFeed(ctx: Context): Promise<void> {
    ctx.body = orThrow(await part.feed.revoke(actorFrom(ctx.state)));
  },

  /** For calendar programs; whoever has the link has the right. */
  async subscribed(ctx: Context): Promise<void> {
    ctx.set('Cache-Control', 'no-store, private');
    ctx.set('X-Robots-Tag', 'noindex, nofollow');
    ctx.set('Referrer-Policy', 'no-referrer');
    const token = String(ctx['params'].token ?? '')
      .slice(0, 1_024)
      .replace(/[.]ics$/, '');
    const text = orThrow(await part.feed.read(token, part.callerOf(ctx.request.ip)));
    ctx.type = 'text/calendar; charset=utf-8';
    ctx.set('Content-Disposition', 'inline; filename="presence.ics"');
    ctx.body = text;
  },
});
