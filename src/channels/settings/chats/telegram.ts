import { z } from 'zod';
import { channelPrice, webUrl } from '../fields';

/** A channel or a group of Telegram, by a bot (core.telegram.org/bots/api). */
export const telegramSettings = z.object({
  chatId: z
    .string()
    .trim()
    .regex(
      /^(@[A-Za-z]\w{3,31}|-?\d{1,16})$/,
      'must be the @name of a public channel or group, or a number such as -1001234567890',
    ),
  /** Where the Bot API is: Telegram's own, or that of whoever runs a server of it (core.telegram.org/bots/api#using-a-local-bot-api-server). */
  server: webUrl.default('https://api.telegram.org'),
  price: channelPrice.optional(),
});
export type TelegramSettings = z.output<typeof telegramSettings>;

/** As @BotFather shows it: the number of the bot, a colon, and what is secret of it. */
export const telegramSecret = z.object({
  botToken: z
    .string()
    .trim()
    .regex(
      /^\d{3,20}:[\w-]{30,120}$/,
      'must be the token of a bot, such as 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
    ),
});
