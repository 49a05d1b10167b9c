import { z } from 'zod';
import type { Account, Outcome, RateLimit, Sent } from '../../../src/channels/channel';
import { noAnswerOutcome, retryAfter, type NoAnswer, type Phase } from '../../../src/channels/outcomes/http';
import { limitsOf } from '../../../src/channels/outcomes/limits';
import { pinterestOutcome, type PinterestRefusal } from '../../../src/channels/outcomes/pins/pinterest';
import {
  pinterestSecret,
  pinterestSettings,
  type PinterestSettings,
} from '../../../src/channels/settings/pins/pinterest';
import { spoken } from '../../../src/channels/health/api-versions';
import { jsonOf } from '../../http/json-of';
import type { Answered, Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { sentOf } from '../sent';

/** Who is called for, and with what. */
export interface PinterestAccount {
  readonly settings: PinterestSettings;
  readonly accessToken: string;
}

/** A call's value, or why there is none: no answer at all, or the refusal of Pinterest. */
export type PinterestAnswer<T> = { readonly sent: Sent | null } & (
  | { readonly ok: true; readonly status: number; readonly value: T; readonly limits: readonly RateLimit[] }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: PinterestRefusal }
);

export interface PinterestCall<T> {
  /** Below the version: `/pins`. */
  readonly path: string;
  /** Left out: `POST` where there is a body, else `GET`. */
  readonly method?: 'DELETE' | 'PATCH';
  readonly json?: object;
  readonly answer: z.ZodType<T>;
}

/** One call of the API v5 (developers.pinterest.com/docs/api/v5). */
export async function pinterestCall<T>(
  http: Outgoing,
  { settings, accessToken }: PinterestAccount,
  { path, method, json, answer: expected }: PinterestCall<T>,
  now: () => number,
): Promise<PinterestAnswer<T>> {
  const body = json && JSON.stringify(json);
  const url = `${settings.server.replace(/\/+$/, '')}/${spoken.pinterest}${path}`;
  const answer = await http.send({
    method: method ?? (body ? 'POST' : 'GET'),
    url,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${accessToken}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body } : {}),
    // The pictures go along with a pin.
    timeout: body ? 60_000 : 15_000,
    maxBytes: 4 * 1_048_576,
  });
  const sent = body ? sentOf(body) : null;
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer, sent };
  const { status, headers } = answer;
  if (status < 200 || status > 299) return { ok: false, refusal: refusalOf(answer, now()), sent };
  const value = answer.isWhole ? expected.safeParse(jsonOf(answer)) : null;
  if (value?.success) return { ok: true, status, value: value.data, limits: limitsOf(headers, now()), sent };
  return { ok: false, noAnswer: notTheirs(url), sent };
}

/** It said yes, in words that are not those of Pinterest, or the line broke in the middle of them. */
export const notTheirs = (url: string): NoAnswer => ({
  kind: 'lost',
  message: `${new URL(url).hostname} gave an answer that is not that of Pinterest.`,
});

type Failed = Extract<PinterestAnswer<unknown>, { ok: false }>;

/** What there is to do where a call has no value. */
export const pinterestEnd = (answer: Failed, phase: Phase, now: number): Outcome =>
  'refusal' in answer
    ? pinterestOutcome(answer.refusal, phase, now)
    : noAnswerOutcome(answer.noAnswer, phase);

/** The value of a call that publishes nothing; where there is none, the delivery ends with what to do next. */
export function pinterestValue<T>(answer: PinterestAnswer<T>, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(pinterestEnd(answer, 'read', now));
}

/** Null: its token cannot be read. */
export function pinterestAccount({ settings, secret }: Account): PinterestAccount | null {
  const token = pinterestSecret.safeParse(secret);
  return token.success ? { settings: pinterestSettings.parse(settings), ...token.data } : null;
}

export const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message: 'The channel has no access to Pinterest that can be read. Connect it again in its form.',
} as const satisfies Outcome;

const refusal = z.object({ code: z.int(), message: z.string().catch('') });

function refusalOf(answer: Answered, now: number): PinterestRefusal {
  const { status, headers } = answer;
  const words = refusal.safeParse(jsonOf(answer)).data;
  const [closed] = limitsOf(headers, now).filter(({ remaining }) => remaining === 0);
  return {
    status,
    code: words?.code ?? 0,
    said: (words?.message ?? '').replace(/\s+/g, ' ').replace(/\.$/, '').trim().slice(0, 300),
    after: retryAfter(headers['retry-after'], now) ?? (closed ? closed.resetAt - now : null),
  };
}
