import type { Context } from 'koa';
import { cardInput } from '../../src/channels/pictures/card';
import { focusQuery } from '../../src/channels/pictures/shape';
import { videoQuery } from '../../src/channels/video/facts';
import { may } from '../actor';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { read, reviewerOf } from './reading';

/** Pictures and videos of copies, while somebody chooses their shape or makes a card. */
export const copyPictures = ({ pictures }: Presence) => ({
  async focus(ctx: Context): Promise<void> {
    ctx.body = orThrow(await pictures.focus(read(focusQuery, ctx.query)));
  },

  async video(ctx: Context): Promise<void> {
    ctx.body = orThrow(await pictures.video(read(videoQuery, ctx.query).hash));
  },

  async previewCard(ctx: Context): Promise<void> {
    ctx.body = orThrow(await pictures.cards.preview(read(cardInput, ctx.request.body)));
  },

  async makeCard(ctx: Context): Promise<void> {
    const input = read(cardInput, ctx.request.body);
    if (!may(ctx.state)('plugin::upload.assets.create'))
      return orThrow({
        ok: false,
        error: {
          code: 'picture.card-not-allowed',
          message:
            'You may not upload files to the media library. Ask somebody who may, or an administrator.',
        },
      });
    ctx.status = 201;
    ctx.body = orThrow(await pictures.cards.make(input, reviewerOf(ctx).actor));
  },
});
