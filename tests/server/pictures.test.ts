import { rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { wired } from '../../server/wire';
import { checkerOf } from '../../src/brand/engine/checker';
import { ruleSetOf } from '../../src/brand/engine/rule-set';
import { contentOfCopy } from '../../src/brand/engine/copy-content';
import { brandKit } from '../../src/brand/schema';
import { copySchema } from '../../src/channels/schema';
import { badge, lines, photo, placed, plain } from '../unit/brand/pictures/draw';
import { bootStrapi, databases, type App } from './boot';
import { hire, type Staff } from './staff';

interface Uploaded {
  readonly id: number;
  readonly hash: string;
  readonly url: string;
  readonly ext: string;
  readonly formats?: Readonly<Record<string, { readonly url: string }>> | null;
}

const fromPhone = async () =>
  sharp(await photo(1_200, 800))
    .withExif({
      IFD0: { Make: 'Apple', Model: 'iPhone 15' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 12/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '16/1 22/1 0/1',
      },
    })
    .jpeg({ quality: 90 })
    .toBuffer();

describe.each(databases())('Pictures of the media library on %s', (db) => {
  let app: App;
  let owner: Staff;
  const written: string[] = [];
  beforeAll(async () => {
    app = await bootStrapi({
      db,
      presence: { engine: { enabled: false }, brand: { ocr: { enabled: true, languages: ['eng'] } } },
    });
    owner = await hire(app, 'Rosa');
    // As it comes: Strapi would save pictures again and drop their metadata.
    await app.strapi.store({ type: 'plugin', name: 'upload' }).set({
      key: 'settings',
      value: { sizeOptimization: false, responsiveDimensions: true, autoOrientation: false },
    });
  });
  afterAll(async () => {
    if (app) for (const url of written) rmSync(join(app.strapi.dirs.static.public, url), { force: true });
    await app?.stop();
  });

  async function upload(name: string, bytes: Buffer, type = 'image/jpeg', id?: number): Promise<Uploaded> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
    if (id !== undefined) form.append('fileInfo', JSON.stringify({ name }));
    const response = await fetch(`${app.url}/upload${id === undefined ? '' : `?id=${id}`}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.token}` },
      body: form,
    });
    const body = (await response.json()) as Uploaded | Uploaded[];
    if (!response.ok) throw new Error(JSON.stringify(body));
    const file = Array.isArray(body) ? body[0] : body;
    if (!file) throw new Error('nothing was uploaded');
    for (const { url } of [file, ...Object.values(file.formats ?? {})]) written.push(url);
    return file;
  }

  const ref = ({ hash, url }: Uploaded) => ({ hash, url });
  const factsOf = async (
    file: Uploaded,
    kit: object = { pictures: { blur: {} } },
    how: 'measure' | 'known' = 'measure',
  ) => (await wired(app.strapi).pictures.factsOf([ref(file)], brandKit.parse(kit), how)).get(file.hash);
  const rows = () => app.strapi.db.query('presence::brand-picture').count();

  it('are measured once, and again when the file was replaced', async () => {
    const file = await upload('rye.jpg', await photo(1_600, 900));
    expect(await factsOf(file, undefined, 'known')).toBeUndefined();
    const facts = await factsOf(file);
    expect(facts).toMatchObject({ format: 'jpeg', width: 1_600, height: 900, problems: [], texts: null });
    const before = await rows();
    expect(await factsOf(file, undefined, 'known')).toEqual(facts);
    expect(await rows()).toBe(before);
    const replaced = await upload('rye.jpg', await photo(1_500, 1_000, 2), 'image/jpeg', file.id);
    expect(replaced.hash).toBe(file.hash);
    expect(await factsOf(file)).toMatchObject({ width: 1_500, height: 1_000 });
    expect(await rows()).toBe(before);
  });

  it('are known after a restart, from the table', async () => {
    const file = await upload('loaf.jpg', await photo(900, 600, 3));
    const facts = await factsOf(file);
    const stored: unknown = await app.strapi.db
      .query('presence::brand-picture')
      .findMany({ where: { sha256: facts?.sha256 } });
    expect(stored).toHaveLength(1);
    expect(JSON.parse((stored as { facts: string }[])[0]?.facts ?? '')).toEqual(facts);
  });

  it('are not opened for a kit that asks nothing of pictures', async () => {
    const file = await upload('crumb.jpg', await photo(300, 200, 4));
    expect(await factsOf(file, {})).toBeUndefined();
  });

  it('that are the same bytes under two names are measured once', async () => {
    const bytes = await photo(800, 600, 5);
    const [one, other] = [await upload('one.jpg', bytes), await upload('other.jpg', bytes)];
    expect(await factsOf(other)).toEqual(await factsOf(one));
  });

  it('are looked through again for other logos', async () => {
    const logo = await upload('badge.svg', badge(), 'image/svg+xml');
    const poster = await upload(
      'poster.jpg',
      await placed(await plain(1_200, 630, '#f4e3c1'), badge(), { width: 300, left: 500, top: 200 }),
    );
    const kit = {
      logos: [{ key: 'main', name: 'Badge', hash: logo.hash, url: logo.url }],
      pictures: { logo: {} },
    };
    expect((await factsOf(poster))?.logos).toEqual([]);
    const facts = await factsOf(poster, kit);
    expect(facts?.logos?.map(({ key }) => key)).toEqual(['main']);
    expect(facts?.logosSought).toHaveLength(1);
  });

  it('give up their text, and a campaign whose picture breaks the kit is told', async () => {
    const poster = await upload(
      'offer.png',
      await lines(
        [
          { text: 'Acme 20% off', y: 280, ink: '#402000' },
          { text: 'cheap bread', y: 460, ink: '#402000' },
        ],
        '#f4e3c1',
      ),
      'image/png',
    );
    const kit = brandKit.parse({ terms: [{ avoid: 'cheap' }], pictures: { text: {}, contrast: {} } });
    const pictures = await wired(app.strapi).pictures.factsOf([ref(poster)], kit);
    const texts = pictures.get(poster.hash)?.texts ?? [];
    expect(texts.map(({ text }) => text)).toEqual(['Acme 20% off', 'cheap bread']);
    expect(texts[0]?.confidence).toBeGreaterThan(80);
    expect(texts[0]?.contrast).toBeGreaterThan(7);
    const copy = copySchema.parse({
      text: 'Come',
      link: null,
      pictures: [{ ...ref(poster), alt: 'An offer' }],
    });
    const findings = checkerOf(ruleSetOf(kit, [], {})).check({
      ...{ content: contentOfCopy(copy, 'email'), pictures },
      channel: { key: 'mail', kind: 'email', name: 'Mail' },
    });
    expect(findings).toMatchObject([
      { rule: 'brand.term/cheap', channel: 'mail', place: { field: 'pictures[0]' } },
    ]);
    expect(findings[0]?.region?.y).toBeCloseTo(0.62, 1);
  });

  it('whose file is gone, or that nobody knows, say so', async () => {
    const file = await upload('gone.jpg', await photo(300, 200, 6));
    rmSync(join(app.strapi.dirs.static.public, file.url));
    expect((await factsOf(file))?.problems.map(({ code }) => code)).toEqual(['picture.missing']);
    const nobody = { ...file, hash: 'nobody' };
    expect((await factsOf(nobody))?.problems.map(({ code }) => code)).toEqual(['picture.missing']);
  });

  it('that are removed are forgotten', async () => {
    const file = await upload('old.jpg', await photo(400, 300, 7));
    await factsOf(file);
    const before = await rows();
    expect((await owner.call('DELETE', `/upload/files/${file.id}`)).status).toBe(200);
    expect(await rows()).toBe(before - 1);
  });

  it('lose the place and the device where somebody asks for it, and it is written down', async () => {
    const file = await upload('phone.jpg', await fromPhone());
    const kit = { pictures: { privacy: {} } };
    expect((await factsOf(file, kit))?.exif).toMatchObject({ device: 'Apple iPhone 15' });
    const strip = (by: Staff, id: number) => by.call('POST', '/presence/brand/pictures/strip', { id });
    const reader = await hire(app, 'Emil', ['read']);
    expect((await strip(reader, file.id)).status).toBe(403);
    const { status, body } = await strip(owner, file.id);
    expect([status, body]).toMatchObject([200, { id: file.id, removed: ['gps', 'device'] }]);
    expect((await factsOf(file, kit))?.exif).toEqual({ gps: null, device: null, takenAt: null });
    expect(
      await app.strapi.db.query('plugin::upload.file').findOne({ where: { id: file.id } }),
    ).toMatchObject({
      hash: file.hash,
      name: 'phone.jpg',
    });
    const { body: record } = await owner.call<{ items: { kind: string; details: object }[] }>(
      'GET',
      '/presence/audit?pageSize=1',
    );
    expect(record.items).toMatchObject([
      { kind: 'picture.strip', details: { file: file.id, removed: ['gps', 'device'] } },
    ]);
    expect((await strip(owner, file.id)).body).toMatchObject({
      error: { details: { code: 'picture.nothing-to-strip' } },
    });
    expect((await strip(owner, 999_999)).status).toBe(404);
    expect((await strip(owner, -1)).status).toBe(400);
  });

  it('are given to a network that loads them under an address that is signed, small and without their data', async () => {
    const file = await upload('loaded.jpg', await fromPhone());
    const { served } = wired(app.strapi);
    const settings = await owner.call<object>('GET', '/presence/settings');
    const reachedAt = (publicUrl: string) =>
      owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl });
    await reachedAt(app.url);
    expect(await served.addressOf(file, 'threads')).toEqual({ atHome: `${app.url}/api/presence` });
    await reachedAt('https://cms.bakery.test');
    const address = await served.addressOf(file, 'threads');
    const path = 'url' in address ? address.url.replace('https://cms.bakery.test', '') : '';
    const answer = await fetch(`${app.url}${path}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThanOrEqual(8_000_000);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1_200, height: 800 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    const [, token = ''] = /picture\/(.+)\.jpg$/.exec(path) ?? [];
    for (const wrong of [`${token.slice(0, -2)}AA`, token.slice(1), 'x', '%00', `${token}${token}`]) {
      const refused = await fetch(`${app.url}/api/presence/picture/${wrong}.jpg`);
      expect([wrong, refused.status, await refused.text()]).toEqual([wrong, 404, '']);
    }
    await owner.call('PUT', '/presence/settings', settings.body);
  });

  it('are given to each network in the shape that it takes', async () => {
    const file = await upload('wide.jpg', await photo(1_800, 300, 8));
    const { served } = wired(app.strapi);
    const settings = await owner.call<object>('GET', '/presence/settings');
    const publicUrl = 'https://cms.bakery.test';
    await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl });
    for (const [kind, width, height, shape] of [
      ['threads', 1_800, 300],
      ['instagram', 1_440, 754],
      ['threads', 300, 300, { ratio: '1:1', by: 'cut', focus: { x: 10, y: 50 } }],
      ['instagram', 1_440, 1_800, { ratio: '4:5', by: 'pad' }],
    ] as const) {
      const address = await served.addressOf({ hash: file.hash, ...(shape ? { shape } : {}) }, kind);
      const answer = await fetch('url' in address ? address.url.replace(publicUrl, app.url) : '');
      const made = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect(made).toMatchObject({ format: 'jpeg', width, height });
    }
    await owner.call('PUT', '/presence/settings', settings.body);
  });

  it('are cut around what the media library says must be seen, else around what draws the eye', async () => {
    const svg = '<svg width="1200" height="400"><circle cx="1000" cy="200" r="60" fill="#ff0000"/></svg>';
    const bytes = await sharp({ create: { width: 1_200, height: 400, channels: 3, background: '#808080' } })
      .composite([{ input: Buffer.from(svg) }])
      .jpeg()
      .toBuffer();
    const file = await upload('spot.jpg', bytes);
    const focusOf = (hash: string, ratio = '1:1') =>
      owner.call<{ focus: { x: number; y: number }; from: string }>(
        'GET',
        `/presence/copies/picture-focus?${new URLSearchParams({ hash, ratio })}`,
      );
    const { body } = await focusOf(file.hash);
    expect(body.from).toBe('eye');
    expect(Math.abs(body.focus.x - 83)).toBeLessThan(8);
    const form = new FormData();
    form.append('fileInfo', JSON.stringify({ name: 'spot.jpg', focalPoint: { x: 12.4, y: 60 } }));
    const set = await fetch(`${app.url}/upload?id=${file.id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.token}` },
      body: form,
    });
    expect(set.status).toBe(200);
    expect((await focusOf(file.hash)).body).toEqual({ focus: { x: 12, y: 60 }, from: 'library' });
    expect(await focusOf('nobody')).toMatchObject({
      status: 404,
      body: { error: { details: { code: 'picture.not-found' } } },
    });
    expect((await focusOf(file.hash, '3:7')).status).toBe(400);
    const broken = await upload('broken.txt', Buffer.from('no picture'), 'text/plain');
    expect((await focusOf(broken.hash)).status).toBe(404);
  });
});
