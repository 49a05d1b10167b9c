import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { webhook } from '../../server/channels/webhook';
import { outgoing } from '../../server/http/outgoing';
import type { Account, Delivery } from '../../src/channels/channel';
import { startWebhookReceiver, type Received, type WebhookReceiver } from '../network/webhook-receiver';

const key = randomBytes(32);
const dueAt = Date.UTC(2026, 10, 22, 8, 0, 0);

/** As any receiver checks a message: with the standard's own words, not with our code. */
function isGenuine({ headers, body }: Received): boolean {
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

describe('A publication reaches a webhook receiver', () => {
  let receiver: WebhookReceiver;
  beforeEach(async () => {
    receiver = await startWebhookReceiver();
  });
  afterEach(() => receiver.stop());

  let clock = dueAt + 5_000;
  const adapter = webhook({
    http: outgoing(['127.0.0.1']),
    absolute: async (url) => `https://cms.bakery.test${url}`,
    now: () => clock,
  });
  const account = (): Account => ({
    key: 'c',
    kind: 'webhook',
    name: 'Receiver',
    settings: { url: `${receiver.url}/hook?token=abc` },
    secret: { signingSecret: `whsec_${key.toString('base64')}` },
  });
  const delivery = (): Delivery => ({
    publication: randomUUID(),
    attempt: 1,
    entry: { uid: 'api::article.article', documentId: 'd', locale: 'de' },
    campaign: randomUUID(),
    seal: 'seal',
    copy: {
      text: 'Frische Brötchen 🥐',
      title: 'Brötchen',
      link: 'https://bakery.test/de/brot',
      pictures: [{ hash: 'h', url: '/uploads/h.jpg', alt: 'Brötchen' }],
      edited: false,
    },
    pageUrl: 'https://bakery.test/de/brot',
    createdAt: dueAt - 60_000,
    dueAt,
    track: async (url) => `${url}?t=1`,
    beat: async () => true,
  });

  test('signed, with everything that it needs to post the copy', async () => {
    const sent = delivery();
    const outcome = await adapter.deliver(account(), sent);
    const [message] = receiver.received;
    if (!message) throw new Error('nothing arrived');
    expect(outcome).toEqual({
      kind: 'delivered',
      remoteId: sent.publication,
      url: null,
      sent: {
        sha256: createHash('sha256').update(message.body, 'utf8').digest('hex'),
        bytes: Buffer.byteLength(message.body),
      },
    });
    expect(isGenuine(message)).toBe(true);
    expect(message.headers).toMatchObject({
      'webhook-id': sent.publication,
      'webhook-timestamp': String((dueAt + 5_000) / 1_000),
      'content-type': 'application/json',
    });
    expect(JSON.parse(message.body)).toEqual({
      type: 'presence.published',
      timestamp: '2026-11-22T08:00:00.000Z',
      data: {
        publication: sent.publication,
        campaign: sent.campaign,
        entry: sent.entry,
        seal: 'seal',
        title: 'Brötchen',
        description: '',
        text: 'Frische Brötchen 🥐',
        link: 'https://bakery.test/de/brot?t=1',
        page: 'https://bakery.test/de/brot',
        pictures: [{ url: 'https://cms.bakery.test/uploads/h.jpg', alt: 'Brötchen' }],
      },
    });
  });

  test.each([
    ['the answer is lost', { fault: 'reset' }],
    ['the receiver fails', { status: 500 }],
  ] as const)(
    'When %s, the same message is sent again under the same id, and acted on once',
    async (_, first) => {
      const sent = delivery();
      receiver.behave(first);
      // The receiver acted on it before the line broke.
      expect((await adapter.deliver(account(), sent)).kind).toBe('unknown');
      expect(adapter.find).toBeUndefined();
      receiver.behave({});
      clock += 60_000;
      expect((await adapter.deliver(account(), { ...sent, attempt: 2 })).kind).toBe('delivered');
      const [one, two] = receiver.received;
      expect(two?.body).toBe(one?.body);
      expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
      expect(two && isGenuine(two)).toBe(true);
      expect(receiver.accepted.size).toBe(1);
    },
  );

  test('A busy receiver says when to come back', async () => {
    receiver.behave({ status: 503, headers: { 'retry-after': '30' } });
    expect(await adapter.deliver(account(), delivery())).toMatchObject({ kind: 'retry', after: 30_000 });
  });

  test('A receiver that redirects is not followed', async () => {
    receiver.behave({ status: 308, headers: { location: `${receiver.url}/elsewhere` } });
    expect(await adapter.deliver(account(), delivery())).toMatchObject({
      kind: 'rejected',
      code: 'webhook.redirect',
    });
    expect(receiver.received).toHaveLength(1);
  });

  test('A receiver that answers with megabytes has still taken the message', async () => {
    receiver.behave({ status: 200, body: Buffer.alloc(5_000_000) });
    expect(await adapter.deliver(account(), delivery())).toMatchObject({ kind: 'delivered' });
  });

  test('Nobody listens: certainly nothing arrived', async () => {
    const gone = account();
    await receiver.stop();
    expect(await adapter.deliver(gone, delivery())).toMatchObject({
      kind: 'retry',
      code: 'outgoing.unreachable',
    });
    receiver = await startWebhookReceiver();
  });

  test('Whoever lost the lease sends nothing', async () => {
    expect(await adapter.deliver(account(), { ...delivery(), beat: async () => false })).toMatchObject({
      kind: 'retry',
    });
    expect(receiver.received).toEqual([]);
  });

  test('Neither secret nor address stands in any answer', async () => {
    const outcomes = [];
    for (const behaviour of [
      { status: 401 },
      { status: 500 },
      { status: 418 },
      { fault: 'reset' },
    ] as const) {
      receiver.behave(behaviour);
      outcomes.push(await adapter.deliver(account(), delivery()), await adapter.test(account()));
    }
    const said = JSON.stringify(outcomes);
    expect(said).not.toContain(key.toString('base64'));
    expect(said).not.toContain('token=abc');
  });
});
