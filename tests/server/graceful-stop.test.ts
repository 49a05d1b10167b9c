import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { createDatabase, databases, type TestDatabase } from './databases';
import { startInstance, type Instance } from './instance';
import { enginesOnDatabases, redisRoom } from './redis-room';

/** A webhook's lane takes 32 side by side: the others are claimed and wait their turn. */
const width = 32;
const count = 40;
const article = 'api::article.article';
/** A process that is told to stop is gone by then, whatever it was doing: a request is given up after ten seconds. */
const limit = 15_000;

interface Row {
  readonly key: string;
  readonly state: string;
  readonly lease_token: string;
  readonly armed_at: unknown;
}

/** A receiver that reads every message and answers when it is told to. */
async function slowReceiver() {
  const arrived: string[] = [];
  const waiting: ServerResponse[] = [];
  let isSlow = true;
  let rung: () => void = () => undefined;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      arrived.push(String(request.headers['webhook-id']));
      if (isSlow) waiting.push(response);
      else response.writeHead(204).end();
      rung();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    arrived,
    async reached(many: number): Promise<void> {
      while (arrived.length < many) await new Promise<void>((ring) => (rung = ring));
    },
    answer(): void {
      isSlow = false;
      for (const response of waiting.splice(0)) response.writeHead(204).end();
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

// Several processes do not share one file of SQLite.
const servers = enginesOnDatabases().filter(([, db]) => db !== 'sqlite');
const describeHere = databases().some((db) => db !== 'sqlite')
  ? describe.each(servers)
  : describe.skip.each([['embedded', 'postgres'] as const]);

describeHere('an instance that is stopped in the middle, on the %s engine and %s', (kind, db) => {
  const redis = kind === 'bullmq' ? redisRoom() : undefined;
  const running: Instance[] = [];
  let database: TestDatabase;
  let room: CampaignRoom;
  let receiver: Awaited<ReturnType<typeof slowReceiver>>;

  beforeAll(async () => {
    database = await createDatabase(db);
    room = await campaignRoom(db, redis, database);
    receiver = await slowReceiver();
  });
  afterAll(async () => {
    receiver.answer();
    await Promise.all(running.map((one) => one.stop()));
    await receiver.stop();
    await room.stop();
    await redis?.stop();
    await database.drop();
  });

  const start = async (): Promise<Instance> => {
    const queue = redis ? { kind, redis: redis.url, prefix: redis.prefix } : {};
    const one = await startInstance(database, { ...queue, pollEvery: 100 });
    running.push(one);
    return one;
  };
  const rows = (): Promise<Row[]> =>
    room.app.strapi.db.connection('presence_publications').select<Row[]>('*');

  const isStopping = async (): Promise<boolean> =>
    (await room.app.strapi.db.connection('presence_workers').where({ is_stopping: true })).length > 0;

  it('ends what the channel has, hands back the rest, and leaves nothing in doubt', async () => {
    const { body } = await room.owner.call<{ key: string }>('POST', '/presence/channels', {
      ...{ kind: 'webhook', name: 'Slow', settings: { url: receiver.url } },
      secret: { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    });
    const documentId = await room.article();
    await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
    const made = Array.from({ length: count }, async () => {
      const { key } = await room.campaign(documentId, [body.key]);
      return room.post(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    });
    for (const { status } of await Promise.all(made)) expect(status).toBe(200);

    const first = await start();
    await receiver.reached(width);
    const began = Date.now();
    const stopped = first.stop();
    running.splice(running.indexOf(first), 1);
    // Only when it knows that it is to stop: or it takes the rest as its lanes get free.
    while (!(await isStopping())) await new Promise((next) => setTimeout(next, 20));
    receiver.answer();
    expect(await stopped).toBe(0);
    expect(Date.now() - began).toBeLessThan(limit);

    const sent = new Set(receiver.arrived);
    expect(sent.size).toBeLessThan(count);
    for (const { key, ...row } of await rows())
      expect([key, row.state, row.lease_token, row.armed_at]).toEqual(
        sent.has(key) ? [key, 'delivered', '', null] : [key, 'scheduled', '', null],
      );

    // Whoever comes next sends what is left, and nothing a second time.
    await start();
    await receiver.reached(count);
    while ((await rows()).some(({ state }) => state !== 'delivered'))
      await new Promise((next) => setImmediate(next));
    expect(new Set(receiver.arrived).size).toBe(count);
    expect(receiver.arrived).toHaveLength(count);
  }, 240_000);
});
