import { z } from 'zod';
import type { BrandKit } from '../brand/schema';
import { fieldRoles, type Components, type ContentModel, type FieldRoles } from '../content/schema';
import { pageQuery } from '../shared/page';

/** A place in an entry, as `src/shared/place.ts` describes it. */
const place = z.object({
  field: z.string(),
  block: z.array(z.int()).optional(),
  start: z.int(),
  end: z.int(),
});

/** Who did something, as stored and shown. */
export const person = z.object({
  kind: z.enum(['user', 'token', 'scheduler', 'system']),
  /** Admin user id, token id; empty where there is none. */
  id: z.string(),
  name: z.string(),
  /** Of a token: the admin user whose token it is. */
  owner: z.string().optional(),
});
export type Person = z.output<typeof person>;

export const decisionKind = z.enum(['submit', 'approve', 'request-changes', 'withdraw', 'comment']);
export type DecisionKind = z.output<typeof decisionKind>;

/** A workflow as data: its stages, and which decision leads from where to where. */
export const workflow = z.strictObject({
  stages: z.array(z.strictObject({ key: z.string(), name: z.string() })).min(2),
  transitions: z.array(
    z.strictObject({
      decision: decisionKind,
      from: z.array(z.string()).min(1),
      /** Null leaves the stage as it is. */
      to: z.string().nullable(),
      /** One of our permissions, without `plugin::presence.`. */
      permission: z.string(),
      /** Who edited last may not take this decision. */
      fourEyes: z.boolean(),
      /** The decision needs a sentence for the editor. */
      comment: z.enum(['required', 'optional']),
    }),
  ),
});
export type Workflow = z.output<typeof workflow>;

/** One copy of an entry for one channel, as an approval lists it: publication key and the seal of what was seen. */
export const copyFacts = z.object({ key: z.string(), seal: z.string(), name: z.string() });
export type CopyFacts = z.output<typeof copyFacts>;

/** One decision about an entry; never changed or deleted. `number` counts from 1 in each entry. */
export const decision = z.object({
  key: z.string(),
  number: z.coerce.number(),
  kind: decisionKind,
  /** What the entry said when the decision was taken. */
  seal: z.string(),
  copies: z.array(copyFacts),
  by: person,
  at: z.coerce.number(),
  comment: z.string().nullable(),
});
export type Decision = z.output<typeof decision>;

/** Why an entry may not go out yet, in a sentence that says what to do. */
export const blocker = z.object({
  code: z.string(),
  message: z.string(),
  /** Set where a place in the entry is at fault. */
  place: place.optional(),
  /** Publication key, set where one channel's copy is at fault. */
  copy: z.string().optional(),
});
export type Blocker = z.output<typeof blocker>;

/** What the person who looks may do now. Actions that they have no permission for are left out. */
export const action = z.object({
  decision: decisionKind,
  comment: z.enum(['required', 'optional']),
  /** Why the button is grey; null when it may be pressed. */
  disabledReason: z.string().nullable(),
  /** The refusal's code; null when it may be pressed. */
  disabledCode: z.enum(['review.four-eyes', 'review.not-possible']).nullable(),
});
export type Action = z.output<typeof action>;

/** `GET /presence/entry`: everything the side panel shows about governance. */
export const entryPanel = z.object({
  uid: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  governed: z.boolean(),
  /** False for types that publish with every save. */
  draftAndPublish: z.boolean(),
  stage: z.string(),
  stages: z.array(z.object({ key: z.string(), name: z.string() })),
  /** Of the saved draft; sent back with a decision. */
  seal: z.string(),
  /** Of the copies for channels that wait to go out; sent back with an approval. */
  copies: z.array(copyFacts),
  blockers: z.array(blocker),
  actions: z.array(action),
  /** The last approval, valid or voided by a later change. */
  approval: z.object({ by: person, at: z.number(), seal: z.string(), valid: z.boolean() }).nullable(),
  lastEditor: z.object({ by: person, at: z.number(), isYou: z.boolean() }).nullable(),
  /** Newest first. */
  decisions: z.array(decision),
  /** Address of the page on the site; null where no pattern is set or the entry lacks a part of it. */
  pageUrl: z.string().nullable(),
});
export type EntryPanel = z.output<typeof entryPanel>;

/** Query of `GET /presence/entry`, and the entry in every other request. */
export const entryQuery = z.object({
  uid: z
    .string()
    .regex(/^api::[a-z0-9-]+\.[a-z0-9-]+$/, 'must be a content type such as api::article.article'),
  documentId: z.string().regex(/^[a-z0-9]{1,64}$/i, 'must be the documentId of an entry'),
  locale: z
    .string()
    .max(35)
    .nullish()
    .transform((locale) => locale || null),
});
export type EntryQuery = z.output<typeof entryQuery>;

/** Body of `POST /presence/entry/decision`. */
export const decisionRequest = z.strictObject({
  entry: entryQuery,
  kind: decisionKind,
  /** What the person had before their eyes (`EntryPanel.seal`). */
  seal: z.string().regex(/^[0-9a-f]{64}$/, 'must be the seal that the panel showed'),
  /** The copies that the person had before their eyes (`EntryPanel.copies`); absent when the entry has none. */
  copies: z.array(copyFacts).max(200).optional(),
  comment: z.string().trim().max(2_000).nullish(),
});
export type DecisionRequest = z.output<typeof decisionRequest>;

/** One line of the audit list. */
export const auditRow = z.object({
  key: z.string(),
  at: z.coerce.number(),
  /** `decision.approve`, `publish`, `unpublish`, `settings.save`, `brand-kit.save` … */
  kind: z.string(),
  by: person,
  entry: z.string().nullable(),
  seal: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditRow = z.output<typeof auditRow>;

const severity = z.enum(['info', 'warning', 'error']);

/** Something that a person should know about and that no click of theirs caused. */
export const notice = z.object({
  key: z.string(),
  code: z.string(),
  severity,
  message: z.string(),
  entry: z.string().nullable(),
  publication: z.string().nullable(),
  campaign: z.string().nullable(),
  channel: z.string().nullable(),
  at: z.coerce.number(),
  /** How often it happened while nobody had read it. */
  times: z.coerce.number(),
  readAt: z.coerce.number().nullable(),
});
export type Notice = z.output<typeof notice>;

/** Query of `GET /presence/notices`. */
export const noticesQuery = z.object({
  ...pageQuery.shape,
  unread: z.stringbool().default(false),
});

/** Body of `POST /presence/notices/read`. */
export const noticesRead = z.strictObject({ keys: z.array(z.uuid()).min(1).max(100) });

/** One content type in `GET /presence/content-types`. */
export const contentTypeView = z.object({
  uid: z.string(),
  name: z.string(),
  kind: z.enum(['collectionType', 'singleType']),
  draftAndPublish: z.boolean(),
  localized: z.boolean(),
  fields: z.array(z.object({ path: z.string(), type: z.string() })),
  /** Role → field, guessed from names and types; what the settings say wins. */
  guessed: fieldRoles,
});
export type ContentTypeView = z.output<typeof contentTypeView>;

/** `GET /presence/brand/context`: all that the check of an unsaved form needs besides the form. */
export interface BrandContext {
  readonly kit: BrandKit;
  readonly model: ContentModel;
  readonly components: Components;
  readonly roles: FieldRoles;
  readonly governed: boolean;
}
