import { z } from 'zod';
import type { RateLimit } from '../../../src/channels/channel';
import { noAnswerOutcome, retryAfter, type NoAnswer, type Phase } from '../../../src/channels/outcomes/http';
import { metaOutcome, type MetaRefusal } from '../../../src/channels/outcomes/meta/outcome';
import { metaLimits } from '../../../src/channels/outcomes/meta/usage';
import { formBody } from '../../http/form-body';
import { jsonOf } from '../../http/json-of';
import type { Answered, Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';

/** Which of Meta's networks is called, by which version, and as whom. */
export interface GraphAccess {
  /** As sentences name it: "Facebook". */
  readonly network: string;
  readonly server: string;
  /** Empty for the few calls that have none. */
  readonly version: string;
  readonly accessToken: string;
  /** What shows that the app itself calls (developers.facebook.com/docs/graph-api/guides/secure-requests); left out: nothing does. */
  readonly proof?: string;
}

/** A call's value, or why there is none: no answer at all, or the network's refusal. */
export type GraphAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly limits: readonly RateLimit[] }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: MetaRefusal };

export interface GraphCall<T> {
  /** Below the version: `/104857600000000/feed`. */
  readonly path: string;
  /** Left out: `POST` where there is a body, else `GET`. */
  readonly method?: 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly form?: FormData;
  /** Milliseconds that it may take at most. */
  readonly timeout?: number;
  readonly answer: z.ZodType<T>;
}

/** One call of a Graph API of Meta. The token goes in a header, so it stands in no log of addresses; what comes back is parsed, never trusted. */
export async function graphCall<T>(
  http: Outgoing,
  access: GraphAccess,
  { path, method, query = {}, json, form, timeout, answer: schema }: GraphCall<T>,
  now: () => number,
): Promise<GraphAnswer<T>> {
  const at = access.version === '' ? '' : `/${access.version}`;
  const search = new URLSearchParams({
    ...query,
    ...(access.proof === undefined ? {} : { appsecret_proof: access.proof }),
  });
  const sent = form ? await formBody(form) : json ? asJson(json) : null;
  const answer = await http.send({
    method: method ?? (sent ? 'POST' : 'GET'),
    url: `${access.server.replace(/\/+$/, '')}${at}${path}${search.size > 0 ? `?${search}` : ''}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${access.accessToken}`,
      ...(sent ? { 'content-type': sent.type } : {}),
    },
    ...(sent ? { body: sent.body } : {}),
    timeout: timeout ?? (form ? 60_000 : 30_000),
    maxBytes: 4 * 1_048_576,
  });
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer };
  if (answer.status < 200 || answer.status > 299)
    return { ok: false, refusal: refusalOf(answer, access.network, now()) };
  const value = answer.isWhole ? schema.safeParse(jsonOf(answer)) : null;
  if (value?.success) return { ok: true, value: value.data, limits: metaLimits(answer.headers, now()) };
  // It said yes, in words that we do not understand, or the line broke in the middle of them.
  const message = `${new URL(answer.url).hostname} gave an answer that is not that of ${access.network}.`;
  return { ok: false, noAnswer: { kind: 'lost', message } };
}

/** What to do after a call without a value. */
export const graphOutcome = (
  answer: Exclude<GraphAnswer<unknown>, { ok: true }>,
  phase: Phase,
  now: number,
) =>
  'refusal' in answer ? metaOutcome(answer.refusal, phase, now) : noAnswerOutcome(answer.noAnswer, phase);

/** The value of a call; where there is none, the delivery ends with what to do next. */
export function graphValue<T>(answer: GraphAnswer<T>, phase: Phase, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(graphOutcome(answer, phase, now));
}

const asJson = (json: object) => ({ type: 'application/json', body: JSON.stringify(json) });

const words = z.string().catch('');
const envelope = z.object({
  error: z.object({
    message: words,
    code: z.number().catch(0),
    error_subcode: z.number().catch(0),
    is_transient: z.boolean().catch(false),
    error_user_msg: words,
  }),
});

function refusalOf(answer: Answered, network: string, now: number): MetaRefusal {
  const error = envelope.safeParse(jsonOf(answer)).data?.error;
  const closed = metaLimits(answer.headers, now).find(({ scope }) => scope === 'account');
  return {
    network,
    status: answer.status,
    code: error?.code ?? 0,
    subcode: error?.error_subcode ?? 0,
    isTransient: error?.is_transient ?? false,
    said: (error?.error_user_msg || error?.message || '')
      .replace(/\s+/g, ' ')
      .replace(/\.$/, '')
      .trim()
      .slice(0, 300),
    after: closed ? closed.resetAt - now : (retryAfter(answer.headers['retry-after'], now) ?? null),
  };
}
