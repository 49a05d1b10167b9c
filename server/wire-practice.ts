import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Account, ChannelAdapter } from '../src/channels/channel';
import { practiceKinds } from '../src/channels/practice';
import { mastodonScopes } from '../src/channels/settings/mastodon';
import { bluesky, type BlueskySources } from './channels/bluesky';
import { mastodon } from './channels/mastodon';
import { webhook, type WebhookSources } from './channels/webhook';
import type { Letters } from './services/letters';
import { blueskyPractice } from './practice/bluesky';
import { emailPractice } from './practice/email';
import { inside } from './practice/inside';
import { mastodonPractice } from './practice/mastodon';
import { practised } from './practice/practised';
import { webhookPractice } from './practice/webhook';
import { practiceWorld } from './practice/world';
import { practice as makePractice } from './services/practice';
import { practiceStore } from './stores/practice';

interface Deps extends Pick<BlueskySources, 'pictures'>, Pick<WebhookSources, 'absolute'> {
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly now: () => number;
}

export type PracticePart = ReturnType<typeof wirePractice>;

/** An address that belongs to nobody; no call to it leaves the process. */
const origin = 'https://practice.invalid';

/** The networks that play themselves inside Strapi, for channels in practice mode. */
export function wirePractice(strapi: Core.Strapi, { pictures, absolute, channelNames, now }: Deps) {
  const store = practiceStore(strapi.db);
  const { shelf } = store;
  const wait = (ms: number) => sleep(ms);
  const tokens = (token: string) =>
    token.startsWith('practice_') ? { account: token.slice(9), scopes: [...mastodonScopes] } : null;
  const secretOf = (account: string): string =>
    `whsec_${createHash('sha256').update(`practice ${account}`).digest('base64')}`;
  const world = practiceWorld({
    networks: [
      blueskyPractice({ shelf, tokens, now }),
      mastodonPractice({ shelf, tokens, origin, now }),
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
  const adapters = new Map<string, ChannelAdapter>(
    [
      bluesky({ http: inside(world, 'bluesky'), pictures, sessions, now }),
      mastodon({ http: inside(world, 'mastodon'), pictures, now, sleep: wait }),
      webhook({ http: inside(world, 'webhook'), absolute, now }),
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

  return {
    /** E-mail joins when there are letters. */
    writeLetters: (letters: Letters): void =>
      void adapters.set('email', emailPractice({ shelf, letterOf: letters.of, now })),
    /** The channel in both worlds; kinds without a practice network have only the real one. */
    both(real: ChannelAdapter): ChannelAdapter {
      const adapter = adapters.get(real.kind);
      const isKnown = practiceKinds.some((kind) => kind === real.kind);
      return adapter && isKnown ? practised(real, { adapter, accountOf, pageOf }) : real;
    },
    service: makePractice({ store, channelNames, now }),
  };
}
