import { entryIdOf } from '../../src/shared/entry-key';
import { databases } from './boot';
import { article } from './newsroom';
import { drained, isGenuine, tellingRoom, type TellingRoom } from './telling-room';

interface Told {
  readonly type: string;
  readonly data: {
    readonly id: string;
    readonly at: number;
    readonly actor: { readonly name: string };
    readonly entry: { readonly documentId: string; readonly title: string };
    readonly seal: string | null;
  };
}

describe.each(databases())('events, on %s', (db) => {
  let room: TellingRoom;
  beforeAll(async () => {
    room = await tellingRoom(db);
  });
  afterAll(() => room.stop());
  beforeEach(() => room.clear());

  const rye = entryIdOf({ uid: article, documentId: 'rye', locale: 'en' });
  const emit = (details: object = {}) =>
    room.presence.outbox.emit({
      type: 'entry.published',
      actor: { kind: 'user', id: '1', name: 'Rosa' },
      entry: rye,
      seal: 'a'.repeat(64),
      details: { ...details },
    });
  /** In the order of what happened: several are on their way at once. */
  const told = (): Told[] =>
    room.receiver.received
      .map(({ body }) => JSON.parse(body) as Told)
      .sort((one, other) => one.data.at - other.data.at);

  it('reach a receiver signed, with what happened, who did it and to which content', async () => {
    const { secret } = await room.hook(['review.approved', 'entry.published']);
    const id = await room.write(room.emil, { title: 'Rye is back' });
    await room.approve(id);
    expect((await room.publish(room.owner, id)).status).toBe(200);
    await drained(room.process());
    expect(told().map(({ type }) => type)).toEqual(['review.approved', 'entry.published']);
    expect(told()[1]?.data).toMatchObject({
      actor: { name: room.owner.name },
      entry: { uid: article, documentId: id, locale: 'en', title: 'Rye is back' },
      seal: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    for (const message of room.receiver.received) {
      expect(isGenuine(message, secret)).toBe(true);
      expect(message.headers['webhook-id']).toBe((JSON.parse(message.body) as Told).data.id);
    }
    expect(room.receiver.received[0]?.body).not.toContain('@bakery.test');
  });

  it('are not told of what was undone', async () => {
    await room.hook(null);
    const undone = room.app.strapi.db.transaction(async () => {
      await emit();
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const id = await room.write(room.emil, { title: 'Not approved' });
    expect((await room.publish(room.owner, id)).status).toBe(400);
    expect((await room.rows('outbox', { kind: 'event' })).map(({ body }) => String(body))).toEqual([]);
    await drained(room.process());
    expect(told()).toEqual([]);
  });

  describe('survive a process that dies', () => {
    const dead = { lease_token: 'dead' };
    const take = (name: string, where: object) =>
      room.app.strapi.db.query(`presence::${name}`).updateMany({
        where,
        data: { ...dead, lease_until: room.clock.now + 60_000 },
      });

    it('before it told anybody', async () => {
      await room.hook(null);
      await emit();
      await drained(room.process());
      expect(told()).toHaveLength(1);
    });

    it('with the event in its hands', async () => {
      await room.hook(null);
      await emit();
      expect((await take('outbox', { state: 'open' })).count).toBe(1);
      const next = room.process();
      await drained(next);
      expect(told()).toHaveLength(0);
      room.clock.now += 60_001;
      await drained(next);
      expect(told()).toHaveLength(1);
    });

    it('between the request and the writing down, under the same id', async () => {
      await room.hook(null);
      await emit();
      await drained(room.process());
      // As if the answer had not been written down: the row is still held by the dead one.
      await take('delivery', { state: 'delivered' });
      await room.app.strapi.db
        .query('presence::delivery')
        .updateMany({ where: dead, data: { state: 'waiting', ended_at: null } });
      room.clock.now += 60_001;
      await drained(room.process());
      const ids = room.receiver.received.map(({ headers }) => headers['webhook-id']);
      expect(ids).toHaveLength(2);
      expect(ids[1]).toBe(ids[0]);
    });
  });

  it('are told once by two processes beside each other', async () => {
    await room.hook(null);
    await room.hook(['entry.published'], '/second');
    for (let count = 0; count < 40; count += 1) await emit({ count });
    const processes = [room.process(), room.process()];
    await Promise.all(processes.map(drained));
    await Promise.all(processes.map(drained));
    const sent = room.receiver.received.map(
      ({ path, headers }) => `${path} ${String(headers['webhook-id'])}`,
    );
    expect(sent).toHaveLength(80);
    expect(new Set(sent).size).toBe(80);
  });

  it.each([
    ['fails', { status: 500 }],
    ['cuts the line', { fault: 'reset' }],
    ['does not answer in time', { fault: 'hang' }],
    ['refuses the signature', { status: 401 }],
  ] as const)('come again under the same id when the receiver %s', async (_, behaviour) => {
    const { key, secret } = await room.hook(null);
    const process = room.process({ timeout: 250 });
    room.receiver.behave(behaviour);
    await emit();
    await drained(process);
    await drained(process);
    expect(room.receiver.received).toHaveLength(1);
    const { body } = await room.owner.call<{ items: { state: string; message: string; nextAt: number }[] }>(
      'GET',
      `/presence/webhooks/${key}/deliveries`,
    );
    expect(body.items).toMatchObject([{ state: 'waiting', nextAt: expect.any(Number) }]);
    expect(body.items[0]?.message.length).toBeGreaterThan(20);
    room.receiver.behave({});
    room.clock.now += 60_000;
    await drained(process);
    const [first, second] = room.receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    expect(second && isGenuine(second, secret)).toBe(true);
    expect(await room.rows('delivery', { state: 'delivered' })).toHaveLength(1);
  });

  it('are given up after many tries, with a notice, and can be sent again', async () => {
    const { key } = await room.hook(null);
    const process = room.process();
    room.receiver.behave({ status: 503 });
    await emit();
    for (let count = 0; count < 12; count += 1) {
      await drained(process);
      room.clock.now += 5 * 3_600_000;
    }
    expect(room.receiver.received).toHaveLength(10);
    const [dead] = await room.rows('delivery', { kind: 'webhook' });
    expect(dead).toMatchObject({ state: 'failed', attempts: 10, status: 503 });
    expect((await room.rows('notices')).map(({ code }) => code)).toEqual(['events.webhook-given-up']);
    room.receiver.behave({});
    const again = `/presence/webhooks/${key}/deliveries/${String(dead?.['key'])}/again`;
    expect((await room.owner.call('POST', again)).status).toBe(204);
    await drained(process);
    const ids = new Set(room.receiver.received.map(({ headers }) => headers['webhook-id']));
    expect([room.receiver.received.length, ids.size]).toEqual([11, 1]);
    expect((await room.owner.call('POST', again)).status).toBe(204);
    expect((await room.owner.call('POST', again)).status).toBe(400);
  });

  it('are no longer sent to a receiver that is closed for good, and somebody is told', async () => {
    const { key } = await room.hook(null);
    room.receiver.behave({ status: 410 });
    await emit();
    await emit();
    await drained(room.process());
    const { body } = await room.owner.call<{ enabled: boolean; reason: string }[]>(
      'GET',
      '/presence/webhooks',
    );
    expect(body).toMatchObject([{ key, enabled: false, reason: expect.stringContaining('410') }]);
    expect((await room.rows('notices')).map(({ code }) => code)).toEqual(['events.webhook-off']);
    const before = room.receiver.received.length;
    await emit();
    await drained(room.process());
    expect(room.receiver.received).toHaveLength(before);
  });

  it('never go to a private network that nobody allowed', async () => {
    const { key } = await room.hook(null);
    await emit();
    await drained(room.process({ allow: [] }));
    expect(room.receiver.received).toEqual([]);
    const { body } = await room.owner.call<{ items: object[] }>(
      'GET',
      `/presence/webhooks/${key}/deliveries`,
    );
    expect(body.items).toMatchObject([
      { state: 'failed', message: expect.stringContaining('private network') },
    ]);
  });

  it('are not held up by another receiver that does not answer', async () => {
    await room.hook(null, '/dead');
    await room.hook(null, '/alive');
    room.receiver.behave(({ path }) => (path === '/dead' ? { fault: 'hang' } : {}));
    for (let count = 0; count < 8; count += 1) await emit();
    const { loop } = room.process({ timeout: 1_500 });
    await loop.tick();
    const alive = () => room.receiver.received.filter(({ path }) => path === '/alive').length;
    while (alive() < 8) await new Promise(setImmediate);
    expect(await room.rows('delivery', { state: 'delivered' })).not.toEqual([]);
    expect(await room.rows('delivery', { state: 'waiting', failures: 1 })).toEqual([]);
    await loop.idle();
  });

  it('show their secret once and keep it encrypted', async () => {
    const { key, secret } = await room.hook(null);
    const list = await room.owner.call('GET', '/presence/webhooks');
    const [row] = await room.rows('webhook');
    for (const place of [
      JSON.stringify(list.body),
      JSON.stringify(row),
      JSON.stringify(await room.audit('webhook.create')),
    ])
      expect(place).not.toContain(secret.slice(6));
    const renewed = await room.owner.call<{ secret: string }>('POST', `/presence/webhooks/${key}/secret`);
    expect(renewed.body.secret).not.toBe(secret);
    await emit();
    await drained(room.process());
    const [message] = room.receiver.received;
    expect(message && isGenuine(message, renewed.body.secret)).toBe(true);
    expect(message && isGenuine(message, secret)).toBe(false);
  });

  it('are looked after only by who may change the settings, with addresses that are some', async () => {
    const input = { name: 'Site', url: room.receiver.url, events: null, enabled: true };
    expect((await room.emil.call('GET', '/presence/webhooks')).status).toBe(403);
    expect((await room.emil.call('POST', '/presence/webhooks', input)).status).toBe(403);
    for (const wrong of [
      { url: 'ftp://a.example' },
      { events: [] },
      { events: ['entry.baked'] },
      { name: '' },
    ])
      expect((await room.owner.call('POST', '/presence/webhooks', { ...input, ...wrong })).status).toBe(400);
    const none = '00000000-0000-4000-8000-000000000000';
    expect((await room.owner.call('PUT', `/presence/webhooks/${none}`, input)).status).toBe(404);
    expect((await room.owner.call('GET', `/presence/webhooks/${none}/deliveries`)).status).toBe(404);
  });

  it('older than a month are removed', async () => {
    await room.hook(null);
    await emit();
    const process = room.process();
    await drained(process);
    await process.sweep();
    expect(await room.rows('outbox', { kind: 'event' })).toHaveLength(1);
    room.clock.now += 31 * 86_400_000;
    await process.sweep();
    expect([await room.rows('outbox', { kind: 'event' }), await room.rows('delivery')]).toEqual([[], []]);
  });
});
