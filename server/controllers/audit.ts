import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { auditQuery, verifyQuery } from '../../src/governance/audit/schema';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../wire';
import { read } from './reading';

/** Who did what, when, from where; and the proof that nobody changed it since. */
export const audit = ({ audit: rows, record }: Presence) => ({
  async list(ctx: Context): Promise<void> {
    ctx.body = await rows.page(read(auditQuery, ctx.query));
  },

  /** One piece of the chain at a time, so that no request takes long and the reader sees how far it is. */
  async verify(ctx: Context): Promise<void> {
    const { after, kept } = read(verifyQuery, ctx.query);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await record.verify.step(after, kept);
  },

  async export(ctx: Context): Promise<void> {
    const lines = orThrow(await record.lines(actorFrom(ctx.state)));
    ctx.set('Content-Disposition', 'attachment; filename="presence-audit.jsonl"');
    ctx.set('Cache-Control', 'no-store');
    ctx.type = 'application/x-ndjson';
    ctx.body = Readable.from(lines);
  },
});
