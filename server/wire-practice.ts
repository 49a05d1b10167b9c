import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Account, ChannelAdapter } from '../src/channels/channel';
import type { CopyVideo } from '../src/channels/schema';
import { mastodonScopes } from '../src/channels/settings/mastodon';
import { bluesky, type BlueskySources } from './channels/bluesky';
import { discord } from './channels/discord';
import { googleBusiness } from './channels/google/google-business';
import { linkedin } from './channels/linkedin/linkedin';
import { mastodon } from './channels/mastodon';
import { facebook } from './channels/meta/facebook';
import { instagram } from './channels/meta/instagram';
import { threads } from './channels/meta/threads';
import { pinterest } from './channels/pinterest/pinterest';
import { slack } from './channels/slack';
import { telegram } from './channels/telegram';
import { webhook, type WebhookSources } from './channels/webhook';
import { x } from './channels/x';
import type { Letters } from './services/letters';
import { blueskyPractice } from './practice/bluesky';
import { discordPractice } from './practice/discord';
import { emailPractice } from './practice/email';
import { googlePractice } from './practice/google';
import {
  discordPath,
  discordHook,
  slackPath,
  slackAccount,
  threadsProfile,
  instagramUser,
  instagramAccount,
  pageId,
  facebookPage,
  xApp,
  xKeysOf,
  linkedinMember,
  googlePerson,
  pinterestUser,
  telegramToken,
  telegramBot,
} from './practice/identities';
import { inside } from './practice/inside';
import { linkedinPractice } from './practice/linkedin';
import { mastodonPractice } from './practice/mastodon';
import { facebookPractice } from './practice/meta/facebook';
import { instagramPractice } from './practice/meta/instagram';
import { threadsPractice } from './practice/meta/threads';
import { pinterestPractice } from './practice/pinterest';
import { slackPractice } from './practice/slack';
import { telegramPractice } from './practice/telegram';
import { ownPractice, type OwnPracticeSources } from './practice/own';
import { practised } from './practice/practised';
import { webhookPractice } from './practice/webhook';
import { practiceWorld } from './practice/world';
import { xPractice } from './practice/x';
import { practice as makePractice } from './services/practice';
import { practiceStore } from './stores/practice';
import type { Videos } from './videos/open';

interface Deps
  extends
    Pick<BlueskySources, 'pictures'>,
    Pick<WebhookSources, 'absolute'>,
    Pick<OwnPracticeSources, 'typeOf'> {
  readonly videos: Videos;
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly now: () => number;
}

export type PracticePart = ReturnType<typeof wirePractice>;

/** An address that belongs to nobody; no call to it leaves the process. */
const origin = 'https://practice.invalid';

/** The networks that play themselves inside Strapi, for channels in practice mode. */
export function wirePractice(
  strapi: Core.Strapi,
  { pictures, videos, absolute, typeOf, channelNames, now }: Deps,
) {
  const store = practiceStore(strapi.db);
  const { shelf } = store;
  const wait = (ms: number) => sleep(ms);
  const tokens = (token: string) =>
    token.startsWith('practice_') ? { account: token.slice(9), scopes: [...mastodonScopes] } : null;
  const secretOf = (account: string): string =>
    `whsec_${createHash('sha256').update(`practice ${account}`).digest('base64')}`;
  const loadFilm = async (url: string) => {
    const hash = url.startsWith(`${origin}/video/`) ? url.split('/').at(-1) : undefined;
    const opened = await videos.open(decodeURIComponent(hash ?? ''));
    return opened.kind === 'open' ? opened : null;
  };
  const world = practiceWorld({
    networks: [
      blueskyPractice({ shelf, tokens, now }),
      mastodonPractice({ shelf, tokens, origin, now }),
      threadsPractice({ shelf, profileOf: threadsProfile, loadFilm, now }),
      instagramPractice({ shelf, accountOf: instagramAccount, loadFilm, now }),
      facebookPractice({ shelf, pageOf: facebookPage, loadFilm, now }),
      xPractice({ shelf, keysOf: xKeysOf, now }),
      linkedinPractice({ shelf, memberOf: linkedinMember, origin, now }),
      googlePractice({ shelf, personOf: googlePerson, now }),
      pinterestPractice({ shelf, userOf: pinterestUser, origin, now }),
      discordPractice({ shelf, hookOf: discordHook, now }),
      slackPractice({ shelf, accountOf: slackAccount, now }),
      telegramPractice({ shelf, botOf: telegramBot, now }),
      webhookPractice({
        shelf,
        secretOf: (path) => ({ account: path.slice(1), secret: secretOf(path.slice(1)) }),
        now,
      }),
    ],
    now,
    sleep: wait,
  });
  const sessions = { load: async () => null, save: async () => undefined };
  const loading = {
    ...{ sessions, now, sleep: wait },
    // Nobody loads them: the page shows them from where they are.
    served: async ({ url }: { readonly url: string }) => ({ url: await absolute(url) }),
    videos,
    servedVideo: async (hash: string) => ({ url: `${origin}/video/${encodeURIComponent(hash)}` }),
  };
  const adapters = new Map<string, ChannelAdapter>(
    [
      bluesky({ http: inside(world, 'bluesky'), pictures, videos, sessions, now }),
      mastodon({ http: inside(world, 'mastodon'), pictures, videos, now, sleep: wait }),
      facebook({ ...loading, http: inside(world, 'facebook'), pictures }),
      x({ http: inside(world, 'x'), pictures, videos, now, sleep: wait }),
      instagram({ ...loading, http: inside(world, 'instagram') }),
      threads({ ...loading, http: inside(world, 'threads') }),
      linkedin({ http: inside(world, 'linkedin'), pictures, videos, now, sleep: wait }),
      googleBusiness({ ...loading, http: inside(world, 'google-business') }),
      pinterest({ http: inside(world, 'pinterest'), pictures, videos, now, sleep: wait }),
      discord({ http: inside(world, 'discord'), pictures, videos, now }),
      slack({ http: inside(world, 'slack'), absolute, now }),
      telegram({ http: inside(world, 'telegram'), pictures, videos, now }),
      webhook({ http: inside(world, 'webhook'), absolute, now }),
      ownPractice({ shelf, typeOf, absolute, now }),
    ].map((adapter) => [adapter.kind, adapter]),
  );
  const pageOf = (id: string): string =>
    `${strapi.config.get<string>('admin.absoluteUrl', '/admin').replace(/\/+$/, '')}/plugins/presence/practice#${encodeURIComponent(id)}`;

  /** The account as the practice networks know it. What a person entered stays outside. */
  function accountOf(account: Account): Account {
    const { key, kind } = account;
    const token = `practice_${key}`;
    const settings = typeof account.settings === 'object' ? account.settings : {};
    switch (kind) {
      case 'bluesky':
        return {
          ...account,
          settings: { service: origin, appViewUrl: origin, identifier: 'practice.test' },
          secret: { appPassword: token },
        };
      case 'mastodon':
        return { ...account, settings: { ...settings, instance: origin }, secret: { accessToken: token } };
      case 'facebook':
        return { ...account, settings: { server: origin, pageId }, secret: { accessToken: token } };
      case 'instagram':
        return {
          ...account,
          settings: { server: origin, userId: instagramUser },
          secret: { accessToken: token },
        };
      case 'x':
        return { ...account, settings: { server: origin }, secret: { ...xApp, accessToken: token } };
      case 'threads':
        return { ...account, settings: { server: origin }, secret: { accessToken: token } };
      case 'linkedin':
        return {
          ...account,
          settings: { ...settings, author: null, server: origin },
          secret: { accessToken: token },
        };
      case 'google-business':
        return {
          ...account,
          settings: { ...settings, location: null, server: origin },
          secret: { accessToken: token },
        };
      case 'pinterest':
        return { ...account, settings: { server: origin }, secret: { accessToken: token } };
      case 'discord':
        return { ...account, secret: { webhookUrl: `${origin}${discordPath(key)}` } };
      case 'slack':
        return { ...account, secret: { webhookUrl: `${origin}${slackPath(key)}` } };
      case 'telegram':
        return {
          ...account,
          settings: { chatId: '@practice', server: origin },
          secret: { botToken: telegramToken(key) },
        };
      case 'webhook':
        return {
          ...account,
          settings: { url: `${origin}/${key}` },
          secret: { signingSecret: secretOf(key) },
        };
      default:
        return { ...account, secret: null };
    }
  }

  const showVideo = (kind: string) => async (id: string, video: CopyVideo) => {
    const post = await shelf.byId(kind, id);
    if (post) await shelf.change(kind, id, { content: { ...post.content, video } });
  };

  return {
    /** E-mail joins when there are letters. */
    writeLetters: (letters: Letters): void =>
      void adapters.set('email', emailPractice({ shelf, letterOf: letters.of, now })),
    /** The channel in both worlds; kinds without a practice network have only the real one. */
    both(real: ChannelAdapter): ChannelAdapter {
      const adapter = adapters.get(real.kind);
      return adapter
        ? practised(real, { adapter, accountOf, pageOf, showVideo: showVideo(real.kind) })
        : real;
    },
    service: makePractice({ store, channelNames, absolute, now }),
  };
}
