import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { outgoing } from '../../server/http/outgoing';
import { factsOf, videoLook } from '../../server/videos/facts';
import { mediaVideos } from '../../server/videos/open';
import { toldVideo } from '../../server/videos/told';
import { film } from '../unit/video/film';

/** A media library in which every hash is the address of its file. */
const library = (folder: string): Core.Strapi =>
  ({
    dirs: { static: { public: folder } },
    db: {
      query: () => ({
        findOne: async ({ where: { hash } }: { where: { hash: string } }) =>
          hash === 'nobody' ? null : { url: hash },
      }),
    },
  }) as unknown as Core.Strapi;
const http = outgoing(['127.0.0.1']);

const allOf = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const found: Uint8Array[] = [];
  for await (const chunk of chunks) found.push(chunk);
  return Buffer.concat(found);
};

describe('a video in the folder of Strapi', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'presence-video-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const open = (hash: string) => mediaVideos(library(folder), http).open(hash);

  it('is read in parts, and handed over from where to where it is wanted', async () => {
    const bytes = film({ weight: 700_000 });
    writeFileSync(join(folder, 'a.mp4'), bytes);
    const opened = await open('/a.mp4?updated=1');
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(opened.size).toBe(bytes.length);
    expect(Buffer.from(await opened.read(4, 4)).toString()).toBe('ftyp');
    expect(await opened.read(bytes.length - 2, 10)).toHaveLength(2);
    expect(await allOf(opened.chunks())).toEqual(bytes);
    expect(await allOf(opened.chunks(1_000, 300_001))).toEqual(bytes.subarray(1_000, 300_001));
    expect(await factsOf(opened)).toMatchObject({ kind: 'known', facts: { width: 1_280 } });
  });

  it('is missing where it left, where it is a folder, and where its address leads out of it', async () => {
    for (const hash of [
      'nobody',
      '/b.mp4',
      '/',
      '/../../../etc/hostname',
      '/%2e%2e/%2e%2e/etc/hostname',
      '/%zz',
    ])
      expect(await open(hash)).toEqual({ kind: 'missing' });
  });

  it('is not taken for whole where it became shorter meanwhile', async () => {
    writeFileSync(join(folder, 'c.mp4'), film({ weight: 5_000 }));
    const opened = await open('/c.mp4');
    if (opened.kind !== 'open') throw new Error(opened.kind);
    truncateSync(join(folder, 'c.mp4'), 3_000);
    await expect(allOf(opened.chunks())).rejects.toThrow('shorter');
  });
});

describe('a video in a library that lies elsewhere', () => {
  const bytes = film({ weight: 9_000_000 });
  let server: Server;
  let url: string;
  let asked: string[] = [];
  let serves: 'ranges' | 'whole' | 'gone' | 'short' = 'ranges';
  beforeAll(async () => {
    server = createServer(({ headers: { range } }, response) => {
      asked.push(range ?? 'all');
      const [from = 0, to = 0] = (/bytes=(\d+)-(\d+)/.exec(range ?? '') ?? []).slice(1).map(Number);
      if (serves === 'gone') return void response.writeHead(404).end();
      if (serves === 'whole') return void response.writeHead(200).end(bytes);
      const end = serves === 'short' && from > 0 ? to : to + 1;
      response.writeHead(206, { 'content-range': `bytes ${from}-${to}/${bytes.length}` });
      return void response.end(bytes.subarray(from, end));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.mp4`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked = [];
    serves = 'ranges';
  });
  const open = (address = url) => mediaVideos(library('/nowhere'), http).open(address);

  it('is asked for in parts of 4 MB, never as a whole', async () => {
    const opened = await open();
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(await factsOf(opened)).toMatchObject({ kind: 'known', facts: { bytes: bytes.length } });
    asked = [];
    expect((await allOf(opened.chunks())).equals(bytes)).toBe(true);
    expect(asked).toEqual(['bytes=0-4194303', 'bytes=4194304-8388607', `bytes=8388608-${bytes.length - 1}`]);
  });

  it.each([
    ['gone', { kind: 'missing' }],
    ['whole', { kind: 'unavailable', message: expect.stringContaining('in parts') }],
  ] as const)('says so where it is %s', async (how, expected) => {
    serves = how;
    expect(await open()).toEqual(expected);
  });

  it('is unavailable where nobody answers, or with something else than was asked for', async () => {
    expect(await open('http://127.0.0.1:9/a.mp4')).toMatchObject({ kind: 'unavailable' });
    expect(await open('http://10.0.0.1/a.mp4')).toMatchObject({ kind: 'unavailable' });
    serves = 'short';
    const opened = await open();
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(await factsOf(opened)).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('206'),
    });
  });
});

describe('what is known of a video', () => {
  const opened: string[] = [];
  const stamps: Record<string, string> = { film: '1', page: '1', away: '1' };
  const look = videoLook({
    files: async ([hash = '']) => (hash in stamps ? [{ hash, stamp: stamps[hash] ?? '' }] : []),
    videos: {
      async open(hash) {
        opened.push(hash);
        if (hash === 'away') return { kind: 'unavailable', message: 'Down.' };
        const bytes = hash === 'film' ? film() : Buffer.from('<html>');
        return {
          ...{ kind: 'open', size: bytes.length },
          read: async (offset, length) => bytes.subarray(offset, offset + length),
          async *chunks() {},
        };
      },
    },
  });

  it('is remembered until its file is replaced; what could not be had is asked for again', async () => {
    for (const hash of ['film', 'film', 'page', 'page', 'away', 'away', 'none']) await look(hash);
    expect(opened).toEqual(['film', 'page', 'away', 'away']);
    stamps['film'] = '2';
    await look('film');
    expect(opened).toHaveLength(5);
  });

  it('is told to whoever chooses it', async () => {
    const told = toldVideo(look);
    expect(await told('film')).toMatchObject({ ok: true, value: { format: 'mp4', seconds: 12 } });
    for (const [hash, code] of [
      ['none', 'video.not-found'],
      ['page', 'video.unreadable'],
      ['away', 'video.unavailable'],
    ] as const)
      expect(await told(hash)).toMatchObject({
        ok: false,
        error: { code, message: expect.stringMatching(/\.$/) },
      });
  });
});
