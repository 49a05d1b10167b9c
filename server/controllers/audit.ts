import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { auditQuery, verifyQuery, type AuditPage } from '../../src/governance/audit/schema';
import { entryKeyOf } from '../../src/shared/entry-key';
import { actorFrom, may } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read } from './reading';

/** Who did what, when, from where; and the proof that nobody changed it since. */
export const audit = ({ audit: rows, record, entries }: Presence) => ({
  async list(ctx: Context): Promise<void> {
    const page = await rows.page(read(auditQuery, ctx.query));
    const can = may(ctx.state);
    const titles: Record<string, string> = {};
    for (const id of new Set(page.items.flatMap(({ entry }) => entry ?? []))) {
      const key = entryKeyOf(id);
      // The record must not tell more of an entry than the Content Manager would.
      if (!key || !can('plugin::content-manager.explorer.read', key.uid)) continue;
      const entry = (await entries.load(key, 'draft')) ?? (await entries.load(key, 'published'));
      if (entry) titles[id] = entry.content.roles.title ?? key.documentId;
    }
    ctx.body = { ...page, titles } satisfies AuditPage;
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
