import { z } from 'zod';
import { readSlackText } from '../../../src/channels/counters/chats/slack';
import { jsonOf } from '../bodies';
import type { PracticeAnswer, PracticeNetwork, PracticeRequest, Refusal } from '../network';
import { noCounts, type PracticeShelf } from '../shelf';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Whose incoming webhook a path is; null: nobody's. */
  readonly accountOf: (path: string) => string | null;
  readonly now: () => number;
}

const network = 'slack';

const section = z.strictObject({
  type: z.literal('section'),
  text: z.strictObject({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string().min(1).max(3_000) }),
});
const image = z.strictObject({
  type: z.literal('image'),
  image_url: z.url({ protocol: /^https?$/ }).max(3_000),
  alt_text: z.string().min(1).max(2_000),
});
/** What an incoming webhook reads (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, and Block Kit). */
const message = z.strictObject({
  text: z.string().max(40_000).default(''),
  blocks: z
    .array(z.discriminatedUnion('type', [section, image]))
    .max(50)
    .optional(),
});

/** Incoming webhooks of Slack: a message is taken and never seen again; refusals are one word of plain text. */
export function slackPractice({ shelf, accountOf, now }: Sources): PracticeNetwork {
  let count = 0;
  return {
    kind: network,
    deedOf: (request) => (isHook(request) ? 'publish' : null),
    refusal: (what, resetAt) => refusal(what, resetAt, now()),

    async answer(request) {
      const account = isHook(request) ? accountOf(request.url.pathname) : null;
      if (account === null) return said(404, 'no_service');
      const given = jsonOf(request);
      if (given === undefined) return said(400, 'invalid_payload');
      const input = message.safeParse(given);
      if (!input.success)
        return said(
          400,
          input.error.issues.some(({ path }) => path[0] === 'blocks') ? 'invalid_blocks' : 'invalid_payload',
        );
      const { text, blocks = [] } = input.data;
      if (text.trim() === '' && blocks.length === 0) return said(400, 'no_text');
      count += 1;
      const id = `${now()}.${String(count).padStart(6, '0')}`;
      const words = blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));
      const shown = readSlackText(words.join('\n\n') || text);
      const images = blocks.flatMap((block) =>
        block.type === 'image' ? [{ src: block.image_url, alt: block.alt_text }] : [],
      );
      await shelf.put({
        ...{ network, id, account, key: id, text: shown, media: [], counts: noCounts },
        ...{ content: { blocks, images }, createdAt: now(), editedAt: null, deletedAt: null },
      });
      return said(200, 'ok');
    },
  };
}

const isHook = ({ method, url }: PracticeRequest): boolean =>
  method === 'POST' && /^\/services\/\w+\/\w+\/\w+$/.test(url.pathname);

const said = (status: number, body: string, headers: Record<string, string> = {}): PracticeAnswer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body,
});

function refusal(what: Refusal, resetAt: number | null, now: number): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return said(404, 'no_service');
    case 'server-error':
      return said(500, 'rollup_error');
    case 'too-many':
      return said(
        429,
        'rate_limited',
        resetAt === null ? {} : { 'retry-after': String(Math.ceil((resetAt - now) / 1_000)) },
      );
    default:
      return what satisfies never;
  }
}
