import type { Context } from 'koa';
import { calendarQuery } from '../../src/publishing/calendar/schema';
import type { Presence } from '../wire';
import { read } from './reading';

/** What goes out and when: the calendar, its feed, and its files. */
export const calendar = ({ calendar: part }: Presence) => ({
  async view(ctx: Context): Promise<void> {
    ctx.body = await part.calendar.view(read(calendarQuery, ctx.query));
  },
});
