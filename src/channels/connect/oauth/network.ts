import { z } from 'zod';
import { webUrl } from '../../settings/fields';

/**
 * How long what a network gives lasts, and how it is renewed:
 *
 * - `none`: it never ends by itself, or nothing renews it;
 * - `rotating`: each renewal gives another refresh token, and the one before is void (RFC 6749, 6);
 * - `fixed`: the refresh token stays the same until its own end, which no renewal moves;
 * - `extend`: the access token itself is exchanged for one that lasts longer, by a `GET` of `url` with this `grantType`.
 */
export const refreshModel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('rotating') }),
  z.object({ kind: z.literal('fixed') }),
  z.object({ kind: z.literal('extend'), url: webUrl, grantType: z.string().min(1) }),
]);
export type RefreshModel = z.output<typeof refreshModel>;

/** What a scope is for without which a channel still posts. */
export const scopePurpose = z.enum(['figures', 'comments', 'recall', 'business']);
export type ScopePurpose = z.output<typeof scopePurpose>;

/** The OAuth of a network as data: authorisation code of RFC 6749, with PKCE (RFC 7636) where the network knows it. */
export const connectNetwork = z.object({
  authorizeUrl: webUrl,
  tokenUrl: webUrl,
  scopes: z.array(z.string().min(1)).min(1),
  /** What is asked for beside them, and what for. A person who does not give it has a channel that posts all the same. */
  alsoScopes: z.record(z.string(), scopePurpose).optional(),
  /** What else the address that a person is sent to has to say. */
  asks: z.record(z.string(), z.string()).optional(),
  /** What stands between scopes in the address; left out: a space (RFC 6749, 3.3). */
  scopesBy: z.literal(',').optional(),
  /**
   * How the app proves itself at `tokenUrl`: by a `Basic` header, by its id and secret in the form (RFC 6749, 2.3.1), or, where it has
   * no secret, by its id alone (RFC 6749, 3.2.1); `none`: not at all.
   */
  clientAuth: z.enum(['basic', 'body', 'public', 'none']),
  /** Whether S256 is sent along. */
  pkce: z.boolean(),
  /** What the network wants to be told with a code beside what the standard has. */
  exchangeWith: z.record(z.string(), z.string()).optional(),
  /** Where a code is exchanged by an address and not by a form. */
  exchangeBy: z.literal('GET').optional(),
  /** Where what a code gives ends within hours, and is exchanged at once for what lasts: by a `GET` with the secret of the app. */
  longer: z
    .object({
      url: webUrl,
      grantType: z.string().min(1),
      /** What the token is called in it. */
      tokenAs: z.string().min(1),
      /** Whether the id of the app goes along. */
      withId: z.boolean(),
    })
    .optional(),
  refresh: refreshModel,
  /** How the network says that what renews access is void, where it has another name for it than `invalid_grant`. */
  voidAs: z.object({ error: z.string().min(1), description: z.string().min(1) }).optional(),
  /** A token to renew by has to come along: without it nothing is stored, because the access would end before long. */
  isLasting: z.boolean().optional(),
});
export type ConnectNetwork = z.output<typeof connectNetwork>;

/** The app as which Presence asks. */
export const connectClient = z.object({
  id: z.string().min(1).max(1_000),
  /** Empty for an app that has none. */
  secret: z.string().max(1_000),
});
export type ConnectClient = z.output<typeof connectClient>;

/** Everything that a person is asked for. */
export const askedScopes = ({ scopes, alsoScopes = {} }: ConnectNetwork): string[] => [
  ...scopes,
  ...Object.keys(alsoScopes),
];

/** Those that were asked for and not given. Where scopes are written `read:accounts`, `read` covers it. */
export const missingScopes = (asked: readonly string[], given: readonly string[]): string[] =>
  asked.filter((scope) => !given.includes(scope) && !given.includes(scope.split(':')[0] ?? scope));

/** Of what was asked for beside what is needed, what was not given, and what for. */
export const fewerScopes = (
  also: Readonly<Record<string, ScopePurpose>>,
  given: readonly string[],
): { readonly right: string; readonly purpose: ScopePurpose }[] =>
  Object.entries(also).flatMap(([right, purpose]) => (given.includes(right) ? [] : [{ right, purpose }]));
