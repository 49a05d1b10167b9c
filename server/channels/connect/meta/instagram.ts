import { z } from 'zod';
import { clientOf, type MetaApp } from '../../../../src/channels/connect/apps';
import type { Connector, Prepared } from '../../../../src/channels/connect/connector';
import {
  alsoOf,
  instagramByFacebookScopes,
  instagramScopes,
} from '../../../../src/channels/connect/meta/scopes';
import {
  instagramServers,
  instagramSettings,
  type InstagramSettings,
} from '../../../../src/channels/settings/meta/instagram';
import { fail, ok } from '../../../../src/shared/result';
import { graphCall } from '../../meta/graph';
import { facebookDialog, permissionsEnding, type MetaSources } from './dialog';
import { orMissing } from '../prepared';
import { gramPlaces, pagesOf, personToken, proofBy } from './pages';
import { notTold, rightsOf } from './rights';

interface Sources extends MetaSources {
  /** Apps of the business, as they are known now: that of Instagram's own log-in, and that of Facebook's. */
  readonly app: (login: InstagramSettings['login']) => MetaApp | undefined;
}

const me = z.object({ user_id: z.coerce.string().regex(/^\d{5,25}$/), username: z.string().catch('') });

/** Professional accounts of Instagram, by either of the two log-ins (developers.facebook.com/docs/instagram-platform/overview). */
export function instagramConnector({ http, app: appOf, now }: Sources): Connector {
  const read = (settings: unknown) => {
    const known = instagramSettings.parse(settings);
    const server = (known.server ?? instagramServers[known.login]).replace(/\/+$/, '');
    const app = appOf(known.login);
    return { known, app, at: { network: 'Instagram', server, version: known.version } };
  };
  const prepared = (settings: unknown): Prepared | null => {
    const { known, app, at } = read(settings);
    if (!app) return null;
    return known.login === 'facebook'
      ? facebookDialog(at, instagramByFacebookScopes, app)
      : ownDialog(at.server, app);
  };

  return {
    kind: 'instagram',
    hasAppPerPlace: false,

    placeOf(settings) {
      const { known, at } = read(settings);
      return `${at.server} ${known.login}`;
    },

    prepare: async (settings) =>
      orMissing(prepared(settings), 'This way to sign in at Instagram', read(settings).known.login),
    renewing: prepared,
    // Its name comes with the account.
    whoIs: async () => '',

    async looked(settings, ready, granted) {
      const { known, at } = read(settings);
      // Instagram's own log-in says with the code what was allowed.
      return known.login === 'facebook'
        ? rightsOf(http, at, ready, granted, now)
        : ok({ granted, person: '' });
    },

    proof(settings, accessToken) {
      const { known, app } = read(settings);
      return known.login === 'facebook' ? proofBy(app, accessToken) : null;
    },

    places(settings) {
      const { known, app, at } = read(settings);
      const isOne = known.login === 'instagram';
      return {
        chosen: known.userId || null,
        ...{ isNeeded: true, isOne },
        async list(secret) {
          const accessToken = personToken(secret);
          if (isOne) {
            const query = { fields: 'user_id,username' };
            const answer = await graphCall(
              http,
              { ...at, accessToken },
              { path: '/me', query, answer: me },
              now,
            );
            if (!answer.ok) return fail(notTold('Instagram', answer));
            const { user_id: id, username } = answer.value;
            return ok([
              { id, name: username ? `@${username}` : id, about: id, problem: null, accessToken: null },
            ]);
          }
          const proof = proofBy(app, accessToken);
          const pages = await pagesOf(http, { ...at, accessToken, ...(proof !== null && { proof }) }, now);
          return pages.ok ? ok(gramPlaces(pages.value)) : pages;
        },
        at: (userId) => ({ ...known, userId: userId ?? '' }) satisfies InstagramSettings,
      };
    },

    ending: permissionsEnding({ http, now }, (settings) => {
      const { known, app, at } = read(settings);
      // Instagram's own log-in has no call for it.
      return known.login === 'facebook' && app ? { ...at, appSecret: app.clientSecret } : null;
    }),
  };
}

/** Instagram's own log-in (developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login). */
function ownDialog(server: string, app: MetaApp): Prepared {
  const isTheirs = new URL(server).hostname === 'graph.instagram.com';
  const place = isTheirs ? 'https://www.instagram.com' : server;
  return {
    network: {
      authorizeUrl: `${place}/oauth/authorize`,
      tokenUrl: `${isTheirs ? 'https://api.instagram.com' : server}/oauth/access_token`,
      scopes: [...instagramScopes.needed],
      alsoScopes: alsoOf(instagramScopes.also, app.alsoScopes),
      scopesBy: ',',
      clientAuth: 'body',
      pkce: false,
      // Access of an hour becomes one of 60 days, which is extended before they are over.
      longer: {
        url: `${server}/access_token`,
        ...{ grantType: 'ig_exchange_token', tokenAs: 'access_token', withId: false },
      },
      refresh: {
        kind: 'extend',
        url: `${server}/refresh_access_token`,
        grantType: 'ig_refresh_token',
      },
    },
    client: clientOf(app),
  };
}
