import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PracticeAnswer, PracticeRequest } from '../../../server/practice/network';

/** A request as it came over the line. */
export async function received(incoming: IncomingMessage): Promise<PracticeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

/** Writes an answer as a line does it that may break: all of it, half of it, or nothing. */
export function written(
  response: ServerResponse,
  { status, headers = {}, body, line }: PracticeAnswer,
): void {
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
