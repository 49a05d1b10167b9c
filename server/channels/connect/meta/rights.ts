import { z } from 'zod';
import type { Looked, Prepared } from '../../../../src/channels/connect/connector';
import type { Granted } from '../../../../src/channels/connect/oauth/token-answer';
import { wrongApp } from '../../../../src/channels/connect/refusals';
import { fail, ok, type Result } from '../../../../src/shared/result';
import type { Outgoing } from '../../../http/outgoing';
import { graphCall, type GraphAccess, type GraphAnswer } from '../../meta/graph';

const about = z.object({
  data: z.object({
    // Threads does not tell it.
    app_id: z.coerce.string().optional(),
    is_valid: z.boolean(),
    scopes: z.array(z.string()).optional(),
    /** Seconds since 1970; 0: never. */
    expires_at: z.int().min(0).optional().catch(undefined),
    user_id: z.coerce.string().optional().catch(undefined),
  }),
});

/**
 * What Meta says of a token (developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging): which rights a person left
 * standing, until when it serves, and whose app it is of. The app asks as itself, or
 * by another token, `asker`.
 */
export async function rightsOf(
  http: Outgoing,
  { network, server, version }: Omit<GraphAccess, 'accessToken'>,
  { client }: Prepared,
  granted: Granted,
  now: () => number,
  asker = `${client.id}|${client.secret}`,
): Promise<Result<Looked>> {
  const answer = await graphCall(
    http,
    { network, server, version, accessToken: asker },
    { path: '/debug_token', query: { input_token: granted.accessToken }, answer: about },
    now,
  );
  if (!answer.ok) return fail(notTold(network, answer));
  const {
    app_id: app,
    is_valid: isValid,
    scopes,
    expires_at: endsAt,
    user_id: person = '',
  } = answer.value.data;
  if (app !== undefined && app !== client.id) return fail(wrongApp);
  if (!isValid) return fail(notTold(network, null));
  const left = endsAt ? Math.max(1, Math.floor(endsAt - now() / 1_000)) : granted.expiresIn;
  return ok({ granted: { ...granted, scopes: scopes ?? granted.scopes, expiresIn: left }, person });
}

/** Why Meta did not say what it was asked while a person connected. */
export function notTold(network: string, answer: Exclude<GraphAnswer<unknown>, { ok: true }> | null) {
  const why =
    answer === null
      ? `${network} does not take the access that it gave.`
      : 'noAnswer' in answer
        ? answer.noAnswer.message
        : `${network} refused to say what was allowed (${answer.refusal.said || `status ${answer.refusal.status}`}).`;
  return { code: 'connect.network-failed' as const, message: `${why} Press Connect again.` };
}
