import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result';
import { base64urlOf } from '../../shared/token/base64url';
import { channelKind } from '../schema';
import type { Callback } from './oauth/callback';
import { withQuery } from './oauth/form';
import {
  askedScopes,
  connectClient,
  connectNetwork,
  type ConnectClient,
  type ConnectNetwork,
} from './oauth/network';
import { challengeOf } from './oauth/pkce';
import {
  expiredAttempt,
  otherPerson,
  refusedBy,
  unansweredAttempt,
  unknownAttempt,
  usedAttempt,
} from './refusals';

/** How long a person has to sign in at the network and to allow it, in milliseconds. */
export const attemptLives = 10 * 60_000;

/** What an attempt keeps to itself: with it and a code, a token is had. */
export const attemptSecrets = z.object({
  network: connectNetwork,
  client: connectClient,
  redirectUri: z.string(),
  verifier: z.string(),
  /** Of the channel when it began: where the account lives. */
  place: z.string(),
  answer: z
    .union([
      z.object({ kind: z.literal('code'), code: z.string() }),
      z.object({ kind: z.literal('refused'), error: z.string(), description: z.string() }),
    ])
    .nullable(),
});
export type AttemptSecrets = z.output<typeof attemptSecrets>;

/** One person's attempt to connect one channel. `open` → `answered` by the network → `done` by the person, each once. */
export const attemptPhase = z.enum(['open', 'answered', 'done']);
export const attempt = z.object({
  key: z.string(),
  channel: z.string(),
  kind: channelKind,
  /** Id of the admin user who began. */
  user: z.string(),
  phase: attemptPhase,
  expiresAt: z.number(),
});
export type Attempt = z.output<typeof attempt>;

/** 256 bits that nobody can guess, as they stand in an address. */
export const unguessable = (random: (bytes: number) => Uint8Array): string => base64urlOf(random(32));

/** Where the person is sent (RFC 6749, 4.1.1; RFC 7636, 4.3). */
export function authorizeAddress(
  network: ConnectNetwork,
  client: ConnectClient,
  {
    state,
    verifier,
    redirectUri,
  }: { readonly state: string; readonly verifier: string; readonly redirectUri: string },
): string {
  return withQuery(network.authorizeUrl, {
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: askedScopes(network).join(network.scopesBy ?? ' '),
    state,
    ...network.asks,
    ...(network.pkce ? { code_challenge: challengeOf(verifier), code_challenge_method: 'S256' } : {}),
  });
}

/** Whether the network may answer an attempt now: by its kind's address, once, and in time. */
export function answerable(one: Attempt, kind: string, now: number): Result<null> {
  if (one.kind !== kind) return fail(unknownAttempt);
  if (one.phase !== 'open') return fail(usedAttempt);
  return now >= one.expiresAt ? fail(expiredAttempt) : ok(null);
}

/** The code of an attempt that this person may finish now. */
export function codeFor(
  one: Attempt,
  answer: Callback['answer'] | null,
  user: string,
  now: number,
): Result<string> {
  if (one.user !== user) return fail(otherPerson);
  if (one.phase === 'done') return fail(usedAttempt);
  if (now >= one.expiresAt) return fail(expiredAttempt);
  if (one.phase === 'open' || !answer) return fail(unansweredAttempt);
  return answer.kind === 'code' ? ok(answer.code) : fail(refusedBy(answer));
}
