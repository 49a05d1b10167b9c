import { Ended } from '../../server/channels/ended';
import { attemptsStore } from '../../server/stores/attempts';
import { bootStrapi, type App } from './boot';
import { delivered, noon, press, publication } from './press';
import { enginesOnDatabases, redisRoom } from './redis-room';

const minute = 60_000;
const hour = 60 * minute;

/** Resolves in the turn in which it becomes true. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((next) => setImmediate(next));
}

describe.each(enginesOnDatabases())('the %s engine on %s', (kind, db) => {
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
    await open.empty();
    return open;
  };

  it('sends nothing before its time, and each thing once at its time', async () => {
    const { insert, work, pass, sent, clock, row } = await house();
    const [now] = await insert(publication(), publication({ dueAt: noon + minute }));
    clock.now = noon - 1;
    await work();
    expect(sent).toEqual([]);
    pass(1);
    await work();
    expect(sent).toEqual([{ key: now?.key, kind: 'webhook', attempt: 1 }]);
    await work();
    expect(sent).toHaveLength(1);
    expect(await row(now?.key ?? '')).toMatchObject({
      state: 'delivered',
      deliveredAt: noon,
      remoteUrl: `https://there.test/${now?.key}`,
      leaseToken: '',
      armedAt: null,
    });
  });

  it('shares the work between two processes without sending anything twice', async () => {
    const { insert, engine, work, sent } = await house();
    const rows = Array.from({ length: 300 }, () => publication());
    await insert(...rows);
    const pair = [await engine(), await engine()];
    await Promise.all(pair.map((one) => work(one)));
    expect(sent).toHaveLength(300);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(300);
  });

  it('writes a try down before it begins, and how it ended', async () => {
    const { insert, work, world } = await house();
    const [row] = await insert(publication());
    const key = row?.key ?? '';
    const tries = () => attemptsStore(app.strapi.db).of([key]);
    let during: unknown;
    world.answer = async (delivery) => {
      during = await tries();
      return delivered(delivery);
    };
    await work();
    expect(during).toMatchObject([{ number: 1, startedAt: noon, endedAt: null, outcome: null }]);
    expect(await tries()).toMatchObject([{ number: 1, endedAt: noon, outcome: 'delivered' }]);
  });

  describe('when a process dies while it sends', () => {
    const interrupted = async () => {
      const one = await house();
      const [row] = await one.insert(publication());
      one.world.answer = one.silence;
      const dead = await one.engine();
      await dead.tick();
      await until(() => one.sent.length === 1);
      await one.die(dead);
      one.world.answer = delivered;
      return { ...one, key: row?.key ?? '' };
    };

    it('leaves its work alone until the lease runs out', async () => {
      const { work, pass, sent } = await interrupted();
      pass(29_999);
      await work();
      expect(sent).toHaveLength(1);
    });

    it('finds what arrived and does not send it again', async () => {
      const { work, pass, sent, row, key, world } = await interrupted();
      world.find = async () => ({ remoteId: 'found', url: 'https://there.test/found' });
      pass(31_000);
      await work();
      expect(sent).toHaveLength(1);
      expect(await row(key)).toMatchObject({ state: 'delivered', remoteId: 'found' });
    });

    it('goes on with a post whose replies are not all there, however late it is by then', async () => {
      const { insert, work, pass, sent, row, world, silence, engine, die } = await house();
      const [begun] = await insert(publication({ catchUp: 'skip' }));
      world.answer = silence;
      const dead = await engine();
      await dead.tick();
      await until(() => sent.length === 1);
      await die(dead);
      world.find = async () => ({ remoteId: 'found', url: null, isBegun: true });
      pass(48 * hour);
      const key = begun?.key ?? '';
      const missing = { remoteId: 'found', url: null };
      world.answer = () => ({ kind: 'retry', code: 'network.down', message: 'No answer.', begun: missing });
      await work();
      expect(sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
      // It may be changed or cancelled as little as one that is being sent.
      expect(await row(key)).toMatchObject({ state: 'scheduled', armedAt: expect.any(Number) });
      world.answer = delivered;
      pass(hour);
      await work();
      expect(sent.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(await row(key)).toMatchObject({ state: 'delivered', armedAt: null });
    });

    it('sends again what the channel does not know', async () => {
      const { work, pass, sent, world } = await interrupted();
      world.find = async () => null;
      pass(31_000);
      await work();
      expect(sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
    });

    it('sends again under the same key where a channel cannot be asked: its receiver knows the key', async () => {
      const { work, pass, sent, key } = await interrupted();
      pass(31_000);
      await work();
      expect(sent.map((one) => one.key)).toEqual([key, key]);
    });

    it('asks a person at once where nobody else can tell, and sends nothing again', async () => {
      const { work, pass, sent, row, key, world } = await interrupted();
      world.inDoubt = 'ask';
      for (let tries = 0; tries < 3; tries += 1) {
        pass(5 * hour);
        await work();
      }
      expect(sent).toHaveLength(1);
      expect(await row(key)).toMatchObject({ state: 'unknown', errorCode: 'publication.interrupted' });
    });

    it('asks a person at once where the answer was lost and nobody else can tell', async () => {
      const { insert, work, pass, sent, row, world } = await house();
      const [one] = await insert(publication());
      world.inDoubt = 'ask';
      world.answer = () => ({ kind: 'unknown', code: 'outgoing.no-answer', message: 'It did not answer.' });
      await work();
      pass(5 * hour);
      await work();
      expect(sent).toHaveLength(1);
      expect(await row(one?.key ?? '')).toMatchObject({ state: 'unknown', errorCode: 'outgoing.no-answer' });
    });

    it('asks a person when the channel cannot tell for long', async () => {
      const { work, pass, sent, row, key, world } = await interrupted();
      world.find = async () => {
        throw new Error('no route');
      };
      for (let tries = 0; tries < 10; tries += 1) {
        pass(5 * hour);
        await work();
      }
      expect(sent).toHaveLength(1);
      expect(await row(key)).toMatchObject({ state: 'unknown', errorCode: 'publication.cannot-look' });
    });
  });

  it('waits for a channel that is signed out when a doubt is to be looked up, and counts no failure', async () => {
    const { insert, work, pass, sent, row, world } = await house();
    const [{ key } = { key: '' }] = await insert(publication());
    world.answer = () => ({ kind: 'unknown', code: 'lost', message: 'No answer.' });
    const outcome = { kind: 'reauthorise', code: 'bluesky.signed-out', message: 'Sign in.' } as const;
    world.find = async () => {
      throw new Error(outcome.message, { cause: new Ended(outcome) });
    };
    await work();
    pass(minute);
    await work();
    expect(await row(key)).toMatchObject({ state: 'parked', failures: 1, errorCode: 'bluesky.signed-out' });
    expect((await row(key)).armedAt).not.toBeNull();
    world.find = async () => ({ remoteId: 'found', url: null });
    pass(6 * minute);
    await work();
    expect(await row(key)).toMatchObject({ state: 'delivered', remoteId: 'found' });
    expect(sent).toHaveLength(1);
  });

  it('is refused, and not sent again, where a look finds that the network took it down', async () => {
    const { insert, work, pass, sent, row, world } = await house();
    const [{ key } = { key: '' }] = await insert(publication());
    world.answer = () => ({ kind: 'unknown', code: 'google.processing', message: 'It is checked.' });
    const outcome = { kind: 'rejected', code: 'google.rejected', message: 'It was taken down.' } as const;
    world.find = async () => {
      throw new Error(outcome.message, { cause: new Ended(outcome) });
    };
    await work();
    pass(minute);
    await work();
    expect(await row(key)).toMatchObject({ state: 'rejected', errorCode: 'google.rejected', armedAt: null });
    expect(sent).toHaveLength(1);
  });

  it('tells a process that lost its lease to stop', async () => {
    const { insert, engine, die, work, world, pass, sent } = await house();
    await insert(publication());
    let isOurs: boolean | null = null;
    let go: () => void = () => undefined;
    world.answer = async (delivery) => {
      await new Promise<void>((resolve) => (go = resolve));
      isOurs = await delivery.beat();
      return { kind: 'retry', code: 'lost', message: '' };
    };
    const slow = await engine();
    await slow.tick();
    await until(() => sent.length === 1);
    await die(slow);
    world.answer = delivered;
    pass(31_000);
    await work();
    go();
    await slow.idle();
    expect(isOurs).toBe(false);
    expect(sent).toHaveLength(2);
  });

  it.each([
    { catchUp: 'late', becomes: 'delivered', calls: 1 },
    { catchUp: 'skip', becomes: 'skipped', calls: 0 },
    { catchUp: 'ask', becomes: 'asking', calls: 0 },
  ] as const)('after a day without power: $catchUp', async ({ catchUp, becomes, calls }) => {
    const { insert, work, pass, sent, row } = await house();
    const [missed] = await insert(publication({ catchUp }));
    pass(24 * hour);
    await work();
    expect(sent).toHaveLength(calls);
    expect((await row(missed?.key ?? '')).state).toBe(becomes);
  });

  it('parks what the channel cannot take for want of credentials, and goes on when they are there', async () => {
    const { insert, work, sent, row, world, store, ends } = await house();
    const [parked] = await insert(publication());
    const key = parked?.key ?? '';
    world.answer = () => ({ kind: 'reauthorise', code: 'bluesky.signed-out', message: 'Sign in again.' });
    await work();
    expect(await row(key)).toMatchObject({ state: 'parked', errorMessage: 'Sign in again.' });
    expect(ends.map(({ change }) => change.channel)).toEqual(['reauthorise']);
    world.answer = delivered;
    expect(await store.unpark('hook')).toBe(1);
    await work();
    expect(sent).toHaveLength(2);
    expect((await row(key)).state).toBe('delivered');
  });

  it('does not call a channel that waits for credentials', async () => {
    const { insert, work, sent, row, world } = await house();
    const [parked] = await insert(publication());
    world.channel = 'reauthorise';
    await work();
    expect(sent).toEqual([]);
    expect((await row(parked?.key ?? '')).state).toBe('parked');
  });

  it('goes on by itself when a quota is free again', async () => {
    const { insert, work, pass, sent, world } = await house();
    await insert(publication());
    world.answer = () => ({ kind: 'parked', code: 'quota', message: 'Full.', until: noon + hour });
    await work();
    world.answer = delivered;
    pass(hour - 1);
    await work();
    expect(sent).toHaveLength(1);
    pass(1_001);
    await work();
    expect(sent).toHaveLength(2);
  });

  it('waits as long as the channel asks for, and doubles its own wait', async () => {
    const { insert, work, pass, sent, row, world } = await house();
    const [late] = await insert(publication());
    const key = late?.key ?? '';
    world.answer = () => ({ kind: 'retry', code: 'busy', message: 'Busy.', after: 10 * minute });
    await work();
    expect((await row(key)).nextAt).toBeGreaterThanOrEqual(noon + 10 * minute);
    pass(10 * minute - 1);
    await work();
    expect(sent).toHaveLength(1);
    pass(minute);
    world.answer = () => ({ kind: 'retry', code: 'busy', message: 'Busy.' });
    await work();
    expect(sent).toHaveLength(2);
    const { nextAt, failures, state } = await row(key);
    expect({ failures, state }).toEqual({ failures: 2, state: 'scheduled' });
    expect(nextAt).toBe(noon + 11 * minute - 1 + 45_000);
  });

  it.each([
    { why: 'the entry was deleted', gate: { seal: null }, code: 'publication.entry-deleted' },
    { why: 'the entry was edited', gate: { seal: 'other' }, code: 'publication.entry-edited' },
    { why: 'the page was taken down', gate: { isPublished: false }, code: 'publication.entry-unpublished' },
    {
      why: 'nobody approved',
      gate: { blockers: [{ code: 'review.not-approved', message: 'Nobody has approved it.' }] },
      code: 'publication.not-approved',
    },
  ])('holds a publication when $why', async ({ gate, code }) => {
    const { insert, work, sent, row, world, ends } = await house();
    const [held] = await insert(publication());
    world.gate = async () => ({ seal: 'seal', isPublished: null, blockers: [], pageUrl: null, ...gate });
    await work();
    expect(sent).toEqual([]);
    expect(await row(held?.key ?? '')).toMatchObject({ state: 'held', errorCode: code, nextAt: null });
    expect(ends).toHaveLength(1);
  });

  it('sends the website first and what links to it when the page is up', async () => {
    const { insert, work, pass, sent, world, row } = await house();
    const [site] = await insert(publication({ kind: 'website', channel: 'site' }));
    const key = site?.key ?? '';
    const [post] = await insert(publication({ waitsFor: key, campaign: site?.campaign ?? '' }));
    world.answer = () => ({ kind: 'retry', code: 'website.page-not-up', message: 'The page answers 404.' });
    await work();
    expect(sent.map(({ kind }) => kind)).toEqual(['website']);
    world.answer = delivered;
    pass(minute);
    await work();
    expect(sent.map(({ kind }) => kind)).toEqual(['website', 'website', 'webhook']);
    expect(await row(post?.key ?? '')).toMatchObject({ state: 'delivered', waitsFor: '' });
  });

  it('holds what links to a page that was refused, and lets it go when the page comes after all', async () => {
    const { insert, work, sent, world, row, store } = await house();
    const [site] = await insert(publication({ kind: 'website', channel: 'site' }));
    const key = site?.key ?? '';
    const [post] = await insert(
      publication({ waitsFor: key }),
      publication({ waitsFor: key, dueAt: noon + hour }),
    );
    world.answer = () => ({ kind: 'rejected', code: 'website.refused', message: 'No.' });
    await work();
    expect(await row(post?.key ?? '')).toMatchObject({
      state: 'held',
      errorCode: 'publication.page-missing',
    });
    world.answer = delivered;
    await store.change(key, { states: ['rejected'] }, { state: 'scheduled', nextAt: noon });
    await work();
    expect((await row(post?.key ?? '')).state).toBe('delivered');
    expect(sent).toHaveLength(3);
  });

  it('lets a cancel win until it has written down that it begins to send', async () => {
    const { insert, engine, world, sent, store, row } = await house();
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
    expect(
      await store.change(key, { states: ['scheduled', 'running'] }, { state: 'cancelled', leaseToken: '' }),
    ).toBe(true);
    answer?.();
    await busy.idle();
    expect(sent).toEqual([]);
    expect((await row(key)).state).toBe('cancelled');
  });

  it('refuses a cancel once it sends', async () => {
    const { insert, engine, world, sent, store, row } = await house();
    const [one] = await insert(publication());
    const key = one?.key ?? '';
    let answer: () => void = () => undefined;
    world.answer = async (delivery) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return delivered(delivery);
    };
    const busy = await engine();
    await busy.tick();
    await until(() => sent.length === 1);
    expect(await store.change(key, { states: ['scheduled', 'running'] }, { state: 'cancelled' })).toBe(false);
    answer();
    await busy.idle();
    expect((await row(key)).state).toBe('delivered');
  });

  it('hands back on a stop what was not begun, and finishes what was', async () => {
    const { insert, engine, world, sent, work, row } = await house();
    const rows = await insert(...Array.from({ length: 5 }, () => publication()));
    let answer: () => void = () => undefined;
    world.answer = async (delivery) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return delivered(delivery);
    };
    const busy = await engine({ width: () => 1 });
    await busy.tick();
    await until(() => sent.length === 1);
    const stopped = busy.stop();
    answer();
    await stopped;
    const states = await Promise.all(rows.map(async ({ key }) => (await row(key)).state));
    expect(states.filter((state) => state === 'delivered')).toHaveLength(1);
    expect(states.filter((state) => state === 'scheduled')).toHaveLength(4);
    world.answer = delivered;
    await work();
    expect(sent).toHaveLength(5);
  });

  it('keeps the tracked links of the first try for the next ones', async () => {
    const { insert, work, pass, world, engine } = await house();
    await insert(publication());
    const links: string[] = [];
    world.answer = async (delivery) => {
      links.push(await delivery.track('https://bakery.test/rye'));
      return links.length === 1 ? { kind: 'retry', code: 'busy', message: '' } : delivered(delivery);
    };
    let minted = 0;
    const track = async () => `https://go.test/${(minted += 1)}`;
    await work(await engine({ track }));
    pass(hour);
    await work(await engine({ track }));
    expect(links).toEqual(['https://go.test/1', 'https://go.test/1']);
  });
});
