import { rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { CardPreview } from '../../src/channels/pictures/card';
import type { PracticePostView } from '../../src/channels/practice';
import type { ChannelView, CopyPicture } from '../../src/channels/schema';
import type { CampaignView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { badge } from '../unit/brand/pictures/draw';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './boot';
import type { Staff } from './staff';

interface Refused {
  readonly error: { readonly details: { readonly code: string } };
}
interface Row extends CopyPicture {
  readonly id: number;
  readonly formats: Readonly<Record<string, { readonly url: string }>> | null;
}

const rye = { uid: 'api::article.article', locale: 'en', template: 'title', title: 'Rye, fresh' } as const;

describe.each(databases())('Cards of the brand on %s', (db) => {
  let room: CampaignRoom;
  const written: string[] = [];
  beforeAll(async () => {
    room = await campaignRoom(db);
    const kit = (hex: string) => ({ palette: [{ name: 'Ground', hex }] });
    const brands = [
      { key: 'cafe', name: 'Café', uids: [], locales: ['de'], kit: kit('#204060') },
      { key: 'main', name: 'Bakery', uids: [], locales: [], kit: kit('#5a1a2b') },
    ];
    expect((await room.owner.call('PUT', '/presence/brand/brands', { brands })).status).toBe(200);
  });
  afterAll(async () => {
    for (const url of written) rmSync(join(room.app.strapi.dirs.static.public, url), { force: true });
    await room.stop();
  });

  const preview = (by: Staff, card: object) =>
    room.post<CardPreview & Refused>(by, '/copies/card/preview', card);
  const make = (by: Staff, card: object) => room.post<CopyPicture & Refused>(by, '/copies/card', card);
  const files = () => room.app.strapi.db.query('plugin::upload.file');
  async function fileOf({ hash }: CopyPicture): Promise<Row> {
    const row = (await files().findOne({ where: { hash }, populate: ['createdBy'] })) as Row;
    written.push(row.url, ...Object.values(row.formats ?? {}).map(({ url }) => url));
    return row;
  }
  const groundOf = async (src: string) => {
    const bytes = Buffer.from(src.split(',')[1] ?? '', 'base64');
    const { data } = await sharp(bytes)
      .extract({ left: 2, top: 2, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return [...data];
  };
  const near = (one: readonly number[], hex: string) =>
    one.every((value, at) => Math.abs(value - Number.parseInt(hex.slice(1 + at * 2, 3 + at * 2), 16)) < 4);

  it('bear the brand of the entry, and are no file while they are looked at', async () => {
    const before = await files().count();
    for (const [locale, hex] of [
      ['en', '#5a1a2b'],
      ['de-AT', '#204060'],
    ] as const) {
      const { status, body } = await preview(room.emil, { ...rye, locale });
      expect([status, body.width, body.height]).toEqual([200, 1_200, 629]);
      expect([locale, near(await groundOf(body.src), hex)]).toEqual([locale, true]);
    }
    expect(await files().count()).toBe(before);
  });

  it('are refused with a code where they cannot be drawn', async () => {
    const badge = { uid: rye.uid, locale: 'en', template: 'badge', picture: 'nobody' };
    expect(await preview(room.emil, badge)).toMatchObject({
      status: 404,
      body: { error: { details: { code: 'picture.not-found' } } },
    });
    expect((await preview(room.emil, { ...rye, title: 'w'.repeat(150) })).body.error.details.code).toBe(
      'picture.card-title-too-long',
    );
    expect((await preview(room.emil, { ...rye, title: ' ' })).status).toBe(400);
    expect((await preview(room.emil, { ...rye, ratio: '3:7' })).status).toBe(400);
  });

  it('become files only by people who may upload, and the record says by whom', async () => {
    const before = await files().count();
    expect(await make(room.emil, rye)).toMatchObject({
      status: 403,
      body: { error: { details: { code: 'picture.card-not-allowed' } } },
    });
    expect(await files().count()).toBe(before);
    const { status, body } = await make(room.owner, rye);
    expect([status, body.alt]).toEqual([201, 'Rye, fresh']);
    expect(await fileOf(body)).toMatchObject({
      ...{ name: 'Rye fresh card.jpg', mime: 'image/jpeg', width: 1_200, height: 629 },
      ...{ alternativeText: 'Rye, fresh', createdBy: { id: Number(room.owner.id) } },
    });
    const { body: record } = await room.owner.call('GET', '/presence/audit?pageSize=1');
    expect(record).toMatchObject({
      items: [
        {
          kind: 'picture.card',
          by: { id: room.owner.id },
          details: { file: body.hash, template: 'title', brand: 'main' },
        },
      ],
    });
  });

  it('bear the logo of the kit, on a colour and on a picture', async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(badge())], { type: 'image/svg+xml' }), 'badge.svg');
    const response = await fetch(`${room.app.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${room.owner.token}` },
      body: form,
    });
    const [logo] = (await response.json()) as Row[];
    const { hash = '', url = '' } = logo ?? {};
    written.push(url);
    const { body: plain } = await make(room.owner, rye);
    await fileOf(plain);
    const badged = { uid: rye.uid, locale: 'en', template: 'badge', picture: plain.hash };
    expect((await preview(room.emil, badged)).body.error.details.code).toBe('picture.card-no-logo');
    const logos = [{ key: 'now', name: 'Badge', hash, url, minWidth: 300 }];
    await room.owner.call('PUT', '/presence/brand/brands', {
      brands: [{ key: 'main', name: 'Bakery', uids: [], locales: [], kit: { logos } }],
    });
    const { status, body } = await make(room.owner, badged);
    expect([status, body.alt]).toEqual([201, 'Rye, fresh']);
    await fileOf(body);
    const pixels = await sharp(join(room.app.strapi.dirs.static.public, body.url)).raw().toBuffer();
    let red = 0;
    for (let at = 0; at < pixels.length; at += 3)
      if (near([...pixels.subarray(at, at + 3)], '#c8553d')) red += 1;
    expect(red).toBeGreaterThan(300 * 120 * 0.5);
  });

  it('go out as the picture of a copy', async () => {
    const { body: channel } = await room.post<ChannelView>(room.owner, '/channels', {
      ...{ kind: 'mastodon', name: 'Mastodon', settings: {}, practice: true },
    });
    const made = await room.campaign(await room.article(), [channel.key]);
    const { body: card } = await make(room.owner, { ...rye, ratio: '1:1' });
    await fileOf(card);
    const copies = made.publications.map(({ channel: key, copy }) => ({
      channel: key,
      copy: { ...copy, link: null, pictures: [card] },
    }));
    const changed = await room.emil.call<CampaignView>('PUT', `/presence/campaigns/${made.key}`, { copies });
    expect(changed.body.publications[0]?.copy.pictures).toEqual([card]);
    const now = { when: { kind: 'now' } };
    expect((await room.post(room.emil, `/campaigns/${made.key}/schedule`, now)).status).toBe(200);
    await room.work();
    expect((await room.view(made.key)).publications).toMatchObject([{ state: 'delivered', problem: null }]);
    const { body: posts } = await room.owner.call<Page<PracticePostView>>('GET', '/presence/practice/posts');
    const [picture] = posts.items[0]?.pictures ?? [];
    expect(picture?.alt).toBe('Rye, fresh');
    const sent = await sharp(Buffer.from(picture?.src.split(',')[1] ?? '', 'base64')).metadata();
    expect([sent.width, sent.height]).toEqual([480, 480]);
  });
});
