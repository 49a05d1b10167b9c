import type { Redis, RedisOptions } from 'ioredis';
import type { RedisAddress } from '../../config/schema';

/** Milliseconds after which a server that says nothing counts as away. */
const patience = 3_000;

/** The two lines of a process to Redis. */
export interface RedisLines {
  /** For what the engine asks: it fails at once while Redis is away, because the ledger can do without. */
  readonly asking: Redis;
  /** For the workers: it waits until Redis is back. */
  readonly working: Redis;
  isUp(): boolean;
  /** What is wrong, as one sentence without secrets; `found`: what a question ended with. */
  trouble(found?: string): string;
  close(): void;
}

/** Connects and resolves when it is known whether Redis answers. Loaded with the first use: who runs without Redis pays nothing. */
export async function redisLines(address: RedisAddress, onReady: () => void): Promise<RedisLines> {
  const ioredis = await import('ioredis');
  const connect = (options: RedisOptions): Redis => {
    const all = {
      ...options,
      connectTimeout: patience,
      // A line that was hung up keeps the process alive for as long.
      disconnectTimeout: 100,
      retryStrategy: (tries: number) => Math.min(tries * 100, 1_000),
    };
    if (typeof address === 'string') return new ioredis.Redis(address, all);
    const { tls, username, password, ...place } = address;
    return new ioredis.Redis({
      ...place,
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      ...(tls ? { tls: {} } : {}),
      ...all,
    });
  };
  const asking = connect({ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: patience });
  const working = connect({ maxRetriesPerRequest: null });
  let last = 'no answer in time';
  for (const line of [asking, working]) line.on('error', (error: Error) => (last = error.message || last));
  asking.on('ready', onReady);
  asking.on('close', () => (last = 'the connection broke off'));
  await new Promise<void>((known) => {
    for (const event of ['ready', 'error', 'close']) asking.once(event, () => known());
  });
  const { host, port } = asking.options;
  return {
    asking,
    working,
    isUp: () => asking.status === 'ready',
    trouble: (found) =>
      `Redis at ${host}:${port} does not answer (${found !== undefined && asking.status === 'ready' ? found : last}).`,
    close(): void {
      for (const line of [asking, working]) line.disconnect();
    },
  };
}
