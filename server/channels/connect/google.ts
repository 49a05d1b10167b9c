import { clientOf, type ConnectApp } from '../../../src/channels/connect/apps';
import type { Connector } from '../../../src/channels/connect/connector';
import type { ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import {
  googleBusinessScopes,
  googleBusinessSettings,
  googleServer,
} from '../../../src/channels/settings/google/business';
import { revokeRequest } from '../../../src/channels/connect/oauth/token-request';
import type { FoundPlace } from '../../../src/channels/connect/places';
import { fail, ok } from '../../../src/shared/result';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { accountsOf, locationsOf, type GoogleLocation } from '../google/locations';
import { notListed } from './not-listed';
import { orMissing, preparedBy } from './prepared';
import { revokeCall } from './revoke';

interface Sources {
  readonly http: Outgoing;
  /** The app of the business, as it is known now. */
  readonly app: () => ConnectApp | undefined;
  readonly now: () => number;
}

/** Google by an app of the business in Google Cloud (developers.google.com/identity/protocols/oauth2/web-server). */
export function googleConnector({ http, app, now }: Sources): Connector {
  const placeOf = (settings: unknown): string =>
    googleBusinessSettings.parse(settings).server.replace(/\/+$/, '');
  const prepared = (settings: unknown) => preparedBy(networkAt(placeOf(settings)), app());
  return {
    kind: 'google-business',
    hasAppPerPlace: false,
    placeOf,
    prepare: async (settings) => orMissing(prepared(settings), 'Google', 'google-business'),
    renewing: prepared,

    async whoIs(given, accessToken) {
      try {
        const account = { settings: googleBusinessSettings.parse(given), accessToken };
        return (await accountsOf(http, account, now))[0]?.accountName ?? '';
      } catch (error) {
        if (error instanceof Ended) return '';
        throw error;
      }
    },

    places(given) {
      const settings = googleBusinessSettings.parse(given);
      return {
        chosen: settings.location,
        ...{ isNeeded: false, isOne: false },
        async list({ accessToken }) {
          try {
            return ok((await locationsOf(http, { settings, accessToken }, now)).map(placeFrom));
          } catch (error) {
            if (error instanceof Ended) return fail(notListed(error.outcome));
            throw error;
          }
        },
        at: (location) => ({ ...settings, location }),
      };
    },

    ending: {
      // Google takes back all that the person allowed the app.
      grantOf: (settings, { connection: { as } }) => `${placeOf(settings)} ${as}`,
      async end(settings, { accessToken, connection: { refreshToken } }) {
        const known = app();
        if (!known) return 'by-hand';
        const place = placeOf(settings);
        const url = place === googleServer ? 'https://oauth2.googleapis.com/revoke' : `${place}/revoke`;
        const network = { ...networkAt(place), clientAuth: 'none' as const };
        return revokeCall(
          http,
          revokeRequest(network, clientOf(known), { url, token: refreshToken ?? accessToken }),
        );
      },
    },
  };
}

/**
 * Access lasts an hour, and what renews it until somebody takes it away, or for the days that Google says; no renewal changes it. Google
 * gives it only where it is asked for offline, and where the person has agreed anew.
 */
const networkAt = (place: string): ConnectNetwork => ({
  authorizeUrl:
    place === googleServer ? 'https://accounts.google.com/o/oauth2/v2/auth' : `${place}/o/oauth2/v2/auth`,
  tokenUrl: place === googleServer ? 'https://oauth2.googleapis.com/token' : `${place}/token`,
  scopes: [...googleBusinessScopes],
  asks: { access_type: 'offline', prompt: 'consent' },
  clientAuth: 'body',
  pkce: true,
  refresh: { kind: 'fixed' },
  isLasting: true,
});

const placeFrom = ({ name, title, mayPost }: GoogleLocation): FoundPlace => ({
  ...{ id: name, name: title || name, about: name, accessToken: null },
  problem: mayPost ? null : 'closed',
});
