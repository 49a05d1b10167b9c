import type { ConnectApp } from '../../../src/channels/connect/apps';
import type { Connector } from '../../../src/channels/connect/connector';
import type { ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import {
  isPage,
  linkedinScopes,
  linkedinSettings,
  type LinkedinSettings,
} from '../../../src/channels/settings/linkedin';
import type { FoundPlace } from '../../../src/channels/connect/places';
import { fail, ok } from '../../../src/shared/result';
import type { Outgoing } from '../../http/outgoing';
import { linkedinEnd } from '../linkedin/api';
import { myself, pageName, rolesOf } from '../linkedin/author';
import { notListed } from './not-listed';
import { orMissing, preparedBy } from './prepared';

interface Sources {
  readonly http: Outgoing;
  /** The app of the business, as it is known now. */
  readonly app: () => ConnectApp | undefined;
  readonly now: () => number;
}

/** LinkedIn by an app that the business registered (learn.microsoft.com/linkedin/shared/authentication). */
export function linkedinConnector({ http, app, now }: Sources): Connector {
  const prepared = (settings: unknown) => preparedBy(networkOf(linkedinSettings.parse(settings)), app());
  return {
    kind: 'linkedin',
    hasAppPerPlace: false,

    // What a page needs and what a person needs are different rights, so their tokens are not exchanged.
    placeOf(settings) {
      const { server, as } = linkedinSettings.parse(settings);
      return `${server} ${as}`;
    },

    prepare: async (settings) => orMissing(prepared(settings), 'LinkedIn', 'linkedin'),
    renewing: prepared,

    async whoIs(given, accessToken) {
      const settings = linkedinSettings.parse(given);
      const account = { settings, accessToken };
      if (isPage(settings)) return settings.author ? pageName(http, account, settings.author, now) : '';
      const answer = await myself(http, account, now);
      return answer.ok ? answer.value.name : '';
    },

    places(given) {
      const settings = linkedinSettings.parse(given);
      if (settings.as === 'person') return null;
      return {
        chosen: settings.author,
        ...{ isNeeded: false, isOne: false },
        async list({ accessToken }) {
          const account = { settings, accessToken };
          const answer = await rolesOf(http, account, now);
          if (!answer.ok) return fail(notListed(linkedinEnd(answer, 'read', now())));
          const places: FoundPlace[] = [];
          for (const { page, mayPost } of answer.value) {
            const name = await pageName(http, account, page, now);
            places.push({
              ...{ id: page, name: name || page, about: page, accessToken: null },
              problem: mayPost ? null : 'role',
            });
          }
          return ok(places);
        },
        at: (author) => ({ ...settings, author }),
      };
    },
  };
}

/**
 * Access lasts 60 days. Only apps that LinkedIn chose get a token to renew it by, whose year no renewal extends
 * (learn.microsoft.com/linkedin/shared/authentication/programmatic-refresh-tokens).
 */
function networkOf({ server, as }: LinkedinSettings): ConnectNetwork {
  const place =
    server === 'https://api.linkedin.com' ? 'https://www.linkedin.com' : server.replace(/\/+$/, '');
  return {
    authorizeUrl: `${place}/oauth/v2/authorization`,
    tokenUrl: `${place}/oauth/v2/accessToken`,
    scopes: [...linkedinScopes[as]],
    clientAuth: 'body',
    // LinkedIn knows it for apps on a device alone, at another address.
    pkce: false,
    refresh: { kind: 'fixed' },
  };
}
