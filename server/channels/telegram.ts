import { z } from 'zod';
import type { ChannelAdapter, Delivery, Outcome } from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { telegramText } from '../../src/channels/counters/chats/telegram';
import { withAddresses, withLink } from '../../src/channels/counters/inline-links';
import { telegramId, telegramUrl } from '../../src/channels/remote-ids/telegram';
import { telegramRules } from '../../src/channels/rules/chats/telegram';
import { textLimitOf } from '../../src/channels/rules/rules';
import type { Copy } from '../../src/channels/schema';
import { formBody } from '../http/form-body';
import type { Outgoing } from '../http/outgoing';
import { streamedForm } from '../http/streamed';
import { correctMessage } from './correct/telegram';
import { wantedBy } from '../pictures/renditions/wanted';
import type { Videos } from '../videos/open';
import { preparedVideo, type PreparedVideo } from '../videos/prepared';
import { Ended, leaseLost, outcomeOf } from './ended';
import { notSignedIn } from './not-done';
import type { PictureSource } from './pictures';
import { preparedPicture } from './prepared-picture';
import { failedReport } from './report';
import { counted, sentOf } from './sent';
import {
  botOf,
  inChat,
  jsonParcel,
  noToken,
  telegramCall,
  telegramEnd,
  telegramValue,
  type Bot,
  type ChatId,
  type Parcel,
} from './telegram-api';
import { telegramRecall } from './telegram-recall';
import { chat, telegramTest } from './telegram-test';

export interface TelegramSources {
  readonly http: Outgoing;
  readonly pictures: PictureSource;
  readonly videos: Videos;
  readonly now: () => number;
}

/** Messages that were made; an album is an array of them. */
const message = z.object({ message_id: z.int(), chat: z.object({ id: z.int() }) });
const messages = z.union([z.array(message).min(1), message.transform((one) => [one])]);

/** One post, ready to be sent to a chat. */
interface Post {
  readonly method: 'sendMessage' | 'sendPhoto' | 'sendMediaGroup' | 'sendVideo';
  readonly to: (chat: ChatId) => Promise<Parcel>;
  /** Why not all of it left the house, where that is so. */
  readonly broken?: () => Outcome | null;
}

/**
 * Telegram by a bot (core.telegram.org/bots/api). It knows no key of ours and bots cannot read what they posted, so a message whose
 * answer was lost is a person's to look for. Text is sent without `parse_mode`: nothing in it is markup, addresses become links.
 */
export function telegram({ http, pictures, videos, now }: TelegramSources): ChannelAdapter {
  return {
    kind: 'telegram',
    inDoubt: 'ask',

    async test(account) {
      const bot = botOf(account);
      return bot === null ? failedReport(noToken) : telegramTest(http, bot, now);
    },

    async deliver(account, delivery) {
      const bot = botOf(account);
      return bot === null ? noToken : outcomeOf(() => delivered(bot, delivery));
    },

    recall: (account, sent) => telegramRecall(http, botOf(account), sent, now),

    async correct(account, correction) {
      const bot = botOf(account);
      return bot === null ? notSignedIn(noToken) : correctMessage(http, bot, correction, now);
    },
  };

  async function delivered(bot: Bot, delivery: Delivery): Promise<Outcome> {
    // Where it will stand, and whether the bot still knows the chat, before any picture is made.
    const known = telegramValue(
      await inChat(bot.chat, (chat_id) =>
        telegramCall(http, bot, { method: 'getChat', parcel: jsonParcel({ chat_id }), answer: chat }, now),
      ),
      'read',
      now(),
    );
    const post = await postOf(delivery);
    if (!(await delivery.beat())) return leaseLost;
    let sent = () => sentOf('');
    const answer = await inChat(known.id, async (to) => {
      const { type, body } = await post.to(to);
      const parcel = { type, ...counted(body) };
      sent = parcel.sent;
      return telegramCall(http, bot, { method: post.method, parcel, answer: messages }, now);
    });
    if (!answer.ok) return post.broken?.() ?? { ...telegramEnd(answer, 'write', now()), sent: sent() };
    const [first] = answer.value;
    const id = first?.chat.id ?? known.id;
    const isMoved = typeof bot.chat === 'number' && bot.chat !== id;
    return {
      kind: 'delivered',
      remoteId: telegramId(
        id,
        answer.value.map((one) => one.message_id),
      ),
      url: telegramUrl(id === known.id ? known : { id, type: 'supergroup' }, first?.message_id ?? 0),
      sent: sent(),
      ...(isMoved ? { note: `The group became a supergroup: enter ${id} as the chat of the channel.` } : {}),
    };
  }

  async function postOf({ copy, track, beat }: Delivery): Promise<Post> {
    const shown = copy.pictures.length + (copy.video ? 1 : 0);
    const words = await withAddresses(wellFormed(withLink(copy.text, copy.link)), track);
    const text = telegramText(words);
    const longest = textLimitOf(telegramRules, shown)?.max ?? Infinity;
    if (text.length > longest)
      throw new Ended({
        kind: 'rejected',
        code: 'telegram.too-long',
        message: `Telegram takes ${longest} characters ${shown > 0 ? 'with pictures or a video' : 'in a message'}, this one has ${text.length}. Shorten it and schedule it again.`,
      });
    if (copy.video) return filmed(text, await preparedVideo(copy.video, videos, telegramRules, { beat }));
    if (copy.pictures.length === 0) {
      const preview = copy.link === null ? {} : { link_preview_options: { url: await track(copy.link) } };
      return { method: 'sendMessage', to: async (chat_id) => jsonParcel({ chat_id, text, ...preview }) };
    }
    return album(text, await photosOf(copy.pictures));
  }

  async function photosOf(list: Copy['pictures']): Promise<readonly Blob[]> {
    const photos: Blob[] = [];
    for (const picture of list) {
      const { bytes, mime } = await preparedPicture(picture, pictures, wantedBy(telegramRules));
      photos.push(new Blob([new Uint8Array(bytes)], { type: mime }));
    }
    return photos;
  }
}

/** One video with what its players need to know (core.telegram.org/bots/api#sendvideo). */
function filmed(caption: string, film: PreparedVideo): Post {
  const { width, height, seconds, isQuickToStart } = film.facts;
  return {
    method: 'sendVideo',
    to: async (chat) =>
      streamedForm(
        {
          chat_id: String(chat),
          ...(caption === '' ? {} : { caption }),
          ...{ width: String(width), height: String(height) },
          ...(seconds === null ? {} : { duration: String(Math.round(seconds)) }),
          ...(isQuickToStart ? { supports_streaming: 'true' } : {}),
        },
        { ...{ field: 'video', name: film.name, type: film.mime }, length: film.length, chunks: film.chunks },
      ),
    broken: film.broken,
  };
}

/** One photo, or an album whose caption is that of its first (core.telegram.org/bots/api#sending-files). */
function album(caption: string, photos: readonly Blob[]): Post {
  const said = caption === '' ? {} : { caption };
  const [only] = photos;
  const isOne = photos.length === 1 && only !== undefined;
  return {
    method: isOne ? 'sendPhoto' : 'sendMediaGroup',
    to(chat) {
      const form = new FormData();
      form.set('chat_id', String(chat));
      if (isOne) {
        if (caption !== '') form.set('caption', caption);
        form.set('photo', only, 'picture-1.jpg');
        return formBody(form);
      }
      const media = photos.map((_, index) => ({
        ...{ type: 'photo', media: `attach://picture${index + 1}` },
        ...(index === 0 ? said : {}),
      }));
      form.set('media', JSON.stringify(media));
      for (const [index, photo] of photos.entries())
        form.set(`picture${index + 1}`, photo, `picture-${index + 1}.jpg`);
      return formBody(form);
    },
  };
}
