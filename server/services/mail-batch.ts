import { lineOf } from '../../src/audience/address';
import type { Contact, MailRow } from '../../src/audience/schema';
import { stateOf } from '../../src/audience/standing';
import { nextTryAfter, verdictOf, type Verdict } from '../../src/audience/verdict';
import type { Delivery, Outcome } from '../../src/channels/channel';
import type { EmailSettings } from '../../src/channels/schema';
import type { NewTouchpoint } from '../../src/engagement/schema';
import { entryIdOf } from '../../src/shared/entry-key';
import type { MailTransport, OutgoingMail, Sent } from '../channels/mail-transport';
import type { Letter } from '../mail/letter';
import type { ContactsStore } from '../stores/contacts';
import type { MailClaims, Settled } from '../stores/mail-claims';
import { groupCommit } from './group-commit';
import type { MailLinks } from './links';

export interface MailBatchDeps {
  readonly contacts: Pick<ContactsStore, 'byKeys' | 'byKey'>;
  readonly claims: Pick<MailClaims, 'start' | 'settle'>;
  /** Tracked links of one mail. */
  readonly links: (about: MailLinks) => { wrap(url: string): Promise<string>; pixel(): Promise<string> };
  readonly unsubscribeUrl: (contact: string, publication: string) => Promise<string>;
  readonly bounced: (contact: string, reply: string) => Promise<void>;
  readonly record: (touchpoints: readonly NewTouchpoint[]) => Promise<void>;
  readonly failureOf: (error: unknown) => 'again' | 'row' | 'broken';
  readonly now: () => number;
}

export interface Batch {
  readonly batch: readonly MailRow[];
  readonly lease: { readonly token: string; readonly until: () => number };
  readonly delivery: Delivery;
  readonly settings: EmailSettings;
  readonly letter: Letter;
  readonly transport: MailTransport;
}

/** How often the publication's lease is extended while mails go out. */
const beatEvery = 5_000;

export type MailBatch = ReturnType<typeof mailBatch>;

/** Sends the mails of one lease over all connections. Returns why the mailing cannot go on now, or null. */
export const mailBatch =
  (deps: MailBatchDeps) =>
  async (work: Batch): Promise<Outcome | null> => {
    const { batch, lease, delivery, settings, letter, transport } = work;
    const { publication, campaign } = delivery;
    const entry = entryIdOf(delivery.entry);
    const people = await deps.contacts.byKeys(batch.map(({ contact }) => contact));
    const totals = { delivered: 0, bounced: 0 };
    let stopped: { readonly why: NonNullable<Verdict['stop']>; readonly reply: string } | null = null;

    // What several connections have to write at the same moment goes into one statement.
    const options = { weightOf: () => 1, groupWeight: 100, waitingWeight: 10_000, failureOf: deps.failureOf };
    const starts = groupCommit<{ readonly id: number; isStarted: boolean }>({
      ...options,
      write: async (items) => {
        const started = await deps.claims.start(
          items.map(({ id }) => id),
          lease.token,
          lease.until(),
        );
        for (const item of items) item.isStarted = started.has(item.id);
      },
    });
    const ends = groupCommit<Settled>({
      ...options,
      write: (items) => deps.claims.settle(items, lease.token, deps.now()),
    });

    async function isStarted({ id }: MailRow): Promise<boolean> {
      const item = { id, isStarted: false };
      await starts.submit(item);
      return item.isStarted;
    }

    async function composed(mail: MailRow, contact: Contact): Promise<OutgoingMail> {
      const links = deps.links({ publication, campaign, entry, channel: 'email', mail: mail.key });
      const unsubscribe = await deps.unsubscribeUrl(contact.key, publication);
      const targets = await Promise.all(letter.links.map((url) => links.wrap(url)));
      const name = lineOf(contact.name);
      return {
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
    }

    async function one(mail: MailRow): Promise<void> {
      const contact = people.get(mail.contact);
      const outgoing = contact && (await composed(mail, contact));
      if (!contact || !outgoing || !(await isStarted(mail))) return leftOut(mail);
      const sent = await transport.send(outgoing);
      await ends.submit(await settledOf(mail, contact, sent));
    }

    /** Not begun: the person has left, or another process has the lease now. */
    async function leftOut(mail: MailRow): Promise<void> {
      const contact = await deps.contacts.byKey(mail.contact);
      if (contact && stateOf(contact) === 'subscribed') return;
      const reply = contact
        ? 'The person left before this mail was sent.'
        : 'The person was erased before this mail was sent.';
      await ends.submit({ id: mail.id, state: 'suppressed', reply, next_at: 0 });
    }

    async function settledOf(mail: MailRow, contact: Contact, sent: Sent): Promise<Settled> {
      if (sent.taken) {
        totals.delivered++;
        return { id: mail.id, state: 'sent', reply: sent.reply, next_at: 0 };
      }
      const { reply } = sent.handover;
      const attempt = mail.attempts + 1;
      const verdict = verdictOf(sent.handover, attempt, settings.uncertain);
      if (verdict.stop) stopped ??= { why: verdict.stop, reply };
      if (verdict.bounced) {
        totals.bounced++;
        await deps.bounced(contact.key, reply);
      }
      const next_at = verdict.row === 'retry' ? deps.now() + nextTryAfter(attempt) : 0;
      return { id: mail.id, state: verdict.row, reply, next_at };
    }

    const waiting = [...batch];
    let beatenAt = deps.now();
    const lane = async (): Promise<void> => {
      for (let mail = waiting.shift(); mail && !stopped; mail = waiting.shift()) {
        await one(mail);
        if (deps.now() - beatenAt < beatEvery) continue;
        beatenAt = deps.now();
        if (!(await delivery.beat())) waiting.length = 0;
      }
    };
    await Promise.all(Array.from({ length: Math.min(transport.lanes, batch.length) }, lane));
    const about = {
      at: deps.now(),
      entry,
      channel: 'email',
      publication,
      campaign,
      visitor: null,
      path: null,
      source: 'mail@1',
    };
    await deps.record(
      (['delivered', 'bounced'] as const).flatMap((kind) =>
        totals[kind] > 0 ? [{ ...about, kind, value: totals[kind] }] : [],
      ),
    );
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
    case 'unreachable':
      return {
        kind: 'retry',
        code: 'email.unreachable',
        message: `The mail server cannot be reached (${reply}). What was not sent yet is tried again.`,
      };
  }
}
