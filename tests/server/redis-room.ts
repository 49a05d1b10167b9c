import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { startLine, type CuttableLine } from '../network/cuttable-line';
import { databases, type DatabaseKind } from './databases';

export type EngineKind = 'embedded' | 'bullmq';

/**
 * The engines that a suite runs on: the embedded one always, BullMQ where Redis answers. `scripts/test.mjs` looks before jest
 * starts, says in one line what is skipped, and hands the result on in `PRESENCE_ENGINES`.
 */
const engines = (): readonly EngineKind[] =>
  (process.env['PRESENCE_ENGINES'] ?? 'embedded').split(',') as EngineKind[];

/** Each database with each engine. */
export const enginesOnDatabases = (): readonly (readonly [EngineKind, DatabaseKind])[] =>
  databases().flatMap((db) => engines().map((engine) => [engine, db] as const));

/** Suites of the queue itself: jest counts them as skipped where no Redis answers. */
export const describeWithRedis = engines().includes('bullmq') ? describe : describe.skip;

/** A corner of a real Redis for one test file, by a prefix of its own. */
export interface RedisRoom {
  readonly prefix: string;
  readonly url: string;
  /** A line of its own for one process, and the address to reach Redis by it. */
  line(): Promise<CuttableLine & { readonly url: string }>;
  /** Keys under the prefix that match, such as `*:wait`. */
  keys(pattern: string): Promise<string[]>;
  /** What a FLUSHALL does to everything under the prefix. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

export function redisRoom(): RedisRoom {
  const url = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
  const prefix = `presence-test-${randomBytes(6).toString('hex')}`;
  const redis = new Redis(url, { disconnectTimeout: 100 });
  const lines: CuttableLine[] = [];
  const room: RedisRoom = {
    prefix,
    url,
    async line() {
      const at = new URL(url);
      const line = await startLine({ host: at.hostname, port: Number(at.port || 6379) });
      lines.push(line);
      at.hostname = '127.0.0.1';
      at.port = String(line.port);
      return { ...line, url: at.href };
    },
    keys: (pattern) => redis.keys(`${prefix}:${pattern}`),
    async forget() {
      // In one step, as FLUSHALL is.
      const script = `for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('DEL', key) end`;
      await redis.eval(script, 0, `${prefix}:*`);
    },
    async stop() {
      await room.forget();
      await Promise.all(lines.map((line) => line.cut()));
      redis.disconnect();
    },
  };
  return room;
}
