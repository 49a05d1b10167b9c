import { z } from 'zod';
import { metaRefusalOf } from './meta-refusal';

/** What a network gave. Times are seconds from now, as they are in the answer; null where it says none. */
export interface Granted {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresIn: number | null;
  readonly refreshExpiresIn: number | null;
  /** Null: as asked (RFC 6749, 5.1). */
  readonly scopes: readonly string[] | null;
}

/**
 * What came of a question for tokens:
 *
 * - `granted`;
 * - `refused`: the network's own error name (RFC 6749, 5.2), such as `invalid_grant`; `unauthorized` where it does not say whether it
 *   means the app or what it was given;
 * - `unreadable`: neither, whatever the status says. It stands for nothing, so nothing that is stored changes by it.
 */
export type TokenAnswer =
  | { readonly kind: 'granted'; readonly granted: Granted }
  | { readonly kind: 'refused'; readonly error: string; readonly description: string }
  | { readonly kind: 'unreadable'; readonly status: number };

const seconds = z.coerce
  .number()
  .int()
  .min(1)
  .max(10 * 365 * 86_400)
  .nullish()
  .catch(null);
const token = z.string().trim().min(1).max(4_096);

/** Instagram lists what was allowed under another name than the standard, as a list or with commas. */
const permissions = z
  .union([z.string().max(10_000), z.array(z.string().max(200)).max(100)])
  .nullish()
  .catch(null);

const granted = z
  .object({
    access_token: token,
    // Some networks leave it out; another type than this one may not be used (RFC 6749, 7.1).
    token_type: z
      .string()
      .regex(/^bearer$/i)
      .optional(),
    refresh_token: token.nullish().catch(null),
    expires_in: seconds,
    refresh_token_expires_in: seconds,
    scope: z.string().max(10_000).nullish().catch(null),
    permissions,
  })
  .transform((one): Granted => ({
    accessToken: one.access_token,
    refreshToken: one.refresh_token ?? null,
    expiresIn: one.expires_in ?? null,
    refreshExpiresIn: one.refresh_token_expires_in ?? null,
    // By spaces as RFC 6749 (3.3) has it, or by commas.
    scopes: scopesOf(one.scope ?? one.permissions),
  }));

function scopesOf(told: string | readonly string[] | null | undefined): readonly string[] | null {
  const list = typeof told === 'string' ? told.split(/[\s,]+/).filter(Boolean) : (told ?? []);
  return list.length > 0 ? list : null;
}

/** Instagram wraps what it gives for a code. */
const wrapped = z.object({ data: z.tuple([z.unknown()]) }).transform(({ data: [one] }) => one);

const refused = z.object({
  error: z.string().min(1).max(200),
  error_description: z.string().max(1_000).catch(''),
});

/** Pinterest has no names of errors, but a number and a sentence, and says 401 of a refresh token that has ended as of a wrong app. */
const numbered = z.object({ code: z.int(), message: z.string().min(1).max(1_000) });

/** Reads an answer of the token endpoint: 2xx with tokens, 4xx with an error name, but for 429; anything else is `unreadable`. */
export function tokenAnswerOf(status: number, body: string): TokenAnswer {
  const json = jsonOf(body);
  const error = refused.safeParse(json);
  if (status >= 400 && status <= 499 && status !== 429 && error.success)
    return { kind: 'refused', error: error.data.error, description: error.data.error_description };
  const sentence = status === 400 || status === 401 ? numbered.safeParse(json).data : undefined;
  if (sentence)
    return {
      kind: 'refused',
      error: status === 401 ? 'unauthorized' : 'invalid_grant',
      description: sentence.message.replace(/\.$/, ''),
    };
  const meta = status >= 400 && status <= 499 ? metaRefusalOf(json) : null;
  if (meta) return { kind: 'refused', ...meta };
  const given = granted.safeParse(wrapped.safeParse(json).data ?? json);
  return status >= 200 && status <= 299 && given.success && !error.success
    ? { kind: 'granted', granted: given.data }
    : { kind: 'unreadable', status };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
