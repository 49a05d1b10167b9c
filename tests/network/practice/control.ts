import { z } from 'zod';
import { faultOrder, type FaultBook } from '../../../server/practice/faults';
import { asJson, type PracticeAnswer, type PracticeRequest } from '../../../server/practice/network';
import type { PracticeShelf } from '../../../server/practice/shelf';
import { counts } from '../../../src/channels/schema';
import { facebookApp } from './facebook-oauth';
import { postsPage } from './page';
import type { PracticeServer } from './server';

interface Parts {
  readonly faults: FaultBook;
  readonly shelf: PracticeShelf;
}

const newToken = z.object({ account: z.string(), scopes: z.array(z.string()).optional() });
const oldToken = z.object({ token: z.string() });
const owner = z.object({ account: z.string() });
const seenPages = owner.extend({ pages: z.array(z.string()) });

/**
 * What stands above the networks, under `/_practice`: `GET /` the page, `GET posts`, `POST faults` and `DELETE faults`,
 * `POST tokens`, `POST tokens/rotate`, `POST tokens/revoke`, `POST receivers`, `POST telegram-bots`, `POST discord-hooks`,
 * `POST facebook-pages`: which Pages somebody sees; answers with the app of the business; `POST posts/:network/:id/counts`. Null: not for it.
 */
export async function control(
  request: PracticeRequest,
  server: PracticeServer,
  { faults, shelf }: Parts,
): Promise<PracticeAnswer | null> {
  const { method, url } = request;
  if (method === 'GET' && url.pathname === '/')
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: await postsPage(shelf),
    };
  if (!url.pathname.startsWith('/_practice/')) return null;
  const what = `${method} ${url.pathname.slice('/_practice/'.length)}`;
  const body = (): unknown => JSON.parse(request.body.toString('utf8') || '{}');
  try {
    switch (what) {
      case 'GET posts':
        return asJson(200, await server.posts(url.searchParams.get('network') ?? undefined));
      case 'GET faults':
        return asJson(200, faults.list());
      case 'POST faults':
        faults.order(faultOrder.parse(body()));
        return asJson(201, faults.list());
      case 'DELETE faults':
        faults.heal();
        return asJson(200, []);
      case 'POST tokens': {
        const { account, scopes } = newToken.parse(body());
        return asJson(201, { token: server.token(account, scopes) });
      }
      case 'POST tokens/rotate':
        return asJson(201, { token: server.rotate(oldToken.parse(body()).token) });
      case 'POST tokens/revoke':
        server.revoke(oldToken.parse(body()).token);
        return asJson(200, {});
      case 'POST receivers':
        return asJson(201, server.receiver(owner.parse(body()).account));
      case 'POST telegram-bots': {
        const { account } = owner.parse(body());
        return asJson(201, { chat: `@${account}`, token: server.telegramBot(account) });
      }
      case 'POST discord-hooks':
        return asJson(201, { url: server.discordHook(owner.parse(body()).account) });
      case 'POST facebook-pages': {
        const { account, pages } = seenPages.parse(body());
        server.facebook.sees(
          account,
          pages.map((name) => ({ name, gram: null })),
        );
        return asJson(201, facebookApp);
      }
      default:
        return countsOf(what, body, shelf);
    }
  } catch (error) {
    return asJson(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** So many people liked it now. */
async function countsOf(what: string, body: () => unknown, shelf: PracticeShelf): Promise<PracticeAnswer> {
  const [, network, id] = /^POST posts\/([^/]+)\/([^/]+)\/counts$/.exec(what) ?? [];
  const post = network && id ? await shelf.byId(network, id) : null;
  if (!post) return asJson(404, { error: 'unknown' });
  const given = Object.entries(counts.parse(body())).filter(([, value]) => value !== undefined);
  const changed = { ...post.counts, ...Object.fromEntries(given) };
  await shelf.change(post.network, post.id, { counts: changed });
  return asJson(200, changed);
}
