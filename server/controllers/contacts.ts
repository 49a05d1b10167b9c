import type { Context } from 'koa';
import { z } from 'zod';
import { contactsQuery, doubtAnswer } from '../../src/audience/schema';
import { pageQuery } from '../../src/shared/page';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read } from './reading';

const keyParam = z.object({ key: z.uuid() });
const publicationParam = z.object({ publication: z.uuid() });

/** Subscribers, for the admin panel. */
export const contacts = ({ mail }: Presence) => ({
  async list(ctx: Context): Promise<void> {
    ctx.body = await mail.contacts.page(read(contactsQuery, ctx.query));
  },

  async counts(ctx: Context): Promise<void> {
    ctx.body = await mail.contacts.counts();
  },

  async export(ctx: Context): Promise<void> {
    const { key } = read(keyParam, ctx['params']);
    const held = orThrow(await mail.contacts.export(key, actorFrom(ctx.state)));
    ctx.set('Content-Disposition', `attachment; filename="contact-${key}.json"`);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = held;
  },

  async erase(ctx: Context): Promise<void> {
    const { key } = read(keyParam, ctx['params']);
    orThrow(await mail.contacts.erase(key, actorFrom(ctx.state)));
    ctx.body = { erased: true };
  },

  async doubts(ctx: Context): Promise<void> {
    const { page, pageSize } = read(pageQuery, ctx.query);
    ctx.body = await mail.doubts.page(read(publicationParam, ctx['params']).publication, page, pageSize);
  },

  async settleDoubts(ctx: Context): Promise<void> {
    const { publication } = read(publicationParam, ctx['params']);
    const answer = read(doubtAnswer, ctx.request.body);
    ctx.body = orThrow(await mail.doubts.settle(publication, answer, actorFrom(ctx.state)));
  },

  async mailing(ctx: Context): Promise<void> {
    ctx.body = orThrow(await mail.contacts.mailing(read(publicationParam, ctx['params']).publication));
  },
});
