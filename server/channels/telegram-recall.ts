import { z } from 'zod';
import type { Published, Recalled } from '../../src/channels/channel';
import { undeleted } from '../../src/channels/outcomes/telegram';
import { telegramMessages } from '../../src/channels/remote-ids/telegram';
import type { Outgoing } from '../http/outgoing';
import { notDone, notSignedIn } from './not-done';
import { jsonParcel, noToken, telegramCall, telegramEnd, type Bot } from './telegram-api';

/** Deletes every message of a post; those that are gone already are passed over, so asking again ends the same. */
export async function telegramRecall(
  http: Outgoing,
  bot: Bot | null,
  { remoteId }: Published,
  now: () => number,
): Promise<Recalled> {
  if (bot === null) return notSignedIn(noToken, stillThere.still);
  const known = telegramMessages(remoteId);
  if (known === null) return { kind: 'failed', code: stillThere.code, message: stillThere.still };
  let deleted = 0;
  for (const message_id of known.ids) {
    const chat_id = known.chat === null ? bot.chat : Number(known.chat);
    const parcel = jsonParcel({ chat_id, message_id });
    const answer = await telegramCall(
      http,
      bot,
      { method: 'deleteMessage', parcel, answer: z.literal(true) },
      now,
    );
    if (answer.ok) {
      deleted += 1;
      continue;
    }
    const why = 'refusal' in answer ? undeleted(answer.refusal) : null;
    if (why === 'not-there') continue;
    if (why === 'not-deletable') return notDeletable;
    return notDone(answer, telegramEnd(answer, 'read', now()), stillThere, now());
  }
  return deleted > 0
    ? { kind: 'recalled', code: '', message: 'The message was deleted on Telegram.' }
    : { kind: 'gone', code: '', message: 'The message was not there any more.' };
}

const stillThere = {
  code: 'telegram.still-there',
  still: 'The message is still on Telegram.',
  inDoubt: 'Whether the message is still on Telegram is not known.',
};

/** core.telegram.org/bots/api#deletemessage. */
const notDeletable = {
  kind: 'kept',
  code: 'telegram.not-deletable',
  message:
    'Telegram does not let the bot delete this message: it is older than 48 hours, or the bot may not delete messages there. Delete it in Telegram.',
} as const;
