import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { z } from 'zod';
import type { BrandContext } from '../../src/governance/schema';
import { mayReadEntries } from '../caller';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, readable } from './reading';

const contextQuery = z.object({
  uid: z.string(),
  locale: z
    .string()
    .max(35)
    .nullish()
    .transform((locale) => locale || null),
});

/** The brand kit, and what the check of an unsaved form needs besides it. */
export const brand = ({ catalogue, brandTools, entries, settings }: Presence) => ({
  async context(ctx: Context): Promise<void> {
    const { uid, locale } = read(contextQuery, ctx.query);
    readable(ctx, { uid, documentId: '', locale: null });
    const model = entries.model(uid);
    if (!model)
      return orThrow({
        ok: false,
        error: { code: 'entry.not-found', message: `There is no content type ${uid}.` },
      });
    const { key, kit } = await catalogue.brandFor(uid, locale);
    const context: BrandContext = {
      brand: key,
      kit,
      model,
      components: entries.components(),
      roles: await entries.roles(model),
      governed: await settings.isGoverned(uid),
      ruleSettings: await catalogue.ruleSettings(),
      packs: await catalogue.packs.forBrowser(),
    };
    // Packs are large and seldom change: a browser that has them is told so, and nothing else.
    const body = JSON.stringify(context);
    ctx.set('Cache-Control', 'private, no-cache');
    const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    ctx.set('ETag', tag);
    ctx.type = 'json';
    if (ctx.get('if-none-match') === tag) ctx.status = 304;
    else ctx.body = body;
  },

  /** For programs with an API token. An entry is checked for those who may read entries of its type. */
  async check(ctx: Context): Promise<void> {
    const body = orThrow(brandTools.checkApi.read(ctx.request.body));
    if (body.entry && !mayReadEntries(ctx.state, body.entry.uid)) return orThrow(notYours(body.entry.uid));
    ctx.body = orThrow(await brandTools.checkApi.check(body));
  },
});

const notYours = (uid: string) =>
  ({
    ok: false,
    error: {
      code: 'entry.not-allowed',
      message: `The token may not read entries of ${uid}. Grant it “findOne” of the type, or send the text.`,
    },
  }) as const;
