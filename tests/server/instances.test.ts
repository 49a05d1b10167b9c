import type { CampaignView } from '../../src/publishing/schema';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { createDatabase, databases, type TestDatabase } from './databases';
import { startInstance, type Instance } from './instance';
import { describeWithRedis, redisRoom } from './redis-room';

const article = 'api::article.article';
const now = { when: { kind: 'now' } };
/** Several processes do not share one file: beside SQLite there is one. */
const servers = databases().filter((db) => db !== 'sqlite');
const describeHere = servers.length > 0 ? describeWithRedis : describe.skip;

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((next) => setImmediate(next));
}

describeHere.each(servers.length > 0 ? servers : ['postgres' as const])('instances on Redis and %s', (db) => {
  const redis = redisRoom();
  const running: Instance[] = [];
  let database: TestDatabase;
  let room: CampaignRoom;

  beforeAll(async () => {
    database = await createDatabase(db);
    room = await campaignRoom(db, redis, database);
  });
  afterEach(async () => {
    room.receiver.clear();
    const codes = await Promise.all(running.splice(0).map((one) => one.stop()));
    expect(codes.filter((code) => code !== 0)).toEqual([]);
  });
  afterAll(async () => {
    await room.stop();
    await redis.stop();
    await database.drop();
  });

  const instance = async (url = redis.url): Promise<void> => {
    const engine = { kind: 'bullmq', redis: url, prefix: redis.prefix, pollEvery: 100 };
    running.push(await startInstance(database, engine));
  };
  const scheduled = async (channels: readonly string[]): Promise<void> => {
    const documentId = await room.article();
    await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
    const { key } = await room.campaign(documentId, channels);
    const { status } = await room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, now);
    expect(status).toBe(200);
  };
  const isDone = async (): Promise<boolean> => {
    const open = room.app.strapi.db.connection('presence_publications').whereNot('state', 'delivered');
    return (await open.limit(1).select('id')).length === 0;
  };
  /** How often each publication came to the receiver. */
  const arrivals = (): readonly number[] => {
    const ids = room.receiver.received.map(({ headers }) => headers['webhook-id']);
    return [...new Set(ids)].map((id) => ids.filter((other) => other === id).length);
  };
  const isTold = async (): Promise<boolean> => {
    const { body } = await room.owner.call<{ items: { code: string }[] }>(
      'GET',
      '/presence/notices?unread=true',
    );
    return body.items.some(({ code }) => code === 'engine.redis-away');
  };

  it('bring each publication out exactly once, also while one of them is stopped', async () => {
    const { site, hook } = room.channels;
    await Promise.all([instance(), instance()]);
    for (let n = 0; n < 12; n += 1) {
      await scheduled(n % 2 ? [hook] : [site, hook]);
      if (n === 6) expect(await running.pop()?.stop()).toBe(0);
    }
    await until(isDone);
    expect(arrivals()).toEqual(Array.from({ length: 12 }, () => 1));
  });

  it('publish while Redis is away, and say so in the inbox until it is back', async () => {
    const line = await redis.line();
    await line.cut();
    await instance(line.url);
    await scheduled([room.channels.hook]);
    await until(isDone);
    expect(await isTold()).toBe(true);
    await line.mend();
    await until(async () => !(await isTold()));
    await scheduled([room.channels.hook]);
    await line.cut();
    await until(isDone);
    await until(isTold);
    expect(arrivals()).toEqual([1, 1]);
  });
});
