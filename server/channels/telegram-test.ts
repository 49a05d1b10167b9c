import { z } from 'zod';
import { howToAllow } from '../../src/channels/outcomes/telegram';
import { telegramRules } from '../../src/channels/rules/chats/telegram';
import { textLimitOf } from '../../src/channels/rules/rules';
import type { TestReport } from '../../src/channels/schema';
import type { Outgoing } from '../http/outgoing';
import { inChat, jsonParcel, telegramCall, telegramEnd, type Bot, type TelegramAnswer } from './telegram-api';
import { failedReport } from './report';

/** A chat as it tells about itself (core.telegram.org/bots/api#chatfullinfo). */
export const chat = z.object({
  id: z.int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
  username: z.string().optional(),
  permissions: z.object({ can_send_messages: z.boolean().optional() }).optional(),
});
export type Chat = z.output<typeof chat>;

const me = z.object({ id: z.int(), username: z.string().optional(), first_name: z.string() });
const member = z.object({
  status: z.enum(['creator', 'administrator', 'member', 'restricted', 'left', 'kicked']),
  can_post_messages: z.boolean().optional(),
  can_send_messages: z.boolean().optional(),
});

/** Asks who the bot is, whether the chat is there, and whether the bot may post in it. Nothing is posted. */
export async function telegramTest(http: Outgoing, bot: Bot, now: () => number): Promise<TestReport> {
  const ask = <T>(method: string, input: object, answer: z.ZodType<T>): Promise<TelegramAnswer<T>> =>
    telegramCall(http, bot, { method, parcel: jsonParcel(input), answer }, now);
  const failed = (answer: Extract<TelegramAnswer<unknown>, { ok: false }>, found: TestReport['found'] = []) =>
    failedReport(telegramEnd(answer, 'read', now()), found);

  const who = await ask('getMe', {}, me);
  if (!who.ok) return failed(who);
  const asBot = [
    { label: 'Bot', value: who.value.username ? `@${who.value.username}` : who.value.first_name },
  ];
  const where = await inChat(bot.chat, (chat_id) => ask('getChat', { chat_id }, chat));
  if (!where.ok) return failed(where, asBot);
  const { id, title, username, type } = where.value;
  const found = [
    ...asBot,
    { label: 'Chat', value: [title, username && `@${username}`].filter(Boolean).join(', ') || String(id) },
  ];
  if (type !== 'private') {
    const rights = await ask('getChatMember', { chat_id: id, user_id: who.value.id }, member);
    if (!rights.ok) return failed(rights, found);
    if (!mayPost(where.value, rights.value))
      return { state: 'blocked', message: `The bot may not post there. ${howToAllow}`, found };
  }
  const many = await ask('getChatMemberCount', { chat_id: id }, z.int());
  const movedTo = typeof bot.chat === 'number' && bot.chat !== id ? id : null;
  return {
    state: 'ready',
    message: `The bot may post there.${movedTo === null ? '' : ` The group became a supergroup: enter ${movedTo} as the chat.`}`,
    found: [
      ...found,
      ...(many.ok
        ? [{ label: type === 'channel' ? 'Subscribers' : 'Members', value: String(many.value) }]
        : []),
      {
        label: 'Text',
        value: `up to ${textLimitOf(telegramRules, 0)?.max} characters, ${textLimitOf(telegramRules, 1)?.max} with pictures`,
      },
      { label: 'Pictures', value: `up to ${telegramRules.pictures.max}, or one video` },
    ],
  };
}

/** By core.telegram.org/bots/api#chatmember; in a group everybody has the rights of the group. */
function mayPost(
  { type, permissions }: Chat,
  { status, can_post_messages: posts, can_send_messages: sends }: z.output<typeof member>,
): boolean {
  switch (status) {
    case 'creator':
      return true;
    case 'administrator':
      return type !== 'channel' || posts === true;
    case 'member':
      return type !== 'channel' && permissions?.can_send_messages !== false;
    case 'restricted':
      return sends === true;
    default:
      return false;
  }
}
