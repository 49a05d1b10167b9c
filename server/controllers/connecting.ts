import type { Context } from 'koa';
import { z } from 'zod';
import { placeChoice } from '../../src/channels/connect/places';
import { actorFrom } from '../actor';
import { orThrow } from '../errors';
import { notConnectedPage } from '../pages/not-connected';
import type { Presence } from '../presence';
import { read } from './reading';

const attemptParam = z.object({ attempt: z.uuid() });

/** Connecting a channel at its network. */
export const connecting = ({ connecting: connect, places, adminUrl }: Presence) => ({
  async begin(ctx: Context): Promise<void> {
    ctx.body = orThrow(await connect.begin(String(ctx['params'].key), actorFrom(ctx.state)));
  },

  /** The address that networks send people back to: only takes down what was said, and leads to the admin panel. */
  async returned(ctx: Context): Promise<void> {
    const channels = `${await adminUrl()}/plugins/presence/channels`;
    const found = await connect.returned(String(ctx['params'].kind), ctx.query);
    ctx.set('Cache-Control', 'no-store, private');
    ctx.set('Referrer-Policy', 'no-referrer');
    if (found.ok) {
      ctx.status = 303;
      ctx.set('Location', `${channels}?connect=${found.value.attempt}`);
      ctx.body = '';
      return;
    }
    ctx.status = 400;
    ctx.type = 'text/html; charset=utf-8';
    ctx.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    ctx.body = notConnectedPage(ctx.acceptsLanguages('en', 'de') || 'en', channels);
  },

  async finish(ctx: Context): Promise<void> {
    const { attempt } = read(attemptParam, ctx['params']);
    ctx.body = orThrow(await connect.finish(attempt, actorFrom(ctx.state)));
  },

  async places(ctx: Context): Promise<void> {
    ctx.body = orThrow(await places.list(String(ctx['params'].key)));
  },

  async pick(ctx: Context): Promise<void> {
    const { place } = read(placeChoice, ctx.request.body);
    ctx.body = orThrow(await places.pick(String(ctx['params'].key), place, actorFrom(ctx.state)));
  },
});
