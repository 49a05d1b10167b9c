import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Account } from '../src/channels/channel';
import { strapiTransport, type MailTransport } from './channels/mail-transport';
import { signedMessage } from './channels/standard-webhook';
import { outboxLoop } from './engine/outbox';
import type { Outgoing } from './http/outgoing';
import { noticeMail } from './mail/notice-mail';
import { addressing } from './services/addressing';
import { cached } from './services/cached';
import { deliverMail } from './services/deliver-mail';
import { deliverWebhook } from './services/deliver-webhook';
import { noticePreferences } from './services/notice-preferences';
import { addressOf, noticeSender } from './services/notice-sender';
import { rounds } from './services/rounds';
import { secretBox, type Encryption } from './services/secret-box';
import { webhookPost } from './services/webhook-post';
import { webhooks as makeWebhooks } from './services/webhooks';
import type { Connection } from './stores/bulk';
import { deliveriesStore } from './stores/deliveries';
import { digestItemsStore } from './stores/digest-items';
import { noticePreferencesStore } from './stores/notice-preferences';
import { noticeReadsStore } from './stores/notice-reads';
import { noticesStore } from './stores/notices';
import { outboxStore } from './stores/outbox';
import { readersStore } from './stores/readers';
import { webhooksStore } from './stores/webhooks';
import type { Governance } from './wire-governance';

interface Deps extends Pick<Governance, 'audit' | 'entries' | 'notices' | 'settings' | 'outboxBell'> {
  readonly http: Outgoing;
  /** The first e-mail channel; null where there is none. */
  readonly account: () => Promise<Account | null>;
  readonly transportOf: (account: Account) => MailTransport;
  readonly titleOf: (entry: string) => Promise<string | null>;
  readonly now: () => number;
}

/** How long what was told is kept, so that it can be looked at and sent again. */
const keptFor = 30 * 86_400_000;
const perDelete = 1_000;

export type Telling = ReturnType<typeof wireNotices>;

/** The part of the composition that tells people and systems: mails about notices, webhooks. */
export function wireNotices(strapi: Core.Strapi, deps: Deps) {
  const { db } = strapi;
  const { audit, entries, notices, settings, http, now } = deps;
  const uuid = () => randomUUID();
  const random = Math.random;
  const transaction = (work: (connection: Connection) => Promise<void>): Promise<void> =>
    db.connection.transaction(work);
  const encryption = () => strapi.service('admin::encryption') as unknown as Encryption;
  const secrets = secretBox({
    encrypt: (text) => encryption().encrypt(text),
    decrypt: (text) => encryption().decrypt(text),
  });
  const [outbox, deliveries, items] = [outboxStore(db), deliveriesStore(db), digestItemsStore(db)];
  const [hooks, readers, reads] = [webhooksStore(db), readersStore(db), noticeReadsStore(db)];
  const inbox = noticesStore(db);
  const known = cached(() => hooks.list(), now);

  const sender = noticeSender({
    account: deps.account,
    transportOf: deps.transportOf,
    strapiFrom: () => addressOf(strapi.config.get('plugin::email.settings.defaultFrom')),
    strapiTransport: strapiTransport(
      (options) => strapi.plugin('email').service('email').send(options),
      10,
      now,
      (ms) => wait(ms),
    ),
  });
  const preferences = noticePreferences({
    store: noticePreferencesStore(db),
    readers,
    zone: async () => (await settings.get()).zone,
    sender: async () => (await sender())?.from.address ?? null,
    now,
  });
  const post = webhookPost({ http, secrets, sign: signedMessage, now });
  const toWebhook = deliverWebhook({ outbox, webhooks: hooks, deliveries, notices, post, now, random });
  const toPerson = deliverMail({
    items,
    notices: { byKey: inbox.byKey, raise: notices.raise },
    reads,
    readers,
    sender,
    compose: noticeMail,
    adminUrl: () => strapi.config.get<string>('admin.absoluteUrl', '').replace(/\/+$/, ''),
    isSingleType: (uid) => entries.models().some((model) => model.uid === uid && model.kind === 'singleType'),
    now,
    random,
  });
  const setTimer = (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const loop = outboxLoop({
    outbox,
    deliveries,
    address: addressing({
      ...{ outbox, deliveries, items, readers, preferences, transaction, now, uuid },
      notices: inbox,
      webhooks: known.get,
      titleOf: deps.titleOf,
    }),
    deliver: (row) => (row.kind === 'webhook' ? toWebhook(row) : toPerson(row)),
    instance: uuid(),
    now,
    setTimer,
    log: strapi.log,
    lease: 130_000,
    pollEvery: 5_000,
  });
  deps.outboxBell.ring = loop.wake;

  /** Removes what was told long ago. */
  async function sweep(): Promise<void> {
    const before = now() - keptFor;
    while ((await deliveries.deleteBefore(before, perDelete)) === perDelete);
    while ((await outbox.deleteBefore(before, perDelete)) === perDelete);
  }

  return {
    loop,
    sweep,
    preferences,
    webhooks: makeWebhooks({
      ...{ store: hooks, deliveries, secrets, audit, post, now, uuid },
      newSecret: () => `whsec_${randomBytes(32).toString('base64')}`,
      ring: loop.wake,
    }),
    rounds: rounds({
      rounds: [{ name: 'removal of what was told long ago', every: 3_600_000, run: sweep }],
      setTimer,
      onFailure: (name, error) => strapi.log.error(`presence: ${name} failed: ${String(error)}`),
    }),
  };
}
