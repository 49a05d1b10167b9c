import { z } from 'zod';
import { pageQuery } from '../shared/page';

/** Where a contact stands; derived from facts (`standing.ts`), never stored. */
export const contactState = z.enum(['pending', 'subscribed', 'unsubscribed', 'bounced']);
export type ContactState = z.output<typeof contactState>;

const time = z.coerce.number();
const timeOrNull = time.nullable();

/** A person who gave an address. The facts, as stored. */
export const contactRow = z.object({
  key: z.string(),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  source: z.string(),
  created_at: time,
  /** When the last confirmation mail was sent. */
  asked_at: timeOrNull,
  confirmed_at: timeOrNull,
  unsubscribed_at: timeOrNull,
  bounced_at: timeOrNull,
  /** What the mail server said when the address bounced. */
  bounce_reply: z.string(),
});
export type Contact = z.output<typeof contactRow>;

/** One row of the list of contacts. */
export const contactView = z.object({
  key: z.string(),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  source: z.string(),
  state: contactState,
  createdAt: z.number(),
  confirmedAt: z.number().nullable(),
  unsubscribedAt: z.number().nullable(),
  bouncedAt: z.number().nullable(),
  bounceReply: z.string(),
});
export type ContactView = z.output<typeof contactView>;

/** How many contacts stand where. */
export const contactCounts = z.object({
  pending: z.number(),
  subscribed: z.number(),
  unsubscribed: z.number(),
  bounced: z.number(),
  total: z.number(),
});
export type ContactCounts = z.output<typeof contactCounts>;

/** What `GET /contacts` accepts. */
export const contactsQuery = pageQuery.extend({
  state: contactState.optional(),
  /** Part of the address or of the name. */
  q: z.string().trim().max(200).optional(),
});
export type ContactsQuery = z.output<typeof contactsQuery>;

const consentKind = z.enum(['asked', 'confirmed', 'unsubscribed', 'bounced', 'erased']);

/** One thing that happened to a person's consent. Rows are only ever added. */
export const consentRow = z.object({
  key: z.string(),
  /** Key of the contact; empty after erasure, when only `address_hash` is left as proof. */
  contact: z.string(),
  address_hash: z.string(),
  kind: consentKind,
  at: time,
  /** The sentence that the person saw and agreed to. */
  text: z.string(),
  /** Where: the page of the form, `one-click`, `page`, `admin`. */
  source: z.string(),
});
export type Consent = z.output<typeof consentRow>;

/** What the sign-up form sends; JSON or a plain HTML form. */
export const subscribeInput = z.object({
  email: z.string().trim().min(3).max(254),
  name: z.string().trim().max(100).default(''),
  locale: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .max(35)
    .default('en'),
  /** Which form it was: `footer`, `/en/newsletter`. */
  source: z.string().trim().min(1).max(200),
  /** The sentence beside the button that the person agreed to; kept as proof. */
  consentText: z.string().trim().min(1).max(2_000),
  /** A field that people do not see. Whoever fills it is a machine. */
  website: z.string().max(500).default(''),
  /** Page to go back to after a plain form: a path of the site, or an address on it. */
  returnTo: z.string().max(1_000).optional(),
});
export type SubscribeInput = z.output<typeof subscribeInput>;

/**
 * One mail to one person.
 * queued: waits · sending: handed to the mail server, no answer yet · sent: taken by the mail server · refused: refused for good ·
 * retry: refused for now · unknown: the connection broke after the mail was handed over, so it may have arrived ·
 * suppressed: the person left before it was their turn
 */
export const mailState = z.enum(['queued', 'sending', 'sent', 'refused', 'retry', 'unknown', 'suppressed']);
export type MailState = z.output<typeof mailState>;

/** One row of the ledger of mails: exactly one for each person and publication. */
export const mailRow = z.object({
  id: time,
  key: z.string(),
  publication: z.string(),
  /** Key of the contact; `erased-…` after erasure. */
  contact: z.string(),
  message_id: z.string(),
  state: mailState,
  attempts: z.coerce.number(),
  next_at: time,
  lease_token: z.string(),
  lease_until: time,
  /** What the mail server answered, word for word. */
  reply: z.string(),
  created_at: time,
  settled_at: timeOrNull,
});
export type MailRow = z.output<typeof mailRow>;

/** How a mailing stands. The states add up to `candidates`: nobody is forgotten and nobody is counted twice. */
export const mailingView = z.object({
  publication: z.string(),
  candidates: z.number(),
  /** Everybody is chosen; false for the moment in which the list is being made. */
  isComplete: z.boolean(),
  counts: z.record(mailState, z.number()),
  startedAt: z.number(),
  /** The last mails that were not simply sent, newest first, at most fifty. */
  problems: z.array(
    z.object({
      key: z.string(),
      email: z.string(),
      state: mailState,
      reply: z.string(),
      attempts: z.number(),
    }),
  ),
});
export type MailingView = z.output<typeof mailingView>;

/** Everything we hold about one person. Touchpoints carry no person, so there are none to hand out. */
export const contactExport = z.object({
  contact: contactView,
  consents: z.array(z.object({ kind: consentKind, at: z.number(), text: z.string(), source: z.string() })),
  mails: z.array(
    z.object({
      publication: z.string(),
      messageId: z.string(),
      state: mailState,
      at: z.number(),
      reply: z.string(),
    }),
  ),
});
export type ContactExport = z.output<typeof contactExport>;

/** One mail of which nobody knows whether it arrived. */
const mailDoubt = z.object({
  key: z.string(),
  /** Empty where the person was erased since. */
  email: z.string(),
  /** When the mail was handed over, as far as we know. */
  at: z.number(),
  reply: z.string(),
});
export type MailDoubt = z.output<typeof mailDoubt>;

/** A person's word about mails in doubt. */
export const doubtAnswer = z.object({
  /** arrived: counted as sent · again: sent once more, and perhaps twice. */
  answer: z.enum(['arrived', 'again']),
  /** Keys of mails; left out: all that are in doubt. */
  mails: z.array(z.string().max(64)).min(1).max(100).optional(),
});
export type DoubtAnswer = z.output<typeof doubtAnswer>;
