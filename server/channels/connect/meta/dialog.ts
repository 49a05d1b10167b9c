import { clientOf, type MetaApp } from '../../../../src/channels/connect/apps';
import type { AccessEnding, Prepared } from '../../../../src/channels/connect/connector';
import { alsoOf, type MetaScopes } from '../../../../src/channels/connect/meta/scopes';
import type { ConnectNetwork } from '../../../../src/channels/connect/oauth/network';
import type { Outgoing } from '../../../http/outgoing';
import { graphCall, type GraphAccess } from '../../meta/graph';
import { z } from 'zod';
import { endingTakes } from '../revoke';
import { personToken, proofOf } from './pages';

export interface MetaSources {
  readonly http: Outgoing;
  readonly now: () => number;
}

/** The log-in of Facebook: the access of a person lasts 60 days, that of a Page has no end of its own, and nothing extends either. */
export function facebookDialog(
  { server, version }: { readonly server: string; readonly version: string },
  scopes: MetaScopes,
  app: MetaApp,
): Prepared {
  const api = `${server.replace(/\/+$/, '')}/${version}`;
  const place =
    new URL(server).hostname === 'graph.facebook.com' ? `https://www.facebook.com/${version}` : api;
  const network: ConnectNetwork = {
    authorizeUrl: `${place}/dialog/oauth`,
    tokenUrl: `${api}/oauth/access_token`,
    scopes: [...scopes.needed],
    alsoScopes: alsoOf(scopes.also, app.alsoScopes),
    scopesBy: ',',
    // Asks again for what a person left out before.
    asks: { auth_type: 'rerequest' },
    clientAuth: 'body',
    pkce: false,
    exchangeBy: 'GET',
    longer: {
      url: `${api}/oauth/access_token`,
      ...{ grantType: 'fb_exchange_token', tokenAs: 'fb_exchange_token', withId: true },
    },
    refresh: { kind: 'none' },
  };
  return { network, client: clientOf(app) };
}

const success = z.object({ success: z.literal(true) });

/** Takes back all that a person allowed the app (developers.facebook.com/docs/facebook-login/guides/permissions/request-revoke). */
export const permissionsEnding = (
  { http, now }: MetaSources,
  accessOf: (
    settings: unknown,
  ) => (Omit<GraphAccess, 'accessToken'> & { readonly appSecret?: string }) | null,
): AccessEnding => ({
  grantOf: (settings, { connection }) => {
    const at = accessOf(settings);
    const whose = connection.person?.id || connection.as;
    return at && whose ? `${at.server.replace(/\/+$/, '')} ${whose}` : null;
  },

  async end(settings, secret) {
    const at = accessOf(settings);
    if (!at) return 'by-hand';
    const { network, server, version, appSecret } = at;
    const accessToken = personToken(secret);
    const proof = appSecret === undefined ? {} : { proof: proofOf(accessToken, appSecret) };
    const access: GraphAccess = { network, server, version, accessToken, ...proof };
    const answer = await graphCall(
      http,
      access,
      { path: '/me/permissions', method: 'DELETE', answer: success, timeout: endingTakes },
      now,
    );
    if (answer.ok) return 'ended';
    if ('noAnswer' in answer) return 'unreached';
    const { code, status } = answer.refusal;
    return code === 190 ? 'ended' : status >= 500 ? 'unreached' : 'refused';
  },
});
