import { z } from 'zod';
import { clientOf, type MetaApp } from '../../../../src/channels/connect/apps';
import type { Connector, Prepared } from '../../../../src/channels/connect/connector';
import { alsoOf, threadsScopes } from '../../../../src/channels/connect/meta/scopes';
import { threadsSettings, type ThreadsSettings } from '../../../../src/channels/settings/meta/threads';
import { fail, ok } from '../../../../src/shared/result';
import { graphCall } from '../../meta/graph';
import { permissionsEnding, type MetaSources } from './dialog';
import { orMissing } from '../prepared';
import { notTold, rightsOf } from './rights';

interface Sources extends MetaSources {
  /** The app of the business, as it is known now. */
  readonly app: () => MetaApp | undefined;
}

const me = z.object({ id: z.coerce.string().regex(/^\d{1,25}$/), username: z.string().catch('') });

/** Profiles of Threads by an app of the business (developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions). */
export function threadsConnector({ http, app, now }: Sources): Connector {
  const at = (settings: unknown) => {
    const { server, version } = threadsSettings.parse(settings);
    return { network: 'Threads', server: server.replace(/\/+$/, ''), version };
  };
  const prepared = (settings: unknown): Prepared | null => {
    const known = app();
    return known ? dialog(at(settings).server, known) : null;
  };
  const whoIs = (settings: unknown, accessToken: string) =>
    graphCall(
      http,
      { ...at(settings), accessToken },
      { path: '/me', query: { fields: 'id,username' }, answer: me },
      now,
    );

  return {
    kind: 'threads',
    hasAppPerPlace: false,
    placeOf: (settings) => at(settings).server,

    prepare: async (settings) => orMissing(prepared(settings), 'Threads', 'threads'),
    renewing: prepared,

    async whoIs(settings, accessToken) {
      const answer = await whoIs(settings, accessToken);
      return answer.ok && answer.value.username ? `@${answer.value.username}` : '';
    },

    // The token asks about itself.
    looked: (settings, ready, granted) =>
      rightsOf(http, at(settings), ready, granted, now, granted.accessToken),

    places(settings) {
      const known = threadsSettings.parse(settings);
      return {
        chosen: known.userId || null,
        ...{ isNeeded: true, isOne: true },
        async list({ accessToken }) {
          const answer = await whoIs(settings, accessToken);
          if (!answer.ok) return fail(notTold('Threads', answer));
          const { id, username } = answer.value;
          const name = username ? `@${username}` : id;
          return ok([{ id, name, about: id, problem: null, accessToken: null }]);
        },
        // Without a number it is the profile of whoever signed in.
        at: () => known satisfies ThreadsSettings,
      };
    },

    ending: permissionsEnding({ http, now }, (settings) => at(settings)),
  };
}

function dialog(server: string, app: MetaApp): Prepared {
  const place = new URL(server).hostname === 'graph.threads.net' ? 'https://threads.net' : server;
  return {
    network: {
      authorizeUrl: `${place}/oauth/authorize`,
      tokenUrl: `${server}/oauth/access_token`,
      scopes: [...threadsScopes.needed],
      alsoScopes: alsoOf(threadsScopes.also, app.alsoScopes),
      scopesBy: ',',
      clientAuth: 'body',
      pkce: false,
      longer: {
        url: `${server}/access_token`,
        ...{ grantType: 'th_exchange_token', tokenAs: 'access_token', withId: false },
      },
      refresh: {
        kind: 'extend',
        url: `${server}/refresh_access_token`,
        grantType: 'th_refresh_token',
      },
    },
    client: clientOf(app),
  };
}
