import { addressOf, lineOf } from '../../src/audience/address';
import type { signUpLimit } from '../../src/audience/limit';
import { confirmToken, readConfirmToken, readUnsubscribeToken } from '../../src/audience/mail-token';
import type { Contact, SubscribeInput } from '../../src/audience/schema';
import { isToBeAsked, stateOf } from '../../src/audience/standing';
import type { NewTouchpoint } from '../../src/engagement/schema';
import { fail, ok, type Result } from '../../src/shared/result';
import type { Tokens } from '../../src/shared/token';
import type { ContactsStore } from '../stores/contacts';
import type { MailingsStore } from '../stores/mailings';
import type { Consenting } from './consenting';

interface AudienceDeps {
  readonly contacts: ContactsStore;
  readonly mailings: Pick<MailingsStore, 'get'>;
  readonly consenting: Consenting;
  readonly tokens: Tokens;
  readonly limit: ReturnType<typeof signUpLimit>;
  /** Sends the confirmation mail; false where it could not be sent (somebody was told). */
  readonly ask: (contact: Contact, token: string) => Promise<boolean>;
  readonly record: (touchpoints: readonly NewTouchpoint[]) => Promise<void>;
  readonly asciiOf: (domain: string) => string;
  /** A keyed hash whose key lives as long as the process. */
  readonly visitorOf: (ip: string) => string;
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** What a confirmation or unsubscribe link opens. */
export type Opened =
  | { readonly kind: 'asks'; readonly contact: Contact }
  | { readonly kind: 'done'; readonly locale: string }
  | { readonly kind: 'expired'; readonly locale: string };

/** Signing up with double opt-in, and leaving. */
export function audience(deps: AudienceDeps) {
  const { contacts, consenting, tokens, now } = deps;
  const running = new Set<Promise<void>>();

  const touchpoint = (
    kind: 'subscribe' | 'confirm' | 'unsubscribe',
    publication: string | null,
  ): Promise<void> =>
    (async () => {
      const mailing = publication ? await deps.mailings.get(publication) : null;
      const { entry = null, campaign = null } = mailing ?? {};
      const about = {
        at: now(),
        channel: 'email',
        visitor: null,
        value: 1,
        path: null,
        source: 'audience@1',
      };
      await deps.record([{ ...about, kind, entry, campaign, publication: mailing ? publication : null }]);
    })();

  /** Runs on after the answer, so that its time tells nobody whether the address is known. */
  function later(work: () => Promise<void>): void {
    const promise = work()
      .catch(deps.onFailure)
      .finally(() => running.delete(promise));
    running.add(promise);
  }

  async function signUp(email: string, input: SubscribeInput): Promise<void> {
    const known = await contacts.byEmail(email);
    if (!isToBeAsked(known, now())) return;
    const facts = { name: lineOf(input.name), locale: input.locale, source: input.source };
    if (!known) await contacts.add([newContact(deps.uuid(), email, facts, now())]);
    const contact = await contacts.byEmail(email);
    const askedAt = now();
    if (!contact || !(await contacts.claimAsking(contact.key, askedAt))) return;
    await contacts.describe(contact.key, facts);
    await consenting.note(contact, 'asked', input.consentText, input.source);
    await touchpoint('subscribe', null);
    const isSent = await deps.ask({ ...contact, ...facts }, confirmToken(tokens, contact.key, askedAt));
    if (!isSent) await contacts.giveBackAsking(contact.key, askedAt);
  }

  async function confirming(token: string): Promise<Opened | null> {
    const read = readConfirmToken(tokens, token, now());
    const contact = read && (await contacts.byKey(read.contact));
    if (!read || !contact) return null;
    const { locale } = contact;
    if (stateOf(contact) === 'subscribed') return { kind: 'done', locale };
    // Who left after this mail was sent signs up anew: an old mail does not bring them back.
    const isStale = contact.unsubscribed_at !== null && contact.unsubscribed_at >= read.askedAt;
    return read.expired || isStale ? { kind: 'expired', locale } : { kind: 'asks', contact };
  }

  async function leaving(token: string): Promise<(Opened & { readonly publication: string }) | null> {
    const read = readUnsubscribeToken(tokens, token);
    if (!read) return null;
    const { publication } = read;
    const contact = await contacts.byKey(read.contact);
    if (!contact) return { kind: 'done', locale: 'en', publication };
    if (contact.unsubscribed_at !== null) return { kind: 'done', locale: contact.locale, publication };
    return { kind: 'asks', contact, publication };
  }

  return {
    /** Always the same answer for a valid address, whether it is known or not. `ip` is used for counting and forgotten. */
    subscribe(input: SubscribeInput, ip: string): Result<null> {
      if (!deps.limit.allows(deps.visitorOf(ip), now())) return fail(tooMany);
      if (input.website !== '') return ok(null);
      const email = addressOf(input.email, deps.asciiOf);
      if (email === null) return fail(noAddress);
      later(() => signUp(email, input));
      return ok(null);
    },

    /** What a confirmation link opens; looking changes nothing. Null for a link that is not ours. */
    confirming,

    async confirm(token: string): Promise<Opened | null> {
      const opened = await confirming(token);
      if (opened?.kind !== 'asks') return opened;
      const { contact } = opened;
      await contacts.confirm(contact.key, now());
      await consenting.confirmed(contact);
      await touchpoint('confirm', null);
      return { kind: 'done', locale: contact.locale };
    },

    /** What an unsubscribe link opens; looking changes nothing. */
    leaving,

    /** `how`: `one-click` by a mail program, `page` by the button. Done as well where there was nothing left to do. */
    async leave(token: string, how: 'one-click' | 'page'): Promise<Opened | null> {
      const opened = await leaving(token);
      if (opened?.kind !== 'asks') return opened;
      const { contact, publication } = opened;
      if (await contacts.leave(contact.key, now())) {
        await consenting.note(contact, 'unsubscribed', '', how);
        await touchpoint('unsubscribe', publication);
      }
      return { kind: 'done', locale: contact.locale };
    },

    /** Resolves when no sign-up is being worked on. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

const tooMany = {
  code: 'audience.too-many',
  message: 'The form was sent too often from here. Wait an hour, then try again.',
} as const;

const noAddress = {
  code: 'audience.address-invalid',
  message: 'This is not an e-mail address. Check it for typing errors, for example a missing ".com".',
  path: 'email',
} as const;

/** A person of whom nothing is known but what they typed. */
export const newContact = (
  key: string,
  email: string,
  facts: Pick<Contact, 'name' | 'locale' | 'source'>,
  now: number,
): Contact => ({
  key,
  email,
  ...facts,
  created_at: now,
  asked_at: null,
  confirmed_at: null,
  unsubscribed_at: null,
  bounced_at: null,
  bounce_reply: '',
});
