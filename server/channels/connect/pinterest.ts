import type { ConnectApp } from '../../../src/channels/connect/apps';
import type { Connector } from '../../../src/channels/connect/connector';
import type { ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import {
  pinterestScopes,
  pinterestSettings,
  type PinterestSettings,
} from '../../../src/channels/settings/pins/pinterest';
import type { FoundPlace } from '../../../src/channels/connect/places';
import { fail, ok } from '../../../src/shared/result';
import { spoken } from '../../../src/channels/health/api-versions';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { boardsOf, type Board } from '../pinterest/boards';
import { whoIsOnPinterest } from '../pinterest/tested';
import { notListed } from './not-listed';
import { orMissing, preparedBy } from './prepared';

interface Sources {
  readonly http: Outgoing;
  /** The app of the business, as it is known now. */
  readonly app: () => ConnectApp | undefined;
  readonly now: () => number;
}

/** Pinterest by an app that the business registered (developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization). */
export function pinterestConnector({ http, app, now }: Sources): Connector {
  const prepared = (settings: unknown) => preparedBy(networkOf(pinterestSettings.parse(settings)), app());
  return {
    kind: 'pinterest',
    hasAppPerPlace: false,
    placeOf: (settings) => pinterestSettings.parse(settings).server,

    prepare: async (settings) => orMissing(prepared(settings), 'Pinterest', 'pinterest'),
    renewing: prepared,

    async whoIs(given, accessToken) {
      const account = { settings: pinterestSettings.parse(given), accessToken };
      const answer = await whoIsOnPinterest(http, account, now);
      return answer.ok ? answer.value.username : '';
    },

    places(given) {
      const settings = pinterestSettings.parse(given);
      return {
        chosen: settings.board,
        ...{ isNeeded: false, isOne: false, areWithin: true },
        async list({ accessToken }) {
          try {
            return ok((await boardsOf(http, { settings, accessToken }, now)).map(placeFrom));
          } catch (error) {
            if (error instanceof Ended) return fail(notListed(error.outcome));
            throw error;
          }
        },
        at: (board) => ({ ...settings, board }),
      };
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

const placeFrom = ({ id, name }: Board): FoundPlace => ({
  ...{ id, name: name || id, about: id, problem: null, accessToken: null },
});
