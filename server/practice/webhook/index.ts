import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { PracticeAnswer, PracticeNetwork, PracticeRequest, Refusal } from '../network';
import { noCounts, type PracticeShelf } from '../shelf';

interface Sources {
  readonly shelf: PracticeShelf;
  /** The secret of a receiver by its path, `whsec_…`; null: nobody listens there. */
  readonly secretOf: (path: string) => { readonly account: string; readonly secret: string } | null;
  readonly now: () => number;
}

const network = 'webhook';
/** How old a message may be (standard-webhooks, verifying the timestamp). */
const tolerance = 5 * 60_000;

const message = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.object({ text: z.string().catch(''), title: z.string().catch('') }).loose(),
});

/** A receiver of Standard Webhooks: checks signature and time, and acts once on each `webhook-id`. */
export function webhookPractice({ shelf, secretOf, now }: Sources): PracticeNetwork {
  return {
    kind: network,
    deedOf: ({ method, url }) => (method === 'POST' && secretOf(url.pathname) ? 'publish' : null),
    refusal,

    async answer(request) {
      const receiver = secretOf(request.url.pathname);
      if (!receiver) return said(404, 'Nobody listens here');
      if (request.method !== 'POST') return said(405, 'Only POST');
      const id = request.headers['webhook-id'];
      const timestamp = Number(request.headers['webhook-timestamp']);
      if (typeof id !== 'string' || id === '' || !Number.isFinite(timestamp))
        return said(400, 'webhook-id or webhook-timestamp is missing');
      if (Math.abs(now() - timestamp * 1_000) > tolerance) return said(400, 'The message is too old');
      if (!isGenuine(request, id, receiver.secret)) return said(401, 'The signature does not fit');
      const body = message.safeParse(jsonOf(request.body));
      if (!body.success) return said(422, z.prettifyError(body.error));
      const { type, data } = body.data;
      // A test is looked at and not kept.
      if (type === 'presence.test') return said(202, 'Seen');
      const { account } = receiver;
      const text = [data.title, data.text].filter(Boolean).join('\n\n');
      await shelf.put({
        ...{ network, account, id, key: id, text, media: [], counts: noCounts },
        ...{ content: { type, data }, createdAt: now(), editedAt: null, deletedAt: null },
      });
      return said(202, 'Taken');
    },
  };
}

const said = (status: number, body: string, headers: Record<string, string> = {}): PracticeAnswer => ({
  status,
  headers: { 'content-type': 'text/plain', ...headers },
  body,
});

function refusal(what: Refusal, resetAt: number | null): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return said(401, 'The signature does not fit');
    case 'server-error':
      return said(500, 'Internal Server Error');
    case 'too-many':
      return said(
        429,
        'Too many',
        resetAt === null ? {} : { 'retry-after': new Date(resetAt).toUTCString() },
      );
    default:
      return what satisfies never;
  }
}

/** One of the signatures in the list has to be right (standard-webhooks, signature scheme). */
function isGenuine({ headers, body }: PracticeRequest, id: string, secret: string): boolean {
  const given = headers['webhook-signature'];
  if (typeof given !== 'string') return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const right = createHmac('sha256', key)
    .update(`${id}.${String(headers['webhook-timestamp'])}.`)
    .update(body)
    .digest();
  return given.split(' ').some((one) => {
    const bytes = Buffer.from(one.replace(/^v1,/, ''), 'base64');
    return one.startsWith('v1,') && bytes.length === right.length && timingSafeEqual(bytes, right);
  });
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
