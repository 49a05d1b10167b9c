import { z } from 'zod';
import type { Sent } from '../../src/channels/channel';
import type { NoAnswer } from '../../src/channels/outcomes/http';
import type { XrpcRefusal } from '../../src/channels/outcomes/bluesky';
import { jsonOf } from '../http/json-of';
import type { Answered, Outgoing } from '../http/outgoing';
import { isStreamed, type Body } from '../http/streamed';
import { uploadTime } from '../videos/prepared';
import { sentOf } from './sent';

/** A call's value, or why there is none: no answer at all, or the server's refusal. */
export type Xrpc<T> =
  | { readonly ok: true; readonly value: T; readonly call?: Called }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: XrpcRefusal };

/** What is known of a call beside its value. */
interface Called {
  readonly headers: Readonly<Record<string, string>>;
  /** Left out where the call had no body, or one that was read while it was sent. */
  readonly sent?: Sent;
}

export interface XrpcCall<T> {
  readonly service: string;
  /** Name of the method, such as `com.atproto.repo.putRecord`. */
  readonly method: string;
  readonly answer: z.ZodType<T>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly input?: unknown;
  readonly blob?: { readonly body: Body; readonly mime: string };
  readonly token?: string;
  /** Milliseconds; left out: as long as such a call may take. */
  readonly timeout?: number;
}

/** One call to a server of the AT Protocol (https://atproto.com/specs/xrpc). What comes back is parsed, never trusted. */
export async function xrpc<T>(http: Outgoing, call: XrpcCall<T>): Promise<Xrpc<T>> {
  const isWrite = call.input !== undefined || call.blob !== undefined || call.method.endsWith('Session');
  const body = call.blob?.body ?? (call.input === undefined ? undefined : JSON.stringify(call.input));
  const answer = await http.send({
    method: isWrite ? 'POST' : 'GET',
    url: addressOf(call),
    headers: {
      accept: 'application/json',
      ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
      ...(call.blob
        ? { 'content-type': call.blob.mime }
        : call.input === undefined
          ? {}
          : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
    timeout: call.timeout ?? (isStreamed(body) ? uploadTime(body.length) : call.blob ? 30_000 : 15_000),
    maxBytes: 4 * 1_048_576,
  });
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer };
  if (answer.status !== 200) return { ok: false, refusal: refusalOf(answer) };
  const parsed = call.answer.safeParse(jsonOf(answer));
  if (parsed.success) {
    const sent = body === undefined || isStreamed(body) ? {} : { sent: sentOf(body) };
    return { ok: true, value: parsed.data, call: { headers: answer.headers, ...sent } };
  }
  // It said yes, in words that we do not understand, or the line broke in the middle of them.
  const message = `${new URL(answer.url).hostname} gave an answer that is not that of a Bluesky server.`;
  return { ok: false, noAnswer: { kind: 'lost', message } };
}

function addressOf({ service, method, query = {} }: XrpcCall<unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) params.append(name, one);
  const search = params.size > 0 ? `?${params}` : '';
  return `${service.replace(/\/+$/, '')}/xrpc/${method}${search}`;
}

const errorBody = z.object({ error: z.string().catch(''), message: z.string().catch('') });

function refusalOf(answer: Answered): XrpcRefusal {
  const body = errorBody.safeParse(jsonOf(answer));
  const reset = Number(answer.headers['ratelimit-reset']);
  return {
    status: answer.status,
    error: body.success ? body.data.error : '',
    message: body.success ? body.data.message.slice(0, 300) : '',
    resetAt: Number.isFinite(reset) && reset > 0 ? reset * 1_000 : null,
    retryAfter: answer.headers['retry-after'],
  };
}
