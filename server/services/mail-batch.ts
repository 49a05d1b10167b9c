import { lineOf } from '../../src/audience/address';
import type { Contact, MailRow } from '../../src/audience/schema';
import { stateOf } from '../../src/audience/standing';
import { nextTryAfter, verdictOf, type Verdict } from '../../src/audience/verdict';
import type { Delivery, Outcome } from '../../src/channels/channel';
import type { EmailSettings } from '../../src/channels/settings/email';
import type { NewTouchpoint } from '../../src/engagement/schema';
import { entryIdOf } from '../../src/shared/entry-key';
import type { MailTransport, OutgoingMail } from '../channels/mail-transport';
import type { Letter } from '../mail/letter';
import type { Connection } from '../stores/bulk';
import type { ContactsStore } from '../stores/contacts';
import type { MailClaims, Settled } from '../stores/mail-claims';
import type { MailLinks } from './links';

interface MailBatchDeps {
  readonly contacts: Pick<ContactsStore, 'byKeys' | 'byKey'>;
  readonly claims: Pick<MailClaims, 'start' | 'settle'>;
  /** Tracked links of one mail. */
  readonly links: (about: MailLinks) => { wrap(url: string): Promise<string>; pixel(): Promise<string> };
  readonly unsubscribeUrl: (contact: string, publication: string) => Promise<string>;
  readonly bounced: (contact: string, reply: string) => Promise<void>;
  /** Writes touchpoints in the transaction of what they tell. */
  readonly touchpoints: (connection: Connection, rows: readonly NewTouchpoint[]) => Promise<void>;
  readonly now: () => number;
}

interface Batch {
  readonly batch: readonly MailRow[];
  readonly lease: { readonly token: string; readonly until: () => number };
  readonly delivery: Delivery;
  readonly settings: EmailSettings;
  readonly letter: Letter;
  readonly transport: MailTransport;
}

/** How often is asked, while mails go out, whether they still may: a person who stops them waits no longer. */
const beatEvery = 500;

interface Ready {
  readonly mail: MailRow;
  readonly contact: Contact;
  readonly outgoing: OutgoingMail;
}

interface End extends Settled {
  readonly isBounced: boolean;
}

export type MailBatch = ReturnType<typeof mailBatch>;

/** Sends the mails of one lease over all connections. Returns why the mailing cannot go on now, or null. */
export const mailBatch =
  (deps: MailBatchDeps) =>
  async (work: Batch): Promise<Outcome | null> => {
    const { batch, lease, delivery, settings, letter, transport } = work;
    const { publication, campaign } = delivery;
    const entry = entryIdOf(delivery.entry);
    const people = await deps.contacts.byKeys(batch.map(({ contact }) => contact));
    const about = {
      entry,
      channel: 'email',
      publication,
      campaign,
      visitor: null,
      path: null,
      source: 'mail@1',
    };
    let stopped: { readonly why: NonNullable<Verdict['stop']>; readonly reply: string } | null = null;

    async function composed(mail: MailRow): Promise<Ready | null> {
      const contact = people.get(mail.contact);
      if (!contact) return null;
      const links = deps.links({ publication, campaign, entry, channel: 'email', mail: mail.key });
      const unsubscribe = await deps.unsubscribeUrl(contact.key, publication);
      const targets = await Promise.all(letter.links.map((url) => links.wrap(url)));
      const name = lineOf(contact.name);
      const outgoing: OutgoingMail = {
        ...letter.fill({ name, unsubscribe, pixel: await links.pixel(), links: targets }),
        from: { name: settings.fromName, address: settings.fromEmail },
        to: { name, address: contact.email },
        replyTo: settings.replyTo,
        subject: letter.subject,
        messageId: mail.message_id,
        headers: {
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'List-ID': `<${listIdOf(settings)}>`,
        },
      };
      return { mail, contact, outgoing };
    }

    /**
     * As many mails as there are connections: marked in one statement, sent at the same time, written down in one statement. So a
     * process that dies leaves no more mails in doubt than it had connections, and a slow disk is asked twice a wave, not twice a mail.
     */
    async function send(wave: readonly MailRow[]): Promise<void> {
      const ready = await Promise.all(wave.map((mail) => composed(mail)));
      const present = ready.filter((one) => one !== null);
      const started = await deps.claims.start(
        present.map(({ mail }) => mail.id),
        lease.token,
        lease.until(),
      );
      const settled = await Promise.all([
        ...present.filter(({ mail }) => started.has(mail.id)).map(handedOver),
        ...wave.filter(({ id }) => !started.has(id)).map(leftOut),
      ]);
      const at = deps.now();
      const ends = settled.filter((one) => one !== null);
      await deps.claims.settle(ends, lease.token, at, async (counts, connection) => {
        const totals = {
          delivered: counts.get('sent') ?? 0,
          bounced: ends.filter(({ isBounced }) => isBounced).length,
        };
        await deps.touchpoints(
          connection,
          (['delivered', 'bounced'] as const)
            .filter((kind) => totals[kind] > 0)
            .map((kind) => ({ ...about, at, kind, value: totals[kind] })),
        );
      });
    }

    /** Not begun: the person has left, or another process has the lease now. */
    async function leftOut({ id, contact: key }: MailRow): Promise<End | null> {
      const contact = await deps.contacts.byKey(key);
      if (contact && stateOf(contact) === 'subscribed') return null;
      const reply = contact
        ? 'The person left before this mail was sent.'
        : 'The person was erased before this mail was sent.';
      return { id, state: 'suppressed', reply, next_at: 0, isBounced: false };
    }

    async function handedOver({ mail, contact, outgoing }: Ready): Promise<End> {
      const sent = await transport.send(outgoing);
      if (sent.taken) return { id: mail.id, state: 'sent', reply: sent.reply, next_at: 0, isBounced: false };
      const { reply } = sent.handover;
      const attempt = mail.attempts + 1;
      const verdict = verdictOf(sent.handover, attempt, settings.uncertain);
      if (verdict.stop) stopped ??= { why: verdict.stop, reply };
      if (verdict.bounced) await deps.bounced(contact.key, reply);
      const next_at = verdict.row === 'retry' ? deps.now() + nextTryAfter(attempt) : 0;
      return { id: mail.id, state: verdict.row, reply, next_at, isBounced: verdict.bounced };
    }

    let beatenAt = deps.now();
    for (let at = 0; at < batch.length && !stopped; at += transport.lanes) {
      await send(batch.slice(at, at + transport.lanes));
      if (deps.now() - beatenAt < beatEvery) continue;
      beatenAt = deps.now();
      if (!(await delivery.beat())) break;
    }
    return stopped && stopOf(stopped);
  };

/** Name of the list under the sender's domain (RFC 2919). */
const listIdOf = ({ list, fromEmail }: EmailSettings): string => {
  const domain = fromEmail.slice(fromEmail.lastIndexOf('@') + 1);
  return `${
    list
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'list'
  }.${domain}`;
};

function stopOf({
  why,
  reply,
}: {
  readonly why: NonNullable<Verdict['stop']>;
  readonly reply: string;
}): Outcome {
  switch (why) {
    case 'credentials':
      return {
        kind: 'reauthorise',
        code: 'email.credentials-refused',
        message: `The mail server refuses the user name or the password (${reply}). Enter them again in the channel and test it; what was not sent goes out then.`,
      };
    case 'sender':
      return {
        kind: 'blocked',
        code: 'email.sender-refused',
        message: `The mail server does not let this channel send from its address (${reply}). Change the sender in the channel, or ask the provider of the mail server.`,
      };
    case 'address':
      return { kind: 'blocked', code: 'outgoing.refused', message: reply };
    case 'unreachable':
      return {
        kind: 'retry',
        code: 'email.unreachable',
        message: `The mail server cannot be reached (${reply}). What was not sent yet is tried again.`,
      };
  }
}
