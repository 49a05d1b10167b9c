import { sentLength } from '../sent-length';

/** Characters as Telegram counts at the most: UTF-16 units, which its own offsets are in (core.telegram.org/bots/api#messageentity). */
export const telegramLength = (text: string, link: string | null): number => sentLength(text, link);
