import { candidatesOf } from '../../src/audience/mailing';
import type {
  ContactCounts,
  ContactExport,
  ContactsQuery,
  ContactView,
  MailingView,
} from '../../src/audience/schema';
import { contactViewOf } from '../../src/audience/standing';
import type { Page } from '../../src/shared/page';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { ConsentsStore } from '../stores/consents';
import type { ContactsStore } from '../stores/contacts';
import type { MailingsStore } from '../stores/mailings';
import type { MailsStore } from '../stores/mails';
import type { Audit } from './audit';
import type { Consenting } from './consenting';
import type { Transaction } from './transaction';

interface ContactsDeps {
  readonly contacts: Pick<ContactsStore, 'page' | 'counts' | 'byKey' | 'byKeys' | 'bounce' | 'remove'>;
  readonly consents: Pick<ConsentsStore, 'of' | 'cutTie'>;
  readonly mails: Pick<MailsStore, 'counts' | 'problems' | 'ofContact' | 'anonymise'>;
  readonly mailings: Pick<MailingsStore, 'get'>;
  readonly consenting: Consenting;
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
  readonly now: () => number;
}

/** The list of contacts, what we hold about each, and how a mailing went. */
export function contactsService(deps: ContactsDeps) {
  const { contacts, consents, mails, mailings, consenting, audit, transaction, now } = deps;
  return {
    async page({ state, q, page, pageSize }: ContactsQuery): Promise<Page<ContactView>> {
      const found = await contacts.page({ state, q }, page, pageSize);
      return { ...found, items: found.items.map(contactViewOf) };
    },

    counts: (): Promise<ContactCounts> => contacts.counts(),

    /** Everything that we hold about a person, to hand it to them. */
    async export(key: string, actor: Actor): Promise<Result<ContactExport>> {
      const contact = await contacts.byKey(key);
      if (!contact) return fail(unknownContact);
      await audit.record({ kind: 'contact.export', actor, details: { contact: key } });
      return ok({
        contact: contactViewOf(contact),
        consents: (await consents.of(key)).map(({ kind, at, text, source }) => ({ kind, at, text, source })),
        mails: (await mails.ofContact(key)).map((mail) => ({
          publication: mail.publication,
          messageId: mail.message_id,
          state: mail.state,
          at: mail.settled_at ?? mail.created_at,
          reply: mail.reply,
        })),
      });
    },

    /**
     * Forgets a person everywhere. What stays names nobody: that some mail went out, and the proof of consent under a salted hash.
     * Touchpoints never named anybody; the record of who
     * did what has the key, which leads nowhere any more.
     */
    async erase(key: string, actor: Actor): Promise<Result<null>> {
      const contact = await contacts.byKey(key);
      if (!contact) return fail(unknownContact);
      await transaction(async () => {
        await consenting.note(contact, 'erased', '', 'admin');
        await contacts.remove(key);
        await mails.anonymise(key);
        await consents.cutTie(key);
        await audit.record({ kind: 'contact.erase', actor, details: { contact: key } });
      });
      return ok(null);
    },

    /** The mail server says that this address does not exist. */
    async bounced(key: string, reply: string): Promise<void> {
      const contact = await contacts.byKey(key);
      if (contact && (await contacts.bounce(key, now(), reply))) {
        await consenting.note(contact, 'bounced', reply, 'mail-server');
      }
    },

    /** How a mailing stands; the states add up to everybody who was chosen. */
    async mailing(publication: string): Promise<Result<MailingView>> {
      const mailing = await mailings.get(publication);
      if (!mailing) return fail(unknownMailing);
      const problems = await mails.problems(publication, 50);
      const people = await contacts.byKeys(problems.map(({ contact }) => contact));
      const counts = await mails.counts(publication);
      return ok({
        publication,
        candidates: mailing.frozen_at === null ? candidatesOf(counts) : mailing.candidates,
        isComplete: mailing.frozen_at !== null,
        counts,
        startedAt: mailing.started_at,
        problems: problems.map(({ key, contact, state, reply, attempts }) => {
          return { key, email: people.get(contact)?.email ?? '', state, reply, attempts };
        }),
      });
    },
  };
}

const unknownContact = {
  code: 'contact.not-found',
  message: 'This contact does not exist. It may have been erased: reload the list.',
} as const;

const unknownMailing = {
  code: 'mailing.not-found',
  message: 'This publication has not been sent by e-mail. It may be waiting for its time.',
} as const;
