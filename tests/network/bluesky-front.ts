import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { blueskyPractice } from '../../server/practice/bluesky';
import { answerWith, faultBook, type FaultOrder } from '../../server/practice/faults';
import type { PracticeAnswer, PracticeNetwork, PracticeRequest } from '../../server/practice/network';
import { memoryShelf } from '../../server/practice/shelf';
import { received, written } from './practice/line';

/** A door to a real Bluesky server: the answers are the server's own, and something may happen on the way. */
export interface BlueskyFront {
  readonly url: string;
  order(order: FaultOrder): void;
  heal(): void;
  stop(): Promise<void>;
}

export async function startBlueskyFront(pdsUrl: string): Promise<BlueskyFront> {
  const faults = faultBook();
  // What a request is about, and how the network words a refusal, is known already; only the answers come from elsewhere.
  const network: PracticeNetwork = {
    ...blueskyPractice({ shelf: memoryShelf(), tokens: () => null, now: Date.now }),
    answer: (request) => forwarded(request, pdsUrl, url),
  };
  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await received(incoming);
      const struck = faults.strike(network, request);
      written(response, await answerWith(struck, network, request, { now: Date.now, sleep }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    order: faults.order,
    heal: faults.heal,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const ofTheLine = new Set([
  ...['host', 'connection', 'content-length', 'transfer-encoding'],
  ...['accept-encoding', 'content-encoding', 'keep-alive'],
]);

async function forwarded(
  { method, url, headers, body }: PracticeRequest,
  from: string,
  to: string,
): Promise<PracticeAnswer> {
  const response = await fetch(new URL(`${url.pathname}${url.search}`, from), {
    method,
    headers: kept(headers),
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  // The server says in a session where the account lives; who came through the door goes on through it.
  const text = Buffer.from(await response.arrayBuffer());
  const isSession = url.pathname.endsWith('Session');
  return {
    status: response.status,
    headers: kept(Object.fromEntries(response.headers)),
    body: isSession ? text.toString('utf8').replaceAll(from, to) : text,
  };
}

const kept = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ofTheLine.has(name) ? [] : [[name, String(value)]],
    ),
  );
