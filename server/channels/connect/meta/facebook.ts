import type { MetaApp } from '../../../../src/channels/connect/apps';
import type { Connector, Prepared } from '../../../../src/channels/connect/connector';
import { facebookScopes } from '../../../../src/channels/connect/meta/scopes';
import { facebookSettings } from '../../../../src/channels/settings/meta/facebook';
import { ok } from '../../../../src/shared/result';
import { facebookDialog, permissionsEnding, type MetaSources } from './dialog';
import { orMissing } from '../prepared';
import { pagePlaces, pagesOf, personToken, proofBy } from './pages';
import { rightsOf } from './rights';

interface Sources extends MetaSources {
  /** The app of the business, as it is known now. */
  readonly app: () => MetaApp | undefined;
}

/** Pages of Facebook by an app of the business (developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow). */
export function facebookConnector({ http, app, now }: Sources): Connector {
  const at = (settings: unknown) => {
    const { server, version } = facebookSettings.parse(settings);
    return { network: 'Facebook', server, version };
  };
  const prepared = (settings: unknown): Prepared | null => {
    const known = app();
    return known ? facebookDialog(at(settings), facebookScopes, known) : null;
  };
  return {
    kind: 'facebook',
    hasAppPerPlace: false,
    placeOf: (settings) => at(settings).server.replace(/\/+$/, ''),

    prepare: async (settings) => orMissing(prepared(settings), 'Facebook', 'facebook'),
    renewing: prepared,
    // The Page that is chosen has a name, and that is told.
    whoIs: async () => '',
    looked: (settings, ready, granted) => rightsOf(http, at(settings), ready, granted, now),
    proof: (_, accessToken) => proofBy(app(), accessToken),

    places(settings) {
      const known = facebookSettings.parse(settings);
      return {
        chosen: known.pageId || null,
        ...{ isNeeded: true, isOne: false },
        async list(secret) {
          const accessToken = personToken(secret);
          const proof = proofBy(app(), accessToken);
          const access = { ...at(settings), accessToken, ...(proof !== null && { proof }) };
          const pages = await pagesOf(http, access, now);
          return pages.ok ? ok(pagePlaces(pages.value)) : pages;
        },
        at: (pageId) => ({ ...known, pageId: pageId ?? '' }),
      };
    },

    ending: permissionsEnding({ http, now }, (settings) => {
      const known = app();
      return known ? { ...at(settings), appSecret: known.clientSecret } : null;
    }),
  };
}
