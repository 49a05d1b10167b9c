import type { MetaApp } from '../../../../config/schema';
import type { Connector } from '../../../../src/channels/connect/connector';
import { facebookScopes } from '../../../../src/channels/connect/meta/scopes';
import { facebookSettings } from '../../../../src/channels/settings/meta/facebook';
import { fail, ok } from '../../../../src/shared/result';
import { facebookDialog, permissionsEnding, type MetaSources } from './dialog';
import { pagePlaces, pagesOf, personToken, proofOf } from './pages';
import { rightsOf } from './rights';

interface Sources extends MetaSources {
  /** The app of the business, from the config. */
  readonly app: MetaApp | undefined;
}

/** Pages of Facebook by an app of the business (developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow). */
export function facebookConnector({ http, app, now }: Sources): Connector {
  const at = (settings: unknown) => {
    const { server, version } = facebookSettings.parse(settings);
    return { network: 'Facebook', server, version };
  };
  const prepared = (settings: unknown) => app && facebookDialog(at(settings), facebookScopes, app);
  return {
    kind: 'facebook',
    hasAppPerPlace: false,
    placeOf: (settings) => at(settings).server.replace(/\/+$/, ''),

    async prepare(settings) {
      const ready = prepared(settings);
      return ready ? ok(ready) : fail(noApp);
    },

    renewing: (settings) => prepared(settings) ?? null,
    // The Page that is chosen has a name, and that is told.
    whoIs: async () => '',
    looked: (settings, ready, granted) => rightsOf(http, at(settings), ready, granted, now),
    proof: (_, accessToken) => (app ? proofOf(accessToken, app.clientSecret) : null),

    places(settings) {
      const known = facebookSettings.parse(settings);
      return {
        chosen: known.pageId || null,
        ...{ isNeeded: true, isOne: false },
        async list(secret) {
          const accessToken = personToken(secret);
          const proof = app ? { proof: proofOf(accessToken, app.clientSecret) } : {};
          const pages = await pagesOf(http, { ...at(settings), accessToken, ...proof }, now);
          return pages.ok ? ok(pagePlaces(pages.value)) : pages;
        },
        at: (pageId) => ({ ...known, pageId: pageId ?? '' }),
      };
    },

    ending: permissionsEnding({ http, now }, (settings) =>
      app ? { ...at(settings), appSecret: app.clientSecret } : null,
    ),
  };
}

const noApp = {
  code: 'connect.app-missing',
  message:
    'Facebook connects by an app of your own, and none is in the configuration. Put its app id and app secret under connect.facebook in config/plugins and start Strapi again, or enter the access token of the Page here.',
} as const;
