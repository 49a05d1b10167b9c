import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { PracticePostView } from '../../src/channels/practice';
import type { ChannelView } from '../../src/channels/schema';
import type { CampaignView } from '../../src/publishing/schema';
import type { PreflightView } from '../../src/publishing/preflight/schema';
import type { Page } from '../../src/shared/page';
import { film } from '../unit/video/film';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './boot';

const now = { when: { kind: 'now' } };
const inputs = [
  { kind: 'mastodon', name: 'Mastodon', settings: {} },
  { kind: 'bluesky', name: 'Bluesky', settings: { identifier: 'bakery.bsky.social' } },
  { kind: 'facebook', name: 'Facebook', settings: { pageId: '104857600000000' } },
  { kind: 'instagram', name: 'Instagram', settings: { userId: '17841400000000000' } },
  { kind: 'x', name: 'X', settings: {} },
  { kind: 'threads', name: 'Threads', settings: {} },
  { kind: 'linkedin', name: 'LinkedIn', settings: {} },
  { kind: 'google-business', name: 'Google', settings: {} },
  { kind: 'pinterest', name: 'Pinterest', settings: {} },
  { kind: 'discord', name: 'Discord', settings: {} },
  { kind: 'slack', name: 'Slack', settings: {} },
  { kind: 'telegram', name: 'Telegram', settings: { chatId: '@bakery' } },
  { kind: 'webhook', name: 'Partner', settings: { url: 'https://partner.test/hook' } },
  { kind: 'email', name: 'Letter', settings: { fromName: 'Bakery', fromEmail: 'letter@bakery.test' } },
] as const;

describe.each(databases())('channels in practice mode on %s', (db) => {
  let room: CampaignRoom;
  const keys = new Map<string, string>();
  const loaf = `presence-test-${randomBytes(6).toString('hex')}`;
  let file = '';
  let cover = 0;
  beforeAll(async () => {
    room = await campaignRoom(db);
    file = join(room.app.strapi.dirs.static.public, 'uploads', `${loaf}.png`);
    const create = { width: 400, height: 900, channels: 3, background: '#a0522d' } as const;
    writeFileSync(file, await sharp({ create }).png().toBuffer());
    ({ id: cover } = await room.app.strapi.db.query('plugin::upload.file').create({
      data: {
        ...{ name: 'loaf.png', hash: loaf, url: `/uploads/${loaf}.png`, alternativeText: 'A loaf' },
        ...{ ext: '.png', mime: 'image/png', size: 1, provider: 'local' },
      },
    }));
    for (const input of inputs) {
      const made = await room.post<ChannelView>(room.owner, '/channels', { ...input, practice: true });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({ practice: true, hasSecret: false });
      keys.set(input.kind, made.body.key);
    }
  });
  afterAll(async () => {
    rmSync(file, { force: true });
    await room.stop();
  });

  const posts = async (channel?: string) =>
    (
      await room.owner.call<Page<PracticePostView>>(
        'GET',
        `/presence/practice/posts${channel ? `?channel=${channel}` : ''}`,
      )
    ).body;

  it('need no account, pass their test, and post where the business can look at it', async () => {
    for (const key of keys.values()) {
      const { body } = await room.post<{ report: { state: string } }>(room.owner, `/channels/${key}/test`);
      expect(body.report.state).toBe('ready');
    }
    expect((await posts()).total).toBe(0);
    const { key } = await room.campaign(await room.article({ cover }), [
      room.channels.site,
      ...keys.values(),
    ]);
    expect((await room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, now)).status).toBe(200);
    await room.work();
    const publications = (await room.view(key)).publications.filter(({ kind }) => kind !== 'website');
    expect(
      publications.map(({ kind, state, practice, problem }) => ({ kind, state, practice, problem })),
    ).toEqual(publications.map(({ kind }) => ({ kind, state: 'delivered', practice: true, problem: null })));
    const { items, total } = await posts();
    expect(total).toBe(inputs.length);
    expect(items.map(({ kind }) => kind).sort()).toEqual(inputs.map(({ kind }) => kind).sort());
    for (const item of items) expect(`${item.subject} ${item.text}`).toContain('Rye, fresh from the oven');
    expect(items.find(({ kind }) => kind === 'email')?.html).toContain('<html');
    expect(room.receiver.received).toEqual([]);
  });

  it('count nowhere as if people had seen them', async () => {
    const touchpoints = await room.app.strapi.db
      .connection('presence_touchpoints')
      .where({ kind: 'delivered' })
      .whereNot('channel', 'website');
    expect(touchpoints).toEqual([]);
    const mails = await room.app.strapi.db.connection('presence_mails');
    expect(mails).toEqual([]);
  });

  it('get a thread or a first comment, shown beneath its post, and all of it is taken back', async () => {
    const kinds = ['bluesky', 'mastodon', 'threads', 'x', 'facebook', 'linkedin'];
    const channels = kinds.map((kind) => keys.get(kind) ?? '');
    const made = await room.campaign(await room.article({ cover }), channels);
    const copies = made.publications.map(({ channel, kind, copy }) => {
      const isComment = kind === 'facebook' || kind === 'linkedin';
      const replies = (isComment ? ['Ask us.'] : ['Baked at four.', 'Gone by nine.']).map((text) => ({
        text,
      }));
      return { channel, copy: { ...copy, text: 'Rye with more to say.', link: null, pictures: [], replies } };
    });
    const changed = await room.emil.call<CampaignView>('PUT', `/presence/campaigns/${made.key}`, { copies });
    expect(changed.status).toBe(200);
    expect((await room.post(room.emil, `/campaigns/${made.key}/schedule`, now)).status).toBe(200);
    await room.work();
    for (const [index, channel] of channels.entries()) {
      const kind = kinds[index];
      const list = [...(await posts(channel)).items].reverse();
      const above = new Map(list.map(({ id, text }) => [id, text]));
      const said = list.map(({ text, under }) => [text, under === null ? null : above.get(under)]);
      const thread = said.slice(said.findIndex(([text]) => text === 'Rye with more to say.'));
      expect([kind, ...thread]).toEqual(
        kind === 'facebook' || kind === 'linkedin'
          ? [kind, ['Rye with more to say.', null], ['Ask us.', 'Rye with more to say.']]
          : [
              kind,
              ['Rye with more to say.', null],
              ['Baked at four.', 'Rye with more to say.'],
              ['Gone by nine.', 'Baked at four.'],
            ],
      );
    }
    // A new version of the post keeps its thread beneath it.
    const { key: one } = await room.publication(made.key, keys.get('x') ?? '');
    await room.post(room.emil, `/publications/${one}/correct`, { text: 'Rye with less to say.' });
    const standing = (await posts(keys.get('x'))).items;
    const version = standing.find(({ text }) => text === 'Rye with less to say.');
    expect(standing.find(({ text }) => text === 'Baked at four.')?.under).toBe(version?.id ?? 'not there');

    const { body } = await room.post<CampaignView>(room.owner, `/campaigns/${made.key}/recall`);
    expect(body.publications.map(({ recall }) => recall?.state)).toEqual(kinds.map(() => 'recalled'));
    for (const channel of channels)
      for (const { text } of (await posts(channel)).items)
        expect(text).not.toMatch(/^(?:Rye with (?:more|less) to say|Ask us|Baked at four|Gone by nine)\.$/);
  });

  it('get a picture in the shape that was chosen, and what was approved stays so', async () => {
    const chosen = ['mastodon', 'bluesky', 'facebook', 'x', 'linkedin', 'pinterest', 'discord', 'telegram'];
    const channels = chosen.map((kind) => keys.get(kind) ?? '');
    const made = await room.campaign(await room.article({ cover }), channels);
    const shape = { ratio: '1:1', by: 'cut', focus: { x: 50, y: 10 } } as const;
    const copies = made.publications.map(({ channel, copy }) => ({
      channel,
      copy: {
        ...copy,
        text: 'Rye in a square.',
        link: null,
        pictures: copy.pictures.map((picture) => ({ ...picture, shape })),
      },
    }));
    const changed = await room.emil.call<CampaignView>('PUT', `/presence/campaigns/${made.key}`, { copies });
    expect(changed.status).toBe(200);
    for (const { copy } of changed.body.publications) expect(copy.pictures[0]?.shape).toEqual(shape);
    expect((await room.post(room.emil, `/campaigns/${made.key}/schedule`, now)).status).toBe(200);
    await room.work();
    for (const { kind, state, problem } of (await room.view(made.key)).publications)
      expect([kind, state, problem]).toEqual([kind, 'delivered', null]);
    for (const [index, channel] of channels.entries()) {
      const [post] = (await posts(channel)).items;
      const [picture] = post?.pictures ?? [];
      const { width, height } = await sharp(
        Buffer.from(picture?.src.split(',')[1] ?? '', 'base64'),
      ).metadata();
      expect([chosen[index], width, height]).toEqual([chosen[index], width, width]);
      const gone = await room.owner.call(
        'DELETE',
        `/presence/practice/posts/${post?.kind}/${encodeURIComponent(post?.id ?? '')}`,
      );
      expect([chosen[index], gone.status]).toEqual([chosen[index], 204]);
    }
  });

  it('get a video in place of pictures, which is looked at beforehand, and play it', async () => {
    const hash = `presence-test-${randomBytes(6).toString('hex')}`;
    const address = `/uploads/${hash}.mp4`;
    const path = join(room.app.strapi.dirs.static.public, address);
    writeFileSync(path, 'no video yet');
    const create = async (data: object) => room.app.strapi.db.query('plugin::upload.file').create({ data });
    const known = { name: 'kneading.mp4', hash, url: address, ext: '.mp4', mime: 'video/mp4' };
    const { id } = await create({ ...known, size: 1, provider: 'local' });
    const facts = () => room.emil.call<{ width: number }>('GET', `/presence/copies/video?hash=${hash}`);
    const chosen = ['mastodon', 'threads', 'instagram', 'facebook', 'discord', 'telegram'];
    const channels = chosen.map((kind) => keys.get(kind) ?? '');
    const made = await room.campaign(await room.article({ cover }), channels);
    const video = { hash, url: address, alt: 'Hands knead dough' };
    const copies = made.publications.map(({ channel, copy }) => ({
      channel,
      copy: { ...copy, text: 'Kneaded by hand.', link: null, pictures: [], video },
    }));
    const changed = await room.emil.call<CampaignView>('PUT', `/presence/campaigns/${made.key}`, { copies });
    expect(changed.body.publications.map(({ copy }) => copy.video)).toEqual(chosen.map(() => video));
    const found = async () => {
      const answer = await room.emil.call<PreflightView>('GET', `/presence/campaigns/${made.key}/preflight`);
      return answer.body.publications.flatMap(({ items }) =>
        items.map(({ severity, code }) => `${severity} ${code}`),
      );
    };
    expect((await facts()).status).toBe(400);
    expect(await found()).toContain('red preflight.video-unreadable');
    writeFileSync(path, film({ width: 640, height: 480 }));
    await room.app.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id }, data: { size: 2, updatedAt: new Date(Date.now() + 5_000) } });
    expect(await facts()).toMatchObject({ status: 200, body: { width: 640, format: 'mp4' } });
    expect((await found()).filter((one) => one.includes('video'))).toEqual([]);
    expect((await room.post(room.emil, `/campaigns/${made.key}/schedule`, now)).status).toBe(200);
    await room.work();
    for (const { kind, state, problem } of (await room.view(made.key)).publications)
      expect([kind, state, problem]).toEqual([kind, 'delivered', null]);
    for (const channel of channels) {
      const [post] = (await posts(channel)).items;
      expect(post).toMatchObject({ text: 'Kneaded by hand.', pictures: [] });
      expect(post?.video).toEqual({ src: expect.stringMatching(`^http.*${address}$`), alt: video.alt });
      const one = `/presence/practice/posts/${post?.kind}/${encodeURIComponent(post?.id ?? '')}`;
      expect((await room.owner.call('DELETE', one)).status).toBe(204);
    }
    rmSync(path, { force: true });
  });

  it('take a post away, those of a channel, or all', async () => {
    const { items } = await posts();
    const [first] = items;
    const path = `/presence/practice/posts/${first?.kind}/${encodeURIComponent(first?.id ?? '')}`;
    expect((await room.emil.call('DELETE', path)).status).toBe(403);
    expect((await room.owner.call('DELETE', path)).status).toBe(204);
    const again = await room.owner.call<{ error: { details: { code: string } } }>('DELETE', path);
    expect(again.body.error.details.code).toBe('practice.not-found');
    const other = items.find(({ kind }) => kind !== first?.kind);
    await room.owner.call('DELETE', `/presence/practice/posts?channel=${other?.channel}`);
    expect((await posts(other?.channel)).total).toBe(0);
    expect((await posts()).total).toBe(inputs.length - 2);
    await room.owner.call('DELETE', '/presence/practice/posts');
    expect((await posts()).total).toBe(0);
  });

  it('have their words changed where the network lets them, keep picture and link, and are taken back all the same, twice', async () => {
    const social = inputs.flatMap(({ kind }) => (kind === 'email' ? [] : [keys.get(kind) ?? '']));
    const { key } = await room.campaign(await room.article({ cover }), [room.channels.site, ...social]);
    await room.post(room.emil, `/campaigns/${key}/schedule`, now);
    await room.work();
    const before = new Map((await posts()).items.map((post) => [post.kind, post]));
    const text = 'Rye & spelt (4.20), not [2.40].';
    const changed: string[] = [];
    for (const { key: one, kind, actions } of (await room.view(key)).publications) {
      if (!actions.includes('correct')) continue;
      await room.post(room.emil, `/publications/${one}/correct`, { text });
      changed.push(kind);
    }
    expect(changed.sort()).toEqual([
      'discord',
      'facebook',
      'google-business',
      'linkedin',
      'mastodon',
      'pinterest',
      'telegram',
      'x',
    ]);
    for (const post of (await posts()).items) {
      const { id, pictures, editedAt, text: words = '' } = before.get(post.kind) ?? {};
      const isChanged = changed.includes(post.kind);
      expect([post.kind, post.pictures, post.editedAt !== editedAt]).toEqual([
        post.kind,
        pictures,
        isChanged,
      ]);
      // An edit on X makes a new post.
      expect([post.kind, post.id === id]).toEqual([post.kind, post.kind !== 'x']);
      // What is not the words stays: a pin's title before them, the address behind them where a network has it there.
      const title = post.kind === 'pinterest' ? ['Rye, fresh from the oven'] : [];
      const address = /https?:\/\/\S+$/.exec(words) ?? [];
      expect(post.text).toBe(isChanged ? [...title, text, ...address].join('\n\n') : words);
    }
    for (let time = 0; time < 2; time += 1) {
      const { body } = await room.post<CampaignView>(room.owner, `/campaigns/${key}/recall`);
      const ends = body.publications.map(({ kind, state, recall }) => [kind, state, recall?.state]);
      expect(ends.sort()).toEqual([
        ['bluesky', 'recalled', 'recalled'],
        ['discord', 'recalled', 'recalled'],
        ['facebook', 'recalled', 'recalled'],
        ['google-business', 'recalled', 'recalled'],
        ['instagram', 'delivered', 'kept'],
        ['linkedin', 'recalled', 'recalled'],
        ['mastodon', 'recalled', 'recalled'],
        ['pinterest', 'recalled', 'recalled'],
        ['slack', 'delivered', 'kept'],
        ['telegram', 'recalled', 'recalled'],
        ['threads', 'recalled', 'recalled'],
        ['webhook', 'recalled', 'told'],
        ['website', 'recalled', 'recalled'],
        ['x', 'recalled', 'recalled'],
      ]);
    }
    expect((await posts()).items.map(({ kind }) => kind)).not.toContain('bluesky');
    await room.owner.call('DELETE', '/presence/practice/posts');
  });

  it('are left only for an account that has what it needs', async () => {
    const key = keys.get('webhook');
    const input = { kind: 'webhook', name: 'Partner', settings: { url: room.receiver.url } };
    const save = (more: object) =>
      room.owner.call<ChannelView & { error: { details: { code: string } } }>(
        'PUT',
        `/presence/channels/${key}`,
        { ...input, ...more },
      );
    const bare = await save({ practice: false });
    expect(bare.body.error.details.code).toBe('channel.secret-missing');
    const secret = { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
    expect((await save({ secret })).body).toMatchObject({ practice: true, hasSecret: true });
    expect((await save({ practice: false })).body).toMatchObject({ practice: false, state: 'untested' });
    await room.post(room.owner, `/channels/${key}/test`);
    expect(room.receiver.received).toHaveLength(1);
  });
});
