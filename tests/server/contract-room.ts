import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { bluesky } from '../../server/channels/bluesky';
import { discord } from '../../server/channels/discord';
import { googleBusiness } from '../../server/channels/google/google-business';
import { linkedin } from '../../server/channels/linkedin/linkedin';
import { facebook } from '../../server/channels/meta/facebook';
import { instagram } from '../../server/channels/meta/instagram';
import { threads } from '../../server/channels/meta/threads';
import { mastodon } from '../../server/channels/mastodon';
import { pinterest } from '../../server/channels/pinterest/pinterest';
import { slack } from '../../server/channels/slack';
import { foreign } from '../../server/channels/own/foreign';
import { ownTools } from '../../server/channels/own/tools';
import { publishEntry } from '../../server/channels/strapi-publish';
import { unpublishEntry } from '../../server/channels/strapi-unpublish';
import { telegram } from '../../server/channels/telegram';
import { webhook } from '../../server/channels/webhook';
import { website } from '../../server/channels/website';
import { x } from '../../server/channels/x';
import { outgoing, type Outgoing } from '../../server/http/outgoing';
import type { FaultOrder } from '../../server/practice/faults';
import { wired } from '../../server/wire';
import type { Account, ChannelAdapter, Delivery } from '../../src/channels/channel';
import { readOwnType } from '../../src/channels/own/type';
import { channelRules } from '../../src/channels/rules';
import type { ChannelKind } from '../../src/channels/schema';
import { noticeBoard } from '../../examples/bakery/src/notice-board';
import { startBluesky } from '../network/bluesky';
import { startBlueskyFront } from '../network/bluesky-front';
import { startPractice, type PracticeServer } from '../network/practice/server';
import type { Smtp } from '../network/smtp.mjs';
import { startWebhookReceiver } from '../network/webhook-receiver';
import { mailroom, type Mailroom } from './mailroom';
import { sourceOf } from '../unit/pictures/source';
import { loadedFrom, videosOf } from '../unit/video/source';

/** Whoever publishes: a channel and the way to it. */
export interface Party {
  readonly adapter: ChannelAdapter;
  readonly account: Account;
}

/** What one kind of channel needs to be held against the contract. */
export interface Case {
  readonly own: Party;
  /** Sends everything to a port where nobody listens. */
  readonly nowhere: Party;
  /** With credentials that nobody knows; null where a channel needs none. */
  readonly stranger: Party | null;
  /** In a house where no private address may be called. */
  readonly guarded: Party;
  /** What no message may say. */
  readonly secrets: readonly string[];
  readonly delivery: (text: string, changes?: Partial<Delivery>) => Promise<Delivery>;
  /** Something that this channel refuses for good. */
  readonly refusable: (text: string) => Promise<{ readonly party: Party; readonly sent: Delivery }>;
  /** How often this text is there. */
  readonly count: (text: string) => Promise<number>;
  /** Lets it happen to what comes next, until it heals. False: nothing of the kind happens on the way to this channel. */
  readonly befall: (fault: FaultOrder['fault'], on?: FaultOrder['on'], times?: number) => boolean;
  readonly heal: () => void;
  /** So much time passes that what was parked may go on. */
  readonly later: () => void;
}

export interface ContractRoom {
  caseOf(kind: ChannelKind): Case;
  /** Sizes in bytes of every answer that was kept in memory since the last call. */
  heard(): readonly number[];
  stop(): Promise<void>;
}

const now = Date.now;
const nobody = 'http://127.0.0.1:9';
const photo = sharp({ create: { width: 600, height: 400, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();
const pictures = sourceOf(photo);
const videos = videosOf();

const account = (kind: ChannelKind, settings: object, secret: object | null): Account => ({
  ...{ key: randomUUID(), kind, name: kind, settings, secret },
});

const post = async (text: string, changes: Partial<Delivery> = {}): Promise<Delivery> => ({
  publication: randomUUID(),
  attempt: 1,
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
  campaign: randomUUID(),
  seal: 'seal',
  copy: { text, link: null, pictures: [{ hash: 'a', url: '/a.png', alt: 'Bread' }], edited: false },
  pageUrl: null,
  createdAt: now() - 3_600_000,
  dueAt: now() - 1_000,
  track: async (url) => url,
  beat: async () => true,
  ...changes,
});

/** Real servers of every kind that there is one of, and a channel to each. */
export async function contractRoom(): Promise<ContractRoom> {
  const [practice, sky, page, room] = await Promise.all([
    // Pictures of more tries than a network takes of one account in half an hour.
    startPractice({ limits: { upload: 1_000, call: 10_000 } }),
    startBluesky(),
    startWebhookReceiver(),
    mailroom('sqlite', { users: { news: mailPassword } }),
  ]);
  page.behave({ status: 200, body: '<h1>Bread</h1>' });
  const sizes: number[] = [];
  const http = listened(outgoing(['127.0.0.1', 'localhost']), (size) => void sizes.push(size));
  const front = await startBlueskyFront(sky.pdsUrl);
  await room.readers('contract', 1);
  const cases = new Map<ChannelKind, Case>([
    ['mastodon', mastodonCase(practice, http)],
    ['facebook', facebookCase(practice, http)],
    ['x', xCase(practice, http)],
    ['instagram', instagramCase(practice, http)],
    ['threads', threadsCase(practice, http)],
    ['linkedin', linkedinCase(practice, http)],
    ['google-business', googleCase(practice, http)],
    ['pinterest', pinterestCase(practice, http)],
    ['discord', discordCase(practice, http)],
    ['slack', slackCase(practice, http)],
    ['telegram', telegramCase(practice, http)],
    ['webhook', webhookCase(practice, http)],
    ['bluesky', await blueskyCase(sky, front, http)],
    ['website', websiteCase(practice, page.url, room, http)],
    ['email', emailCase(room)],
    ['own', ownCase(practice, http)],
  ]);
  return {
    caseOf: (kind) => {
      const known = cases.get(kind);
      if (!known) throw new Error(`no case for ${kind}`);
      return known;
    },
    heard: () => sizes.splice(0),
    async stop() {
      await Promise.all([practice.stop(), front.stop(), page.stop(), room.stop()]);
      await sky.stop();
    },
  };
}

/** Only the channels on which something can be posted beneath a post. */
export async function repliesRoom() {
  const [practice, sky] = await Promise.all([
    startPractice({ limits: { upload: 1_000, call: 10_000, remove: 1_000 } }),
    startBluesky(),
  ]);
  const http = outgoing(['127.0.0.1', 'localhost']);
  const front = await startBlueskyFront(sky.pdsUrl);
  const cases: Partial<Record<ChannelKind, Case>> = {
    bluesky: await blueskyCase(sky, front, http),
    mastodon: mastodonCase(practice, http),
    x: xCase(practice, http),
    threads: threadsCase(practice, http),
    facebook: facebookCase(practice, http),
    instagram: instagramCase(practice, http),
    linkedin: linkedinCase(practice, http),
  };
  /** What stands on the practice network, or at Bluesky: its words, and the words that it answers. */
  const standing = async (kind: ChannelKind): Promise<{ text: string; under: string | null }[]> => {
    if (kind === 'bluesky') {
      const identifier = (cases.bluesky?.own.account.settings as { identifier: string }).identifier;
      const records = await sky.records(identifier);
      const words = new Map(records.map(({ uri, value }) => [uri, String(value['text'])]));
      return records.map(({ value }) => {
        const reply = value['reply'] as { parent: { uri: string } } | undefined;
        return { text: String(value['text']), under: reply ? (words.get(reply.parent.uri) ?? '?') : null };
      });
    }
    const posts = (await practice.posts(kind)).filter(({ deletedAt }) => deletedAt === null);
    const words = new Map(posts.map(({ id, text }) => [id, text]));
    return posts.map(({ text, content: { under } }) => ({
      ...{ text, under: typeof under === 'string' ? (words.get(under) ?? '?') : null },
    }));
  };
  return {
    caseOf(kind: ChannelKind): Case {
      const known = cases[kind];
      if (!known) throw new Error(`no case for ${kind}`);
      return known;
    },
    standing,
    async stop() {
      await Promise.all([practice.stop(), front.stop()]);
      await sky.stop();
    },
  };
}

const listened = (http: Outgoing, hear: (bytes: number) => void): Outgoing => ({
  async send(request) {
    const answer = await http.send(request);
    if (answer.kind === 'answered') hear(answer.bytes.length);
    return answer;
  },
});

const still = async (): Promise<void> => undefined;

const ordered = (network: string, { order, heal }: Pick<PracticeServer, 'order' | 'heal'>) => ({
  befall: (fault: FaultOrder['fault'], on: FaultOrder['on'] = 'publish', times = 1) => {
    order({ network, on, times, fault });
    return true;
  },
  heal,
  later: () => undefined,
});

function mastodonCase(practice: PracticeServer, http: Outgoing): Case {
  const token = practice.token('bakery');
  const toot = (accessToken: string, instance = practice.url) =>
    account('mastodon', { instance }, { accessToken });
  const adapter = mastodon({ http, pictures, videos, now, sleep: still });
  const own = { adapter, account: toot(token) };
  return {
    own,
    nowhere: { adapter, account: toot(token, nobody) },
    stranger: { adapter, account: toot(strangers.mastodon) },
    guarded: { ...own, adapter: mastodon({ http: outgoing([]), pictures, videos, now, sleep: still }) },
    secrets: [token],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(501, '.')) }),
    count: countIn(practice, 'mastodon', 'bakery'),
    ...ordered('mastodon', practice),
  };
}

function threadsCase(practice: PracticeServer, http: Outgoing): Case {
  const token = practice.threadsToken('bakery');
  const to = (accessToken: string, server = practice.url) => account('threads', { server }, { accessToken });
  const through = (calls: Outgoing) =>
    threads({
      ...{ http: calls, sessions: sessions(), now, sleep: still },
      served: async ({ hash }) => ({ url: `https://cms.test/picture/${hash}.jpg` }),
      ...loadedFrom(videos),
    });
  const adapter = through(http);
  const own = { adapter, account: to(token) };
  return {
    own,
    nowhere: { adapter, account: to(token, nobody) },
    stranger: { adapter, account: to(strangers.threads) },
    guarded: { ...own, adapter: through(outgoing([])) },
    secrets: [token],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(501, '.')) }),
    count: countIn(practice, 'threads', 'bakery'),
    ...ordered('threads', practice),
  };
}

function instagramCase(practice: PracticeServer, http: Outgoing): Case {
  const { userId, accessToken } = practice.instagramAccount('bakery');
  const to = (token: string, server = `${practice.url}/instagram`) =>
    account('instagram', { userId, server }, { accessToken: token });
  const through = (calls: Outgoing) =>
    instagram({
      ...{ http: calls, sessions: sessions(), now, sleep: still },
      served: async ({ hash }) => ({ url: `https://cms.test/picture/${hash}.jpg` }),
      ...loadedFrom(videos),
    });
  const adapter = through(http);
  const own = { adapter, account: to(accessToken) };
  return {
    own,
    nowhere: { adapter, account: to(accessToken, nobody) },
    stranger: { adapter, account: to(strangers.instagram) },
    guarded: { ...own, adapter: through(outgoing([])) },
    secrets: [accessToken],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(2_201, '.')) }),
    count: countIn(practice, 'instagram', 'bakery'),
    ...ordered('instagram', practice),
  };
}

function facebookCase(practice: PracticeServer, http: Outgoing): Case {
  const { pageId, accessToken } = practice.facebookPage('bakery');
  const to = (token: string, server = practice.url) =>
    account('facebook', { pageId, server }, { accessToken: token });
  const through = (calls: Outgoing) =>
    facebook({ ...{ http: calls, pictures, now, sleep: still }, ...loadedFrom(videos) });
  const adapter = through(http);
  const own = { adapter, account: to(accessToken) };
  return {
    own,
    nowhere: { adapter, account: to(accessToken, nobody) },
    stranger: { adapter, account: to(strangers.facebook) },
    guarded: { ...own, adapter: through(outgoing([])) },
    secrets: [accessToken],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(63_207, '.')) }),
    count: countIn(practice, 'facebook', 'bakery'),
    ...ordered('facebook', practice),
  };
}

function linkedinCase(practice: PracticeServer, http: Outgoing): Case {
  const { author, accessToken } = practice.linkedinPage('bakery');
  const to = (token: string, server = practice.url) =>
    account('linkedin', { as: 'organization', author, server }, { accessToken: token });
  const through = (calls: Outgoing) => linkedin({ http: calls, pictures, videos, now, sleep: still });
  const adapter = through(http);
  const own = { adapter, account: to(accessToken) };
  return {
    own,
    nowhere: { adapter, account: to(accessToken, nobody) },
    stranger: { adapter, account: to(strangers.linkedin) },
    guarded: { ...own, adapter: through(outgoing([])) },
    secrets: [accessToken],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(3_001, '.')) }),
    count: countIn(practice, 'linkedin', 'bakery'),
    ...ordered('linkedin', practice),
  };
}

function googleCase(practice: PracticeServer, http: Outgoing): Case {
  const { location, accessToken } = practice.googleLocation('bakery');
  const to = (token: string, server = practice.url) =>
    account('google-business', { location, server }, { accessToken: token });
  const through = (calls: Outgoing) =>
    googleBusiness({
      ...{ http: calls, now, sleep: still },
      served: async ({ hash }) => ({ url: `https://cms.test/picture/${hash}.jpg` }),
    });
  const adapter = through(http);
  const own = { adapter, account: to(accessToken) };
  return {
    own,
    nowhere: { adapter, account: to(accessToken, nobody) },
    stranger: { adapter, account: to(strangers['google-business']) },
    guarded: { ...own, adapter: through(outgoing([])) },
    secrets: [accessToken],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(1_501, '.')) }),
    count: countIn(practice, 'google-business', 'bakery'),
    ...ordered('google-business', practice),
  };
}

function pinterestCase(practice: PracticeServer, http: Outgoing): Case {
  const { board, accessToken } = practice.pinterestAccount('bakery');
  const to = (token: string, server = practice.url) =>
    account('pinterest', { board, server }, { accessToken: token });
  const adapter = pinterest({ http, pictures, videos, now, sleep: still });
  const own = { adapter, account: to(accessToken) };
  return {
    own,
    nowhere: { adapter, account: to(accessToken, nobody) },
    stranger: { adapter, account: to(strangers.pinterest) },
    guarded: { ...own, adapter: pinterest({ http: outgoing([]), pictures, videos, now, sleep: still }) },
    secrets: [accessToken],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(801, '.')) }),
    count: countIn(practice, 'pinterest', 'bakery'),
    ...ordered('pinterest', practice),
  };
}

function xCase(practice: PracticeServer, http: Outgoing): Case {
  const keys = practice.xKeys('bakery');
  const to = (secret: object, server = practice.url) => account('x', { server }, secret);
  const adapter = x({ http, pictures, videos, now, sleep: still });
  const own = { adapter, account: to(keys) };
  return {
    own,
    nowhere: { adapter, account: to(keys, nobody) },
    stranger: { adapter, account: to({ ...keys, accessTokenSecret: strangers.x }) },
    guarded: { ...own, adapter: x({ http: outgoing([]), pictures, videos, now, sleep: still }) },
    secrets: Object.values(keys),
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(281, '.')) }),
    count: countIn(practice, 'x', 'bakery'),
    ...ordered('x', practice),
  };
}

function discordCase(practice: PracticeServer, http: Outgoing): Case {
  const url = practice.discordHook('bakery');
  const token = url.split('/').at(-1) ?? '';
  const to = (webhookUrl: string) => account('discord', {}, { webhookUrl });
  const adapter = discord({ http, pictures, videos, now });
  const own = { adapter, account: to(url) };
  return {
    own,
    nowhere: { adapter, account: to(url.replace(practice.url, nobody)) },
    stranger: { adapter, account: to(url.replace(token, strangers.discord)) },
    guarded: { ...own, adapter: discord({ http: outgoing([]), pictures, videos, now }) },
    secrets: [token],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(2_001, '.')) }),
    count: countIn(practice, 'discord', 'bakery'),
    ...ordered('discord', practice),
  };
}

function slackCase(practice: PracticeServer, http: Outgoing): Case {
  const url = practice.slackHook('bakery');
  const to = (webhookUrl: string) => account('slack', {}, { webhookUrl });
  const absolute = async (address: string) => `https://cms.test${address}`;
  const adapter = slack({ http, absolute, now });
  const own = { adapter, account: to(url) };
  return {
    own,
    nowhere: { adapter, account: to(url.replace(practice.url, nobody)) },
    stranger: null,
    guarded: { ...own, adapter: slack({ http: outgoing([]), absolute, now }) },
    secrets: [new URL(url).pathname],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(3_001, '.')) }),
    count: countIn(practice, 'slack', 'bakery'),
    ...ordered('slack', practice),
  };
}

function telegramCase(practice: PracticeServer, http: Outgoing): Case {
  const token = practice.telegramBot('bakery');
  const to = (botToken: string, server = practice.url) =>
    account('telegram', { chatId: '@bakery', server }, { botToken });
  const adapter = telegram({ http, pictures, videos, now });
  const own = { adapter, account: to(token) };
  return {
    own,
    nowhere: { adapter, account: to(token, nobody) },
    stranger: { adapter, account: to(strangers.telegram) },
    guarded: { ...own, adapter: telegram({ http: outgoing([]), pictures, videos, now }) },
    secrets: [token, token.split(':')[1] ?? ''],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(1_025, '.')) }),
    count: countIn(practice, 'telegram', 'bakery'),
    ...ordered('telegram', practice),
  };
}

function webhookCase(practice: PracticeServer, http: Outgoing): Case {
  const receiver = practice.receiver('partner');
  const other = practice.receiver('other');
  const hook = (url: string, signingSecret = receiver.secret) =>
    account('webhook', { url }, { signingSecret });
  const absolute = async (url: string) => `https://cms.test${url}`;
  const adapter = webhook({ http, absolute, now });
  const own = { adapter, account: hook(receiver.url) };
  return {
    own,
    nowhere: { adapter, account: hook(`${nobody}/hook`) },
    stranger: { adapter, account: hook(receiver.url, other.secret) },
    guarded: { ...own, adapter: webhook({ http: outgoing([]), absolute, now }) },
    secrets: [receiver.secret, new URL(receiver.url).pathname],
    delivery: post,
    refusable: async (text) => ({
      party: { adapter, account: hook(`${practice.url}/hooks/moved-away`) },
      sent: await post(text),
    }),
    count: countIn(practice, 'webhook', 'partner'),
    ...ordered('webhook', practice),
  };
}

/** The notice board of the bakery: what code of an app says is held against the same contract. */
function ownCase(practice: PracticeServer, http: Outgoing): Case {
  const { address, key } = practice.board('bakery');
  const type = readOwnType(noticeBoard);
  if (!type.ok) throw new Error(type.message);
  const to = (given: string, board = address) =>
    account('own', { type: 'notice-board', values: { address: board } }, { key: given });
  const through = (calls: Outgoing): ChannelAdapter =>
    foreign(type.value, {
      tools: ownTools('notice-board', channelRules.webhook, () => ({
        ...{ http: calls, pictures, now, absolute: async (url) => url },
        served: async (hash) => ({ url: `https://cms.test/picture/${hash}.jpg` }),
      })),
      patience: { ms: 60_000, setTimer: () => () => undefined },
      log: { error: () => undefined },
    }).adapter;
  const adapter = through(http);
  const own = { adapter, account: to(key) };
  return {
    own,
    nowhere: { adapter, account: to(key, nobody) },
    stranger: { adapter, account: to(strangers.own) },
    guarded: { ...own, adapter: through(outgoing([])) },
    secrets: [key],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(281, '.')) }),
    count: countIn(practice, 'board', 'bakery'),
    ...ordered('board', practice),
  };
}

const countIn = (practice: PracticeServer, network: string, account: string) => async (text: string) =>
  (await practice.posts(network)).filter(
    (one) => one.account === account && one.text === text && one.deletedAt === null,
  ).length;

async function blueskyCase(
  sky: Awaited<ReturnType<typeof startBluesky>>,
  front: Awaited<ReturnType<typeof startBlueskyFront>>,
  http: Outgoing,
): Promise<Case> {
  const user = await sky.account('contract');
  const blue = (appPassword: string, service = front.url) =>
    account('bluesky', { service, identifier: user.handle, countsFrom: 'pds' }, { appPassword });
  const adapter = bluesky({ http, pictures, videos, sessions: sessions(), now });
  const own = { adapter, account: blue(user.appPassword) };
  return {
    own,
    nowhere: { adapter, account: blue(user.appPassword, nobody) },
    stranger: { adapter, account: blue(strangers.bluesky) },
    guarded: {
      ...own,
      adapter: bluesky({ http: outgoing([]), pictures, videos, sessions: sessions(), now }),
    },
    secrets: [user.appPassword],
    delivery: post,
    refusable: async (text) => ({ party: own, sent: await post(text.padEnd(301, '.')) }),
    count: async (text) => (await sky.records(user.did)).filter(({ value }) => value['text'] === text).length,
    ...ordered('bluesky', front),
  };
}

function sessions() {
  const kept = new Map<string, unknown>();
  return {
    load: async (key: string) => kept.get(key) ?? null,
    save: async (key: string, value: unknown) => void kept.set(key, value),
  };
}

/** The entry is the copy: its title is the text. What can go wrong on the way is the site hook. */
function websiteCase(practice: PracticeServer, pages: string, { app }: Mailroom, http: Outgoing): Case {
  const hook = practice.receiver('site');
  const { entries } = wired(app.strapi);
  const articles = app.strapi.documents('api::article.article');
  const site = (calls: Outgoing, baseUrl = pages, url = hook.url) =>
    website({
      ...{ http: calls, now, sleep: still },
      site: async () => ({ baseUrl, pages: {}, hook: { url, secret: hook.secret } }),
      published: async (key) => {
        const loaded = await entries.load(key, 'published');
        return loaded && { seal: loaded.seal, pageUrl: `${baseUrl}/${key.documentId}` };
      },
      publish: publishEntry(app.strapi),
      unpublish: unpublishEntry(app.strapi),
    });
  const own = { adapter: site(http), account: account('website', {}, null) };
  const delivery: Case['delivery'] = async (text, changes = {}) => {
    const { documentId } = await articles.create({ data: { title: text } as never });
    const entry = { uid: 'api::article.article', documentId, locale: 'en' };
    const draft = await entries.load(entry, 'draft');
    if (!draft) throw new Error('no draft');
    return { ...(await post(text)), entry, seal: draft.seal, ...changes };
  };
  return {
    own,
    nowhere: { ...own, adapter: site(http, nobody, `${nobody}/hook`) },
    stranger: null,
    guarded: { ...own, adapter: site(outgoing([])) },
    secrets: [hook.secret, new URL(hook.url).pathname],
    delivery,
    async refusable(text) {
      const sent = await delivery(text);
      await articles.delete({ documentId: sent.entry.documentId });
      return { party: own, sent };
    },
    count: (title) =>
      app.strapi.db
        .query('api::article.article')
        .count({ where: { title, publishedAt: { $notNull: true } } }),
    ...ordered('webhook', practice),
  };
}

/** A list of one reader: what happens to their mail is what happens to the mailing. */
function emailCase(room: Mailroom): Case {
  const { smtp, clock } = room;
  const to = (port: number, password = mailPassword): Account =>
    room.account({
      settings: { smtp: { host: '127.0.0.1', port, security: 'none', user: 'news', connections: 1 } },
      secret: { password },
    });
  // Anew each time: no connection is left open from before something went wrong.
  const adapter: ChannelAdapter = {
    ...room.mail.adapter,
    deliver: (who, sent) => room.again().adapter.deliver(who, sent),
  };
  const own = { adapter, account: to(smtp.port) };
  const delivery: Case['delivery'] = async (text, changes = {}) => {
    const sent = await room.delivery(randomUUID(), changes);
    return { ...sent, copy: { ...sent.copy, subject: text } };
  };
  return {
    own,
    nowhere: { adapter, account: to(9) },
    stranger: { adapter, account: to(smtp.port, strangers.email) },
    guarded: { ...own, adapter: room.again([]).adapter },
    secrets: [mailPassword],
    delivery,
    async refusable(text) {
      smtp.fault({ at: 'data', code: 554, text: '5.7.1 this looks like spam' });
      return { party: own, sent: await delivery(text) };
    },
    async count(text) {
      const subjects = await Promise.all(smtp.mails.map(async (mail) => (await mail.parsed()).subject));
      return subjects.filter((subject) => subject === text).length;
    },
    befall: (fault) => mailFault(smtp, fault),
    heal: smtp.heal,
    later: () => void (clock.now += 60_000),
  };
}

/** What a mail server knows of it. */
function mailFault(smtp: Smtp, fault: FaultOrder['fault']): boolean {
  const order = (one: Parameters<Smtp['fault']>[0]): boolean => {
    smtp.fault(one);
    return true;
  };
  switch (fault.kind) {
    case 'latency':
      return order({ at: 'hold', until: sleep(fault.ms) });
    case 'too-many':
      if (fault.retryAfter !== undefined) return false;
      return order({ at: 'connect', code: 421, text: '4.7.0 too many connections' });
    case 'quota':
      return order({ at: 'rcpt', code: 452, text: '4.5.3 quota used up' });
    case 'server-error':
      return fault.accepted === false && order({ at: 'data', code: 451, text: '4.3.0 try later' });
    case 'cut':
      return order({ at: fault.accepted === false ? 'drop' : 'cut' });
    case 'token-expired':
      return order({ at: 'auth' });
    default:
      return false;
  }
}

const mailPassword = 'the-right-password';

/** Credentials that nobody knows. */
export const strangers = {
  mastodon: 'nobody-knows-me',
  facebook: 'EAAnobodyknowsthispage',
  instagram: 'IGAAnobodyknowsthisaccount',
  threads: 'THAAnobodyknowsthisprofile',
  pinterest: 'pina_nobodyknowsthisaccount',
  linkedin: 'AQnobodyknowsthisperson',
  'google-business': 'ya29.nobodyknowsthisperson',
  bluesky: 'aaaa-bbbb-cccc-dddd',
  x: 'a-secret-of-a-token-that-nobody-has',
  discord: 'a-token-of-a-webhook-that-nobody-made',
  telegram: '1:a-token-of-a-bot-that-nobody-knows-of',
  email: 'a-password-of-nobody',
  own: 'a-key-of-a-board-that-nobody-hung-up',
} as const;
