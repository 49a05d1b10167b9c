import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { ChannelAdapter } from '../src/channels/channel';
import { channelRules } from '../src/channels/rules';
import type { BuiltInKind, ChannelKind, CopyPicture } from '../src/channels/schema';
import type { VideoFacts } from '../src/channels/video/facts';
import type { PresenceConfig } from '../config/schema';
import { bluesky } from './channels/bluesky';
import { discord } from './channels/discord';
import { googleBusiness } from './channels/google/google-business';
import { linkedin } from './channels/linkedin/linkedin';
import { mastodon } from './channels/mastodon';
import { facebook } from './channels/meta/facebook';
import { instagram } from './channels/meta/instagram';
import { threads } from './channels/meta/threads';
import { mediaPictures } from './channels/pictures';
import { slack } from './channels/slack';
import { ownChannel } from './channels/own/own';
import { pinterest } from './channels/pinterest/pinterest';
import { publishEntry } from './channels/strapi-publish';
import { unpublishEntry } from './channels/strapi-unpublish';
import { telegram } from './channels/telegram';
import { webhook } from './channels/webhook';
import { website } from './channels/website';
import { x } from './channels/x';
import { outgoing } from './http/outgoing';
import { renditions } from './pictures/renditions/renditions';
import { videoLook } from './videos/facts';
import { mediaVideos } from './videos/open';
import { wantedBy } from './pictures/renditions/wanted';
import { channels as makeChannels, type ChannelsDeps } from './services/channels';
import { secretBox, type Encryption } from './services/secret-box';
import { servedPictures } from './services/served-pictures';
import { servedVideos } from './services/served-videos';
import { own } from '../src/shared/own';
import type { Tokens } from '../src/shared/token';
import { restPrefix } from './wire-engagement';
import type { Entries } from './services/entries';
import type { SettingsService } from './services/settings';
import { channelsStore } from './stores/channels';
import { mediaFilesStore } from './stores/media-files';
import { wireConnect } from './wire-connect';
import { ownChannelsOf } from './wire-own-channels';
import { wirePractice } from './wire-practice';

interface Deps extends Pick<ChannelsDeps, 'audit' | 'waiting' | 'onReady' | 'now'> {
  readonly config: PresenceConfig;
  readonly settings: Pick<SettingsService, 'get' | 'hookSecret'>;
  readonly entries: Pick<Entries, 'load'>;
  readonly tokens: Tokens;
  /** Where visitors reach this Strapi. */
  readonly publicBase: () => Promise<string>;
}

export type ChannelsPart = ReturnType<typeof wireChannels>;

/** The part of the composition that talks to the outside. The adapter of e-mail joins by `adapters.set`. */
export function wireChannels(strapi: Core.Strapi, deps: Deps) {
  const { config, settings, entries, publicBase, now } = deps;
  const http = outgoing(config.outgoing.allow);
  const pictures = mediaPictures(strapi, http, renditions());
  const videos = mediaVideos(strapi, http);
  const lookAtVideo = videoLook({ videos, files: mediaFilesStore(strapi.db).find });
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

  const apps = ownChannelsOf(strapi);
  const address = {
    tokens: deps.tokens,
    publicBase: async () => `${await publicBase()}${restPrefix(strapi)}/presence`,
    now,
  };
  const served = servedPictures({
    ...address,
    async load(hash) {
      const loaded = await pictures.load(hash);
      return loaded.kind === 'loaded' ? loaded.bytes : null;
    },
    async made(bytes, taker, shape) {
      const rules = taker.startsWith('own:') ? apps.types.rulesOf(taker.slice(4)) : own(channelRules, taker);
      if (!rules) return null;
      return pictures.rendition(bytes, { ...wantedBy(rules), ...(shape ? { shape } : {}) });
    },
  });
  const films = servedVideos({
    ...{ ...address, videos },
    isTaker: (kind) => own(channelRules, kind)?.video?.loadedBy === 'network',
  });

  apps.equip({
    http,
    pictures,
    absolute,
    now,
    served: (picture, type) => served.addressOf(picture, `own:${type}`),
  });
  const loading = { http, sessions, now, sleep: (ms: number) => sleep(ms) };
  /** Where a network that loads pictures and videos gets them. */
  const loadedBy = (kind: BuiltInKind) => ({
    served: (picture: CopyPicture) => served.addressOf(picture, kind),
    videos,
    servedVideo: (hash: string, format: VideoFacts['format']) => films.addressOf(hash, format, kind),
  });

  const connect = wireConnect(strapi, { own: config.connect, http, store, secrets, now });
  const practice = wirePractice(strapi, {
    ...{ pictures, videos, absolute, now },
    typeOf: (settings) => apps.types.of(settings)?.view ?? null,
    channelNames: store.names,
  });
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
    bluesky({ http, pictures, videos, sessions, now }),
    connect.signedIn(mastodon({ http, pictures, videos, now, sleep: (ms) => sleep(ms) })),
    connect.signedIn(facebook({ ...loading, ...loadedBy('facebook'), pictures })),
    connect.signedIn(x({ http, pictures, videos, now, sleep: (ms) => sleep(ms) })),
    connect.signedIn(instagram({ ...loading, ...loadedBy('instagram') })),
    connect.signedIn(threads({ ...loading, ...loadedBy('threads') })),
    connect.signedIn(linkedin({ http, pictures, videos, now, sleep: (ms) => sleep(ms) })),
    connect.signedIn(
      googleBusiness({ ...loading, served: (picture) => served.addressOf(picture, 'google-business') }),
    ),
    connect.signedIn(pinterest({ http, pictures, videos, now, sleep: (ms) => sleep(ms) })),
    discord({ http, pictures, videos, now }),
    slack({ http, absolute, now }),
    telegram({ http, pictures, videos, now }),
    webhook({ http, absolute, now }),
    ownChannel(apps.types.of),
  ])
    adapters.set(adapter.kind, practice.both(adapter));

  const adapter = (kind: ChannelKind): ChannelAdapter | undefined => adapters.get(kind);
  const channels = makeChannels({
    ...{ ...deps, store, secrets, adapter, types: apps.types },
    transaction: async (work) => strapi.db.transaction(work),
    uuid: () => randomUUID(),
  });
  const [access, places] = [connect.ending(channels, adapter, deps.audit), connect.places(channels)];
  const connecting = connect.connecting(channels, publicBase, access);
  const connectApps = { desk: connect.apps(deps.audit, publicBase), read: connect.readApps };
  const connected = { connecting, connectApps, places, access };
  return {
    ...{ http, pictures, lookAtVideo, adapters, practice, channels, ...connected },
    ...{ served, servedVideos: films },
  };
}
