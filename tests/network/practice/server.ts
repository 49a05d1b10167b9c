import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultBook, type FaultBook, type FaultOrder } from '../../../server/practice/faults';
import { mastodonPractice } from '../../../server/practice/mastodon';
import type { Metered } from '../../../server/practice/mastodon/limits';
import type { PracticeAnswer, PracticeRequest } from '../../../server/practice/network';
import { memoryShelf, type PracticePost, type PracticeShelf } from '../../../server/practice/shelf';
import { webhookPractice } from '../../../server/practice/webhook';
import { practiceWorld } from '../../../server/practice/world';
import { control } from './control';

/** Everything that a token of Presence is asked to have. */
export const allScopes = ['write:statuses', 'write:media', 'read:accounts', 'read:statuses'] as const;

export interface PracticeServer {
  readonly url: string;
  readonly port: number;
  readonly shelf: PracticeShelf;
  /** Every request as it came in. */
  readonly requests: readonly PracticeRequest[];
  /** A new access token of an account on the Mastodon side. */
  token(account: string, scopes?: readonly string[]): string;
  /** The token is not known any more. */
  revoke(token: string): void;
  /** In place of a token that is not known any more. */
  rotate(token: string): string;
  /** Path and secret of a new webhook receiver. */
  receiver(account: string): { readonly url: string; readonly secret: string };
  order(order: FaultOrder): void;
  heal(): void;
  posts(network?: string): Promise<readonly PracticePost[]>;
  stop(): Promise<void>;
}

interface Options {
  readonly port?: number;
  readonly now?: () => number;
  readonly limits?: Partial<Record<Metered, number>>;
}

/** The practice network on loopback: every network on one port, with a page to look at and an API to order faults by. */
export async function startPractice({
  port = 0,
  now = Date.now,
  limits = {},
}: Options = {}): Promise<PracticeServer> {
  const shelf = memoryShelf();
  const faults: FaultBook = faultBook();
  const tokens = new Map<string, { readonly account: string; readonly scopes: readonly string[] }>();
  const receivers = new Map<string, { readonly account: string; readonly secret: string }>();
  const requests: PracticeRequest[] = [];

  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await received(incoming);
      const answered = await control(request, practice, { faults, shelf });
      if (answered) return written(response, answered);
      requests.push(request);
      return written(response, await world(request));
    })();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = practiceWorld({
    networks: [
      mastodonPractice({ shelf, tokens: (token) => tokens.get(token) ?? null, origin: url, now, limits }),
      webhookPractice({ shelf, secretOf: (path) => receivers.get(path) ?? null, now }),
    ],
    faults,
    now,
    sleep: (ms) => sleep(ms),
  });

  const practice: PracticeServer = {
    url,
    port: Number(new URL(url).port),
    shelf,
    requests,
    token(account, scopes = allScopes) {
      const token = randomBytes(16).toString('base64url');
      tokens.set(token, { account, scopes });
      return token;
    },
    revoke: (token) => void tokens.delete(token),
    rotate(token) {
      const { account = 'nobody', scopes = allScopes } = tokens.get(token) ?? {};
      tokens.delete(token);
      return practice.token(account, scopes);
    },
    receiver(account) {
      const path = `/hooks/${randomBytes(6).toString('hex')}`;
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      receivers.set(path, { account, secret });
      return { url: `${url}${path}`, secret };
    },
    order: faults.order,
    heal: faults.heal,
    posts: (network) => shelf.list({ limit: Infinity, ...(network ? { network } : {}) }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return practice;
}

async function received(incoming: IncomingMessage): Promise<PracticeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

/** What a line does that breaks: nothing is written, or half of it. */
function written(response: ServerResponse, { status, headers = {}, body, line }: PracticeAnswer): void {
  const bytes = Buffer.from(body);
  if (line === 'cut') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  if (line === 'half') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
    return;
  }
  response.end(bytes);
}
