import type { DeadView, RetryCauseInput, RetryCauseView } from '../../src/publishing/running/dead-letters';
import type { OperationsView } from '../../src/publishing/running/schema';
import { goneAfter } from '../../src/publishing/running/workers';
import { wired } from '../../server/wire';
import { holdsStore } from '../../server/stores/holds';
import { publicationsStore } from '../../server/stores/publications';
import { workersStore } from '../../server/stores/workers';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './databases';
import { publication } from './press';
import { enginesOnDatabases, redisRoom } from './redis-room';
import { hire, machine, type Staff } from './staff';

const minute = 60_000;

interface Scraped {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

describe.each(enginesOnDatabases())('how publishing runs, on the %s engine and %s', (kind, db) => {
  const redis = kind === 'bullmq' ? redisRoom() : undefined;
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db, redis);
  });
  afterAll(async () => {
    await room.stop();
    await redis?.stop();
  });
  const connection = () => room.app.strapi.db.connection;
  afterEach(async () => {
    for (const table of ['publications', 'attempts', 'holds', 'workers', 'rate_gates'])
      await connection()(`presence_${table}`).delete();
  });

  const view = async (by: Staff = room.emil): Promise<OperationsView> => {
    const { status, body } = await by.call<OperationsView>('GET', '/presence/operations');
    expect(status).toBe(200);
    return body;
  };
  const insert = (...rows: Parameters<typeof publication>[0][]) =>
    publicationsStore(room.app.strapi.db).insert(
      rows.map((row) => publication({ channel: room.channels.hook, dueAt: Date.now() - 1_000, ...row })),
    );
  const online = async (): Promise<string> => {
    const documentId = await room.article();
    await room.app.strapi.documents('api::article.article').publish({ documentId, locale: 'en' });
    return documentId;
  };
  const onHook = async () => (await view()).channels.find(({ channel }) => channel === room.channels.hook);

  it('counts what stands where, channel by channel, and leaves out what is over', async () => {
    const at = Date.now();
    await insert(
      { dueAt: at - 5 * minute },
      { dueAt: at - 2_000 },
      { dueAt: at + minute },
      { dueAt: at - minute, waitsFor: 'website' },
      { state: 'running', leaseToken: 'one:1', leaseUntil: at + minute, nextAt: at },
      { state: 'running', leaseToken: 'dead:1', leaseUntil: at - 1, nextAt: at },
      { state: 'parked', nextAt: at + minute },
      { state: 'held', nextAt: null },
      { state: 'asking', nextAt: null },
      { state: 'rejected', nextAt: null },
      { state: 'unknown', nextAt: null, armedAt: at },
      { state: 'delivered', nextAt: null, deliveredAt: at },
      { state: 'cancelled', nextAt: null },
      { channel: room.channels.sky, kind: 'bluesky' },
    );
    expect(await onHook()).toMatchObject({
      ...{ name: 'Partner', kind: 'webhook', ahead: 2, due: 2, late: 1, stopped: 0 },
      ...{ running: 2, orphaned: 1, parked: 1, held: 1, asking: 1, dead: 1, doubt: 1 },
    });
    const { totals } = await view();
    expect(totals.due).toBe(3);
    expect(totals.lag).toBeGreaterThanOrEqual(5 * minute);
  });

  it('tells apart what a person stopped, which makes nothing late', async () => {
    await insert({ dueAt: Date.now() - 5 * minute });
    const hold = { scope: 'channel', target: room.channels.hook, by: 'Rosa', reason: '' } as const;
    await holdsStore(room.app.strapi.db).put({ key: room.channels.site, ...hold, at: Date.now() });
    expect(await onHook()).toMatchObject({ due: 0, late: 0, lag: 0, stopped: 1, ahead: 0 });
    const { alerts, holds } = await view();
    expect(holds).toEqual(['channel']);
    expect(alerts.map(({ id }) => id)).toEqual(['stopped']);
  });

  it('grows behind while nobody works, says so, and catches up', async () => {
    const { key } = await room.campaign(await online(), [room.channels.hook], { name: 'Behind' });
    await room.post(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    await new Promise((next) => setTimeout(next, 20));
    const first = await view();
    expect(first.totals.lag).toBeGreaterThan(0);
    expect(first.alerts).toMatchObject([{ id: 'no-worker', severity: 'critical', count: 1 }]);
    await new Promise((next) => setTimeout(next, 20));
    expect((await view()).totals.lag).toBeGreaterThan(first.totals.lag);
    await room.work();
    const after = await view();
    expect(after.totals).toMatchObject({ due: 0, lag: 0, running: 0 });
    expect(after.alerts).toEqual([]);
    expect((await room.publication(key, room.channels.hook)).state).toBe('delivered');
  });

  it('shows a process that died, and forgets it in the end', async () => {
    const store = workersStore(room.app.strapi.db);
    const at = Date.now();
    const self = {
      host: 'web-1',
      pid: 7,
      engine: kind,
      since: at - minute,
      isStopping: false,
      isCutOff: false,
    };
    const doing = [{ channel: room.channels.hook, count: 3 }];
    await store.beat({ ...self, instance: 'living', beatAt: at, doing });
    await store.beat({ ...self, instance: 'dead', beatAt: at - goneAfter - 1_000, doing: [] });
    await store.beat({ ...self, instance: 'old', beatAt: at - 61 * minute, doing: [] });
    await store.beat({ ...self, instance: 'living', beatAt: at + 1, doing });
    const { workers, alerts } = await view();
    expect(workers).toMatchObject([
      { instance: 'living', state: 'working', doing: [{ name: 'Partner', count: 3 }], beatAt: at + 1 },
      { instance: 'dead', state: 'gone' },
      { instance: 'old', state: 'gone' },
    ]);
    expect(alerts).toMatchObject([{ id: 'worker-gone', severity: 'info', count: 2 }]);
    await store.forget(at - 60 * minute);
    expect((await view()).workers.map(({ instance }) => instance)).toEqual(['living', 'dead']);
  });

  it('says which channel is shut, and for how long by the word of its network', async () => {
    const resetAt = Date.now() + minute;
    const gate = {
      gate: `account:${room.channels.hook}`,
      remaining: 0,
      reset_at: resetAt,
      closed_until: resetAt,
    };
    await connection()('presence_rate_gates').insert({ ...gate, at: Date.now() });
    expect(await onHook()).toMatchObject({ shutUntil: resetAt });
    expect((await view()).alerts).toMatchObject([{ id: 'quota', name: 'Partner', until: resetAt }]);
  });

  it('shows it to those who may see publications, and to nobody else', async () => {
    const stranger = await hire(room.app, 'Nobody', []);
    expect((await stranger.call('GET', '/presence/operations')).status).toBe(403);
  });

  describe('what failed for good', () => {
    const dead = async () => (await room.emil.call<DeadView>('GET', '/presence/operations/dead')).body;
    const retry = (input: Partial<RetryCauseInput>, by: Staff = room.emil) =>
      room.post<RetryCauseView>(by, '/operations/dead/retry', {
        ...{ channel: room.channels.hook, code: 'webhook.status', seenAt: Date.now() },
        ...input,
      });
    /** Real campaigns on the webhook, which failed for good. */
    const failed = async (many: number, code = 'webhook.status'): Promise<string[]> => {
      const keys: string[] = [];
      for (let at = 0; at < many; at += 1) {
        const { publications } = await room.campaign(await online(), [room.channels.hook]);
        keys.push(publications[0]?.key ?? '');
      }
      await connection()('presence_publications')
        .whereIn('key', keys)
        .update({
          ...{
            state: 'rejected',
            error_code: code,
            error_message: 'It answered 500.',
            attempts: 1,
            failures: 10,
          },
          ...{ due_at: Date.now() - minute },
        });
      return keys;
    };
    const arrived = (keys: readonly string[]) =>
      room.receiver.received.filter(({ headers }) => keys.includes(String(headers['webhook-id'])));

    it('goes out exactly once when its cause is tried again by two people at once', async () => {
      const keys = await failed(3);
      const [other] = await failed(1, 'webhook.gone');
      const { seenAt, causes } = await dead();
      expect(causes).toMatchObject([
        { code: 'webhook.status', name: 'Partner', count: 3, message: 'It answered 500.' },
        { code: 'webhook.gone', count: 1, samples: [{ key: other, campaignName: 'Rye week' }] },
      ]);
      const both = await Promise.all([retry({ seenAt }), retry({ seenAt }, room.owner)]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect(both.reduce((sum, { body }) => sum + body.retried, 0)).toBe(3);
      await room.work();
      expect(arrived(keys)).toHaveLength(3);
      expect(new Set(arrived(keys).map(({ headers }) => headers['webhook-id'])).size).toBe(3);
      expect((await retry({ seenAt })).body).toEqual({ retried: 0, held: 0, refused: [], next: null });
      await room.work();
      expect(arrived([...keys, other ?? ''])).toHaveLength(3);
      expect((await dead()).causes).toMatchObject([{ code: 'webhook.gone', count: 1 }]);
      const { body } = await room.owner.call<{ items: { kind: string; details: object }[] }>(
        'GET',
        '/presence/audit?pageSize=100',
      );
      expect(body.items.filter(({ kind: of }) => of === 'publication.retry')).toHaveLength(3);
      expect(body.items.find(({ kind: of }) => of === 'publishing.retry-cause')?.details).toMatchObject({
        code: 'webhook.status',
      });
    });

    it('leaves alone what may have arrived, and what failed after the list was read', async () => {
      const [open, again] = await failed(2);
      await connection()('presence_publications').where('key', open).update({ armed_at: Date.now() });
      const seenAt = Date.now() - 1_000;
      await connection()('presence_attempts').insert({
        ...{ publication: again, number: 1, started_at: seenAt, ended_at: seenAt + 500 },
        ...{ outcome: 'rejected', code: '', message: '' },
      });
      expect((await retry({ seenAt })).body).toMatchObject({ retried: 0, refused: [] });
      expect((await retry({})).body).toMatchObject({ retried: 1 });
      await room.work();
      expect(arrived([open ?? ''])).toEqual([]);
      expect(arrived([again ?? ''])).toHaveLength(1);
    });

    it('waits for an approval where one is needed, and under a hold', async () => {
      const [one] = await failed(1);
      await room.govern(['api::article.article']);
      expect((await retry({})).body).toMatchObject({ retried: 0, held: 1 });
      await room.govern([]);
      const [other] = await failed(1);
      const hold = { scope: 'all', target: null, by: 'Rosa', reason: '' } as const;
      await holdsStore(room.app.strapi.db).put({ key: room.channels.site, ...hold, at: Date.now() });
      expect((await retry({})).body).toMatchObject({ retried: 1 });
      await wired(room.app.strapi).publishing.engine.tick();
      await wired(room.app.strapi).publishing.engine.idle();
      expect(arrived([one ?? '', other ?? ''])).toEqual([]);
      expect(await onHook()).toMatchObject({ held: 1, stopped: 1 });
    });

    it('needs the right to manage campaigns', async () => {
      const reader = await hire(room.app, 'Reader', ['read']);
      expect((await retry({}, reader)).status).toBe(403);
    });
  });

  describe('for Prometheus', () => {
    const scrape = async (token: string | null): Promise<Scraped> => {
      const response = await fetch(`${room.app.url}/api/presence/metrics`, {
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      };
    };

    it('says the same as text to a token that was granted it', async () => {
      await insert({ dueAt: Date.now() - 5 * minute }, { state: 'rejected', nextAt: null });
      await new Promise((next) => setTimeout(next, 1_100));
      const token = await machine(room.app, 'Prometheus', ['plugin::presence.metrics.scrape']);
      const { status, type, text } = await scrape(token);
      expect(status).toBe(200);
      expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
      const labels = `channel="${room.channels.hook}",name="Partner"`;
      expect(text).toContain(`presence_publications{${labels},state="dead"} 1\n`);
      expect(text).toContain(`presence_publications{${labels},state="due"} 1\n`);
      const lag = new RegExp(`^presence_publish_lag_seconds\\{${labels}\\} ([0-9.]+)$`, 'm').exec(text)?.[1];
      expect(Number(lag)).toBeGreaterThanOrEqual(300);
      expect(text).toContain('# TYPE presence_workers gauge\npresence_workers{state="working"} 0\n');
    });

    it.each<[string, () => Promise<string | null>, number]>([
      ['nobody', async () => null, 403],
      [
        'a token for something else',
        () => machine(room.app, 'Other', ['plugin::presence.machine.comment']),
        403,
      ],
      ['a forged token', async () => 'forged', 401],
    ])('refuses %s', async (_, token, status) => {
      expect(await scrape(await token())).toMatchObject({ status });
    });
  });
});

describe.each(databases())('a process that sends, on %s', (db) => {
  it('tells of itself while it runs, and says goodbye', async () => {
    const room = await campaignRoom(db);
    const { worker, running } = wired(room.app.strapi).publishing;
    try {
      expect((await running.look()).workers).toEqual([]);
      await worker.start();
      const { workers } = await running.look();
      expect(workers).toMatchObject([
        { engine: 'embedded', pid: process.pid, state: 'working', doing: [], isCutOff: false },
      ]);
      await worker.stop();
      expect((await running.look()).workers).toEqual([]);
    } finally {
      await room.stop();
    }
  });
});
