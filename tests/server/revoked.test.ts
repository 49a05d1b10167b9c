import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelTested, ChannelView } from '../../src/channels/schema';
import type { CampaignView, PublicationView } from '../../src/publishing/schema';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { databases } from './boot';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { cameBack, pressed } from './connect-room';

const hour = 3_600_000;

/** A channel of the practice network, how its access is taken away there, and how a person gives it back. */
interface Case {
  readonly kind: string;
  /** What takes the access away there, once it is set up. */
  readonly make: () => Promise<{ readonly channel: string; readonly takeAway: () => void }>;
  readonly state: 'reauthorise' | 'blocked';
  readonly code: string;
  readonly sentence: RegExp;
  /** A person enters what they got anew, or connects again; the state of the channel after that. */
  readonly renew: (channel: string) => Promise<string>;
}

describe.each(databases())('access that is taken away between scheduling and going out, on %s', (db) => {
  let room: CampaignRoom;
  let network: PracticeServer;
  beforeAll(async () => {
    network = await startPractice();
    room = await campaignRoom(db);
    const { body } = await room.owner.call('GET', '/presence/settings');
    await room.owner.call('PUT', '/presence/settings', { ...body, publicUrl: room.app.url });
  });
  afterAll(async () => {
    await room?.stop();
    await network?.stop();
  });

  const channelOf = async (key: string): Promise<ChannelView | undefined> =>
    (await room.owner.call<ChannelView[]>('GET', '/presence/channels')).body.find((one) => one.key === key);
  const make = async (input: object): Promise<string> => {
    const made = await room.post<ChannelView>(room.owner, '/channels', { name: 'Bakery', ...input });
    expect(made.status).toBe(201);
    return made.body.key;
  };
  const test = async (key: string): Promise<string> =>
    (await room.post<ChannelTested>(room.owner, `/channels/${key}/test`)).body.report.state;
  /** Enters this in place of what is stored, without a test. */
  const enter = async (key: string, secret: object): Promise<void> => {
    const before = await channelOf(key);
    const { status } = await room.owner.call('PUT', `/presence/channels/${key}`, {
      ...{ kind: before?.kind, name: before?.name, settings: before?.settings, secret },
    });
    expect(status).toBe(200);
  };
  /** Presses Connect, and allows it on the page of the server. */
  async function connect(key: string): Promise<string> {
    const begun = await room.post<{ address: string }>(room.owner, `/channels/${key}/connect`);
    const back = await pressed(begun.body.address, { account: 'bakery', decision: 'allow' });
    const attempt = await cameBack(back);
    return (await room.post<ChannelTested>(room.owner, `/connects/${attempt}`)).body.report.state;
  }
  /** The token that the server was called with last. */
  const lastToken = (): string =>
    [...network.requests]
      .reverse()
      .map(({ headers }) => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1])
      .find((token) => token !== undefined) ?? '';

  /** Scheduled for a later hour on this channel. */
  async function scheduled(channel: string): Promise<string> {
    const documentId = await room.article();
    await room.app.strapi.documents('api::article.article').publish({ documentId, locale: 'en' });
    const { key } = await room.campaign(documentId, [channel]);
    const local = new Date(Date.now() + 2 * hour).toISOString().slice(0, 16);
    const { status, body } = await room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, {
      when: { kind: 'at', local, zone: 'UTC' },
    });
    expect([status, body.publications?.[0]?.state]).toEqual([200, 'scheduled']);
    await room.work();
    expect(await network.posts()).toEqual([]);
    return key;
  }
  const rows = () => room.app.strapi.db.connection('presence_publications');
  /** Its time has come. */
  const isDue = (campaign: string) =>
    rows()
      .where({ campaign })
      .update({ due_at: Date.now() - 1, next_at: Date.now() - 1 });
  /** Its next look has come. What is parked, and what is known of a channel, is a second old at most. */
  async function lookAt(campaign: string): Promise<void> {
    await sleep(1_100);
    await rows()
      .where({ campaign })
      .update({ next_at: Date.now() - 1 });
    await room.work();
  }
  const posted = async () => (await network.posts()).filter(({ deletedAt }) => deletedAt === null).length;

  const cases: readonly Case[] = [
    {
      kind: 'Mastodon with a token that was entered',
      async make() {
        const accessToken = network.token('bakery');
        const channel = await make({
          ...{ kind: 'mastodon', settings: { instance: network.url }, secret: { accessToken } },
        });
        return { channel, takeAway: () => network.revoke(accessToken) };
      },
      state: 'reauthorise',
      code: 'mastodon.signed-out',
      sentence: /^Mastodon refused the access token .*Connect the channel again/,
      async renew(channel) {
        await enter(channel, { accessToken: network.token('bakery') });
        return test(channel);
      },
    },
    {
      kind: 'Mastodon that a person connected',
      async make() {
        const channel = await make({ kind: 'mastodon', settings: { instance: network.url } });
        expect(await connect(channel)).toBe('ready');
        const token = lastToken();
        expect(network.holds(token)).toBe(true);
        return { channel, takeAway: () => network.revoke(token) };
      },
      state: 'reauthorise',
      code: 'mastodon.signed-out',
      sentence: /^Mastodon refused the access token .*Connect the channel again/,
      renew: connect,
    },
    {
      kind: 'Discord whose webhook was deleted',
      async make() {
        const webhookUrl = network.discordHook('bakery');
        const channel = await make({ kind: 'discord', settings: {}, secret: { webhookUrl } });
        return { channel, takeAway: () => network.dropDiscordHook(webhookUrl) };
      },
      state: 'blocked',
      code: 'discord.webhook-gone',
      sentence: /^Discord does not know this webhook any more: .*Make a new one/,
      async renew(channel) {
        await enter(channel, { webhookUrl: network.discordHook('bakery') });
        return test(channel);
      },
    },
    {
      kind: 'Discord whose webhook has another address',
      async make() {
        const webhookUrl = network.discordHook('bakery');
        const channel = await make({ kind: 'discord', settings: {}, secret: { webhookUrl } });
        return { channel, takeAway: () => network.moveDiscordHook(webhookUrl) };
      },
      state: 'reauthorise',
      code: 'discord.webhook-refused',
      sentence: /^Discord refused the address of the webhook .*Copy it anew/,
      async renew(channel) {
        await enter(channel, { webhookUrl: network.discordHook('bakery') });
        return test(channel);
      },
    },
  ];

  describe.each(cases)('$kind', (one) => {
    let channel = '';
    let campaign = '';
    let takeAway: () => void;
    beforeEach(async () => {
      for (const { network: kind, id } of await network.posts())
        await network.shelf.change(kind, id, { deletedAt: 1 });
      ({ channel, takeAway } = await one.make());
      expect(await test(channel)).toBe('ready');
      campaign = await scheduled(channel);
      takeAway();
    });
    const publication = (): Promise<PublicationView> => room.publication(campaign, channel);

    it('parks it, asks a person, and sends it once when they have renewed it', async () => {
      await isDue(campaign);
      await room.work();
      expect(await posted()).toBe(0);
      expect(await publication()).toMatchObject({
        state: 'parked',
        problem: { code: one.code, message: expect.stringMatching(one.sentence) },
      });
      expect(await channelOf(channel)).toMatchObject({
        state: one.state,
        stateReason: expect.stringMatching(one.sentence),
      });

      // Looked at again, it stays, and nobody calls there for it.
      const before = network.requests.length;
      await lookAt(campaign);
      expect(await publication()).toMatchObject({
        state: 'parked',
        problem: {
          code: `publication.channel-${one.state}`,
          message: expect.stringMatching(one.sentence),
        },
      });
      expect(network.requests.length).toBe(before);

      expect(await one.renew(channel)).toBe('ready');
      expect(await channelOf(channel)).toMatchObject({ state: 'ready', stateReason: '' });
      await room.work();
      await room.work();
      expect(await publication()).toMatchObject({ state: 'delivered', problem: null });
      expect(await posted()).toBe(1);
    });
  });

  /** Parked on a Mastodon server, by a token that was taken away. */
  async function parked(campaigns: number) {
    for (const { network: kind, id } of await network.posts())
      await network.shelf.change(kind, id, { deletedAt: 1 });
    const accessToken = network.token('bakery');
    const settings = { instance: network.url };
    const channel = await make({ kind: 'mastodon', settings, secret: { accessToken } });
    const keys: string[] = [];
    for (let made = 0; made < campaigns; made += 1) keys.push(await scheduled(channel));
    network.revoke(accessToken);
    for (const key of keys) await isDue(key);
    await room.work();
    const states = async () =>
      Promise.all(keys.map(async (key) => (await room.publication(key, channel)).state));
    expect(await states()).toEqual(keys.map(() => 'parked'));
    return { channel, keys, states };
  }

  it('goes on at its next look where a new token was saved and nobody tested it', async () => {
    const { channel, keys, states } = await parked(1);
    await enter(channel, { accessToken: network.token('bakery') });
    await room.work();
    expect([await posted(), await states()]).toEqual([0, ['parked']]);
    for (const key of keys) await lookAt(key);
    expect([await posted(), await states()]).toEqual([1, ['delivered']]);
  });

  it('parks all that is due on the channel, and sends each once', async () => {
    const { channel, states } = await parked(3);
    await enter(channel, { accessToken: network.token('bakery') });
    expect(await Promise.all([test(channel), test(channel)])).toEqual(['ready', 'ready']);
    await room.work();
    expect([await posted(), await states()]).toEqual([3, ['delivered', 'delivered', 'delivered']]);
  });

  it.each([
    ['late', 1, 'delivered'],
    ['ask', 0, 'asking'],
    ['skip', 0, 'skipped'],
  ])('does with what is late by then as its campaign says: %s', async (policy, count, becomes) => {
    const { channel, keys, states } = await parked(1);
    const [campaign = ''] = keys;
    await rows()
      .where({ campaign })
      .update({ due_at: Date.now() - 5 * hour, catch_up: policy });
    // As long as nobody has renewed it, it waits.
    await lookAt(campaign);
    expect(await states()).toEqual(['parked']);
    await enter(channel, { accessToken: network.token('bakery') });
    await lookAt(campaign);
    expect([await posted(), await states()]).toEqual([count, [becomes]]);
  });

  it('stays parked where the new token is void, too', async () => {
    const { channel, states } = await parked(1);
    await enter(channel, { accessToken: 'of-nobody' });
    expect(await test(channel)).toBe('reauthorise');
    await room.work();
    expect([await posted(), await states()]).toEqual([0, ['parked']]);
  });
});
