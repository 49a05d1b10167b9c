import { z } from 'zod';
import type { Account, Outcome, Sent } from '../../../src/channels/channel';
import { noAnswerOutcome, retryAfter, type NoAnswer, type Phase } from '../../../src/channels/outcomes/http';
import { linkedinOutcome, type LinkedinRefusal } from '../../../src/channels/outcomes/linkedin';
import {
  linkedinSecret,
  linkedinSettings,
  type LinkedinSettings,
} from '../../../src/channels/settings/linkedin';
import { spoken } from '../../../src/channels/health/api-versions';
import { jsonOf } from '../../http/json-of';
import type { Answered, Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { sentOf } from '../sent';

/** Who is called for, and with what. */
export interface LinkedinAccount {
  readonly settings: LinkedinSettings;
  readonly accessToken: string;
}

/** A call's value, or why there is none: no answer at all, or the refusal of LinkedIn. */
export type LinkedinAnswer<T> = { readonly sent: Sent | null } & (
  | { readonly ok: true; readonly status: number; readonly value: T; readonly id: string }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: LinkedinRefusal }
);

export interface LinkedinCall<T> {
  /** With the query as Rest.li writes it: names of things encoded, the brackets and commas of a list not. */
  readonly path: string;
  /** Left out: `POST` where there is a body, else `GET`. */
  readonly method?: 'DELETE';
  /** A method of Rest.li that stands in a header, where HTTP has no word for it. */
  readonly restli?: 'PARTIAL_UPDATE';
  readonly json?: object;
  readonly answer: z.ZodType<T>;
}

/**
 * One call of the versioned API (learn.microsoft.com/linkedin/marketing/versioning). The id of what a call made stands in the header
 * `x-restli-id`, its body is empty.
 */
export async function linkedinCall<T>(
  http: Outgoing,
  { settings, accessToken }: LinkedinAccount,
  { path, method, restli, json, answer: expected }: LinkedinCall<T>,
  now: () => number,
): Promise<LinkedinAnswer<T>> {
  const body = json && JSON.stringify(json);
  const url = `${settings.server.replace(/\/+$/, '')}${path}`;
  const answer = await http.send({
    method: method ?? (body ? 'POST' : 'GET'),
    url,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${accessToken}`,
      'linkedin-version': spoken.linkedin,
      'x-restli-protocol-version': '2.0.0',
      ...(restli ? { 'x-restli-method': restli } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body } : {}),
    timeout: 15_000,
    maxBytes: 4 * 1_048_576,
  });
  const sent = body ? sentOf(body) : null;
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer, sent };
  const { status, headers } = answer;
  if (status < 200 || status > 299) return { ok: false, refusal: refusalOf(answer, now()), sent };
  const value = expected.safeParse(jsonOf(answer));
  if (value.success) return { ok: true, status, value: value.data, id: headers['x-restli-id'] ?? '', sent };
  return { ok: false, noAnswer: notTheirs(url), sent };
}

/** It said yes, in words that are not those of LinkedIn, or the line broke in the middle of them. */
export const notTheirs = (url: string): NoAnswer => ({
  kind: 'lost',
  message: `${new URL(url).hostname} gave an answer that is not that of LinkedIn.`,
});

type Failed = Extract<LinkedinAnswer<unknown>, { ok: false }>;

/** What there is to do where a call has no value. */
export const linkedinEnd = (answer: Failed, phase: Phase, now: number): Outcome =>
  'refusal' in answer ? linkedinOutcome(answer.refusal, phase, now) : noAnswerOutcome(answer.noAnswer, phase);

/** Why a change was not made; null: it was, which LinkedIn says with an empty answer. */
export function changeFailure(
  answer: LinkedinAnswer<unknown>,
  { settings: { server } }: LinkedinAccount,
): Failed | null {
  if (!answer.ok) return answer;
  return answer.status === 204 ? null : { ok: false, noAnswer: notTheirs(server), sent: answer.sent };
}

/** In LinkedIn's own words: a 404 of whoever else stands at that address says nothing. */
export const isGone = (answer: Failed): boolean =>
  'refusal' in answer && answer.refusal.status === 404 && (answer.refusal.code || answer.refusal.said) !== '';

/** The value of a call that publishes nothing; where there is none, the delivery ends with what to do next. */
export function linkedinValue<T>(answer: LinkedinAnswer<T>, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(linkedinEnd(answer, 'read', now));
}

/** Null: its token cannot be read. */
export function linkedinAccount({ settings, secret }: Account): LinkedinAccount | null {
  const token = linkedinSecret.safeParse(secret);
  return token.success ? { settings: linkedinSettings.parse(settings), ...token.data } : null;
}

export const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message: 'The channel has no access to LinkedIn that can be read. Connect it again in its form.',
} as const satisfies Outcome;

const said = z.string().catch('');
const refusal = z.object({
  message: said,
  code: said,
  errorDetails: z
    .object({ inputErrors: z.array(z.object({ code: said, description: said })).min(1) })
    .optional()
    .catch(undefined),
});

/** What a refusal says, for calls and for uploads. */
export function refusalOf(answer: Answered, now: number): LinkedinRefusal {
  const whole = refusal.safeParse(jsonOf(answer)).data;
  const [input] = whole?.errorDetails?.inputErrors ?? [];
  const after = retryAfter(answer.headers['retry-after'], now);
  return {
    status: answer.status,
    code: input?.code || whole?.code || '',
    said: (input?.description || whole?.message || '').slice(0, 300),
    after: after ?? null,
  };
}
