import type { Context } from 'koa';
import { z } from 'zod';
import { entryQuery } from '../../src/governance/schema';
import { entryIdOf } from '../../src/shared/entry-key';
import { pageQuery } from '../../src/shared/page';
import type { Presence } from '../wire';
import { read } from './reading';

const ofOne = entryQuery.partial({ uid: true, documentId: true });
const query = z.object({ ...pageQuery.shape, ...ofOne.shape });

/** Who did what, when; of all entries or of one. */
export const audit = (presence: Presence) => ({
  async list(ctx: Context): Promise<void> {
    const { page, pageSize, uid, documentId, locale } = read(query, ctx.query);
    const entry = uid && documentId ? entryIdOf({ uid, documentId, locale }) : null;
    ctx.body = await presence.audit.page(entry, page, pageSize);
  },
});
