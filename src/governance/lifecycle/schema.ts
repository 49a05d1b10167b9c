import { z } from 'zod';
import { pageQuery } from '../../shared/page';
import { entryQuery, person } from '../schema';
import { isDay } from './day';

const day = z.string().refine(isDay, 'must be a day of the calendar such as 2026-11-30');

const interval = z.strictObject({
  every: z.int().min(1).max(120),
  unit: z.enum(['weeks', 'months']),
});

/** What happens to an entry on its last day: off the site, off the site and marked as archived, or a question. */
export const expiryAct = z.enum(['unpublish', 'archive', 'ask']);
export type ExpiryAct = z.output<typeof expiryAct>;

/** Who looks after entries: everybody with a Strapi role, or one admin user. */
const owner = z
  .string()
  .trim()
  .max(254)
  .regex(
    /^(role:[A-Za-z0-9_-]+|user:[^\s@]+@[^\s@]+)$/,
    'must be role:CODE or user:E-MAIL of the admin panel',
  );

/** What holds for the published entries of one content type. */
export const lifePolicy = z.strictObject({
  /** Look at it again so long after it was published or confirmed; null: only on dates set by hand. */
  review: interval.nullable(),
  /** Look at it again when touches fall by half: of the last `days`, against the first, or against those before. */
  halved: z.strictObject({ days: z.int().min(7).max(180), against: z.enum(['first', 'before']) }).nullable(),
  /** Null: everybody who sees notices. */
  owner: owner.nullable(),
  /** Days before a date on which its owner is reminded. */
  remind: z.array(z.int().min(1).max(365)).max(5),
  /** The last day; `after` null: only where an entry has one of its own. */
  expiry: z.strictObject({ after: interval.nullable(), then: expiryAct }).nullable(),
});
export type LifePolicy = z.output<typeof lifePolicy>;

/** Content type → its policy. `PUT /presence/lifecycle/policies` takes and answers this. */
export const lifePolicies = z.record(
  z.string().regex(/^api::[a-z0-9-]+\.[a-z0-9-]+$/, 'must be a content type such as api::article.article'),
  lifePolicy,
);
export type LifePolicies = z.output<typeof lifePolicies>;

/** What holds for a governed type that has no policy: dates set by hand, and a week's warning. */
export const noPolicy: LifePolicy = { review: null, halved: null, owner: null, remind: [7], expiry: null };

/** How touches went: `base` and `last` are how many; unknown says why. */
export const trend = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown'), why: z.enum(['young', 'few']) }),
  z.object({ kind: z.enum(['halved', 'holding']), base: z.number(), last: z.number() }),
]);
export type Trend = z.output<typeof trend>;

/** Why an entry is to be looked at on its day. */
export const reviewReason = z.enum(['interval', 'own', 'engagement', 'snoozed']);
export type ReviewReason = z.output<typeof reviewReason>;

export const lifeStanding = z.enum(['overdue', 'soon', 'later', 'none', 'archived']);
export type LifeStanding = z.output<typeof lifeStanding>;

/** One published entry in the report, the calendar and the panel. Days are days of the business's zone. */
export const lifeView = z.object({
  uid: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  title: z.string(),
  /** As the policy of its type says. */
  owner: z.string().nullable(),
  standing: lifeStanding,
  publishedAt: z.number(),
  confirmedAt: z.number().nullable(),
  confirmedBy: person.nullable(),
  reviewOn: z.string().nullable(),
  because: reviewReason.nullable(),
  expireOn: z.string().nullable(),
  then: expiryAct.nullable(),
  /** Set by hand. */
  own: z.object({ reviewOn: z.string().nullable(), expireOn: z.string().nullable() }),
  archivedAt: z.number().nullable(),
  /** Null where its type does not ask for it, or it was not looked at yet. */
  trend: trend.nullable(),
});
export type LifeView = z.output<typeof lifeView>;

/** `GET /presence/lifecycle/entry`; `life` is null while nothing is published. */
export interface EntryLife {
  /** Whether its type is governed or has a policy. */
  readonly isFollowed: boolean;
  /** False for types whose entries are always published: they cannot be taken off by themselves. */
  readonly canEnd: boolean;
  readonly today: string;
  readonly life: LifeView | null;
}

/** `GET /presence/lifecycle`. */
export const lifeQuery = pageQuery.extend({
  standing: lifeStanding.optional(),
  uid: z.string().max(200).optional(),
  owner: z.string().max(254).optional(),
  q: z.string().trim().max(200).optional(),
  on: day.optional(),
  trend: z.enum(['halved', 'holding', 'unknown']).optional(),
});
export type LifeQuery = z.output<typeof lifeQuery>;

/** `GET /presence/lifecycle/calendar`. */
export const monthQuery = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11'),
  uid: z.string().max(200).optional(),
});

/** One day of the calendar: how much is due, and the first few. */
export interface LifeDay {
  readonly day: string;
  readonly reviews: number;
  readonly ends: number;
  readonly entries: readonly (LifeView & { readonly kind: 'review' | 'end' })[];
}

/** Body of `POST /presence/lifecycle/still-right`. */
export const stillRightRequest = z.strictObject({ entries: z.array(entryQuery).min(1).max(100) });

/** Body of `POST /presence/lifecycle/snooze`. */
export const snoozeRequest = z.strictObject({ entry: entryQuery, until: day });

/** Body of `PUT /presence/lifecycle/entry`: dates set by hand; null goes back to the policy of the type. */
export const datesRequest = z.strictObject({
  entry: entryQuery,
  reviewOn: day.nullable(),
  expiry: z.strictObject({ on: day, then: expiryAct }).nullable(),
});
export type DatesRequest = z.output<typeof datesRequest>;

/** `GET /presence/lifecycle/policies`. */
export interface PoliciesView {
  readonly policies: LifePolicies;
  /** Roles and people of the admin panel who can be an owner. */
  readonly owners: readonly { readonly owner: string; readonly name: string }[];
}
