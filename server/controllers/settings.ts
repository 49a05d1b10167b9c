import type { Context } from 'koa';
import { fieldPathsOf } from '../../src/governance/field-paths';
import type { ContentTypeView } from '../../src/governance/schema';
import { orThrow } from '../errors';
import type { Presence } from '../presence';
import { reviewerOf } from './reading';

/** The settings page. */
export const settings = (presence: Presence) => ({
  async show(ctx: Context): Promise<void> {
    ctx.body = await presence.settings.get();
  },

  async save(ctx: Context): Promise<void> {
    ctx.body = orThrow(await presence.settings.save(ctx.request.body, reviewerOf(ctx).actor));
    // Which types are governed, the calendar and the zone stand behind every row of the board.
    await presence.room.rebuild.ask();
  },

  /** The app's content types, with what is guessed about their fields. */
  async contentTypes(ctx: Context): Promise<void> {
    const { entries } = presence;
    ctx.body = entries.models().map((model): ContentTypeView => ({
      uid: model.uid,
      name: model.displayName,
      kind: model.kind,
      draftAndPublish: model.draftAndPublish,
      localized: model.localized,
      fields: fieldPathsOf(model, entries.components()),
      guessed: entries.guessed(model),
    }));
  },
});
