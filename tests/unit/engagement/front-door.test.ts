import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { frontDoor } from '../../../server/front-door';
import type { Reporter } from '../../../server/services/collect';
import { fail, ok, type Result } from '../../../src/shared/result';

/** A Koa with the front door before everything else, and a collector that answers as told. */
async function open(receive: (text: string, reporter: Reporter) => Promise<Result<void>>) {
  const app = new Koa();
  app.silent = true;
  app.use(frontDoor('/api/presence/collect', () => ({ receive })));
  app.use((ctx) => {
    ctx.body = 'beyond';
  });
  const server: Server = createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe('the front door', () => {
  it('hands on what is for others', async () => {
    const door = await open(async () => ok(undefined));
    expect(await (await fetch(`${door.url}/api/articles`)).text()).toBe('beyond');
    await door.close();
  });

  it('hands the text and what the headers say to the collector', async () => {
    const seen: [string, Reporter][] = [];
    const door = await open(async (text, reporter) => {
      seen.push([text, reporter]);
      return ok(undefined);
    });
    const headers = { 'user-agent': 'Firefox', 'sec-gpc': '1', 'content-type': 'text/plain' };
    const response = await fetch(`${door.url}/api/presence/collect`, {
      method: 'POST',
      body: 'Rosé',
      headers,
    });
    expect(response.status).toBe(204);
    expect(seen).toMatchObject([
      ['Rosé', { userAgent: 'Firefox', globalPrivacyControl: '1', doNotTrack: null }],
    ]);
    await door.close();
  });

  it('asks to come back later when too much waits, and when the database fails', async () => {
    const busy = await open(async () => fail({ code: 'collect.busy', message: 'Busy.' }));
    const broken = await open(() => Promise.reject(new Error('no connection to 10.0.0.1')));
    for (const [door, code] of [
      [busy, 'collect.busy'],
      [broken, 'collect.not-stored'],
    ] as const) {
      const response = await fetch(`${door.url}/api/presence/collect`, { method: 'POST', body: '{}' });
      const body = await response.text();
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
      expect(body).toContain(code);
      expect(body).not.toContain('10.0.0.1');
      await door.close();
    }
  });

  it('lets a browser ask before it sends JSON from another site', async () => {
    const door = await open(async () => ok(undefined));
    const response = await fetch(`${door.url}/api/presence/collect`, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    await door.close();
  });
});
