import { randomUUID } from 'node:crypto';
import type { HoldScope } from '../../src/publishing/operations/hold';
import { holdsStore } from '../../server/stores/holds';
import { bootStrapi, type App } from './boot';
import { delivered, noon, press, publication } from './press';
import { enginesOnDatabases, redisRoom } from './redis-room';

const hour = 3_600_000;

async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((next) => setImmediate(next));
}

describe.each(enginesOnDatabases())('what a person stops, on the %s engine and %s', (kind, db) => {
  const redis = kind === 'bullmq' ? redisRoom() : undefined;
  let app: App;
  let open: ReturnType<typeof press> | undefined;
  beforeAll(async () => {
    app = await bootStrapi({ db });
  });
  afterEach(async () => {
    await open?.close();
    await app.strapi.db.connection('presence_holds').delete();
  });
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
  const stop = async (scope: HoldScope, target: string | null = null): Promise<() => Promise<unknown>> => {
    const store = holdsStore(app.strapi.db);
    const { key } = await store.put({ key: randomUUID(), scope, target, by: 'Rosa', reason: '', at: noon });
    return () => store.remove(key);
  };

  it.each(['all', 'channel', 'campaign'] as const)(
    '%s: it keeps its state and goes on when lifted',
    async (scope) => {
      const { insert, work, sent, row } = await house();
      const [one, other] = await insert(publication(), publication({ channel: 'sky', kind: 'bluesky' }));
      const targets = { all: null, channel: 'hook', campaign: one?.campaign ?? '' };
      const lift = await stop(scope, targets[scope]);
      await work();
      expect(sent.map(({ key }) => key)).toEqual(scope === 'all' ? [] : [other?.key]);
      expect(await row(one?.key ?? '')).toMatchObject({ state: 'scheduled', nextAt: noon, attempts: 0 });
      await lift();
      await work();
      expect(sent).toHaveLength(2);
      expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
    },
  );

  it('stops both of two instances before anything more goes out', async () => {
    const { insert, engine, world, sent, work, store } = await house();
    await insert(...Array.from({ length: 60 }, () => publication()));
    const pair = [await engine(), await engine()];
    const go: (() => void)[] = [];
    world.answer = async (delivery) => {
      await new Promise<void>((resolve) => go.push(resolve));
      return delivered(delivery);
    };
    await Promise.all(pair.map((one) => one.tick()));
    await until(() => sent.length >= 8);
    const lift = await stop('all');
    // What is on its way arrives; what was claimed and not begun goes back, on both.
    world.answer = delivered;
    const before = sent.length;
    for (const answer of go) answer();
    await Promise.all(pair.map((one) => one.idle()));
    await Promise.all(pair.map((one) => one.tick()));
    await Promise.all(pair.map((one) => one.idle()));
    expect(sent).toHaveLength(before);
    const { total } = await store.page({ state: 'scheduled' }, 1, 1);
    expect(total).toBe(60 - before);
    expect((await store.page({ state: 'running' }, 1, 1)).total).toBe(0);
    await lift();
    await work();
    expect(sent).toHaveLength(60);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(60);
  });

  it('takes back one that was claimed while it asks whether it may go', async () => {
    const { insert, engine, world, sent, row } = await house();
    const [one] = await insert(publication());
    const key = one?.key ?? '';
    let answer: (() => void) | undefined;
    world.gate = async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return { seal: 'seal', isPublished: null, blockers: [], pageUrl: null };
    };
    const busy = await engine();
    await busy.tick();
    await until(() => answer !== undefined);
    expect((await row(key)).state).toBe('running');
    await stop('all');
    answer?.();
    await busy.idle();
    expect(sent).toEqual([]);
    expect(await row(key)).toMatchObject({ state: 'scheduled', nextAt: noon, attempts: 0, leaseToken: '' });
  });

  it('stops a long delivery between two steps, and it goes on from there', async () => {
    const { insert, engine, world, sent, row, pass, work } = await house();
    const [one] = await insert(publication());
    const key = one?.key ?? '';
    let lift: () => Promise<unknown> = async () => undefined;
    world.answer = async (delivery) => {
      expect(await delivery.beat()).toBe(true);
      lift = await stop('channel', 'hook');
      pass(1_000);
      expect(await delivery.beat()).toBe(false);
      return { kind: 'retry', code: 'delivery.taken-over', message: '' };
    };
    const busy = await engine();
    await busy.tick();
    await until(() => sent.length === 1);
    await busy.idle();
    expect(await row(key)).toMatchObject({
      ...{ state: 'scheduled', nextAt: noon, failures: 0, armedAt: null },
      errorCode: 'publishing.held',
    });
    world.answer = delivered;
    await lift();
    await work();
    expect(await row(key)).toMatchObject({ state: 'delivered', errorCode: '' });
  });

  it('stops between a post and what goes beneath it, and the rest goes on however long it lasted', async () => {
    const { insert, engine, world, sent, row, pass, work } = await house();
    const [one] = await insert(publication({ catchUp: 'skip' }));
    const key = one?.key ?? '';
    const begun = { remoteId: 'post', url: null };
    let lift: () => Promise<unknown> = async () => undefined;
    world.answer = async (delivery) => {
      lift = await stop('channel', 'hook');
      pass(1_000);
      expect(await delivery.beat()).toBe(false);
      return { kind: 'retry', code: 'delivery.taken-over', message: '', begun };
    };
    world.find = async () => ({ ...begun, isBegun: true });
    const busy = await engine();
    await busy.tick();
    await until(() => sent.length === 1);
    await busy.idle();
    expect(await row(key)).toMatchObject({
      ...{ state: 'scheduled', failures: 0, armedAt: expect.any(Number), errorCode: 'publishing.held' },
      errorMessage: 'The post is there; a hold stopped it before all of its replies were.',
    });
    world.answer = delivered;
    pass(hour);
    await lift();
    await work();
    expect(await row(key)).toMatchObject({ state: 'delivered', errorCode: '' });
  });

  it.each([
    { catchUp: 'late', becomes: 'delivered' },
    { catchUp: 'skip', becomes: 'skipped' },
    { catchUp: 'ask', becomes: 'asking' },
  ] as const)(
    'after an hour, the campaign says what becomes of it: $catchUp',
    async ({ catchUp, becomes }) => {
      const { insert, work, pass, row } = await house();
      const [one] = await insert(publication({ catchUp }));
      const lift = await stop('all');
      await work();
      pass(hour);
      await work();
      expect((await row(one?.key ?? '')).state).toBe('scheduled');
      await lift();
      await work();
      expect((await row(one?.key ?? '')).state).toBe(becomes);
    },
  );

  it('lets the engine rest while all that is due is held', async () => {
    const { insert, work } = await house();
    await insert(publication());
    await stop('all');
    await work();
    const { publicationClaims } = await import('../../server/stores/publication-claims');
    const claims = publicationClaims(app.strapi.db);
    expect(await claims.nextDue()).toBeNull();
    expect(await claims.upcoming(noon + hour, 10)).toEqual([]);
  });
});
