import { z } from 'zod';
import type { RuleSettings } from '../brand/catalogue/schema';
import type { BrandKit } from '../brand/schema';
import type { ValePack } from '../brand/vale/schema';
import { fieldRoles, type Components, type ContentModel, type FieldRoles } from '../content/schema';
import { pageQuery } from '../shared/page';
import { toldValues, toldWords } from '../shared/told';
import { topic } from './notices/topics';

/** A place in an entry, as `src/shared/place.ts` describes it. */
const place = z.object({
  field: z.string(),
  block: z.array(z.int()).optional(),
  start: z.int(),
  end: z.int(),
});

/** Who did something, as stored and shown. */
export const person = z.object({
  kind: z.enum(['user', 'token', 'guest', 'scheduler', 'system']),
  /** Admin user id, token id, key of a signed link; empty where there is none. */
  id: z.string(),
  name: z.string(),
  /** Of a token or a guest: the admin user behind it. */
  owner: z.string().optional(),
});
export type Person = z.output<typeof person>;

/** Why an entry may not go out yet, in a sentence that says what to do. */
export const blocker = z.object({
  code: z.string(),
  message: z.string(),
  /** Set where a place in the entry is at fault. */
  place: place.optional(),
  /** Publication key, set where one channel's copy is at fault. */
  copy: z.string().optional(),
  /** What the message names. */
  values: toldValues.optional(),
  /** What the brand check found, where that is the reason; absent where the words are the business's own. */
  words: toldWords.optional(),
});
export type Blocker = z.output<typeof blocker>;

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
  /** Where it leads, as a path of the admin; null where the campaign, the channel or the entry says it. */
  link: z.string().nullable(),
  /** What it is about, as a person chooses how to be told of it; null for those older than the choice. */
  topic: topic.nullable(),
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

/** `GET /presence/brand/context?uid&locale`: all that the check of an unsaved form needs besides the form. */
export interface BrandContext {
  /** Key of the brand that the entry belongs to. */
  readonly brand: string;
  readonly kit: BrandKit;
  readonly model: ContentModel;
  readonly components: Components;
  readonly roles: FieldRoles;
  readonly governed: boolean;
  /** What the business switched off or weighs differently, by rule. */
  readonly ruleSettings?: RuleSettings;
  /** Packs that are switched on, and the languages that each is for. */
  readonly packs?: readonly { readonly pack: ValePack; readonly locales: readonly string[] }[];
}
