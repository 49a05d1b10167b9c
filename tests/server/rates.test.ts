import type { Outcome, RateLimit } from '../../src/channels/channel';
import { rateGatesStore } from '../../server/stores/rate-gates';
import { bootStrapi, type App } from './boot';
import { delivered, noon, press, publication } from './press';
import { enginesOnDatabases, redisRoom } from './redis-room';

const minute = 60_000;
const left = (remaining: number, minutes = 5): RateLimit => ({
  scope: 'account',
  remaining,
  resetAt: noon + minutes * minute,
});

describe.each(enginesOnDatabases())('the quota of a network, on the %s engine and %s', (kind, db) => {
  const redis = kind === 'bullmq' ? redisRoom() : undefined;
  let app: App;
  let open: ReturnType<typeof press> | undefined;
  beforeAll(async () => {
    app = await bootStrapi({ db });
  });
  afterEach(() => open?.close());
  afterAll(async () => {
    await app.stop();
    await redis?.stop();
  });

  const house = async () => {
    open = press(app.strapi.db, redis);
    await redis?.forget();
    await open.empty();
    return open;
  };

  it('is kept by two instances together, and what is over goes on when it ends', async () => {
    const { insert, engine, work, world, sent, pass, store, clock } = await house();
    let quota = 5;
    let refused = 0;
    world.answer = (delivery): Outcome => {
      if (clock.now >= noon + 5 * minute) return delivered(delivery);
      if (quota === 0) {
        refused += 1;
        return { kind: 'retry', code: 'full', message: 'Full.', limits: [left(0)] };
      }
      quota -= 1;
      return { ...delivered(delivery), limits: [left(quota)] };
    };
    await insert(publication());
    await work();
    await insert(...Array.from({ length: 20 }, () => publication()));
    const pair = [await engine(), await engine()];
    await Promise.all(pair.map((one) => work(one)));
    expect(refused).toBe(0);
    expect(sent).toHaveLength(5);
    const { items } = await store.page({ state: 'parked' }, 1, 100);
    expect(items).toHaveLength(16);
    for (const row of items) {
      expect(row.nextAt).toBeGreaterThanOrEqual(noon + 5 * minute);
      expect(row).toMatchObject({ attempts: 0, failures: 0, errorCode: 'publication.quota' });
    }
    pass(6 * minute);
    await work();
    expect(sent).toHaveLength(21);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(21);
  });

  it('that a refusal names holds back the others, and is no failure of the one that met it', async () => {
    const { insert, work, world, sent, pass, row } = await house();
    const [first] = await insert(publication());
    world.answer = () => ({ kind: 'retry', code: 'full', message: 'Full.', limits: [left(0, 3)] });
    await work();
    const key = first?.key ?? '';
    expect(await row(key)).toMatchObject({ state: 'parked', nextAt: noon + 3 * minute, failures: 0 });
    const [second] = await insert(publication(), publication({ channel: 'other' }));
    world.answer = delivered;
    await work();
    expect(sent.map((one) => one.key)).not.toContain(second?.key);
    expect(sent).toHaveLength(2);
    pass(4 * minute);
    await work();
    expect(sent).toHaveLength(4);
    expect((await row(key)).state).toBe('delivered');
  });

  it('of an app holds back every account of its kind', async () => {
    const { insert, work, world, sent } = await house();
    await insert(publication());
    world.answer = (delivery) => ({ ...delivered(delivery), limits: [{ ...left(0), scope: 'app' }] });
    await work();
    await insert(publication({ channel: 'other' }), publication({ channel: 'sky', kind: 'bluesky' }));
    await work();
    expect(sent.map(({ kind: of }) => of)).toEqual(['webhook', 'bluesky']);
  });

  it('is taken by many at once no more often than there is', async () => {
    await house();
    const store = rateGatesStore(app.strapi.db);
    await store.tell('account:hook', left(7), noon);
    const taken = await Promise.all(Array.from({ length: 30 }, () => store.take('account:hook', noon)));
    expect(taken.filter(Boolean)).toHaveLength(7);
    await Promise.all([3, 9, 1, 4].map((remaining) => store.tell('account:sky', left(remaining), noon)));
    expect(await store.byGate('account:sky')).toMatchObject({ remaining: 1 });
  });
});
