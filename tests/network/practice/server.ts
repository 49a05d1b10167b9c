import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultBook, type FaultBook, type FaultOrder } from '../../../server/practice/faults';
import { blueskyPractice } from '../../../server/practice/bluesky';
import { discordPractice } from '../../../server/practice/discord';
import { googlePractice } from '../../../server/practice/google';
import type { GooglePerson } from '../../../server/practice/google/person';
import { facebookPractice } from '../../../server/practice/meta/facebook';
import { instagramPractice, type PracticeGram } from '../../../server/practice/meta/instagram';
import { threadsPractice } from '../../../server/practice/meta/threads';
import discordSchema from '../../fixtures/schemas/discord.json';
import pinterestSchema from '../../fixtures/schemas/pinterest.json';
import { below } from './below';
import { boardPractice } from './board';
import { filmLoader, type LoadedFilm } from './load-film';
import { linkedinPractice } from '../../../server/practice/linkedin';
import type { LinkedinMember, LinkedinPage } from '../../../server/practice/linkedin/member';
import { mastodonPractice } from '../../../server/practice/mastodon';
import type { Metered } from '../../../server/practice/mastodon/limits';
import type { PracticeRequest } from '../../../server/practice/network';
import { pinterestPractice } from '../../../server/practice/pinterest';
import type { PinterestUser } from '../../../server/practice/pinterest/user';
import { memoryShelf, type PracticePost, type PracticeShelf } from '../../../server/practice/shelf';
import { slackPractice } from '../../../server/practice/slack';
import { telegramPractice, type PracticeBot, type PracticeChat } from '../../../server/practice/telegram';
import { webhookPractice } from '../../../server/practice/webhook';
import { practiceWorld } from '../../../server/practice/world';
import { xPractice } from '../../../server/practice/x';
import { googleBusinessScopes } from '../../../src/channels/settings/google/business';
import { linkedinScopes } from '../../../src/channels/settings/linkedin';
import { pinterestScopes } from '../../../src/channels/settings/pins/pinterest';
import type { XSecret } from '../../../src/channels/settings/x';
import { control } from './control';
import { googleOAuth } from './google-oauth';
import { facebookOAuth, type SeenPage } from './facebook-oauth';
import { linkedinOAuth } from './linkedin-oauth';
import { metaOwnLogin } from './meta-own-login';
import { proving } from './proving';
import { published } from './published';
import { mastodonOAuth, type MastodonOAuth } from './mastodon-oauth';
import { received, written } from './line';
import { pinterestOAuth } from './pinterest-oauth';
import { xOAuth } from './x-oauth';

/** The number of a webhook of Discord, which stands before its token. */
const hookIn = (address: string): string => /\/(\d+)\/[\w-]+$/.exec(address)?.[1] ?? '';

/** Everything that a token of Presence is asked to have. */
export const allScopes = ['write:statuses', 'write:media', 'read:accounts', 'read:statuses'] as const;

export interface PracticeServer {
  readonly url: string;
  readonly port: number;
  readonly shelf: PracticeShelf;
  /** Every request as it came in. */
  readonly requests: readonly PracticeRequest[];
  /** Every video that a network loaded by its address. */
  readonly loaded: readonly LoadedFilm[];
  /** A new access token of an account on the Mastodon side. */
  token(account: string, scopes?: readonly string[]): string;
  /** The token is not known any more. */
  revoke(token: string): void;
  /** In place of a token that is not known any more. */
  rotate(token: string): string;
  /** What stands before the Mastodon side; its tokens serve this many seconds, null: for ever. */
  readonly oauth: Pick<MastodonOAuth, 'forget'> & { last(seconds: number | null): void };
  /** Address of a new webhook of Discord, and of Slack: each is the secret. */
  discordHook(account: string): string;
  slackHook(account: string): string;
  /** Somebody deletes the webhook of this address in the settings of Discord, or has its token made anew. */
  dropDiscordHook(address: string): void;
  moveDiscordHook(address: string): void;
  /** Address and key of a new notice board of the bakery. */
  board(account: string): { readonly address: string; readonly key: string };
  /** A new Page of Facebook: its number and access token. */
  facebookPage(account: string): { readonly pageId: string; readonly accessToken: string };
  /** What stands before X; its access tokens serve so many seconds. */
  readonly xOAuth: Pick<ReturnType<typeof xOAuth>, 'last' | 'revoke' | 'bearerOf'>;
  /** What stands before Pages, and before Instagram where the log-in of Facebook leads there: below `/instagram`. */
  readonly facebook: Dialog;
  readonly instagramByFacebook: Dialog;
  /** The log-ins that Instagram and Threads have of their own, below `/instagram` and `/threads`. */
  readonly instagram: OwnLogin;
  readonly threads: OwnLogin;
  /** Keys of a new app of X with an account in it. */
  xKeys(account: string): XSecret;
  /** The account has no X Premium, so that it edits nothing. */
  xWithoutPremium(account: string): void;
  /** Token of a new bot of Telegram, administrator of one channel, which is `@{account}`. */
  telegramBot(account: string): string;
  /** Number and access token of a new account of Instagram; its server is `{url}/instagram`. */
  instagramAccount(account: string): { readonly userId: string; readonly accessToken: string };
  /** Access token of a new profile of Threads. */
  threadsToken(account: string): string;
  /** Access token of a person on LinkedIn with one page, and that page. */
  linkedinPage(account: string): { readonly author: string; readonly accessToken: string };
  /** At which pages a person who connects on LinkedIn has a role, and which locations one on Google manages; others have one. */
  linkedinSees(account: string, pages: readonly LinkedinPage[]): void;
  googleSees(account: string, locations: GooglePerson['locations']): void;
  /** Whether the Mastodon side takes a token. */
  holds(token: string): boolean;
  /** Access token of a person with one location on Google, and that location. */
  googleLocation(account: string): { readonly location: string; readonly accessToken: string };
  /** What stands before Google; its access tokens serve this many seconds. */
  readonly google: Pick<ReturnType<typeof googleOAuth>, 'spare' | 'revoke' | 'renewable'> & {
    last(seconds: number): void;
  };
  /** Boards that an account of Pinterest has when somebody connects it. */
  pinterestHas(account: string, boards: PinterestUser['boards']): void;
  /** Access token of a new account of Pinterest with one board, and that board. */
  pinterestAccount(account: string): { readonly board: string; readonly accessToken: string };
  /** Path and secret of a new webhook receiver. */
  receiver(account: string): { readonly url: string; readonly secret: string };
  order(order: FaultOrder): void;
  heal(): void;
  posts(network?: string): Promise<readonly PracticePost[]>;
  stop(): Promise<void>;
}

type Dialog = Omit<ReturnType<typeof facebookOAuth>, 'network' | 'proofOf'>;
type OwnLogin = Pick<ReturnType<typeof metaOwnLogin>, 'mute' | 'revoke' | 'accountOf'>;

interface Options {
  /** Where names lead that no resolver knows, by their origin. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly port?: number;
  readonly now?: () => number;
  readonly limits?: Partial<Record<Metered, number>>;
}

interface Known {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly endsAt: number | null;
}

/** The practice network on loopback: every network on one port, with a page to look at and an API to order faults by. */
export async function startPractice({
  port = 0,
  now = Date.now,
  limits = {},
  hosts = {},
}: Options = {}): Promise<PracticeServer> {
  const shelf = memoryShelf();
  const faults: FaultBook = faultBook();
  const tokens = new Map<string, Known>();
  let lasts: number | null = null;
  const receivers = new Map<string, { readonly account: string; readonly secret: string }>();
  const discordHooks = new Map<string, { readonly account: string; readonly token: string }>();
  const linkedinPages = new Map<string, readonly LinkedinPage[]>();
  const googleLocations = new Map<string, GooglePerson['locations']>();
  const linkedinMembers = new Map<string, LinkedinMember>();
  const googlePeople = new Map<string, GooglePerson & { readonly endsAt: number }>();
  let googleLasts = 3_600;
  const pinterestUsers = new Map<string, PinterestUser>();
  const pinterestBoards = new Map<string, PinterestUser['boards']>();
  const threadsTokens = new Map<string, string>();
  const grams = new Map<string, PracticeGram>();
  const facebookPages = new Map<string, { readonly account: string; readonly page: string }>();
  const slackHooks = new Map<string, string>();
  const boardKeys = new Map<string, string>();
  const xWithoutPremium = new Set<string>();
  const xKeys = new Map<string, XSecret & { readonly account: string }>();
  const telegramBots = new Map<string, PracticeBot>();
  const requests: PracticeRequest[] = [];
  const loaded: LoadedFilm[] = [];
  const loadFilm = filmLoader(hosts, loaded);

  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await received(incoming);
      const answered = await control(request, practice, { faults, shelf });
      if (answered) return written(response, answered);
      requests.push(request);
      return written(response, await world(request));
    })();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oauth = mastodonOAuth({
    token(account, scopes, endsAt) {
      const token = randomBytes(16).toString('base64url');
      if (account !== null) tokens.set(token, { account, scopes, endsAt });
      return token;
    },
    forgetToken: (token) => void tokens.delete(token),
    now,
    lasts: () => lasts,
  });
  const known = (token: string): Known | null => {
    const found = tokens.get(token);
    return found && (found.endsAt === null || found.endsAt > now()) ? found : null;
  };
  const linkedinToken = (account: string, scopes: readonly string[]) => {
    const id = String(104_857_600 + linkedinMembers.size);
    const accessToken = `AQ${randomBytes(24).toString('base64url')}`;
    const pages = linkedinPages.get(account) ?? [{ id, name: account }];
    linkedinMembers.set(accessToken, { account, person: `p${id}`, pages, scopes });
    return { author: `urn:li:organization:${id}`, accessToken };
  };
  const googleToken = (account: string, scopes: readonly string[], endsAt: number) => {
    const id = String(104_857_600 + googlePeople.size);
    const accessToken = `ya29.${randomBytes(24).toString('base64url')}`;
    const locations = googleLocations.get(account) ?? [{ id: `9${id}`, title: account, mayPost: true }];
    googlePeople.set(accessToken, { account, id, locations, scopes, endsAt });
    return { location: `accounts/${id}/locations/9${id}`, accessToken };
  };
  const google = googleOAuth({
    token: (account, scopes, endsAt) => googleToken(account, scopes, endsAt).accessToken,
    lasts: () => googleLasts,
    now,
  });
  const pinterestToken = (account: string, scopes: readonly string[]) => {
    const board = String(549_755_885_175 + pinterestUsers.size);
    const accessToken = `pina_${randomBytes(24).toString('hex')}`;
    const boards = pinterestBoards.get(account) ?? [{ id: board, name: 'Bread' }];
    pinterestUsers.set(accessToken, { account, boards, scopes });
    return { board, accessToken };
  };
  const xAccess = xOAuth(now);
  /** Numbers of Pages and of accounts of Instagram, by name: whoever sees one sees the same. */
  const pageIds = new Map<string, number>();
  const numbered = (name: string): number => {
    const known = pageIds.get(name) ?? pageIds.size;
    pageIds.set(name, known);
    return known;
  };
  /** Pages and accounts whose token came without the right to read figures. */
  const withoutFigures = new Set<string>();
  const pageTokens = (kind: 'facebook' | 'instagram') =>
    facebookOAuth({
      kind,
      pageToken(page: SeenPage, scopes) {
        const token = `EAAP${randomBytes(24).toString('hex')}`;
        const id = String(204_857_600_000_000 + numbered(page.name));
        const gramId = String(27_841_400_000_000_000n + BigInt(numbered(page.name)));
        const account = kind === 'facebook' ? page.name : (page.gram ?? '');
        if (kind === 'facebook') facebookPages.set(token, { account, page: id });
        else grams.set(token, { account, user: gramId });
        if (scopes.some((scope) => /_insights$/.test(scope))) withoutFigures.delete(account);
        else withoutFigures.add(account);
        return { token, id, gramId };
      },
      forget(token) {
        facebookPages.delete(token);
        grams.delete(token);
      },
      now,
    });
  const dialog = pageTokens('facebook');
  const gramDialog = pageTokens('instagram');
  const gramLogin = metaOwnLogin({ kind: 'instagram', prefix: 'IGAA', now });
  const threadsLogin = metaOwnLogin({ kind: 'threads', prefix: 'THAA', now });
  const threadsWorld = threadsPractice({
    shelf,
    profileOf: (token) => threadsTokens.get(token) ?? threadsLogin.accountOf(token),
    mayReadInsights: threadsLogin.mayReadInsights,
    ...{ loadFilm, now },
  });
  const gramOf = (token: string): PracticeGram | null => {
    const account = gramLogin.accountOf(token);
    if (account === null) return grams.get(token) ?? null;
    return { account, user: String(37_841_400_000_000_000n + BigInt(numbered(account))) };
  };
  const world = practiceWorld({
    networks: [
      blueskyPractice({ shelf, tokens: known, now }),
      oauth.network,
      mastodonPractice({ shelf, tokens: known, origin: url, now, limits }),
      below('/instagram', gramLogin.network),
      below('/instagram', gramDialog.network),
      below(
        '/instagram',
        proving(
          instagramPractice({
            ...{ shelf, accountOf: gramOf, loadFilm, now, quota: 1_000 },
            mayReadInsights: (account) => !withoutFigures.has(account) && gramLogin.mayReadInsights(account),
          }),
          gramDialog.proofOf,
        ),
      ),
      below('/threads', threadsLogin.network),
      below('/threads', threadsWorld),
      threadsWorld,
      dialog.network,
      proving(
        facebookPractice({
          ...{ shelf, pageOf: (token) => facebookPages.get(token) ?? null, loadFilm, now },
          mayReadInsights: (account) => !withoutFigures.has(account),
        }),
        dialog.proofOf,
      ),
      linkedinOAuth({ token: (account, scopes) => linkedinToken(account, scopes).accessToken, now }),
      linkedinPractice({
        ...{ shelf, origin: url, now },
        memberOf: (token) => linkedinMembers.get(token) ?? null,
      }),
      google.network,
      googlePractice({
        ...{ shelf, now },
        personOf(token) {
          const person = googlePeople.get(token);
          return person && person.endsAt > now() ? person : null;
        },
      }),
      pinterestOAuth({ token: (account, scopes) => pinterestToken(account, scopes).accessToken, now }),
      published(
        pinterestPractice({
          ...{ shelf, origin: url, now },
          userOf: (token) => pinterestUsers.get(token) ?? null,
        }),
        pinterestSchema,
        '/v5',
      ),
      published(
        discordPractice({
          shelf,
          hookOf: (id, token) => {
            const hook = discordHooks.get(id);
            return hook ? { account: hook.account, isRight: hook.token === token } : null;
          },
          now,
        }),
        discordSchema,
        '/api',
      ),
      xAccess.network,
      xPractice({
        hasPremium: (account) => !xWithoutPremium.has(account),
        shelf,
        bearerOf: xAccess.bearerOf,
        keysOf: (consumerKey, token) => {
          const keys = xKeys.get(token);
          return keys?.consumerKey === consumerKey ? keys : null;
        },
        now,
      }),
      slackPractice({ shelf, accountOf: (path) => slackHooks.get(path) ?? null, now }),
      boardPractice({ shelf, accountOf: (key) => boardKeys.get(key) ?? null, now }),
      telegramPractice({ shelf, botOf: (token) => telegramBots.get(token) ?? null, now }),
      webhookPractice({ shelf, secretOf: (path) => receivers.get(path) ?? null, now }),
    ],
    faults,
    now,
    sleep: (ms) => sleep(ms),
  });

  const practice: PracticeServer = {
    url,
    port: Number(new URL(url).port),
    ...{ shelf, requests, loaded },
    token(account, scopes = allScopes) {
      const token = randomBytes(16).toString('base64url');
      tokens.set(token, { account, scopes, endsAt: null });
      return token;
    },
    oauth: { forget: oauth.forget, last: (seconds) => void (lasts = seconds) },
    revoke: (token) => void tokens.delete(token),
    rotate(token) {
      const { account = 'nobody', scopes = allScopes } = tokens.get(token) ?? {};
      tokens.delete(token);
      return practice.token(account, scopes);
    },
    discordHook(account) {
      const id = String(10n ** 18n + BigInt(discordHooks.size));
      const token = randomBytes(48).toString('base64url');
      discordHooks.set(id, { account, token });
      return `${url}/api/webhooks/${id}/${token}`;
    },
    dropDiscordHook: (address) => void discordHooks.delete(hookIn(address)),
    moveDiscordHook(address) {
      const hook = discordHooks.get(hookIn(address));
      if (hook) discordHooks.set(hookIn(address), { ...hook, token: randomBytes(48).toString('base64url') });
    },
    board(account) {
      const key = randomBytes(16).toString('base64url');
      boardKeys.set(key, account);
      return { address: `${url}/board`, key };
    },
    slackHook(account) {
      const path = `/services/T0BAKERY/B${slackHooks.size}BAKERY/${randomBytes(12).toString('hex')}`;
      slackHooks.set(path, account);
      return `${url}${path}`;
    },
    facebookPage(account) {
      const pageId = String(104_857_600_000_000 + facebookPages.size);
      const accessToken = `EAA${randomBytes(24).toString('hex')}`;
      facebookPages.set(accessToken, { account, page: pageId });
      return { pageId, accessToken };
    },
    ...{ facebook: dialog, instagramByFacebook: gramDialog },
    ...{ instagram: gramLogin, threads: threadsLogin },
    xOAuth: xAccess,
    xWithoutPremium: (account) => void xWithoutPremium.add(account),
    xKeys(account) {
      const made = () => randomBytes(24).toString('base64url');
      const keys = {
        ...{ consumerKey: made(), consumerSecret: made() },
        ...{ accessToken: made(), accessTokenSecret: made() },
      };
      xKeys.set(keys.accessToken, { ...keys, account });
      return keys;
    },
    telegramBot(account) {
      const number = 1_000_000_000 + telegramBots.size;
      const token = `${number}:${randomBytes(26).toString('base64url')}`;
      const chat: PracticeChat = {
        ...{ id: -1_000_000_000_000 - number, type: 'channel', title: account, username: account },
        ...{ members: 12, mayPost: true, mayDelete: false },
      };
      telegramBots.set(token, { account, name: account, chats: [chat] });
      return token;
    },
    instagramAccount(account) {
      const user = String(17_841_400_000_000_000n + BigInt(grams.size));
      const accessToken = `IGAA${randomBytes(24).toString('hex')}`;
      grams.set(accessToken, { account, user });
      return { userId: user, accessToken };
    },
    threadsToken(account) {
      const token = `THAA${randomBytes(24).toString('hex')}`;
      threadsTokens.set(token, account);
      return token;
    },
    linkedinPage: (account) =>
      linkedinToken(account, [...linkedinScopes.organization, ...linkedinScopes.person]),
    googleLocation: (account) => googleToken(account, googleBusinessScopes, Infinity),
    google: { ...google, last: (seconds) => void (googleLasts = seconds) },
    pinterestHas: (account, boards) => void pinterestBoards.set(account, boards),
    pinterestAccount: (account) => pinterestToken(account, pinterestScopes),
    linkedinSees: (account, pages) => void linkedinPages.set(account, pages),
    googleSees: (account, locations) => void googleLocations.set(account, locations),
    holds: (token) => known(token) !== null,
    receiver(account) {
      const path = `/hooks/${randomBytes(6).toString('hex')}`;
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      receivers.set(path, { account, secret });
      return { url: `${url}${path}`, secret };
    },
    order: faults.order,
    heal: faults.heal,
    posts: (network) => shelf.list({ limit: Infinity, ...(network ? { network } : {}) }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return practice;
}
