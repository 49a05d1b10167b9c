import { z } from 'zod';
import { telegramId } from '../../../src/channels/remote-ids/telegram';
import type { PracticeAnswer, PracticeNetwork, PracticeRequest } from '../network';
import { filmOf } from '../film';
import { previewOf } from '../preview';
import { noCounts, type PracticeMedia, type PracticeShelf } from '../shelf';
import { deeds, givenOf, inputs, routeOf } from './inputs';
import {
  bad,
  badInput,
  done,
  moved,
  notFound,
  ofAlbum,
  refused,
  telegramRefusal,
  unauthorised,
} from './words';

/** A chat that a bot was added to. */
export interface PracticeChat {
  readonly id: number;
  readonly type: 'channel' | 'supergroup' | 'group';
  readonly title: string;
  readonly username?: string;
  readonly members: number;
  /** Whether the bot may post; null: it was thrown out. */
  readonly mayPost: boolean | null;
  /** Whether it may delete what is older than two days. */
  readonly mayDelete: boolean;
  /** The supergroup that it became. */
  readonly movedTo?: number;
}

export interface PracticeBot {
  readonly account: string;
  readonly name: string;
  readonly chats: readonly PracticeChat[];
}

interface Sources {
  readonly shelf: PracticeShelf;
  /** Whose token it is; null: nobody's. */
  readonly botOf: (token: string) => PracticeBot | null;
  readonly now: () => number;
}

const network = 'telegram';
const mostBytes = 10 * 1_048_576;
const mostOfFilm = 50_000_000;
const twoDays = 48 * 3_600_000;
const kept = z.object({ chat: z.number(), messages: z.array(z.number()) });

/** Bots of Telegram by core.telegram.org/bots/api: they look at their chats, post, and delete. */
export function telegramPractice({ shelf, botOf, now }: Sources): PracticeNetwork {
  let last = 0;
  const newIds = (many: number): readonly number[] => {
    // Seconds, so that numbers of a former life of this process do not come again.
    const first = Math.max(last + 1, Math.floor(now() / 1_000));
    last = first + many - 1;
    return Array.from({ length: many }, (_, index) => first + index);
  };

  async function post(
    { account }: PracticeBot,
    chat: PracticeChat,
    text: string,
    files: readonly Blob[],
    isFilm = false,
  ): Promise<PracticeAnswer> {
    if (chat.movedTo !== undefined) return moved(chat.movedTo);
    if (chat.mayPost === null) return refused(403, `Forbidden: bot was kicked from the ${chat.type} chat`);
    if (!chat.mayPost) return bad(`need administrator rights in the ${chat.type} chat`);
    const hasFiles = files.length > 0;
    if (text.trim() === '' && !hasFiles) return bad('message text is empty');
    if (text.length > (hasFiles ? 1_024 : 4_096))
      return bad(hasFiles ? 'message caption is too long' : 'message is too long');
    const messages = newIds(Math.max(1, files.length));
    const media: PracticeMedia[] = [];
    for (const [index, file] of files.entries()) {
      const kept = await keptFile(file, isFilm);
      if (typeof kept === 'string') return bad(files.length > 1 ? ofAlbum(index + 1, kept) : kept);
      if ('status' in kept) return kept;
      const id = `${chat.id}/${messages[index]}`;
      media.push({ network, id, account, alt: '', ...kept, createdAt: now() });
    }
    for (const one of media) await shelf.putMedia(one);
    const id = telegramId(chat.id, messages);
    await shelf.put({
      ...{ network, id, account, key: id, text: text.trim(), counts: noCounts },
      media: media.map((one) => one.id),
      ...{ content: { chat: chat.id, messages }, createdAt: now(), editedAt: null, deletedAt: null },
    });
    const made = messages.map((message_id) => ({
      ...{ message_id, date: Math.floor(now() / 1_000), chat: viewOf(chat) },
    }));
    return done(files.length > 1 ? made : made[0]);
  }

  async function edit(
    { account }: PracticeBot,
    chat: PracticeChat,
    message: number,
    text: string,
    isCaption: boolean,
  ): Promise<PracticeAnswer> {
    if (chat.mayPost !== true) return bad("message can't be edited");
    const found = (await shelf.list({ network, account, limit: 1_000 })).find(({ content }) => {
      const known = kept.safeParse(content).data;
      return known?.chat === chat.id && known.messages.includes(message);
    });
    if (!found) return bad('message to edit not found');
    if (isCaption !== found.media.length > 0)
      return bad(
        isCaption ? 'there is no caption in the message to edit' : 'there is no text in the message to edit',
      );
    if (!isCaption && text.trim() === '') return bad('message text is empty');
    if (text.length > (isCaption ? 1_024 : 4_096))
      return bad(isCaption ? 'message caption is too long' : 'message is too long');
    if (text.trim() === found.text) return notModified;
    await shelf.change(network, found.id, { text: text.trim(), editedAt: now() });
    return done({ message_id: message, date: Math.floor(found.createdAt / 1_000), chat: viewOf(chat) });
  }

  async function remove(
    { account }: PracticeBot,
    chat: PracticeChat,
    message: number,
  ): Promise<PracticeAnswer> {
    const posts = await shelf.list({ network, account, limit: 1_000 });
    for (const { id, content, createdAt } of posts) {
      const known = kept.safeParse(content).data;
      if (known?.chat !== chat.id || !known.messages.includes(message)) continue;
      if (now() - createdAt > twoDays && !chat.mayDelete) return bad("message can't be deleted for everyone");
      const messages = known.messages.filter((one) => one !== message);
      const isGone = messages.length === 0 ? { deletedAt: now() } : {};
      await shelf.change(network, id, { content: { ...content, messages }, ...isGone });
      return done(true);
    }
    return bad('message to delete not found');
  }

  return {
    kind: network,
    deedOf: (request) => {
      const route = routeOf(request);
      return route && deeds[route.method];
    },
    refusal: (what, resetAt) => telegramRefusal(what, resetAt, now()),

    async answer(request: PracticeRequest) {
      const route = routeOf(request);
      if (!route) return notFound;
      const bot = botOf(route.token);
      if (!bot) return unauthorised;
      const me = Number(route.token.split(':')[0]);
      const given = await givenOf(request);
      const take = async <T extends { chat_id: string | number }>(
        shape: z.ZodType<T>,
        then: (input: T, chat: PracticeChat) => PracticeAnswer | Promise<PracticeAnswer>,
      ): Promise<PracticeAnswer> => {
        const input = shape.safeParse(given);
        if (!input.success) return badInput(input.error);
        const chat = bot.chats.find(
          ({ id, username }) =>
            String(input.data.chat_id) === String(id) || input.data.chat_id === `@${username}`,
        );
        return chat ? then(input.data, chat) : bad('chat not found');
      };
      switch (route.method) {
        case 'getMe': {
          const input = inputs.getMe.safeParse(given);
          if (!input.success) return badInput(input.error);
          return done({ id: me, is_bot: true, first_name: bot.name, username: `${bot.name}_bot` });
        }
        case 'getChat':
          return take(inputs.getChat, (_, chat) => done(viewOf(chat)));
        case 'getChatMember':
          return take(inputs.getChatMember, (_, chat) => done(memberOf(chat)));
        case 'getChatMemberCount':
          return take(inputs.getChatMemberCount, (_, chat) => done(chat.members));
        case 'sendMessage':
          return take(inputs.sendMessage, ({ text }, chat) => post(bot, chat, text, []));
        case 'sendPhoto':
          return take(inputs.sendPhoto, ({ photo, caption = '' }, chat) => post(bot, chat, caption, [photo]));
        case 'sendVideo':
          return take(inputs.sendVideo, ({ video, caption = '' }, chat) =>
            post(bot, chat, caption, [video], true),
          );
        case 'sendMediaGroup':
          return take(inputs.sendMediaGroup, (input, chat) => {
            const files: Readonly<Record<string, unknown>> = input;
            const named = input.media.map(({ media }) => files[media.slice('attach://'.length)]);
            const photos = named.filter((one) => one instanceof Blob);
            if (photos.length < named.length || Object.keys(files).length !== named.length + 2)
              return bad('wrong file identifier/HTTP URL specified');
            return post(bot, chat, input.media.map(({ caption = '' }) => caption).join(''), photos);
          });
        case 'editMessageText':
          return take(inputs.editMessageText, ({ message_id, text }, chat) =>
            edit(bot, chat, message_id, text, false),
          );
        case 'editMessageCaption':
          return take(inputs.editMessageCaption, ({ message_id, caption = '' }, chat) =>
            edit(bot, chat, message_id, caption, true),
          );
        case 'deleteMessage':
          return take(inputs.deleteMessage, ({ message_id }, chat) => remove(bot, chat, message_id));
        default:
          return route.method satisfies never;
      }
    },
  };
}

/** What the network keeps of a file, or why it does not take it. */
async function keptFile(
  file: Blob,
  isFilm: boolean,
): Promise<Pick<PracticeMedia, 'kind' | 'preview'> | PracticeAnswer | string> {
  if (file.size > (isFilm ? mostOfFilm : mostBytes)) return refused(413, 'Request Entity Too Large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isFilm)
    return (await filmOf(bytes))?.format === 'mp4'
      ? { kind: 'video', preview: '' }
      : 'VIDEO_CONTENT_TYPE_INVALID';
  const preview = await previewOf(bytes);
  return preview === null ? 'IMAGE_PROCESS_FAILED' : { preview };
}

const notModified = bad(
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
);

const viewOf = ({ id, type, title, username }: PracticeChat): object => ({
  ...{ id, type, title, ...(username === undefined ? {} : { username }) },
});

function memberOf({ type, mayPost, mayDelete }: PracticeChat): object {
  if (mayPost === null) return { status: 'kicked', until_date: 0 };
  if (type !== 'channel') return { status: mayPost ? 'member' : 'left' };
  return { status: 'administrator', can_post_messages: mayPost, can_delete_messages: mayDelete };
}
