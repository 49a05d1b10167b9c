import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { ChannelAdapter } from '../src/channels/channel';
import type { ChannelKind } from '../src/channels/schema';
import type { PresenceConfig } from '../config/schema';
import { bluesky } from './channels/bluesky';
import { mastodon } from './channels/mastodon';
import { mediaPictures } from './channels/pictures';
import { publishEntry } from './channels/strapi-publish';
import { unpublishEntry } from './channels/strapi-unpublish';
import { webhook } from './channels/webhook';
import { website } from './channels/website';
import { outgoing } from './http/outgoing';
import { channels as makeChannels, type ChannelsDeps } from './services/channels';
import { secretBox, type Encryption } from './services/secret-box';
import type { Entries } from './services/entries';
import type { SettingsService } from './services/settings';
import { channelsStore } from './stores/channels';
import { wirePractice } from './wire-practice';

interface Deps extends Pick<ChannelsDeps, 'audit' | 'waiting' | 'onReady' | 'now'> {
  readonly config: PresenceConfig;
  readonly settings: Pick<SettingsService, 'get' | 'hookSecret'>;
  readonly entries: Pick<Entries, 'load'>;
  /** Where visitors reach this Strapi. */
  readonly publicBase: () => Promise<string>;
}

export type ChannelsPart = ReturnType<typeof wireChannels>;

/** The part of the composition that talks to the outside. The adapter of e-mail joins by `adapters.set`. */
export function wireChannels(strapi: Core.Strapi, deps: Deps) {
  const { config, settings, entries, publicBase, now } = deps;
  const http = outgoing(config.outgoing.allow);
  const pictures = mediaPictures(strapi, http);
  const store = channelsStore(strapi.db);
  const encryption = () => strapi.service('admin::encryption') as unknown as Encryption;
  const secrets = secretBox({
    encrypt: (text) => encryption().encrypt(text),
    decrypt: (text) => encryption().decrypt(text),
  });
  const sessions = {
    load: async (key: string) => secrets.open(await store.session(key)),
    save: async (key: string, session: object | null) => {
      await store.keepSession(key, session && secrets.seal(session));
    },
  };
  const absolute = async (url: string): Promise<string> =>
    /^https?:\/\//.test(url) ? url : `${await publicBase()}${url}`;
  const site = async () => {
    const { sites } = await settings.get();
    return { ...sites, hook: sites.hook && { url: sites.hook.url, secret: await settings.hookSecret() } };
  };

  const practice = wirePractice(strapi, { pictures, absolute, channelNames: store.names, now });
  const adapters = new Map<string, ChannelAdapter>();
  for (const adapter of [
    website({
      http,
      site,
      published: (key) => entries.load(key, 'published'),
      publish: publishEntry(strapi),
      unpublish: unpublishEntry(strapi),
      sleep: (ms) => sleep(ms),
      now,
    }),
    bluesky({ http, pictures, sessions, now }),
    mastodon({ http, pictures, now, sleep: (ms) => sleep(ms) }),
    webhook({ http, absolute, now }),
  ])
    adapters.set(adapter.kind, practice.both(adapter));

  const adapter = (kind: ChannelKind): ChannelAdapter | undefined => adapters.get(kind);
  return {
    http,
    pictures,
    adapters,
    practice,
    channels: makeChannels({
      ...{ ...deps, store, secrets, adapter },
      transaction: async (work) => strapi.db.transaction(work),
      uuid: () => randomUUID(),
    }),
  };
}
