import { z } from 'zod';
import type { Corrected, Correction } from '../../../src/channels/channel';
import { telegramText } from '../../../src/channels/counters/chats/telegram';
import { unedited } from '../../../src/channels/outcomes/telegram';
import { telegramMessages } from '../../../src/channels/remote-ids/telegram';
import type { Outgoing } from '../../http/outgoing';
import { postedInline } from '../posted';
import { jsonParcel, telegramCall, telegramEnd, type Bot } from '../telegram-api';
import { corrected, goneSince, notCorrected } from './corrected';

const edited = z.object({ message_id: z.int() });

/**
 * Changes the words of a message, or the caption of a photo, of a video and of the first of an album
 * (core.telegram.org/bots/api#updating-messages).
 */
export async function correctMessage(
  http: Outgoing,
  bot: Bot,
  { remoteId, copy, track }: Correction,
  now: () => number,
): Promise<Corrected> {
  const known = telegramMessages(remoteId);
  const [message_id] = known?.ids ?? [];
  if (!known || message_id === undefined) return goneSince;
  const chat_id = known.chat === null ? bot.chat : Number(known.chat);
  const text = telegramText((await postedInline({ copy, track })).text);
  const isCaption = copy.pictures.length > 0 || copy.video !== undefined;
  const card = copy.link === null ? {} : { link_preview_options: { url: await track(copy.link) } };
  const answer = await telegramCall(
    http,
    bot,
    {
      method: isCaption ? 'editMessageCaption' : 'editMessageText',
      parcel: jsonParcel(
        isCaption ? { chat_id, message_id, caption: text } : { chat_id, message_id, text, ...card },
      ),
      answer: edited,
    },
    now,
  );
  if (answer.ok) return corrected('Telegram');
  const why = 'refusal' in answer ? unedited(answer.refusal) : null;
  if (why === 'as-wanted') return corrected('Telegram');
  if (why === 'not-there') return goneSince;
  if (why === 'not-editable') return notEditable;
  return notCorrected(answer, telegramEnd(answer, 'read', now()), 'Telegram', now());
}

const notEditable = {
  kind: 'kept',
  code: 'telegram.not-editable',
  message:
    'Telegram does not let the bot edit this message: the bot may no longer post there. Edit it in Telegram.',
} as const satisfies Corrected;
