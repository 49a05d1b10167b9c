import { own } from '../../shared/own';
import type { Outcome } from '../channel';
import type { Phase } from './http';
import { tooMany } from './limits';

/** A refusal as the Bot API words it: `{ ok: false, error_code, description, parameters }` (core.telegram.org/bots/api#making-requests). */
export interface TelegramRefusal {
  /** `error_code`, or the status where the body was something else. */
  readonly code: number;
  /** Empty where the body was something else. */
  readonly description: string;
  /** Milliseconds from now; null where nobody says. */
  readonly after: number | null;
  /** The number of the supergroup that the group became. */
  readonly movedTo: number | null;
}

type Known = 'no-chat' | 'may-not' | 'too-long' | 'picture' | 'not-there' | 'not-deletable' | 'not-editable';

/**
 * Refusals that share a code and need different things. The Bot API has no names for them: these are its whole sentences, compared as
 * a whole. Any other sentence is judged by its code alone.
 */
const sentences: Readonly<Record<string, Known>> = {
  'Bad Request: chat not found': 'no-chat',
  'Bad Request: PEER_ID_INVALID': 'no-chat',
  'Bad Request: need administrator rights in the channel chat': 'may-not',
  'Bad Request: member list is inaccessible': 'may-not',
  'Bad Request: have no rights to send a message': 'may-not',
  'Bad Request: not enough rights to send text messages to the chat': 'may-not',
  'Bad Request: not enough rights to send photos to the chat': 'may-not',
  'Bad Request: not enough rights to send videos to the chat': 'may-not',
  'Bad Request: CHAT_SEND_VIDEOS_FORBIDDEN': 'may-not',
  'Bad Request: CHAT_WRITE_FORBIDDEN': 'may-not',
  'Bad Request: CHAT_RESTRICTED': 'may-not',
  'Bad Request: CHAT_ADMIN_REQUIRED': 'may-not',
  'Bad Request: CHAT_SEND_MEDIA_FORBIDDEN': 'may-not',
  'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN': 'may-not',
  'Bad Request: message is too long': 'too-long',
  'Bad Request: message caption is too long': 'too-long',
  'Bad Request: IMAGE_PROCESS_FAILED': 'picture',
  'Bad Request: PHOTO_INVALID_DIMENSIONS': 'picture',
  'Bad Request: PHOTO_EXT_INVALID': 'picture',
  'Bad Request: VIDEO_CONTENT_TYPE_INVALID': 'picture',
  'Bad Request: message to delete not found': 'not-there',
  'Bad Request: message to edit not found': 'not-there',
  "Bad Request: message can't be edited": 'not-editable',
  "Bad Request: message can't be deleted": 'not-deletable',
  "Bad Request: message can't be deleted for everyone": 'not-deletable',
};

/**
 * What a refusal means. An album is refused with the sentence about the first of its files that did not pass: `failed to send message #2
 * with the error message "IMAGE_PROCESS_FAILED"` (github.com/tdlib/telegram-bot-api, on_message_send_failed).
 */
const knownOf = (description: string): Known | undefined => {
  const inside = /^Bad Request: failed to send message #\d+ with the error message "(.*)"$/.exec(
    description,
  )?.[1];
  return own(sentences, inside === undefined ? description : `Bad Request: ${inside}`);
};

/** What a refusal to delete says about the message; null: about something else. */
export function undeleted({ description }: TelegramRefusal): 'not-there' | 'not-deletable' | null {
  const known = own(sentences, description);
  return known === 'not-there' || known === 'not-deletable' ? known : null;
}

/** What a refusal to edit says about the message; null: about something else. */
export function unedited({
  description,
}: TelegramRefusal): 'as-wanted' | 'not-there' | 'not-editable' | null {
  if (description.startsWith('Bad Request: message is not modified')) return 'as-wanted';
  const known = own(sentences, description);
  return known === 'not-there' || known === 'not-editable' ? known : null;
}

/** What to do after a refusal of the Bot API. */
export function telegramOutcome(refusal: TelegramRefusal, phase: Phase, now: number): Outcome {
  const { code, description, after, movedTo } = refusal;
  const known = knownOf(description);
  const said = description || `status ${code}`;
  if (movedTo !== null)
    return {
      kind: 'blocked',
      code: 'telegram.moved',
      message: `The group became a supergroup and has another number: enter ${movedTo} as the chat, then test the channel again.`,
    };
  if (known === 'no-chat')
    return {
      kind: 'blocked',
      code: 'telegram.no-chat',
      message:
        'Telegram knows no such chat, or the bot was never in it. Check the name or number, add the bot to the chat, then test the channel again.',
    };
  if (known === 'may-not' || code === 403)
    return {
      kind: 'blocked',
      code: 'telegram.may-not-post',
      message: `Telegram does not let the bot post there (${said}). ${howToAllow}`,
    };
  if (code === 401 || code === 404)
    return {
      kind: 'reauthorise',
      code: 'telegram.token-refused',
      message: `Telegram refused the token of the bot (${said}). Copy it anew from @BotFather and enter it here. With a Bot API server of your own, check its address as well.`,
    };
  if (code === 429)
    return tooMany({ code: 'telegram.too-many', what: 'Telegram takes no more messages here', after }, now);
  if (code >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'telegram.server-error',
      message: `Telegram failed (status ${code}).`,
    };
  if (code >= 300 && code <= 399)
    return {
      kind: 'rejected',
      code: 'telegram.redirect',
      message: `The server redirects (status ${code}), and redirects are not followed. Enter the address of the Bot API server itself in the channel.`,
    };
  if (code === 413 || known === 'picture')
    return {
      kind: 'rejected',
      code: 'telegram.picture-refused',
      message: `Telegram does not take a picture or the video of this post (${said}). Choose another and schedule it again.`,
    };
  if (known === 'too-long')
    return {
      kind: 'rejected',
      code: 'telegram.too-long',
      message: 'The text is too long for Telegram. Shorten it and schedule it again.',
    };
  return {
    kind: 'rejected',
    code: 'telegram.refused',
    message: `Telegram refused this message: ${said}. Change the text, the pictures or the video and schedule it again.`,
  };
}

/** What a person does in Telegram so that the bot may post. */
export const howToAllow =
  'In a channel make it an administrator that may post messages, in a group a member that may send messages, photos and videos; then test the channel again.';
