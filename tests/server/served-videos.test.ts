import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { servedVideos, type ServedVideos } from '../../server/services/served-videos';
import { wired } from '../../server/wire';
import { tokensOf } from '../../src/shared/token';
import { film, webm } from '../unit/video/film';
import { videosOf } from '../unit/video/source';
import { bootStrapi, databases, type App } from './boot';
import { hire, type Staff } from './staff';

interface Uploaded {
  readonly hash: string;
  readonly url: string;
}

const hour = 3_600_000;

describe.each(databases())('Videos for networks that load them on %s', (db) => {
  let app: App;
  let owner: Staff;
  let served: ServedVideos;
  const written: string[] = [];
  beforeAll(async () => {
    app = await bootStrapi({ db, presence: { engine: { enabled: false } } });
    owner = await hire(app, 'Rosa');
    const settings = await owner.call<object>('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl: 'https://cms.bakery.test' });
    served = wired(app.strapi).servedVideos;
  });
  afterAll(async () => {
    if (app) for (const url of written) rmSync(join(app.strapi.dirs.static.public, url), { force: true });
    await app?.stop();
  });

  async function upload(name: string, bytes: Uint8Array, type = 'video/mp4'): Promise<Uploaded> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
    const response = await fetch(`${app.url}/upload`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${owner.token}` }, body: form },
    });
    const [file] = (await response.json()) as Uploaded[];
    if (!response.ok || !file) throw new Error(`nothing was uploaded: ${response.status}`);
    written.push(file.url);
    return file;
  }

  async function addressOf(hash: string, format: 'mp4' | 'mov' | 'webm' = 'mp4'): Promise<string> {
    const address = await served.addressOf(hash, format, 'instagram');
    if (!('url' in address)) throw new Error('at home');
    return address.url.replace('https://cms.bakery.test', app.url);
  }
  const load = async (url: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await fetch(url, { method, headers });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const named = (answer: Response, ...names: string[]) => names.map((name) => answer.headers.get(name));

  it('are there as they lie in the media library, and nothing says how they are called there', async () => {
    const bytes = film({ weight: 900_000 });
    const url = await addressOf((await upload('kneading.mp4', bytes)).hash);
    const { answer, bytes: got } = await load(url);
    expect(answer.status).toBe(200);
    expect(got.equals(bytes)).toBe(true);
    expect(named(answer, 'content-type', 'content-length', 'accept-ranges', 'content-range')).toEqual([
      'video/mp4',
      String(bytes.length),
      'bytes',
      null,
    ]);
    expect(named(answer, 'x-robots-tag', 'content-disposition')).toEqual(['noindex, nofollow', null]);
    expect(JSON.stringify([...answer.headers])).not.toContain('kneading.mp4');
    expect(new URL(url).pathname).toMatch(/^\/api\/presence\/video\/[\w-]+\.mp4$/);
  });

  it('are handed over in the parts that are asked for, and asked about without a body', async () => {
    const bytes = film({ weight: 300_000 });
    const { length } = bytes;
    const url = await addressOf((await upload('parts.mp4', bytes)).hash);
    for (const [range, start, end] of [
      ['bytes=0-0', 0, 1],
      ['bytes=100000-199999', 100_000, 200_000],
      ['bytes=250000-', 250_000, length],
      ['bytes=-1000', length - 1_000, length],
      [`bytes=${length - 5}-${length + 5}`, length - 5, length],
    ] as const) {
      const { answer, bytes: got } = await load(url, { range });
      expect([range, answer.status, ...named(answer, 'content-range', 'content-length')]).toEqual([
        ...[range, 206, `bytes ${start}-${end - 1}/${length}`, String(end - start)],
      ]);
      expect(got.equals(bytes.subarray(start, end))).toBe(true);
    }
    for (const range of [`bytes=${length}-`, 'bytes=-0']) {
      const { answer, bytes: got } = await load(url, { range });
      expect([range, answer.status, answer.headers.get('content-range'), got.length]).toEqual([
        ...[range, 416, `bytes */${length}`, 0],
      ]);
    }
    // What is not understood, or holds for a version that nobody named, is all of it.
    for (const headers of [
      { range: 'lines=0-1' },
      { range: 'bytes=0-1,5-6' },
      { range: 'bytes=0-9', 'if-range': '"a"' },
    ])
      expect((await load(url, headers)).answer.status).toBe(200);
    const head = await load(url, { range: 'bytes=0-9' }, 'HEAD');
    expect([head.answer.status, head.bytes.length]).toEqual([200, 0]);
    expect(named(head.answer, 'content-type', 'content-length', 'accept-ranges')).toEqual([
      ...['video/mp4', String(length), 'bytes'],
    ]);
  });

  it('are told by what they are, never by what they are called', async () => {
    const mov = await upload('clip.mp4', film({ brand: 'qt' }));
    expect((await load(await addressOf(mov.hash, 'mov'))).answer.headers.get('content-type')).toBe(
      'video/quicktime',
    );
    const page = await upload('page.mp4', Buffer.from('<html>'.repeat(50)));
    const { answer, bytes } = await load(await addressOf(page.hash));
    expect([answer.status, bytes.length]).toEqual([404, 0]);
    const web = await upload('clip.webm', webm(), 'video/webm');
    expect((await load(await addressOf(web.hash, 'webm'))).answer.headers.get('content-type')).toBe(
      'video/webm',
    );
  });

  it('are not there under an address that is not ours, whose file is gone, or for a network that loads none', async () => {
    const file = await upload('gone.mp4', film());
    const url = await addressOf(file.hash);
    const token = /video\/(.+)\.mp4$/.exec(url)?.[1] ?? '';
    const picture = await wired(app.strapi).served.addressOf({ hash: file.hash }, 'instagram');
    const other = /picture\/(.+)\.jpg$/.exec('url' in picture ? picture.url : '')?.[1];
    const mail = await served.addressOf(file.hash, 'mp4', 'email');
    const wrong = [`${token.slice(0, -2)}AA`, token.slice(1), 'x', '%00', `${token}${token}`, other];
    for (const one of [...wrong, /video\/(.+)\.mp4$/.exec('url' in mail ? mail.url : '')?.[1]]) {
      const refused = await load(`${app.url}/api/presence/video/${one}.mp4`);
      expect([one, refused.answer.status, refused.bytes.length]).toEqual([one, 404, 0]);
    }
    // Nor is the video there as a picture.
    expect((await load(`${app.url}/api/presence/picture/${token}.jpg`)).answer.status).toBe(404);
    rmSync(join(app.strapi.dirs.static.public, file.url));
    expect((await load(url)).answer.status).toBe(404);
    expect((await load(url, {}, 'HEAD')).answer.status).toBe(404);
  });

  it('break off, and do not look whole, where the file becomes shorter while it is sent', async () => {
    const bytes = film({ weight: 40_000_000 });
    const file = await upload('long.mp4', bytes);
    const answer = await fetch(await addressOf(file.hash));
    const reader = answer.body!.getReader();
    await reader.read();
    truncateSync(join(app.strapi.dirs.static.public, file.url), 1_000_000);
    let isDone = false;
    const rest = async () => {
      while (!isDone) isDone = (await reader.read()).done;
    };
    await expect(rest()).rejects.toThrow();
    expect(isDone).toBe(false);
  });
});

describe('the address of a video', () => {
  const clock = { now: Date.UTC(2026, 10, 27) };
  const room = (base = 'https://cms.bakery.test/api/presence') =>
    servedVideos({
      ...{ tokens: tokensOf(['a secret']), publicBase: async () => base, videos: videosOf() },
      ...{ isTaker: (kind) => kind === 'threads', now: () => clock.now },
    });

  it('is the same on a second try, and runs out after a day', async () => {
    const served = room();
    const address = await served.addressOf('kneading', 'mp4', 'threads');
    const token = /\/video\/(\S+)\.mp4$/.exec('url' in address ? address.url : '')?.[1] ?? '';
    clock.now += hour / 2;
    expect(await served.addressOf('kneading', 'mp4', 'threads')).toEqual(address);
    clock.now += 23 * hour;
    expect(await served.open(token)).toMatchObject({ mime: 'video/mp4' });
    clock.now += 2 * hour;
    expect(await served.open(token)).toBeNull();
  });

  it('is none where nobody outside reaches this server', async () => {
    const base = 'http://localhost:1337/api/presence';
    expect(await room(base).addressOf('kneading', 'mp4', 'threads')).toEqual({ atHome: base });
  });
});
