import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How the receiver behaves: a status, headers, and faults of the network. */
export interface Behaviour {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** `hang`: reads and never answers · `reset`: reads and cuts the line · `cut`: sends half of the body. */
  readonly fault?: 'hang' | 'reset' | 'cut';
}

export interface WebhookReceiver {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  /** What a receiver that honours `webhook-id` has acted on: each id once. */
  readonly accepted: ReadonlyMap<string, Received>;
  /** From now on, for every request; a function decides by the request. */
  behave(next: Behaviour | ((request: Received) => Behaviour)): void;
  /** Forgets what arrived. */
  clear(): void;
  stop(): Promise<void>;
}

/** A receiver of Standard Webhooks on loopback that can misbehave in every way a network knows. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const accepted = new Map<string, Received>();
  let behaviour: (request: Received) => Behaviour = () => ({});

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one: Received = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    received.push(one);
    const now = behaviour(one);
    const id = one.headers['webhook-id'];
    const isTaken = (now.status ?? 204) < 300;
    if (typeof id === 'string' && isTaken && !accepted.has(id)) accepted.set(id, one);
    answer(response, now);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    accepted,
    behave: (next) => {
      behaviour = typeof next === 'function' ? next : () => next;
    },
    clear: () => {
      received.length = 0;
      accepted.clear();
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(response: ServerResponse, { status = 204, headers = {}, body = '', fault }: Behaviour): void {
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault === 'cut') {
    response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body) + 100) });
    response.write(body, () => response.socket?.destroy());
    return;
  }
  response.writeHead(status, headers).end(body);
}
