import { z } from 'zod';
import type { RateLimit } from '../../src/channels/channel';
import {
  discordLimits,
  discordOutcome,
  discordWait,
  type DiscordRefusal,
} from '../../src/channels/outcomes/discord';
import { noAnswerOutcome, type NoAnswer, type Phase } from '../../src/channels/outcomes/http';
import { hostOfSecret } from '../../src/channels/settings/chats/secret-url';
import { formBody } from '../http/form-body';
import { jsonOf } from '../http/json-of';
import type { Answered, Outgoing } from '../http/outgoing';
import { isStreamed, type Streamed } from '../http/streamed';
import { uploadTime } from '../videos/prepared';
import { Ended } from './ended';

/** A call's value, or why there is none: no answer at all, or Discord's refusal. */
export type DiscordAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly limits: readonly RateLimit[] }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: DiscordRefusal };

export interface DiscordCall<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Behind the address of the webhook. */
  readonly path?: string;
  readonly json?: object;
  readonly form?: FormData | { readonly type: string; readonly body: Streamed };
  readonly answer: z.ZodType<T>;
}

/** One call to a webhook of Discord; its address is the secret, so no message names more than the host. */
export async function discordCall<T>(
  http: Outgoing,
  webhookUrl: string,
  { method, path = '', json, form, answer: shape }: DiscordCall<T>,
  now: () => number,
): Promise<DiscordAnswer<T>> {
  const sent =
    form instanceof FormData
      ? await formBody(form)
      : (form ?? (json ? { type: 'application/json', body: JSON.stringify(json) } : null));
  const answer = await http.send({
    method,
    url: `${webhookUrl.replace(/\/+$/, '')}${path}`,
    headers: { accept: 'application/json', ...(sent ? { 'content-type': sent.type } : {}) },
    ...(sent ? { body: sent.body } : {}),
    timeout: isStreamed(sent?.body) ? uploadTime(sent.body.length) : form ? 60_000 : 15_000,
  });
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer };
  if (answer.status < 200 || answer.status > 299) return { ok: false, refusal: refusalOf(answer, now()) };
  const value = shape.safeParse(answer.status === 204 ? null : jsonOf(answer));
  if (value.success) return { ok: true, value: value.data, limits: discordLimits(answer.headers, now()) };
  const message = `${hostOfSecret(webhookUrl)} gave an answer that is not that of Discord.`;
  return { ok: false, noAnswer: { kind: 'lost', message } };
}

/** The value of a call; where there is none, the delivery ends with what to do next. */
export function discordValue<T>(answer: DiscordAnswer<T>, phase: Phase, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(
    'refusal' in answer
      ? discordOutcome(answer.refusal, phase, now)
      : noAnswerOutcome(answer.noAnswer, phase),
  );
}

const errorBody = z.object({
  code: z.number().catch(0),
  message: z.string().catch(''),
  errors: z.unknown().optional(),
  retry_after: z.number().optional().catch(undefined),
  global: z.boolean().catch(false),
});

function refusalOf(answer: Answered, now: number): DiscordRefusal {
  const body = errorBody.safeParse(jsonOf(answer)).data;
  return {
    status: answer.status,
    code: body?.code ?? 0,
    said: [body?.message || `status ${answer.status}`, ...detailsOf(body?.errors)].join('; ').slice(0, 300),
    after: discordWait(body?.retry_after, answer.headers['retry-after'], now),
    isGlobal: body?.global ?? answer.headers['x-ratelimit-global'] === 'true',
  };
}

/** The sentences in `errors`, which nests as the request does (docs.discord.com/developers/reference, Error Messages). */
function detailsOf(errors: unknown): string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, inner]) =>
    key === '_errors' && Array.isArray(inner)
      ? inner.flatMap((one) => z.object({ message: z.string() }).safeParse(one).data?.message ?? [])
      : detailsOf(inner),
  );
}
