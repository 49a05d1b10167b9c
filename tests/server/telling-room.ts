import { createHmac } from 'node:crypto';
import type { Account } from '../../src/channels/channel';
import { mailTransports } from '../../server/channels/mail-transports';
import { allowList } from '../../server/http/allow-list';
import { outgoing } from '../../server/http/outgoing';
import type { Presence } from '../../server/presence';
import { wired } from '../../server/wire';
import { wireNotices, type Telling } from '../../server/wire-notices';
import { startSmtp, type Smtp } from '../network/smtp.mjs';
import { startWebhookReceiver, type Received, type WebhookReceiver } from '../network/webhook-receiver';
import type { DatabaseKind } from './databases';
import { newsroom, type Newsroom } from './newsroom';

/** A newsroom with a mail server, a receiver of webhooks, and a clock that the test moves. */
export interface TellingRoom extends Newsroom {
  readonly presence: Presence;
  readonly smtp: Smtp;
  readonly receiver: WebhookReceiver;
  readonly clock: { now: number };
  /** Where mails go out by; null for a business without e-mail. */
  account: Account | null;
  /** The loop as another process would build it: same database, nothing remembered. */
  process(options?: { readonly allow?: readonly string[]; readonly timeout?: number }): Telling;
  /** A receiver of these events, through the API; gives its key and secret. */
  hook(
    events: readonly string[] | null,
    path?: string,
  ): Promise<{ readonly key: string; readonly secret: string }>;
  /** Rows of one of our tables. */
  rows(name: string, where?: object): Promise<readonly Record<string, unknown>[]>;
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export async function tellingRoom(db: DatabaseKind): Promise<TellingRoom> {
  const room = await newsroom(db);
  const smtp = await startSmtp();
  const receiver = await startWebhookReceiver();
  const presence = wired(room.app.strapi);
  const clock = { now: Date.now() };
  const transports = mailTransports({
    list: allowList(['127.0.0.1']),
    strapiSend: async () => undefined,
    now: () => clock.now,
    wait: async () => undefined,
  });
  const made: Telling[] = [];
  const telling: TellingRoom = {
    ...room,
    ...{ presence, smtp, receiver, clock },
    account: {
      key: 'a1b2c3d4-0000-4000-8000-000000000001',
      kind: 'email',
      name: 'Newsletter',
      settings: {
        fromName: 'Lindner & Daughters',
        fromEmail: 'news@bakery.test',
        rate: 1_000,
        smtp: { host: '127.0.0.1', port: smtp.port, security: 'none', connections: 2 },
      },
      secret: null,
    },
    process({ allow = ['127.0.0.1'], timeout = 10_000 } = {}) {
      const http = outgoing(allow);
      const one = wireNotices(room.app.strapi, {
        ...presence,
        outboxBell: { ring: () => undefined },
        http: { send: (request) => http.send({ ...request, timeout }) },
        account: async () => telling.account,
        transportOf: transports.of,
        titleOf: async () => 'Rye is back',
        now: () => clock.now,
      });
      made.push(one);
      return one;
    },
    async hook(events, path = '/hook') {
      const { status, body } = await room.owner.call<{ webhook: { key: string }; secret: string }>(
        'POST',
        '/presence/webhooks',
        { name: 'Site', url: `${receiver.url}${path}`, events, enabled: true },
      );
      if (status !== 201) throw new Error(JSON.stringify(body));
      return { key: body.webhook.key, secret: body.secret };
    },
    rows: (name, where = {}) => room.app.strapi.db.query(`presence::${name}`).findMany({ where }),
    async clear() {
      for (const name of [
        'outbox',
        'delivery',
        'webhook',
        'notices',
        'notice-read',
        'digest-item',
        'notice-preference',
      ])
        await room.app.strapi.db.query(`presence::${name}`).deleteMany();
      smtp.heal();
      smtp.clear();
      receiver.behave({});
      receiver.clear();
    },
    async stop() {
      for (const one of made) await one.loop.stop();
      transports.close();
      await smtp.stop();
      await receiver.stop();
      await room.app.stop();
    },
  };
  return telling;
}

/** Tells everything that is due now. */
export async function drained({ loop }: Telling): Promise<void> {
  for (const _ of [1, 2]) {
    while (await loop.tick());
    await loop.idle();
  }
}

/** As any receiver checks a message: with the standard's own words, not with our code. */
export function isGenuine({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}
