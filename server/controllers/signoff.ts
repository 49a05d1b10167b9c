import type { Context } from 'koa';
import { z } from 'zod';
import { dropReasonOf } from '../../src/engagement/drop';
import { entryQuery } from '../../src/governance/schema';
import { postedOf } from '../../src/governance/signoff/answer';
import { askRequest } from '../../src/governance/signoff/schema';
import { entryKeyOf } from '../../src/shared/entry-key';
import { callerOf } from '../caller';
import { orThrow } from '../errors';
import { signOffPage } from '../pages/signoff/page';
import type { Caller, Shown } from '../services/governance/signoff/desk';
import type { Presence } from '../presence';
import { read, readable, reviewerOf } from './reading';

const keyParam = z.object({ key: z.uuid() });

/** Sign-off without a seat: the page behind a link, and what the admin panel does with links. */
export const signoff = ({ signOff, settings }: Presence) => {
  const tokenOf = (ctx: Context): string => String(ctx['params'].token ?? '').slice(0, 1_024);

  function visitor(ctx: Context): Caller {
    const reason = dropReasonOf(callerOf(ctx));
    return { id: signOff.callerOf(ctx.request.ip), isPerson: reason === null || reason === 'privacy-signal' };
  }

  async function answer(ctx: Context, shown: Shown): Promise<void> {
    if (shown.kind === 'done') {
      ctx.status = 303;
      ctx.set('Cache-Control', 'no-store');
      ctx.set('Referrer-Policy', 'no-referrer');
      // Beside itself, so that it stays right behind a proxy that adds a path.
      ctx.set('Location', `${tokenOf(ctx)}${shown.what === 'commented' ? '?said=1' : ''}`);
      ctx.body = '';
      return;
    }
    const { status, headers, body } = signOffPage(
      shown,
      {
        brand: await signOff.brand(),
        base: await signOff.publicUrl(),
        zone: (await settings.get()).zone,
        now: signOff.now(),
        language: ctx.acceptsLanguages('en', 'de') || 'en',
      },
      ctx.query['said'] === '1',
    );
    ctx.status = status;
    ctx.type = 'text/html; charset=utf-8';
    ctx.set({ ...headers });
    ctx.body = body;
  }

  /** Refuses who may not read the entry that a link is about. */
  async function keyOf(ctx: Context): Promise<string> {
    const { key } = read(keyParam, ctx['params']);
    const entry = entryKeyOf((await signOff.entryOf(key)) ?? '');
    if (entry) readable(ctx, entry);
    return key;
  }

  return {
    /** Only looks: programs that open every link of a mail decide nothing. */
    async page(ctx: Context): Promise<void> {
      await answer(ctx, await signOff.desk.open(tokenOf(ctx), visitor(ctx)));
    },

    async press(ctx: Context): Promise<void> {
      await answer(ctx, await signOff.desk.press(tokenOf(ctx), postedOf(ctx.request.body), visitor(ctx)));
    },

    async list(ctx: Context): Promise<void> {
      ctx.body = orThrow(await signOff.panel(readable(ctx, read(entryQuery, ctx.query)), reviewerOf(ctx)));
    },

    async ask(ctx: Context): Promise<void> {
      const request = read(askRequest, ctx.request.body);
      readable(ctx, request.entry);
      ctx.body = orThrow(await signOff.ask(request, reviewerOf(ctx)));
    },

    async revoke(ctx: Context): Promise<void> {
      orThrow(await signOff.revoke(await keyOf(ctx), reviewerOf(ctx)));
      ctx.body = { revoked: true };
    },

    async send(ctx: Context): Promise<void> {
      orThrow(await signOff.sendAgain(await keyOf(ctx), reviewerOf(ctx)));
      ctx.body = { queued: true };
    },

    async people(ctx: Context): Promise<void> {
      ctx.body = { people: await signOff.people.list() };
    },

    async savePeople(ctx: Context): Promise<void> {
      ctx.body = { people: orThrow(await signOff.people.save(ctx.request.body, reviewerOf(ctx).actor)) };
    },
  };
};
