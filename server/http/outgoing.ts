import type { Readable } from 'node:stream';
import axios from 'axios';
import { allowList, type AllowList } from './allow-list';
import { failureOf, type Failure } from './failure';
import { guardedAgents, hostOf } from './guarded-agents';
import { askingFirst, isStreamed, streamOf, type Body } from './streamed';

export interface OutgoingRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  /** Milliseconds for the whole request; 10 s. */
  readonly timeout?: number;
  /** The answer is cut behind this many bytes; 1 MB. */
  readonly maxBytes?: number;
  /** How many redirects are followed, each checked like the first address; none. */
  readonly redirects?: number;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** False when the answer was cut: by its size, by time, or because the connection broke off. */
  readonly isWhole: boolean;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

/** What came of a request; never an exception. */
export type Answer = Answered | Failure;

/** Every call to an address that a user can influence goes through here. */
export interface Outgoing {
  send(request: OutgoingRequest): Promise<Answer>;
}

const megabyte = 1_048_576;

/** `allow` are the entries of `outgoing.allow`. Proxies of the environment are not used: they would see past the filter. */
export function outgoing(allow: readonly string[]): Outgoing {
  const list = allowList(allow);
  return {
    async send(request) {
      const timeout = request.timeout ?? 10_000;
      const signal = AbortSignal.timeout(timeout);
      let hop: OutgoingRequest = request;
      for (let left = request.redirects ?? 0; ; left -= 1) {
        const answer = await sendOnce(hop, list, signal, timeout);
        const next = left > 0 && answer.kind === 'answered' ? redirected(hop, answer) : null;
        if (!next) return answer;
        hop = next;
      }
    },
  };
}

async function sendOnce(
  { method, url, headers = {}, body, maxBytes = megabyte }: OutgoingRequest,
  list: AllowList,
  signal: AbortSignal,
  timeout: number,
): Promise<Answer> {
  const target = parsed(url);
  if (!target || !/^https?:$/.test(target.protocol) || target.username || target.password)
    return { kind: 'refused', message: 'The address is not a plain http:// or https:// address. Check it.' };
  const stream = isStreamed(body) ? streamOf(body) : null;
  try {
    const response = await axios.request<Readable>({
      method,
      url: target.href,
      headers: {
        'user-agent': 'Presence for Strapi',
        accept: '*/*',
        ...(isStreamed(body) ? { 'content-length': String(body.length) } : {}),
        ...askingFirst(body),
        ...headers,
      },
      data: stream ?? (body instanceof Uint8Array ? Buffer.from(body) : body),
      // As it is: a signature covers every byte.
      transformRequest: [(data: unknown) => data],
      responseType: 'stream',
      maxRedirects: 0,
      maxBodyLength: Infinity,
      proxy: false,
      validateStatus: () => true,
      signal,
      ...guardedAgents(target, list),
    });
    const { bytes, isWhole } = await readUpTo(response.data, maxBytes);
    return {
      kind: 'answered',
      status: response.status,
      headers: plainHeaders(response.headers),
      bytes,
      isWhole,
      url: target.href,
    };
  } catch (error) {
    return failureOf(error, hostOf(target), timeout);
  } finally {
    stream?.destroy();
  }
}

/** Status and headers are known by now: a body that breaks off does not undo them. */
async function readUpTo(stream: Readable, maxBytes: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > maxBytes) break;
    }
  } catch {
    return { bytes: Buffer.concat(chunks), isWhole: false };
  } finally {
    stream.destroy();
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isWhole: size <= maxBytes };
}

function parsed(address: string, base?: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}

const plainHeaders = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/** The next hop. Headers stay only on the same origin: they may carry credentials. */
function redirected(request: OutgoingRequest, { status, headers, url }: Answered): OutgoingRequest | null {
  const location = headers['location'];
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (status < 300 || status > 399 || !location || !isReading) return null;
  const next = parsed(location, url);
  if (!next) return null;
  const isSameOrigin = next.origin === new URL(url).origin;
  return { ...request, url: next.href, headers: isSameOrigin ? (request.headers ?? {}) : {} };
}
