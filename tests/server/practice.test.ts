import type { PracticePostView } from '../../src/channels/practice';
import type { ChannelView } from '../../src/channels/schema';
import type { CampaignView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './boot';

const now = { when: { kind: 'now' } };
const inputs = [
  { kind: 'mastodon', name: 'Mastodon', settings: {} },
  { kind: 'bluesky', name: 'Bluesky', settings: { identifier: 'bakery.bsky.social' } },
  { kind: 'webhook', name: 'Partner', settings: { url: 'https://partner.test/hook' } },
  { kind: 'email', name: 'Letter', settings: { fromName: 'Bakery', fromEmail: 'letter@bakery.test' } },
] as const;

describe.each(databases())('channels in practice mode on %s', (db) => {
  let room: CampaignRoom;
  const keys = new Map<string, string>();
  beforeAll(async () => {
    room = await campaignRoom(db);
    for (const input of inputs) {
      const made = await room.post<ChannelView>(room.owner, '/channels', { ...input, practice: true });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({ practice: true, hasSecret: false });
      keys.set(input.kind, made.body.key);
    }
  });
  afterAll(() => room.stop());

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
    const { key } = await room.campaign(await room.article(), [room.channels.site, ...keys.values()]);
    expect((await room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, now)).status).toBe(200);
    await room.work();
    const publications = (await room.view(key)).publications.filter(({ kind }) => kind !== 'website');
    expect(
      publications.map(({ kind, state, practice, problem }) => ({ kind, state, practice, problem })),
    ).toEqual(publications.map(({ kind }) => ({ kind, state: 'delivered', practice: true, problem: null })));
    const { items, total } = await posts();
    expect(total).toBe(4);
    expect(items.map(({ kind }) => kind).sort()).toEqual(['bluesky', 'email', 'mastodon', 'webhook']);
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
    expect((await posts()).total).toBe(2);
    await room.owner.call('DELETE', '/presence/practice/posts');
    expect((await posts()).total).toBe(0);
  });

  it('are left only for an account that has what it needs', async () => {
    const key = keys.get('webhook');
    const input = { ...inputs[2], settings: { url: room.receiver.url } };
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
