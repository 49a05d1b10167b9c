import { z } from 'zod';
import type { Account, Outcome } from '../../src/channels/channel';
import { noAnswerOutcome, retryAfter, type NoAnswer, type Phase } from '../../src/channels/outcomes/http';
import { telegramOutcome, type TelegramRefusal } from '../../src/channels/outcomes/telegram';
import { hostOfSecret } from '../../src/channels/settings/chats/secret-url';
import { telegramSecret, telegramSettings } from '../../src/channels/settings/chats/telegram';
import { jsonOf } from '../http/json-of';
import type { Answered, Outgoing } from '../http/outgoing';
import { isStreamed, type Body } from '../http/streamed';
import { uploadTime } from '../videos/prepared';
import { Ended } from './ended';

/** A chat as calls name it: `@name`, or its number. */
export type ChatId = string | number;

/** Who calls, and where: the token stands in the path of every call, so no message names more than the host. */
export interface Bot {
  readonly server: string;
  readonly token: string;
  readonly chat: ChatId;
}

/** A call's value, or why there is none: no answer at all, or the refusal of the Bot API. */
export type TelegramAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly noAnswer: NoAnswer }
  | { readonly ok: false; readonly refusal: TelegramRefusal };

/** What is sent, ready for the line. */
export interface Parcel {
  readonly type: string;
  readonly body: Body;
}

export interface TelegramCall<T> {
  readonly method: string;
  readonly parcel: Parcel;
  readonly answer: z.ZodType<T>;
}

export const jsonParcel = (value: object): Parcel => ({
  type: 'application/json',
  body: JSON.stringify(value),
});

/** One call of the Bot API (core.telegram.org/bots/api#making-requests). */
export async function telegramCall<T>(
  http: Outgoing,
  { server, token }: Bot,
  { method, parcel, answer: shape }: TelegramCall<T>,
  now: () => number,
): Promise<TelegramAnswer<T>> {
  const answer = await http.send({
    method: 'POST',
    url: `${server.replace(/\/+$/, '')}/bot${token}/${method}`,
    headers: { accept: 'application/json', 'content-type': parcel.type },
    body: parcel.body,
    timeout: timeFor(parcel.body),
  });
  if (answer.kind !== 'answered') return { ok: false, noAnswer: answer };
  const said = jsonOf(answer);
  const refused = refusedBody.safeParse(said).data;
  const isYes = answer.status >= 200 && answer.status <= 299;
  if (refused || !isYes) return { ok: false, refusal: refusalOf(refused, answer, now()) };
  const value = z.object({ ok: z.literal(true), result: shape }).safeParse(said);
  if (value.success) return { ok: true, value: value.data.result };
  const message = `${hostOfSecret(server)} gave an answer that is not that of Telegram.`;
  return { ok: false, noAnswer: { kind: 'lost', message } };
}

const timeFor = (body: Body): number =>
  isStreamed(body) ? uploadTime(body.length) : typeof body === 'string' ? 15_000 : 60_000;

/** A call to a chat; a group that became a supergroup is called again by its new number, since the first call did nothing. */
export async function inChat<T>(
  chat: ChatId,
  call: (chat: ChatId) => Promise<TelegramAnswer<T>>,
): Promise<TelegramAnswer<T>> {
  const answer = await call(chat);
  const movedTo = !answer.ok && 'refusal' in answer ? answer.refusal.movedTo : null;
  return movedTo === null ? answer : call(movedTo);
}

/** What there is to do where a call has no value. */
export const telegramEnd = (
  answer: Extract<TelegramAnswer<unknown>, { ok: false }>,
  phase: Phase,
  now: number,
): Outcome =>
  'refusal' in answer ? telegramOutcome(answer.refusal, phase, now) : noAnswerOutcome(answer.noAnswer, phase);

/** The value of a call; where there is none, the delivery ends with what to do next. */
export function telegramValue<T>(answer: TelegramAnswer<T>, phase: Phase, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(telegramEnd(answer, phase, now));
}

/** The account's bot; null where it has no token that can be read. */
export function botOf({ settings, secret }: Account): Bot | null {
  const { server, chatId } = telegramSettings.parse(settings);
  const token = telegramSecret.safeParse(secret).data?.botToken;
  if (token === undefined) return null;
  return { server, token, chat: chatId.startsWith('@') ? chatId : Number(chatId) };
}

export const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message: 'The channel has no token of a bot that can be read. Copy it from @BotFather, and enter it here.',
} as const satisfies Outcome;

const refusedBody = z.object({
  ok: z.literal(false),
  error_code: z.int(),
  description: z.string().catch(''),
  parameters: z
    .object({
      retry_after: z.number().min(0).optional().catch(undefined),
      migrate_to_chat_id: z.int().optional().catch(undefined),
    })
    .catch({}),
});

function refusalOf(
  said: z.output<typeof refusedBody> | undefined,
  { status, headers }: Answered,
  now: number,
): TelegramRefusal {
  const { retry_after: seconds, migrate_to_chat_id: movedTo } = said?.parameters ?? {};
  return {
    code: said?.error_code ?? status,
    description: said?.description.slice(0, 300) ?? '',
    after:
      seconds === undefined ? (retryAfter(headers['retry-after'], now) ?? null) : Math.ceil(seconds * 1_000),
    movedTo: movedTo ?? null,
  };
}
