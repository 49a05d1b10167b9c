import { z } from 'zod';
import { entryQuery, person } from '../schema';

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'must be one line');

/** Languages that the page and the mail speak. */
export const signOffLanguage = z.enum(['en', 'de']);
export type SignOffLanguage = z.output<typeof signOffLanguage>;

/** Somebody without a seat whose approval counts like that of a person who may approve. */
export const signOffPerson = z.strictObject({
  name: line(80),
  email: z.email('must be an e-mail address').max(180).toLowerCase(),
  language: signOffLanguage,
});
export type SignOffPerson = z.output<typeof signOffPerson>;

/** Body of `PUT /presence/signoff/people`: the whole list. */
export const signOffPeople = z.strictObject({
  people: z
    .array(signOffPerson)
    .max(100)
    .refine(
      (people) => new Set(people.map(({ email }) => email)).size === people.length,
      'must name each address once',
    ),
});
export type SignOffPeople = z.output<typeof signOffPeople>;

/** Body of `POST /presence/signoffs`. */
export const askRequest = z.strictObject({
  entry: entryQuery,
  ...signOffPerson.shape,
  message: z.string().trim().max(1_000).default(''),
  /** How long the link works. */
  days: z.int().min(1).max(60).default(7),
});
export type AskRequest = z.output<typeof askRequest>;

/**
 * How a link ended: by a decision of its holder, because somebody took it back, because its time was over, or because the
 * review went on without it (approved by others, withdrawn).
 */
export const linkEnd = z.enum(['approve', 'request-changes', 'revoked', 'expired', 'settled', 'withdrawn']);
export type LinkEnd = z.output<typeof linkEnd>;

/** `queued` goes out with the next round; `unknown` may have arrived; `failed` was refused for good. */
export const linkMail = z.enum(['queued', 'sending', 'sent', 'unknown', 'failed']);
export type LinkMail = z.output<typeof linkMail>;

/** One link that was given out. Times in milliseconds since 1970. */
export const signOffLink = z.object({
  key: z.string(),
  /** `entryIdOf(key)`. */
  entry: z.string(),
  email: z.string(),
  name: z.string(),
  language: signOffLanguage,
  message: z.string(),
  /** What the entry said when its holder was asked. */
  seal: z.string(),
  askedBy: person,
  askedAt: z.coerce.number(),
  expiresAt: z.coerce.number(),
  openedAt: z.coerce.number().nullable(),
  end: linkEnd.nullable(),
  endedAt: z.coerce.number().nullable(),
  endedBy: person.nullable(),
  /** What the entry said when its holder decided. */
  decidedSeal: z.string().nullable(),
  comment: z.string().nullable(),
  mail: linkMail,
  /** Why the mail did not go out. */
  mailError: z.string(),
});
export type SignOffLink = z.output<typeof signOffLink>;

/** A link as the panel lists it. */
export const linkView = signOffLink
  .pick({ key: true, name: true, language: true, askedBy: true, askedAt: true, expiresAt: true })
  .extend({
    email: z.string(),
    state: z.enum(['queued', 'failed', 'unknown', 'sent', 'opened', ...linkEnd.options]),
    at: z.number(),
    mailError: z.string(),
    /** Whether an approval by this person counts, or only their word. */
    counts: z.boolean(),
  });
export type LinkView = z.output<typeof linkView>;

/** `GET /presence/signoffs`: all that the dialog and the list beside an entry need. */
export const signOffPanel = z.object({
  /** People whose approval counts here. Empty for somebody who may not ask. */
  people: z.array(signOffPerson),
  links: z.array(linkView),
  /** May ask the people above. */
  canAsk: z.boolean(),
  /** May also ask anybody else to look and comment. */
  canInvite: z.boolean(),
  /** What has to be set before a mail can go out; null where all is set. */
  missing: z.enum(['public-url', 'mailer']).nullable(),
});
export type SignOffPanel = z.output<typeof signOffPanel>;

/** Why a link was refused. `hurried`: the form came without its page, or faster than a person presses. */
export const refusalReason = z.enum([
  'forged',
  'reused',
  'late',
  'revoked',
  'replaced',
  'hurried',
  'limited',
]);
export type RefusalReason = z.output<typeof refusalReason>;

/** How often links were refused since a time, by reason. Says nothing of whose they were. */
export const signOffFailures = z.array(
  z.object({ reason: refusalReason, times: z.number(), lastAt: z.number() }),
);
export type SignOffFailures = z.output<typeof signOffFailures>;
