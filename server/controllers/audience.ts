import type { Context } from 'koa';
import { returnAddressOf } from '../../src/audience/return-to';
import { subscribeInput } from '../../src/audience/schema';
import { wordsFor } from '../../src/audience/words';
import { invalidRequest } from '../../src/shared/issues';
import { fail, type Problem, type Result } from '../../src/shared/result';
import { orThrow } from '../errors';
import { pageHeaders, pageHtml, type SmallPage } from '../mail/page';
import type { Opened } from '../services/audience';
import type { Presence } from '../presence';

const tokenOf = (ctx: Context): string => String(ctx['params'].token ?? '').slice(0, 1_024);

/** A plain HTML form, as against a script that sends JSON and shows the answer itself. */
const isForm = (ctx: Context): boolean =>
  ctx.is('application/x-www-form-urlencoded', 'multipart/form-data') !== false;

const languageOf = (ctx: Context): string => ctx.acceptsLanguages('en', 'de') || 'en';

function show(ctx: Context, status: number, page: SmallPage): void {
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.set({ ...pageHeaders });
  ctx.body = pageHtml(page);
}

/** Signing up, confirming and leaving: what subscribers use. */
export const audience = ({ mail, settings }: Presence) => {
  const home = async (): Promise<string | null> =>
    returnAddressOf(undefined, (await settings.get()).sites.baseUrl);

  async function showOpened(ctx: Context, opened: Opened | null, about: 'confirm' | 'leave'): Promise<void> {
    const locale = opened?.kind === 'asks' ? opened.contact.locale : (opened?.locale ?? languageOf(ctx));
    const words = wordsFor(locale);
    const [brand, site] = [await mail.brand(), await home()];
    const title = about === 'confirm' ? words.confirmTitle : words.leaveTitle;
    const page = { lang: words.lang, title, back: site === null ? null : { label: words.back, url: site } };
    if (opened === null) return show(ctx, 404, { ...page, text: words.invalid });
    switch (opened.kind) {
      case 'expired':
        return show(ctx, 410, { ...page, text: words.expired });
      case 'done':
        return show(ctx, 200, {
          ...page,
          text: about === 'confirm' ? words.confirmed(brand) : words.left(brand),
        });
      case 'asks':
        return show(ctx, 200, {
          ...page,
          back: null,
          text: about === 'confirm' ? words.confirmAsk(brand, opened.contact.email) : words.leaveAsk(brand),
          button: about === 'confirm' ? words.confirmButton : words.leaveButton,
        });
    }
  }

  return {
    async subscribe(ctx: Context): Promise<void> {
      const body: unknown = ctx.request.body;
      const parsed = subscribeInput.safeParse(body ?? {});
      const result: Result<null> = parsed.success
        ? mail.audience.subscribe(parsed.data, ctx.request.ip)
        : fail(invalidRequest(parsed.error));
      const words = wordsFor(parsed.data?.locale ?? languageOf(ctx));
      if (!isForm(ctx)) {
        orThrow(result);
        ctx.status = 202;
        ctx.body = { message: words.received };
        return;
      }
      const { baseUrl } = (await settings.get()).sites;
      if (!result.ok) {
        const site = returnAddressOf(parsed.data?.returnTo, baseUrl);
        const back = site === null ? null : { label: words.back, url: site };
        return show(ctx, statusOf(result.error), {
          lang: words.lang,
          title: words.notAccepted,
          text: result.error.message,
          back,
        });
      }
      const target =
        parsed.data?.returnTo === undefined ? null : returnAddressOf(parsed.data.returnTo, baseUrl);
      if (target === null) {
        return show(ctx, 200, { lang: words.lang, title: words.receivedTitle, text: words.received });
      }
      ctx.status = 303;
      ctx.set('Location', target);
      ctx.body = '';
    },

    /** Only looks: programs that open every link of a mail must not confirm anything. */
    async confirmPage(ctx: Context): Promise<void> {
      await showOpened(ctx, await mail.audience.confirming(tokenOf(ctx)), 'confirm');
    },

    async confirm(ctx: Context): Promise<void> {
      await showOpened(ctx, await mail.audience.confirm(tokenOf(ctx)), 'confirm');
    },

    async leavePage(ctx: Context): Promise<void> {
      await showOpened(ctx, await mail.audience.leaving(tokenOf(ctx)), 'leave');
    },

    /** By the button, or by the mail program without any page (RFC 8058). */
    async leave(ctx: Context): Promise<void> {
      const body: unknown = ctx.request.body;
      const isOneClick =
        typeof body === 'object' &&
        body !== null &&
        'List-Unsubscribe' in body &&
        body['List-Unsubscribe'] === 'One-Click';
      await showOpened(
        ctx,
        await mail.audience.leave(tokenOf(ctx), isOneClick ? 'one-click' : 'page'),
        'leave',
      );
    },
  };
};

const statusOf = ({ code }: Problem): number => (code === 'audience.too-many' ? 429 : 400);
