import type { PublicApp } from '../../../src/channels/connect/apps';
import type { Connector, Prepared } from '../../../src/channels/connect/connector';
import type { ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import { spoken } from '../../../src/channels/health/api-versions';
import { xScopes, xSettings, type XSettings } from '../../../src/channels/settings/x';
import type { Outgoing } from '../../http/outgoing';
import { revokeRequest } from '../../../src/channels/connect/oauth/token-request';
import { xCall } from '../x-api';
import { xMe } from '../x-look';
import { orMissing, preparedBy } from './prepared';
import { revokeCall } from './revoke';

interface Sources {
  readonly http: Outgoing;
  /** The app of the business, as it is known now. */
  readonly app: () => PublicApp | undefined;
  readonly now: () => number;
}

/** X by an app that the business registered (docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token). */
export function xConnector({ http, app, now }: Sources): Connector {
  const prepared = (settings: unknown): Prepared | null => {
    const known = app();
    return preparedBy(networkOf(xSettings.parse(settings), !known?.clientSecret), known);
  };
  return {
    kind: 'x',
    hasAppPerPlace: false,
    placeOf: (settings) => xSettings.parse(settings).server.replace(/\/+$/, ''),
    prepare: async (settings) => orMissing(prepared(settings), 'X', 'x'),
    renewing: prepared,

    async whoIs(given, accessToken) {
      const account = { settings: xSettings.parse(given), secret: { bearer: accessToken } };
      const answer = await xCall(http, account, { path: '/users/me', answer: xMe }, now);
      return answer.ok ? `@${answer.value.data.username}` : '';
    },

    ending: {
      grantOf: () => null,
      async end(settings, { accessToken, connection: { refreshToken } }) {
        const ready = prepared(settings);
        if (!ready) return 'by-hand';
        const { server } = xSettings.parse(settings);
        const url = `${server.replace(/\/+$/, '')}/${spoken.x}/oauth2/revoke`;
        const give = (token: string, hint: string) =>
          revokeCall(http, revokeRequest(ready.network, ready.client, { url, token, hint }));
        const [access, refresh] = await Promise.all([
          give(accessToken, 'access_token'),
          refreshToken === null ? ('ended' as const) : give(refreshToken, 'refresh_token'),
        ]);
        return refresh === 'ended' ? access : refresh;
      },
    },
  };
}

/** Access lasts two hours; each renewal gives another token to renew by, and the one before is void. */
function networkOf({ server }: XSettings, isPublic: boolean): ConnectNetwork {
  const api = server.replace(/\/+$/, '');
  const place = api === 'https://api.x.com' ? 'https://x.com' : api;
  return {
    authorizeUrl: `${place}/i/oauth2/authorize`,
    tokenUrl: `${api}/${spoken.x}/oauth2/token`,
    scopes: [...xScopes],
    clientAuth: isPublic ? 'public' : 'basic',
    pkce: true,
    refresh: { kind: 'rotating' },
    // "Value passed for the token was invalid."
    voidAs: { error: 'invalid_request', description: 'for the token was invalid' },
    isLasting: true,
  };
}
