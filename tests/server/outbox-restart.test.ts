import { databases, bootStrapi, type App } from './boot';
import { createDatabase, type TestDatabase } from './databases';
import { hire } from './staff';
import { startWebhookReceiver, type WebhookReceiver } from '../network/webhook-receiver';
import { wired } from '../../server/wire';

describe.each(databases())('an event that was written before Strapi died, on %s', (db) => {
  let database: TestDatabase;
  let receiver: WebhookReceiver;
  const running: App[] = [];
  beforeAll(async () => {
    database = await createDatabase(db);
    receiver = await startWebhookReceiver();
  });
  afterAll(async () => {
    for (const app of running) await app.stop();
    await receiver.stop();
    await database.drop();
  });

  it('is told by the next start', async () => {
    const first = await bootStrapi({ database });
    const owner = await hire(first, 'Rosa');
    const made = await owner.call('POST', '/presence/webhooks', {
      ...{ name: 'Site', url: `${receiver.url}/hook`, events: ['workflow.changed'], enabled: true },
    });
    expect(made.status).toBe(201);
    await wired(first.strapi).outbox.emit({
      type: 'workflow.changed',
      actor: { kind: 'system', name: 'Test' },
    });
    await first.stop();
    expect(receiver.received).toEqual([]);

    const arrived = new Promise<void>((resolve) =>
      receiver.behave(() => {
        resolve();
        return {};
      }),
    );
    running.push(
      await bootStrapi({
        database,
        presence: { engine: { enabled: true }, outgoing: { allow: ['127.0.0.1'] } },
      }),
    );
    await arrived;
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ type: 'workflow.changed' });
  });
});
