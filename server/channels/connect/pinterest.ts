import type { ConnectApp } from '../../../config/schema';
import type { Connector } from '../../../src/channels/connect/connector';
import type { ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import {
  pinterestScopes,
  pinterestSettings,
  type PinterestSettings,
} from '../../../src/channels/settings/pins/pinterest';
import { fail, ok } from '../../../src/shared/result';
import { spoken } from '../../../src/channels/health/api-versions';
import type { Outgoing } from '../../http/outgoing';
import { whoIsOnPinterest } from '../pinterest/tested';

interface Sources {
  readonly http: Outgoing;
  /** The app of the business, from the config. */
  readonly app: ConnectApp | undefined;
  readonly now: () => number;
}

/** Pinterest by an app that the business registered (developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization). */
export function pinterestConnector({ http, app, now }: Sources): Connector {
  const client = app ? { id: app.clientId, secret: app.clientSecret } : null;
  return {
    kind: 'pinterest',
    hasAppPerPlace: false,
    placeOf: (settings) => pinterestSettings.parse(settings).server,

    prepare: async (settings) =>
      client ? ok({ network: networkOf(pinterestSettings.parse(settings)), client }) : fail(noApp),

    renewing: (settings) => client && { network: networkOf(pinterestSettings.parse(settings)), client },

    async whoIs(given, accessToken) {
      const account = { settings: pinterestSettings.parse(given), accessToken };
      const answer = await whoIsOnPinterest(http, account, now);
      return answer.ok ? answer.value.username : '';
    },
  };
}

/** Access lasts 30 days, what renews it 60: each renewal gives another, so it goes on as long as the channel is used. */
function networkOf({ server }: PinterestSettings): ConnectNetwork {
  const api = server.replace(/\/+$/, '');
  const place = new URL(api).hostname.endsWith('.pinterest.com') ? 'https://www.pinterest.com' : api;
  return {
    authorizeUrl: `${place}/oauth/`,
    tokenUrl: `${api}/${spoken.pinterest}/oauth/token`,
    scopes: [...pinterestScopes],
    scopesBy: ',',
    clientAuth: 'basic',
    pkce: false,
    // Apps from before September 2025 get none of this sort unless they ask for it.
    exchangeWith: { continuous_refresh: 'true' },
    refresh: { kind: 'rotating' },
  };
}

const noApp = {
  code: 'connect.app-missing',
  message:
    'Pinterest connects by an app of your own, and none is in the configuration. Put its app id and app secret under connect.pinterest in config/plugins and start Strapi again, or enter an access token here.',
} as const;
