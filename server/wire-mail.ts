import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { domainToASCII } from 'node:url';
import type { Core } from '@strapi/strapi';
import { signUpLimit } from '../src/audience/limit';
import { unsubscribeToken } from '../src/audience/mail-token';
import type { Account } from '../src/channels/channel';
import type { NewTouchpoint } from '../src/engagement/schema';
import type { Tokens } from '../src/shared/token';
import { email } from './channels/email';
import { mailTransports } from './channels/mail-transports';
import { allowList } from './http/allow-list';
import { audience as makeAudience } from './services/audience';
import { audienceFreeze } from './services/audience-freeze';
import { confirmations as makeConfirmations } from './services/confirmations';
import { consenting as makeConsenting } from './services/consenting';
import { contactsService } from './services/contacts';
import { letters as makeLetters } from './services/letters';
import { mailBatch } from './services/mail-batch';
import { mailDoubts } from './services/mail-doubts';
import { newsletter } from './services/newsletter';
import type { Connection } from './stores/bulk';
import { consentsStore } from './stores/consents';
import { contactsStore } from './stores/contacts';
import { mailClaims } from './stores/mail-claims';
import { mailingsStore } from './stores/mailings';
import { mailsStore } from './stores/mails';
import { ownUrl, restPrefix, type Engagement } from './wire-engagement';
import type { Governance } from './wire-governance';

interface Deps extends Pick<Governance, 'audit' | 'entries' | 'settings' | 'notices'> {
  readonly links: Engagement['links'];
  readonly ledger: Pick<Engagement['ledger'], 'record' | 'writeIn'>;
  readonly tokens: Tokens;
  /** Entries of `outgoing.allow`. */
  readonly allow: readonly string[];
  /** The e-mail channel that confirmation mails go out by; null where there is none. */
  readonly account: () => Promise<Account | null>;
  /** Lets a mailing that had ended go on. */
  readonly goOn: (publication: string) => Promise<boolean>;
  readonly wake: () => void;
  readonly now: () => number;
}

export type Mail = ReturnType<typeof wireMail>;

/** The part of the composition that keeps the list of subscribers and writes to them. */
export function wireMail(strapi: Core.Strapi, deps: Deps) {
  const { db } = strapi;
  const { entries, settings, notices, links, ledger, tokens, account, now } = deps;
  const uuid = () => randomUUID();
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const list = allowList(deps.allow);
  const [contacts, consents, mailings] = [contactsStore(db), consentsStore(db), mailingsStore(db)];
  const [mails, claims] = [mailsStore(db), mailClaims(db)];
  const publicUrl = async () => (await settings.get()).publicUrl || ownUrl(strapi);
  const linkTo = async (path: string) => `${await publicUrl()}${restPrefix(strapi)}/presence/${path}`;

  const transports = mailTransports({
    list,
    strapiSend: (options) => strapi.plugin('email').service('email').send(options),
    now,
    wait: (ms) => wait(ms),
  });
  const consenting = makeConsenting({ consents, hash, now, uuid });
  const people = contactsService({
    ...{ contacts, consents, mails, mailings, consenting, now },
    audit: deps.audit,
    transaction: async (work) => db.transaction(work),
  });
  const confirmations = makeConfirmations({
    account,
    transportOf: transports.of,
    linkOf: (token) => linkTo(`confirm/${token}`),
    notices,
    uuid,
  });
  const visitorKey = randomBytes(32);
  const audience = makeAudience({
    contacts,
    mailings,
    consenting,
    tokens,
    limit: signUpLimit(),
    ask: confirmations.ask,
    record: ledger.record,
    asciiOf: domainToASCII,
    visitorOf: (ip) => createHmac('sha256', visitorKey).update(ip).digest('base64'),
    onFailure: (error) => strapi.log.error(`presence: a sign-up failed: ${String(error)}`),
    now,
    uuid,
  });
  const touchpoints = (connection: Connection, rows: readonly NewTouchpoint[]) =>
    ledger.writeIn(connection, { touchpoints: rows, drops: [] });
  const letters = makeLetters({ entries, settings: settings.get, publicUrl });
  const send = newsletter({
    mailings,
    mails,
    claims,
    freeze: audienceFreeze({ contacts, mailings, mails, hash, now }),
    letters,
    batch: mailBatch({
      contacts,
      claims,
      links: links.mail,
      unsubscribeUrl: (contact, publication) =>
        linkTo(`unsubscribe/${unsubscribeToken(tokens, contact, publication)}`),
      bounced: people.bounced,
      touchpoints,
      now,
    }),
    transportOf: transports.of,
    notices,
    now,
    uuid,
  });
  return {
    audience,
    contacts: people,
    doubts: mailDoubts({
      mails,
      mailings,
      contacts,
      touchpoints,
      audit: deps.audit.record,
      goOn: deps.goOn,
      wake: deps.wake,
      transaction: async (work) =>
        await db.transaction(async ({ trx, rollback }) => {
          const result = await work(trx);
          if (!result.ok) await rollback();
          return result;
        }),
      now,
    }),
    letters,
    brand: confirmations.brand,
    transportOf: transports.of,
    adapter: email({
      send: send.send,
      transportOf: transports.of,
      list,
      provider: () => strapi.config.get('plugin::email.provider', 'sendmail'),
    }),
    async stop(): Promise<void> {
      await audience.idle();
      transports.close();
    },
  };
}
