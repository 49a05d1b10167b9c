import { base64Of, encoded, formOf, withQuery } from './form';
import type { ConnectClient, ConnectNetwork } from './network';

/** A request to the token endpoint, as the one who sends it needs it. */
export interface TokenRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A code for tokens (RFC 6749, 4.1.3; RFC 7636, 4.5). */
export const exchangeRequest = (
  network: ConnectNetwork,
  client: ConnectClient,
  {
    code,
    redirectUri,
    verifier,
  }: { readonly code: string; readonly redirectUri: string; readonly verifier: string },
): TokenRequest =>
  network.exchangeBy === 'GET'
    ? asked(network.tokenUrl, {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uri: redirectUri,
        code,
        ...network.exchangeWith,
      })
    : formRequest(network, client, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        ...(network.pkce ? { code_verifier: verifier } : {}),
        ...network.exchangeWith,
      });

/** What lasts in place of what a code gave; null where that lasts by itself. */
export function longerRequest(
  { longer }: ConnectNetwork,
  client: ConnectClient,
  accessToken: string,
): TokenRequest | null {
  if (!longer) return null;
  const { url, grantType, tokenAs, withId } = longer;
  return asked(url, {
    grant_type: grantType,
    ...(withId ? { client_id: client.id } : {}),
    client_secret: client.secret,
    [tokenAs]: accessToken,
  });
}

/** Access that the app gives back (RFC 7009, 2.1). */
export const revokeRequest = (
  network: ConnectNetwork,
  client: ConnectClient,
  { url, token, hint }: { readonly url: string; readonly token: string; readonly hint?: string },
): TokenRequest =>
  formRequest({ ...network, tokenUrl: url }, client, {
    token,
    ...(hint === undefined ? {} : { token_type_hint: hint }),
  });

/** Another access token for what there is (RFC 6749, 6); null where the network renews nothing. */
export function renewRequest(
  network: ConnectNetwork,
  client: ConnectClient,
  { accessToken, refreshToken }: { readonly accessToken: string; readonly refreshToken: string | null },
): TokenRequest | null {
  const { refresh } = network;
  switch (refresh.kind) {
    case 'none':
      return null;
    case 'rotating':
    case 'fixed':
      return refreshToken === null
        ? null
        : formRequest(network, client, { grant_type: 'refresh_token', refresh_token: refreshToken });
    case 'extend':
      return asked(refresh.url, { grant_type: refresh.grantType, access_token: accessToken });
  }
}

const asked = (url: string, values: Readonly<Record<string, string>>): TokenRequest => ({
  method: 'GET',
  url: withQuery(url, values),
  headers: { accept: 'application/json' },
});

function formRequest(
  { tokenUrl, clientAuth }: ConnectNetwork,
  client: ConnectClient,
  form: Readonly<Record<string, string>>,
): TokenRequest {
  const { id, secret } = client;
  const own =
    clientAuth === 'basic' || clientAuth === 'none'
      ? {}
      : { client_id: id, ...(clientAuth === 'body' ? { client_secret: secret } : {}) };
  return {
    method: 'POST',
    url: tokenUrl,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(clientAuth === 'basic' ? { authorization: `Basic ${basicOf(client)}` } : {}),
    },
    body: formOf({ ...form, ...own }),
  };
}

/** Id and secret are form-encoded before they are joined (RFC 6749, 2.3.1), so nothing but ASCII is left. */
const basicOf = ({ id, secret }: ConnectClient): string => base64Of(`${encoded(id)}:${encoded(secret)}`);
