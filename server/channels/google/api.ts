import type { z } from 'zod';
import type { Account, Outcome, Sent } from '../../../src/channels/channel';
import { googleOutcome } from '../../../src/channels/outcomes/google/outcome';
import { googleRefusal, type GoogleRefusal } from '../../../src/channels/outcomes/google/refusal';
import { noAnswerOutcome, type NoAnswer, type Phase } from '../../../src/channels/outcomes/http';
import {
  googleBusinessSecret,
  googleBusinessSettings,
  googleServer,
  type GoogleBusinessSettings,
} from '../../../src/channels/settings/google/business';
import { jsonOf } from '../../http/json-of';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { sentOf } from '../sent';

/** Who is called for, and with what. */
export interface GoogleAccount {
  readonly settings: GoogleBusinessSettings;
  readonly accessToken: string;
}

/** A call's value, or why there is none: no answer at all, or the refusal of Google. */
export type GoogleAnswer<T> = { readonly sent: Sent | null } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: GoogleRefusal }
);

/** The APIs of the Business Profile, each at a place of its own (developers.google.com/my-business/ref_overview). */
const places = {
  posts: googleServer,
  accounts: 'https://mybusinessaccountmanagement.googleapis.com',
  locations: 'https://mybusinessbusinessinformation.googleapis.com',
} as const;

export interface GoogleCall<T> {
  readonly at: keyof typeof places;
  /** With its query. */
  readonly path: string;
  /** Left out: `POST` where there is a body, else `GET`. */
  readonly method?: 'DELETE' | 'PATCH';
  readonly json?: object;
  readonly answer: z.ZodType<T>;
}

/** One call. Where the settings name another server than Google's, all of its APIs are there. */
export async function googleCall<T>(
  http: Outgoing,
  { settings, accessToken }: GoogleAccount,
  { at, path, method, json, answer: expected }: GoogleCall<T>,
  now: () => number,
): Promise<GoogleAnswer<T>> {
  const body = json && JSON.stringify(json);
  const server = settings.server.replace(/\/+$/, '');
  const url = `${server === googleServer ? places[at] : server}${path}`;
  const answer = await http.send({
    method: method ?? (body ? 'POST' : 'GET'),
    url,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${accessToken}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body } : {}),
    // Google loads the picture before it answers.
    timeout: 30_000,
    maxBytes: 4 * 1_048_576,
  });
  const sent = body ? sentOf(body) : null;
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer, sent };
  const { status, headers } = answer;
  if (status < 200 || status > 299) {
    const refusal = googleRefusal(status, jsonOf(answer), headers['retry-after'], now());
    return { ok: false, refusal, sent };
  }
  const value = expected.safeParse(jsonOf(answer));
  if (value.success) return { ok: true, value: value.data, sent };
  return { ok: false, noAnswer: notTheirs(url), sent };
}

/** It said yes, in words that are not those of Google, or the line broke in the middle of them. */
const notTheirs = (url: string): NoAnswer => ({
  kind: 'lost',
  message: `${new URL(url).hostname} gave an answer that is not that of Google.`,
});

type Failed = Extract<GoogleAnswer<unknown>, { ok: false }>;

/** What there is to do where a call has no value. */
export const googleEnd = (answer: Failed, phase: Phase, now: number): Outcome =>
  'refusal' in answer ? googleOutcome(answer.refusal, phase, now) : noAnswerOutcome(answer.noAnswer, phase);

/** The value of a call that publishes nothing; where there is none, the delivery ends with what to do next. */
export function googleValue<T>(answer: GoogleAnswer<T>, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(googleEnd(answer, 'read', now));
}

/** Null: its token cannot be read. */
export function googleAccount({ settings, secret }: Account): GoogleAccount | null {
  const token = googleBusinessSecret.safeParse(secret);
  return token.success ? { settings: googleBusinessSettings.parse(settings), ...token.data } : null;
}

export const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message: 'The channel has no access to Google that can be read. Connect it again in its form.',
} as const satisfies Outcome;
