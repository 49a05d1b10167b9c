import { z } from 'zod';
import { formOf, jsonOf } from '../bodies';
import type { Deed, PracticeRequest } from '../network';

const chatId = z.union([z.int(), z.string().regex(/^(@\w{4,32}|-?\d+)$/)]);
const id = z.union([z.int().min(1), z.string().regex(/^\d+$/).transform(Number)]);
const pixels = z.string().regex(/^[1-9]\d*$/);
const attached = z.string().regex(/^attach:\/\/\w+$/);

/**
 * Telegram drops carriage returns, which a form puts before every line feed, line separators, embedded directions and three marks above
 * and below letters; other characters that control are spaces to it (TDLib, `clean_input_string`).
 */
const words = z
  .string()
  .transform((text) =>
    text.replace(/[\r\u2028-\u202e\u030a\u0333\u033f]/g, '').replace(/[\0-\x09\x0b-\x1f]/g, ' '),
  );

const preview = z.strictObject({
  is_disabled: z.boolean().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  prefer_small_media: z.boolean().optional(),
  prefer_large_media: z.boolean().optional(),
  show_above_text: z.boolean().optional(),
});
const photo = z.strictObject({ type: z.literal('photo'), media: attached, caption: words.optional() });

/** What each method takes (core.telegram.org/bots/api); anything else is refused here, although the real one overlooks it. */
export const inputs = {
  getMe: z.strictObject({}),
  getChat: z.strictObject({ chat_id: chatId }),
  getChatMember: z.strictObject({ chat_id: chatId, user_id: id }),
  getChatMemberCount: z.strictObject({ chat_id: chatId }),
  sendMessage: z.strictObject({
    chat_id: chatId,
    text: words,
    link_preview_options: preview.optional(),
  }),
  sendPhoto: z.strictObject({ chat_id: chatId, photo: z.instanceof(Blob), caption: words.optional() }),
  sendVideo: z.strictObject({
    chat_id: chatId,
    video: z.instanceof(Blob),
    caption: words.optional(),
    width: pixels.optional(),
    height: pixels.optional(),
    duration: z.string().regex(/^\d+$/).optional(),
    supports_streaming: z.enum(['true', 'false']).optional(),
  }),
  sendMediaGroup: z
    .object({
      chat_id: chatId,
      media: z.string().transform(parsed).pipe(z.array(photo).min(2).max(10)),
    })
    .catchall(z.instanceof(Blob)),
  editMessageText: z.strictObject({
    chat_id: chatId,
    message_id: id,
    text: words,
    link_preview_options: preview.optional(),
  }),
  editMessageCaption: z.strictObject({ chat_id: chatId, message_id: id, caption: words.optional() }),
  deleteMessage: z.strictObject({ chat_id: chatId, message_id: id }),
} as const;
export type Method = keyof typeof inputs;

export const deeds: Readonly<Record<Method, Deed>> = {
  getMe: 'read',
  getChat: 'read',
  getChatMember: 'read',
  getChatMemberCount: 'read',
  sendMessage: 'publish',
  sendPhoto: 'publish',
  sendVideo: 'publish',
  sendMediaGroup: 'publish',
  editMessageText: 'publish',
  editMessageCaption: 'publish',
  deleteMessage: 'publish',
};

export interface Route {
  readonly token: string;
  readonly method: Method;
}

/** `/bot{token}/{method}`; null for anything else. */
export function routeOf({ method, url }: PracticeRequest): Route | null {
  const [, token, called] = /^\/bot(\d+:[\w-]+)\/(\w+)$/.exec(url.pathname) ?? [];
  const isKnown = (name: string | undefined): name is Method => name !== undefined && name in deeds;
  return method === 'POST' && token !== undefined && isKnown(called) ? { token, method: called } : null;
}

/** What a call was given, as JSON or as a form. */
export async function givenOf(request: PracticeRequest): Promise<unknown> {
  const form = await formOf(request);
  return form ? Object.fromEntries(form.entries()) : jsonOf(request);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
