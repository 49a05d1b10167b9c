import { baseString, signatureOf } from '../../channels/oauth1';
import type { PracticeRequest } from '../network';

/** Whose keys these are, and what they sign with; null: nobody's. */
export type KeysOf = (
  consumerKey: string,
  accessToken: string,
) => {
  readonly account: string;
  readonly consumerSecret: string;
  readonly accessTokenSecret: string;
} | null;

/** Whose access this is, and what they allowed; null: nobody's. */
export type BearerOf = (
  token: string,
) => { readonly account: string; readonly scopes: readonly string[] } | null;

interface Sources {
  readonly keysOf: KeysOf;
  readonly bearerOf: BearerOf;
  readonly now: () => number;
}

/** Who signed a request; `scopes` null: keys, which may do what their app may. */
export interface SignedIn {
  readonly account: string;
  readonly scopes: readonly string[] | null;
}

/** How far a clock may be off. */
const span = 5 * 60_000;

/** Whoever signed a request by OAuth 1.0a (RFC 5849, 3.2), whose signature counts once, or by a bearer. Null: nobody. */
export function signIn({ keysOf, bearerOf, now }: Sources): (request: PracticeRequest) => SignedIn | null {
  const seen = new Set<string>();
  return ({ method, url, headers }) => {
    const [, bearer] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
    if (bearer !== undefined) return bearerOf(bearer);
    const [, said] = /^OAuth (.+)$/.exec(headers.authorization ?? '') ?? [];
    if (said === undefined) return null;
    const given = [...said.matchAll(/(\w+)="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, decodeURIComponent(value)] as const,
    );
    const one = new Map(given);
    const keys = keysOf(one.get('oauth_consumer_key') ?? '', one.get('oauth_token') ?? '');
    const nonce = one.get('oauth_nonce') ?? '';
    const isFresh = Math.abs(Number(one.get('oauth_timestamp')) * 1_000 - now()) <= span;
    if (!keys || nonce === '' || seen.has(nonce) || !isFresh) return null;
    if (one.get('oauth_signature_method') !== 'HMAC-SHA1') return null;
    const rest = given.filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
    if (signatureOf(baseString(method, url, rest), keys) !== one.get('oauth_signature')) return null;
    return { account: keys.account, scopes: null };
  };
}
