import type { Context } from 'koa';
import { stripInput } from '../../src/brand/pictures/schema';
import { may } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

/** What people do about findings in pictures. */
export const brandPictures = ({ pictures }: Presence) => ({
  async strip(ctx: Context): Promise<void> {
    const { id } = read(stripInput, ctx.request.body);
    const { can, actor } = reviewerOf(ctx);
    if (!can('brand.manage') && !may(ctx.state)('plugin::upload.assets.update'))
      return orThrow({
        ok: false,
        error: {
          code: 'picture.not-allowed',
          message:
            'You may not change files in the media library. Ask somebody who may, or an administrator.',
        },
      });
    ctx.body = orThrow(await pictures.strip(id, actor));
  },
});
