/** Messages of one post in one chat: an album is as many messages as it has pictures. */
export interface TelegramMessages {
  /** Number of the chat; null where only the messages are known. */
  readonly chat: string | null;
  /** In the order of the album; at least one. */
  readonly ids: readonly number[];
}

/** `{chat}/{message}`, `{chat}/{first}..{last}` for numbers that follow one another, else `{chat}/{message},{message}`. */
export function telegramId(chat: number, ids: readonly number[]): string {
  const [first = 0] = ids;
  const areInRow = ids.every((id, index) => id === first + index);
  const said = ids.length > 1 && areInRow ? `${first}..${first + ids.length - 1}` : ids.join(',');
  return `${chat}/${said}`;
}

/** The most messages that a post is made of. */
const most = 10;

/** Reads what `telegramId` wrote; null where it is something else. */
export function telegramMessages(id: string): TelegramMessages | null {
  const [, chat = null, said = ''] = /^(?:(-?\d{1,16})\/)?([\d.,]+)$/.exec(id) ?? [];
  const [, from, to] = /^(\d{1,16})\.\.(\d{1,16})$/.exec(said) ?? [];
  if (from !== undefined && to !== undefined) {
    const length = Number(to) - Number(from) + 1;
    if (length < 1 || length > most) return null;
    return { chat, ids: Array.from({ length }, (_, index) => Number(from) + index) };
  }
  return /^\d{1,16}(,\d{1,16})*$/.test(said) ? { chat, ids: said.split(',').map(Number) } : null;
}

/** Where a message is read on the web; null in chats whose messages have no address (core.telegram.org/api/links#message-links). */
export function telegramUrl(
  chat: { readonly id: number; readonly type: string; readonly username?: string | undefined },
  message: number,
): string | null {
  if (chat.type !== 'channel' && chat.type !== 'supergroup') return null;
  if (chat.username) return `https://t.me/${chat.username}/${message}`;
  const bare = /^-100(\d+)$/.exec(String(chat.id))?.[1];
  return bare === undefined ? null : `https://t.me/c/${bare}/${message}`;
}
