import { sentLength } from '../sent-length';

/** Characters as Telegram counts at the most: UTF-16 units, which its own offsets are in (core.telegram.org/bots/api#messageentity). */
export const telegramLength = (text: string, link: string | null): number => sentLength(text, link);

/**
 * The text as it is sent. Telegram drops a ring that stands beside its letter (TDLib, `clean_input_string`), which is how a Mac writes
 * names of files: it is sent as one character with it.
 */
export const telegramText = (text: string): string =>
  text.replace(/\p{L}\p{M}*\u030a/gu, (letter) => letter.normalize('NFC'));
