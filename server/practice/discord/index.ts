import { z } from 'zod';
import { readDiscordText } from '../../../src/channels/counters/chats/discord';
import { formOf, jsonOf } from '../bodies';
import {
  asJson,
  type Deed,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../network';
import { filmOf } from '../film';
import { previewOf } from '../preview';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import { discordRefusal, invalidForm, unknownMessage, unknownWebhook, webhookRefused } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Whose webhook an id is, and whether the token is its own; null: nobody's. */
  readonly hookOf: (
    id: string,
    token: string,
  ) => { readonly account: string; readonly isRight: boolean } | null;
  readonly now: () => number;
}

const network = 'discord';
const mostBytes = 10 * 1_048_576;

/** What Discord reads of a new message; anything else in it is refused here, although the real one overlooks it. */
const newMessage = z.strictObject({
  content: z.string().max(2_000, 'Must be 2000 or fewer in length.').default(''),
  allowed_mentions: z.strictObject({ parse: z.array(z.enum(['roles', 'users', 'everyone'])) }).optional(),
  attachments: z
    .array(
      z.strictObject({
        id: z.string().regex(/^\d$/),
        filename: z.string().min(1),
        description: z.string().max(1_024, 'Must be 1024 or fewer in length.').optional(),
      }),
    )
    .max(10)
    .default([]),
});
const edited = newMessage.pick({ content: true, allowed_mentions: true });

/** Webhooks of Discord by docs.discord.com/developers/resources/webhook: a message is made, changed, read and deleted. */
export function discordPractice({ shelf, hookOf, now }: Sources): PracticeNetwork {
  let last = 0n;
  /** A snowflake: milliseconds since 2015 and a number (docs.discord.com/developers/reference, Snowflakes). */
  const newId = (): string => {
    const next = (BigInt(now()) - 1_420_070_400_000n) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };

  async function create(account: string, hook: string, request: PracticeRequest): Promise<PracticeAnswer> {
    const form = await formOf(request);
    const given = form ? parsed(String(form.get('payload_json') ?? '')) : jsonOf(request);
    const input = newMessage.safeParse(given);
    if (!input.success) return invalidForm(input.error);
    const { content, attachments } = input.data;
    const files = form ? [...form.entries()].filter(([name]) => name !== 'payload_json') : [];
    const media: string[] = [];
    for (const [name, file] of files) {
      const index = /^files\[(\d)\]$/.exec(name)?.[1];
      if (index === undefined || !(file instanceof Blob))
        return asJson(400, { code: 50_035, message: `Unknown part ${name}` });
      if (file.size > mostBytes) return asJson(413, { code: 40_005, message: 'Request entity too large' });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const isFilm = (await filmOf(bytes)) !== null;
      const preview = (isFilm ? null : await previewOf(bytes)) ?? '';
      const alt = attachments.find(({ id }) => id === index)?.description ?? '';
      const id = newId();
      const kind = isFilm ? ({ kind: 'video' } as const) : {};
      await shelf.putMedia({ network, id, account, alt, ...kind, preview, createdAt: now() });
      media.push(id);
    }
    if (content.trim() === '' && media.length === 0)
      return asJson(400, { code: 50_006, message: 'Cannot send an empty message' });
    const id = newId();
    const post: PracticePost = {
      ...{ network, id, account, key: id, media, counts: noCounts },
      ...{ text: readDiscordText(content), content: { hook, sent: content } },
      ...{ createdAt: now(), editedAt: null, deletedAt: null },
    };
    await shelf.put(post);
    // Without `wait` nothing is said of the message.
    return request.url.searchParams.get('wait') === 'true'
      ? asJson(200, messageOf(post))
      : { status: 204, body: '' };
  }

  async function change(post: PracticePost, request: PracticeRequest): Promise<PracticeAnswer> {
    const input = edited.safeParse(jsonOf(request));
    if (!input.success) return invalidForm(input.error);
    const sent = input.data.content;
    const next = { text: readDiscordText(sent), content: { ...post.content, sent }, editedAt: now() };
    await shelf.change(network, post.id, next);
    return asJson(200, messageOf({ ...post, ...next }));
  }

  return {
    kind: network,
    deedOf: (request) => {
      const route = routeOf(request);
      return route && deeds[route.method];
    },
    refusal: (what, resetAt) => discordRefusal(what, resetAt, now()),

    async answer(request) {
      const route = routeOf(request);
      const hook = route && hookOf(route.hook, route.token);
      if (!route || !hook) return unknownWebhook;
      if (!hook.isRight) return webhookRefused;
      const { account } = hook;
      if (route.message === null) {
        if (route.method === 'POST') return create(account, route.hook, request);
        return route.method === 'GET' ? asJson(200, hookView(route.hook, account)) : unknownWebhook;
      }
      const post = await shelf.byId(network, route.message);
      if (!post || post.account !== account || post.deletedAt !== null) return unknownMessage;
      if (route.method === 'PATCH') return change(post, request);
      if (route.method === 'GET') return asJson(200, messageOf(post));
      await shelf.change(network, post.id, { deletedAt: now() });
      return { status: 204, body: '' };
    },
  };
}

const guild = '1100000000000000001';
const channel = '1100000000000000002';

const hookView = (id: string, account: string): object => ({
  ...{ id, type: 1, name: account, avatar: null, application_id: null, guild_id: guild, channel_id: channel },
});

const messageOf = ({ id, content, media, createdAt, editedAt }: PracticePost): object => ({
  ...{
    id,
    type: 0,
    content: content['sent'],
    channel_id: channel,
    webhook_id: content['hook'],
    tts: false,
    pinned: false,
  },
  attachments: media.map((one) => ({ id: one })),
  timestamp: new Date(createdAt).toISOString(),
  edited_timestamp: editedAt === null ? null : new Date(editedAt).toISOString(),
});

const deeds: Readonly<Record<Route['method'], Deed>> = {
  GET: 'read',
  POST: 'publish',
  PATCH: 'publish',
  DELETE: 'publish',
};

interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly hook: string;
  readonly token: string;
  readonly message: string | null;
}

function routeOf({ method, url }: PracticeRequest): Route | null {
  const match = /^\/api\/(?:v10\/)?webhooks\/(\d+)\/([\w-]+)(?:\/messages\/(\d+))?$/.exec(url.pathname);
  if (!match?.[1] || !match[2] || !(method in deeds)) return null;
  return { method: method as Route['method'], hook: match[1], token: match[2], message: match[3] ?? null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
