import { parseConfig } from '../../../config/schema';

const engineOf = (engine: object) => parseConfig({ engine }).engine;

describe('where the work is spread from', () => {
  it.each([
    { given: {}, kind: 'embedded', redis: undefined },
    { given: { redis: 'redis://127.0.0.1:6379' }, kind: 'embedded', redis: 'redis://127.0.0.1:6379' },
    {
      given: { kind: 'bullmq', redis: 'rediss://rosa:rye@redis.test:6380/2' },
      kind: 'bullmq',
      redis: 'rediss://rosa:rye@redis.test:6380/2',
    },
    {
      given: { kind: 'bullmq', redis: { host: 'redis.test', password: 'rye' } },
      kind: 'bullmq',
      redis: { host: 'redis.test', port: 6379, password: 'rye', db: 0, tls: false },
    },
  ])('$given', ({ given, kind, redis }) => {
    expect(engineOf(given)).toMatchObject({ kind, prefix: 'presence' });
    expect(engineOf(given).redis).toEqual(redis);
  });

  it.each([
    { given: { kind: 'bullmq' }, says: 'presence.engine.redis: is needed with kind "bullmq"' },
    { given: { kind: 'bull' }, says: 'presence.engine.kind: ' },
    { given: { redis: 'http://redis.test' }, says: 'presence.engine.redis: must be a URL such as redis://' },
    { given: { redis: 6379 }, says: 'presence.engine.redis: must be a URL or { host, port, … }' },
    { given: { redis: { port: 6379 } }, says: 'presence.engine.redis.host: ' },
    { given: { redis: { host: 'redis.test', port: 99_999 } }, says: 'presence.engine.redis.port: ' },
    { given: { redis: { host: 'redis.test', cluster: true } }, says: 'presence.engine.redis: ' },
    { given: { prefix: 'a:b' }, says: 'presence.engine.prefix: must be 1 to 40 letters' },
  ])('refuses $given and names the place', ({ given, says }) => {
    expect(() => engineOf(given)).toThrow(says);
  });
});
