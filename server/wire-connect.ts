import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { PresenceConfig } from '../config/schema';
import type { ChannelAdapter } from '../src/channels/channel';
import type { Connector } from '../src/channels/connect/connector';
import { connectClient } from '../src/channels/connect/oauth/network';
import type { ChannelKind } from '../src/channels/schema';
import { googleConnector } from './channels/connect/google';
import { linkedinConnector } from './channels/connect/linkedin';
import { facebookConnector } from './channels/connect/meta/facebook';
import { instagramConnector } from './channels/connect/meta/instagram';
import { threadsConnector } from './channels/connect/meta/threads';
import { mastodonConnector } from './channels/connect/mastodon';
import { pinterestConnector } from './channels/connect/pinterest';
import { xConnector } from './channels/connect/x';
import { signedIn } from './channels/connect/signed-in';
import { tokenCall } from './channels/connect/token-call';
import { accessTokens, type Tokens } from './channels/connect/tokens';
import type { Outgoing } from './http/outgoing';
import type { Audit } from './services/audit';
import type { Channels } from './services/channels';
import { knownApps } from './services/connect-apps';
import { connectPlaces } from './services/connect-places';
import { connecting as makeConnecting } from './services/connecting';
import { endingAccess, type EndingAccess } from './services/ending-access';
import type { SecretBox } from './services/secret-box';
import type { ChannelsStore } from './stores/channels';
import { connectAppsStore } from './stores/connect-apps';
import { connectAttemptsStore } from './stores/connect-attempts';
import { leasesStore } from './stores/leases';
import { restPrefix } from './wire-engagement';

interface Deps {
  /** Apps of the business in the configuration. */
  readonly own: PresenceConfig['connect'];
  readonly http: Outgoing;
  readonly store: ChannelsStore;
  readonly secrets: SecretBox;
  readonly now: () => number;
}

/** The part of the composition that connects channels at their networks, and keeps them connected. */
export function wireConnect(strapi: Core.Strapi, { own, http, store, secrets, now }: Deps) {
  const apps = connectAppsStore(strapi.db);
  const known = knownApps({ config: own, store: apps, secrets, now });
  const leases = leasesStore(strapi.db);
  const connectors: ReadonlyMap<string, Connector> = new Map(
    [
      mastodonConnector({
        http,
        apps: {
          load: async (name) => connectClient.safeParse(secrets.open(await apps.load(name))).data ?? null,
          async save(name, client) {
            const sealed = secrets.seal(client);
            if (sealed !== null) await apps.save(name, sealed);
          },
        },
        now,
      }),
      linkedinConnector({ http, app: () => known.of('linkedin'), now }),
      googleConnector({ http, app: () => known.of('google-business'), now }),
      pinterestConnector({ http, app: () => known.of('pinterest'), now }),
      xConnector({ http, app: () => known.of('x'), now }),
      facebookConnector({ http, app: () => known.of('facebook'), now }),
      instagramConnector({ http, app: known.of, now }),
      threadsConnector({ http, app: () => known.of('threads'), now }),
    ].map((connector) => [connector.kind, connector]),
  );
  const kept = {
    async load(channel: string) {
      const row = await store.get(channel);
      return row?.secret ? { secret: secrets.open(row.secret), mark: row.secret } : null;
    },
    async renew(channel: string, mark: string, secret: object) {
      const sealed = secrets.seal(secret);
      return sealed !== null && store.renew(channel, mark, sealed);
    },
  };

  const tokensOf = new Map<string, Tokens>();
  const connector = (kind: string) => connectors.get(kind);
  const returnBase = (publicBase: () => Promise<string>) => async () =>
    `${await publicBase()}${restPrefix(strapi)}/presence/connect`;

  return {
    /** Reads the apps that people entered. */
    readApps: known.read,

    /** The apps of the business, as people see and enter them. */
    apps: (audit: Pick<Audit, 'record'>, publicBase: () => Promise<string>) =>
      known.desk({
        audit,
        transaction: async (work) => strapi.db.transaction(work),
        returnBase: returnBase(publicBase),
      }),

    /** The channel with an access token that is renewed in time; others as they are. */
    signedIn(adapter: ChannelAdapter): ChannelAdapter {
      const own = connector(adapter.kind);
      if (!own) return adapter;
      const wait = (ms: number) => sleep(ms);
      const tokens = accessTokens({
        http,
        kept,
        leases,
        connector: own,
        readApps: known.read,
        id: () => randomUUID(),
        now,
        sleep: wait,
      });
      tokensOf.set(adapter.kind, tokens);
      return signedIn(adapter, { tokens, connector: own, readApps: known.read, now });
    },

    /** Where channels post, among the accounts of whoever connected them. */
    places: (channels: Channels) =>
      connectPlaces({
        ...{ channels, connector },
        renewed: async (account) => (await tokensOf.get(account.kind)?.(account)) ?? { ok: true, account },
      }),

    ending: (
      channels: Channels,
      adapter: (kind: ChannelKind) => ChannelAdapter | undefined,
      audit: Pick<Audit, 'record'>,
    ) => endingAccess({ channels, adapter, connector, audit, readApps: known.read }),

    connecting: (channels: Channels, publicBase: () => Promise<string>, ending: EndingAccess) =>
      makeConnecting({
        replaced: ending.replaced,
        attempts: connectAttemptsStore(strapi.db),
        ...{ secrets, channels, now },
        connector,
        tokenCall: (request) => tokenCall(http, request),
        returnBase: returnBase(publicBase),
        readApps: known.read,
        hash: (text) => createHash('sha256').update(text).digest('hex'),
        random: (bytes) => randomBytes(bytes),
        uuid: () => randomUUID(),
      }),
  };
}

/**
 * Where people open the admin panel. Where the configuration names no server, Strapi makes one up (`localhost`), at which nobody is
 * signed in: then it is that of the public address.
 */
export const adminUrlOf =
  (strapi: Core.Strapi, publicBase: () => Promise<string>) => async (): Promise<string> => {
    const configured = strapi.config.get<string>('admin.url', '/admin');
    return new URL(configured, `${await publicBase()}/`).href.replace(/\/+$/, '');
  };
