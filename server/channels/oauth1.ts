import { createHmac } from 'node:crypto';

/** Keys of an app and of an account in it (RFC 5849, 3.1). */
export interface OAuthKeys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** RFC 5849, 3.6: all but unreserved characters. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** RFC 5849, 3.4.1: method, address without its query, and every parameter in order. */
export function baseString(method: string, url: URL, parameters: Pairs): string {
  const pairs = [...url.searchParams, ...parameters].map(([name, value]) => [encoded(name), encoded(value)]);
  const sorted = pairs
    .sort(([a = '', x = ''], [b = '', y = '']) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  return [method.toUpperCase(), `${url.origin}${url.pathname}`, sorted].map(encoded).join('&');
}

/** RFC 5849, 3.4.2: HMAC-SHA1 in base64. */
export const signatureOf = (
  base: string,
  { consumerSecret, accessTokenSecret }: Pick<OAuthKeys, 'consumerSecret' | 'accessTokenSecret'>,
): string =>
  createHmac('sha1', `${encoded(consumerSecret)}&${encoded(accessTokenSecret)}`)
    .update(base)
    .digest('base64');

/** `Authorization` of a request whose body is no form of names and values: those are signed as well (RFC 5849, 3.4.1.3.1). */
export function authorisation(
  method: string,
  url: URL,
  keys: OAuthKeys,
  { nonce, now }: { readonly nonce: string; readonly now: number },
): string {
  const parameters: Pairs = [
    ['oauth_consumer_key', keys.consumerKey],
    ['oauth_nonce', nonce],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(Math.floor(now / 1_000))],
    ['oauth_token', keys.accessToken],
    ['oauth_version', '1.0'],
  ];
  const signature = signatureOf(baseString(method, url, parameters), keys);
  const said = [...parameters, ['oauth_signature', signature] as const];
  return `OAuth ${said.map(([name, value]) => `${name}="${encoded(value)}"`).join(', ')}`;
}
