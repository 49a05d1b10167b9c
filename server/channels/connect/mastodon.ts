import { z } from 'zod';
import type { Connector } from '../../../src/channels/connect/connector';
import { formOf } from '../../../src/channels/connect/oauth/form';
import type { ConnectClient, ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import { revokeRequest } from '../../../src/channels/connect/oauth/token-request';
import { mastodonScopes, mastodonSettings } from '../../../src/channels/settings/mastodon';
import { fail, ok, type Result } from '../../../src/shared/result';
import { jsonOf } from '../../http/json-of';
import type { Outgoing } from '../../http/outgoing';
import { mastodonCall } from '../mastodon-api';
import { revokeCall } from './revoke';
import { tokenCall } from './token-call';

interface Sources {
  readonly http: Outgoing;
  /** The apps that servers made for us, by server and redirect address. */
  readonly apps: {
    load(name: string): Promise<ConnectClient | null>;
    save(name: string, client: ConnectClient): Promise<void>;
  };
  readonly now: () => number;
}

const form = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
const made = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });
const me = z.object({ acct: z.string().min(1).max(250) });

/**
 * Any Mastodon server (docs.joinmastodon.org/spec/oauth): each makes an app for us on the spot. Servers forget apps that nobody
 * used for a while, so one that is kept is tried before a person is sent there.
 */
export function mastodonConnector({ http, apps, now }: Sources): Connector {
  const placeOf = (settings: unknown): string =>
    mastodonSettings.parse(settings).instance.replace(/\/+$/, '');

  async function appAt(place: string, redirectUri: string): Promise<Result<ConnectClient>> {
    const name = `mastodon ${place} ${redirectUri}`;
    const known = await apps.load(name);
    const standing = known && (await isKnownAt(place, known));
    if (known && standing?.ok && standing.value) return ok(known);
    if (standing && !standing.ok) return standing;
    const fresh = await madeAt(place, redirectUri);
    if (fresh.ok) await apps.save(name, fresh.value);
    return fresh;
  }

  /** Whether the server still knows the app, by a token for the app alone. */
  async function isKnownAt(place: string, { id, secret }: ConnectClient): Promise<Result<boolean>> {
    const body = formOf({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
      scope: 'read:accounts',
    });
    const answer = await tokenCall(http, {
      method: 'POST',
      url: `${place}/oauth/token`,
      headers: form,
      body,
    });
    if (answer.kind === 'no-answer') return notAnswered(answer.failure.message);
    return ok(answer.kind === 'granted');
  }

  async function madeAt(place: string, redirectUri: string): Promise<Result<ConnectClient>> {
    const body = formOf({
      client_name: 'Presence',
      redirect_uris: redirectUri,
      scopes: mastodonScopes.join(' '),
    });
    const answer = await http.send({
      method: 'POST',
      url: `${place}/api/v1/apps`,
      headers: form,
      body,
      maxBytes: 65_536,
    });
    if (answer.kind !== 'answered') return notAnswered(answer.message);
    const app = made.safeParse(jsonOf(answer));
    if (answer.status < 200 || answer.status > 299 || !app.success)
      return notAnswered(
        `${new URL(place).host} makes no app for Presence (status ${answer.status}). Is it the address of a Mastodon server?`,
      );
    return ok({ id: app.data.client_id, secret: app.data.client_secret });
  }

  return {
    kind: 'mastodon',
    hasAppPerPlace: true,
    placeOf,

    async prepare(settings, redirectUri) {
      const place = placeOf(settings);
      const client = await appAt(place, redirectUri);
      return client.ok ? ok({ network: networkOf(place), client: client.value }) : client;
    },

    renewing: (settings, { client }) => client && { network: networkOf(placeOf(settings)), client },

    async whoIs(settings, accessToken) {
      const account = { settings: mastodonSettings.parse(settings), secret: { accessToken } };
      const path = '/api/v1/accounts/verify_credentials';
      const answer = await mastodonCall(http, account, { path, answer: me }, now);
      if (!answer.ok) return '';
      const { acct } = answer.value;
      return `@${acct.includes('@') ? acct : `${acct}@${new URL(placeOf(settings)).host}`}`;
    },

    ending: {
      grantOf: () => null,
      async end(settings, { accessToken, connection: { client } }) {
        const place = placeOf(settings);
        if (!client) return 'by-hand';
        const at = { url: `${place}/oauth/revoke`, token: accessToken };
        return revokeCall(http, revokeRequest(networkOf(place), client, at));
      },
    },
  };
}

/** Tokens have no end; forks that give them one give a refresh token with it. */
const networkOf = (place: string): ConnectNetwork => ({
  authorizeUrl: `${place}/oauth/authorize`,
  tokenUrl: `${place}/oauth/token`,
  scopes: [...mastodonScopes],
  clientAuth: 'body',
  // Since Mastodon 4.3; older servers overlook it.
  pkce: true,
  refresh: { kind: 'rotating' },
});

const notAnswered = (message: string) => fail({ code: 'connect.network-failed' as const, message });
