import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CheckAnswer } from '../../server/services/brand/check-api';
import { wired } from '../../server/wire';
import { bootStrapi, type App } from './boot';
import { call, hire, machine } from './staff';

/** A site that answers as its paths say, and remembers who asked. */
async function site(): Promise<{ server: Server; port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const [, status = '200', only] = (request.url ?? '').replace(/\?.*/, '').split('/');
    if (status === '302') response.setHeader('location', '/200');
    response.statusCode = only === 'get' && request.method === 'HEAD' ? 405 : Number(status);
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, asked, port: (server.address() as AddressInfo).port };
}

describe('links in texts', () => {
  let app: App;
  let open: Awaited<ReturnType<typeof site>>;
  let hidden: Awaited<ReturnType<typeof site>>;
  beforeAll(async () => {
    [open, hidden] = [await site(), await site()];
    const presence = { engine: { enabled: false }, outgoing: { allow: [`127.0.0.1:${open.port}`] } };
    app = await bootStrapi({ presence });
  });
  afterAll(async () => {
    await app.stop();
    for (const { server } of [open, hidden]) server.close();
  });

  const links = () => wired(app.strapi).catalogue.links;
  const known = async (...paths: string[]) => {
    const urls = paths.map((path) => `http://127.0.0.1:${open.port}${path}`);
    await links().states(urls);
    await links().idle();
    const states = await links().states(urls);
    return urls.map((url) => states.get(url));
  };

  it.each([
    ['that answer', '/200', 'alive'],
    ['that lead to one that answers', '/302', 'alive'],
    ['that only answer GET', '/200/get', 'alive'],
    ['that are gone', '/404', 'dead'],
    ['of a site that is broken', '/500', 'dead'],
    ['that turn programs away', '/403', 'unknown'],
    ['that say it is too much', '/429', 'unknown'],
  ])('%s (%s) are %s', async (_, path, state) => expect(await known(path)).toEqual([state]));

  it('of a site that is not there are dead', async () => {
    const url = 'http://nowhere.invalid/';
    await links().states([url]);
    await links().idle();
    expect((await links().states([url])).get(url)).toBe('dead');
  });

  it('are not waited for, and asked once', async () => {
    const url = `http://127.0.0.1:${open.port}/200?once`;
    expect(await links().states([url])).toEqual(new Map());
    await links().states([url, url]);
    await links().idle();
    await known('/200?once');
    expect(open.asked.filter((one) => one.endsWith('once'))).toEqual(['HEAD /200?once']);
  });

  it('are asked again when the answer is old: a dead one after an hour, one that is alive after a day', async () => {
    const age = async (hours: number) =>
      app.strapi.db
        .query('presence::brand-link')
        .updateMany({ where: {}, data: { at: Date.now() - hours * 3_600_000 } });
    const paths = ['/200?old', '/404?old'];
    await known(...paths);
    const count = (path: string) => open.asked.filter((one) => one === `HEAD ${path}`).length;
    await age(2);
    await known(...paths);
    expect(paths.map(count)).toEqual([1, 2]);
    await age(25);
    await known(...paths);
    expect(paths.map(count)).toEqual([2, 3]);
  });

  it('into a private network are never called, and nobody learns whether something is there', async () => {
    const urls = [
      `http://127.0.0.1:${hidden.port}/200`,
      'http://169.254.169.254/latest',
      'http://localhost:1/',
    ];
    await links().states(urls);
    await links().idle();
    expect([...(await links().states(urls)).values()]).toEqual(['unknown', 'unknown', 'unknown']);
    expect(hidden.asked).toEqual([]);
  });

  it('are found when they are dead, where the kit asks for it', async () => {
    const [rosa, token] = [await hire(app, 'Rosa'), await machine(app, 'Linter')];
    const kit = { links: { alive: true, httpsOnly: false } };
    await rosa.call('PUT', '/presence/brand/brands', {
      brands: [{ key: 'main', name: 'Bakery', uids: [], locales: [], kit }],
    });
    const markdown = `[Our rye](http://127.0.0.1:${open.port}/404?found) and [our shop](http://127.0.0.1:${open.port}/200?found).`;
    const rules = async () =>
      (
        await call<CheckAnswer>(app, token, 'POST', '/api/presence/brand/check', { markdown })
      ).body.findings.map(({ rule, quote }) => [rule, quote.includes('404')]);
    expect(await rules()).toEqual([]);
    await links().idle();
    expect(await rules()).toEqual([['link.alive', true]]);
  });
});
