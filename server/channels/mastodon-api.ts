import { z } from 'zod';
import type { RateLimits } from '../../src/channels/channel';
import { mastodonOutcome, type MastodonRefusal } from '../../src/channels/outcomes/mastodon';
import { noAnswerOutcome, retryAfter, type NoAnswer, type Phase } from '../../src/channels/outcomes/http';
import type { MastodonSecret, MastodonSettings } from '../../src/channels/settings/mastodon';
import { formBody } from '../http/form-body';
import { jsonOf } from '../http/json-of';
import type { Answered, Outgoing } from '../http/outgoing';
import { isStreamed, type Streamed } from '../http/streamed';
import { uploadTime } from '../videos/prepared';
import { Ended } from './ended';

/** An account on a Mastodon server, and what it signs in with. */
export interface MastodonAccount {
  readonly settings: MastodonSettings;
  readonly secret: MastodonSecret;
}

/** A call's value, or why there is none: no answer at all, or the server's refusal. */
export type MastodonAnswer<T> =
  | { readonly ok: true; readonly status: number; readonly value: T; readonly limits: RateLimits | null }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: MastodonRefusal };

export interface MastodonCall<T> {
  readonly path: string;
  /** Left out: `POST` where there is a body, else `GET`. */
  readonly method?: 'PUT' | 'DELETE';
  readonly answer: z.ZodType<T>;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly form?: FormData | { readonly type: string; readonly body: Streamed };
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call to a Mastodon server (docs.joinmastodon.org/methods) as the account. What comes back is parsed, never trusted. */
export async function mastodonCall<T>(
  http: Outgoing,
  { settings, secret }: MastodonAccount,
  call: MastodonCall<T>,
  now: () => number,
): Promise<MastodonAnswer<T>> {
  const { path, method, query = {}, json, form, headers = {} } = call;
  const search = new URLSearchParams(query);
  const sent = form instanceof FormData ? await formBody(form) : (form ?? (json ? asJson(json) : null));
  const answer = await http.send({
    method: method ?? (sent ? 'POST' : 'GET'),
    url: `${settings.instance.replace(/\/+$/, '')}${path}${search.size > 0 ? `?${search}` : ''}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${secret.accessToken}`,
      ...(sent ? { 'content-type': sent.type } : {}),
      ...headers,
    },
    ...(sent ? { body: sent.body } : {}),
    timeout: isStreamed(sent?.body) ? uploadTime(sent.body.length) : form ? 60_000 : 15_000,
    maxBytes: 4 * 1_048_576,
  });
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer };
  if (answer.status < 200 || answer.status > 299) return { ok: false, refusal: refusalOf(answer, now()) };
  const value = call.answer.safeParse(jsonOf(answer));
  if (value.success) return { ok: true, status: answer.status, value: value.data, limits: limitsOf(answer) };
  // It said yes, in words that we do not understand, or the line broke in the middle of them.
  const message = `${new URL(answer.url).hostname} gave an answer that is not that of a Mastodon server.`;
  return { ok: false, noAnswer: { kind: 'lost', message } };
}

/** The value of a call; where there is none, the delivery ends with what to do next. */
export function valueOf<T>(answer: MastodonAnswer<T>, phase: Phase, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(
    'refusal' in answer
      ? mastodonOutcome(answer.refusal, phase, now)
      : noAnswerOutcome(answer.noAnswer, phase),
  );
}

const asJson = (json: object) => ({ type: 'application/json', body: JSON.stringify(json) });

const errorBody = z.object({ error: z.string().catch(''), error_description: z.string().catch('') });

function refusalOf(answer: Answered, now: number): MastodonRefusal {
  const body = errorBody.safeParse(jsonOf(answer)).data;
  const after = retryAfter(answer.headers['retry-after'], now);
  const limits = limitsOf(answer);
  return {
    status: answer.status,
    error: body?.error.slice(0, 300) ?? '',
    description: body?.error_description.slice(0, 300) ?? '',
    resetAt: after !== undefined ? now + after : limits?.remaining === 0 ? limits.resetAt : null,
  };
}

/** `X-RateLimit-Remaining`, and `X-RateLimit-Reset` as a date (docs.joinmastodon.org/api/rate-limits). */
function limitsOf({ headers }: Answered): RateLimits | null {
  const remaining = Number(headers['x-ratelimit-remaining'] ?? 'none');
  const resetAt = Date.parse(headers['x-ratelimit-reset'] ?? '');
  return Number.isInteger(remaining) && !Number.isNaN(resetAt) ? { remaining, resetAt } : null;
}
