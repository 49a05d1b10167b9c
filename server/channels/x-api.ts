import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Account, Outcome, RateLimit, Sent } from '../../src/channels/channel';
import { noAnswerOutcome, retryAfter, type NoAnswer, type Phase } from '../../src/channels/outcomes/http';
import { xLimits, xOutcome, type XRefusal } from '../../src/channels/outcomes/x';
import { xBearer, xSecret, xSettings, type XSecret, type XSettings } from '../../src/channels/settings/x';
import { spoken } from '../../src/channels/health/api-versions';
import { formBody } from '../http/form-body';
import { jsonOf } from '../http/json-of';
import type { Answered, Outgoing } from '../http/outgoing';
import { Ended } from './ended';
import { authorisation } from './oauth1';
import { sentOf } from './sent';
import { byNewNames, inOldNames, isUnknownName } from './x-names';

/** An account of X, and what it signs with: keys, or the access that a person allowed. */
export interface XAccount {
  readonly settings: XSettings;
  readonly secret: XSecret | { readonly bearer: string };
}

/** A call's value, or why there is none: no answer at all, or the refusal of X. */
export type XAnswer<T> = { readonly limits: readonly RateLimit[]; readonly sent: Sent | null } & (
  | { readonly ok: true; readonly value: T; readonly access: string }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: XRefusal }
);

export interface XCall<T> {
  /** Below the version: `/tweets`. */
  readonly path: string;
  /** Left out: `POST` where there is a body, else `GET`. */
  readonly method?: 'DELETE' | 'POST';
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly form?: FormData;
  readonly answer: z.ZodType<T>;
}

/** One call of the X API v2 (docs.x.com/x-api), signed for the account: by OAuth 1.0a with keys, else by the bearer. */
export async function xCall<T>(
  http: Outgoing,
  { settings, secret }: XAccount,
  call: XCall<T>,
  now: () => number,
): Promise<XAnswer<T>> {
  const { path, query = {}, json, form } = call;
  const url = new URL(`${settings.server.replace(/\/+$/, '')}/${spoken.x}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const made = form
    ? await formBody(form)
    : json
      ? { type: 'application/json', body: JSON.stringify(json) }
      : null;
  const method = call.method ?? (made ? 'POST' : 'GET');
  const answer = await http.send({
    method,
    url: url.href,
    headers: {
      accept: 'application/json',
      authorization: signed(method, url, secret, now()),
      ...(made ? { 'content-type': made.type } : {}),
    },
    ...(made ? { body: made.body } : {}),
    timeout: form ? 60_000 : 15_000,
  });
  const sent = made ? sentOf(made.body) : null;
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer, limits: [], sent };
  const limits = xLimits(answer.headers, now());
  const renamed = answer.status === 400 && isUnknownName(jsonOf(answer)) ? byNewNames(query) : null;
  if (renamed) return xCall(http, { settings, secret }, { ...call, query: renamed }, now);
  if (answer.status < 200 || answer.status > 299)
    return { ok: false, refusal: refusalOf(answer, limits, now()), limits, sent };
  const value = call.answer.safeParse(inOldNames(jsonOf(answer)));
  if (value.success)
    return { ok: true, value: value.data, access: answer.headers['x-access-level'] ?? '', limits, sent };
  const message = `${url.hostname} gave an answer that is not that of X.`;
  return { ok: false, noAnswer: { kind: 'lost', message }, limits, sent };
}

const signed = (method: string, url: URL, secret: XAccount['secret'], now: number): string =>
  'bearer' in secret
    ? `Bearer ${secret.bearer}`
    : authorisation(method, url, secret, { nonce: randomBytes(16).toString('hex'), now });

/** What there is to do where a call has no value. */
export const xEnd = (answer: Extract<XAnswer<unknown>, { ok: false }>, phase: Phase, now: number): Outcome =>
  'refusal' in answer ? xOutcome(answer.refusal, phase, now) : noAnswerOutcome(answer.noAnswer, phase);

/** The value of a call; where there is none, the delivery ends with what to do next. */
export function xValue<T>(answer: XAnswer<T>, phase: Phase, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(xEnd(answer, phase, now));
}

export function xAccountOf({ settings, secret }: Account): XAccount | null {
  const keys = xSecret.safeParse(secret).data;
  const bearer = xBearer.safeParse(secret).data?.accessToken;
  const own = keys ?? (bearer === undefined ? null : { bearer });
  return own && { settings: xSettings.parse(settings), secret: own };
}

export const noKeys = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel is not connected, and has no keys that can be read. Press Connect in its form, or copy all four keys from your app at console.x.com and enter them there.',
} as const satisfies Outcome;

const problem = z.object({ type: z.string().catch(''), detail: z.string().catch('') });

function refusalOf(answer: Answered, limits: readonly RateLimit[], now: number): XRefusal {
  const said = problem.safeParse(jsonOf(answer)).data;
  const after = retryAfter(answer.headers['retry-after'], now);
  const used = limits.find(({ remaining }) => remaining === 0);
  return {
    status: answer.status,
    type: /^https:\/\/api\.(?:x|twitter)\.com\/2\/problems\/([a-z0-9-]+)$/.exec(said?.type ?? '')?.[1] ?? '',
    detail: said?.detail.slice(0, 300) ?? '',
    resetAt: after === undefined ? (used?.resetAt ?? null) : now + after,
  };
}
