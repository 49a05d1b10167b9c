import { Queue } from 'bullmq';
import { bootStrapi, type App } from './boot';
import { databases } from './databases';
import { delivered, noon, press, publication } from './press';
import { describeWithRedis, redisRoom } from './redis-room';

const second = 1_000;

const turn = () => new Promise((next) => setImmediate(next));

async function until(is: () => boolean): Promise<void> {
  while (!is()) await turn();
}

describeWithRedis.each(databases())('the queue in Redis on %s', (db) => {
  const redis = redisRoom();
  let app: App;
  let open: ReturnType<typeof press> | undefined;
  beforeAll(async () => {
    app = await bootStrapi({ db });
  });
  afterEach(() => open?.close());
  afterAll(async () => {
    await app.stop();
    await redis.stop();
  });

  const house = async () => {
    open = press(app.strapi.db, redis);
    await redis.forget();
    await open.empty();
    return open;
  };
  /** Which publications have a job that sleeps until its time. */
  const asleep = async (): Promise<readonly string[]> => {
    const queue = new Queue('hook', { prefix: redis.prefix, connection: { url: redis.url } });
    const jobs = await queue.getDelayed();
    await queue.close();
    return jobs.map(({ id }) => id ?? '');
  };

  it('loses nothing and sends nothing twice when Redis forgets everything in the middle', async () => {
    const { insert, engine, work, sent, world } = await house();
    await insert(...Array.from({ length: 30 }, () => publication()));
    const go: (() => void)[] = [];
    world.answer = async (delivery) => {
      await new Promise<void>((resolve) => go.push(resolve));
      return delivered(delivery);
    };
    const one = await engine();
    await one.tick();
    await until(() => go.length === 8);
    await redis.forget();
    world.answer = delivered;
    for (const answer of go) answer();
    await work(one);
    expect(sent).toHaveLength(30);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(30);
  });

  it('keeps to what a channel takes at once, over all processes', async () => {
    const { insert, engine, work, sent, world } = await house();
    await insert(...Array.from({ length: 40 }, () => publication()));
    let now = 0;
    let most = 0;
    world.answer = async (delivery) => {
      most = Math.max(most, (now += 1));
      // Each waits for a neighbour, and for one too many to show up.
      await until(() => most > 1 || sent.length === 40);
      for (let times = 0; times < 20; times += 1) await turn();
      now -= 1;
      return delivered(delivery);
    };
    const narrow = { width: () => 2, lock: 60 * second };
    const pair = [await engine(narrow), await engine(narrow)];
    await Promise.all(pair.map((one) => work(one)));
    expect(sent).toHaveLength(40);
    expect(most).toBe(2);
  });

  it('gives a job to what is due soon, and lets the ledger keep the rest', async () => {
    const { insert, engine } = await house();
    const [soon] = await insert(
      publication({ dueAt: noon + 50 * second }),
      publication({ dueAt: noon + 3_600 * second }),
    );
    const one = await engine();
    expect(await one.tick()).toMatchObject({ claimed: 1 });
    expect(await asleep()).toEqual([soon?.key]);
    expect(await one.tick()).toMatchObject({ claimed: 0 });
  });

  it('wakes a job earlier when its publication is sent earlier', async () => {
    const { insert, engine, work, store, sent } = await house();
    const [row] = await insert(publication({ dueAt: noon + 50 * second }));
    const key = row?.key ?? '';
    const one = await engine();
    await one.tick();
    await store.change(key, { states: ['scheduled'] }, { nextAt: noon });
    await work(one);
    expect(sent).toEqual([{ key, kind: 'webhook', attempt: 1 }]);
    expect(await asleep()).toEqual([]);
  });

  it.each([
    { what: 'cancelled', change: { state: 'cancelled', nextAt: null } },
    { what: 'put off', change: { nextAt: noon + 3_600 * second } },
  ] as const)('sends nothing for the job of a publication that was $what', async ({ change }) => {
    const { insert, engine, work, store, sent, row } = await house();
    const rows = await insert(...Array.from({ length: 3 }, () => publication({ dueAt: noon + second })));
    const one = await engine();
    await one.tick();
    const key = rows[0]?.key ?? '';
    await store.change(key, { states: ['scheduled'] }, change);
    open?.pass(second);
    await work(one);
    expect(sent.map((each) => each.key).sort()).toEqual([rows[1]?.key, rows[2]?.key].sort());
    expect(await row(key)).toMatchObject({ attempts: 0, ...change });
  });

  it('takes by itself what nobody in Redis works off', async () => {
    const { insert, engine, pass, sent } = await house();
    const queue = new Queue('hook', { prefix: redis.prefix, connection: { url: redis.url } });
    await queue.pause();
    await insert(publication(), publication());
    const one = await engine();
    for (const wait of [0, second, 11 * second]) {
      pass(wait);
      await one.tick();
      expect(sent).toHaveLength(0);
    }
    await queue.close();
    pass(second);
    await one.tick();
    await one.idle();
    expect(sent).toHaveLength(2);
  });

  it('sends without Redis what is due, says so once, and goes back to it', async () => {
    const { insert, engine, work, line, logged, sent } = await house();
    const one = await engine();
    await one.tick();
    expect(logged).toEqual(['back']);
    await line(one)?.cut();
    await insert(publication(), publication());
    await work(one);
    expect(sent).toHaveLength(2);
    expect(logged).toEqual([
      'back',
      expect.stringMatching(/^away: Redis at 127\.0\.0\.1:\d+ does not answer/),
    ]);
    await line(one)?.mend();
    for (; logged.length < 3; await turn()) await one.tick();
    expect(logged[2]).toBe('back');
    const [row] = await insert(publication({ dueAt: noon + 50 * second }));
    await one.tick();
    expect(await asleep()).toEqual([row?.key]);
  });

  it('does not wait for Redis where it goes away while a channel gets its first job', async () => {
    const { insert, engine, work, line, ledger, sent } = await house();
    const one = await engine();
    await one.tick();
    await insert(publication());
    const { upcoming } = ledger;
    // The look has seen that Redis answers, and is about to open the queue of the channel.
    ledger.upcoming = async (...asked) => {
      const rows = await upcoming(...asked);
      await line(one)?.cut();
      for (let times = 0; times < 50; times += 1) await turn();
      return rows;
    };
    await work(one);
    expect(sent).toHaveLength(1);
    await one.stop();
  });

  it('begins without Redis, and stops without it', async () => {
    const { insert, engine, work, line, sent } = await house();
    const one = await engine();
    await line(one)?.cut();
    await insert(publication());
    await work(one);
    expect(sent).toHaveLength(1);
    await one.stop();
  });
});
