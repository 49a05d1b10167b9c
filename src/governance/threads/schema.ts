import { z } from 'zod';
import { entryQuery, person } from '../schema';

/** A passage of a field, found again by its words and by what stands around them. Offsets count in the field's text. */
const quote = z.strictObject({
  text: z.string().min(1).max(1_000),
  /** Where it began when the comment was made, in UTF-16 units of the field's text. */
  start: z.int().min(0),
  prefix: z.string().max(100).default(''),
  suffix: z.string().max(100).default(''),
});

/** What a thread is about: the whole entry (null), a field, or a passage of it. `field` is a path such as `sections[1].text`. */
export const anchor = z.strictObject({
  field: z
    .string()
    .max(200)
    .regex(
      /^[\w-]+(\[\d+\])?(\.[\w-]+(\[\d+\])?)*$/,
      'must be the path of a field, such as sections[1].text',
    ),
  quote: quote.nullable().default(null),
});
export type Anchor = z.output<typeof anchor>;

/** Where the passage of a thread is now. */
export const anchorNow = z.object({
  /**
   * there: where it was · moved: the same words elsewhere · changed: other words stand there · gone: neither words nor
   * place are found; the quote of the anchor still says what it was.
   */
  state: z.enum(['there', 'moved', 'changed', 'gone']),
  field: z.string(),
  /** In the field's text as it is now; null where the whole field is meant, or the passage is gone. */
  passage: z.object({ start: z.int(), end: z.int(), text: z.string() }).nullable(),
});
export type AnchorNow = z.output<typeof anchorNow>;

export const comment = z.object({
  key: z.string(),
  by: person,
  at: z.coerce.number(),
  /** May hold `@[name](user:<id>)`. */
  text: z.string(),
});
export type Comment = z.output<typeof comment>;

/** A thread as stored. `seal` is what the entry said when it was begun. */
export const thread = z.object({
  key: z.string(),
  entry: z.string(),
  seal: z.string(),
  anchor: anchor.nullable(),
  at: z.coerce.number(),
  resolved: z.object({ by: person, at: z.number() }).nullable(),
  /** Oldest first. */
  comments: z.array(comment),
});
export type Thread = z.output<typeof thread>;

/** `GET /presence/entry/threads`: open ones first, each with where its passage is now. */
export const threadsView = z.object({
  threads: z.array(thread.omit({ entry: true }).extend({ now: anchorNow.nullable() })),
  open: z.int(),
  /** The fields that can be commented on, with their texts as offsets count in them. */
  fields: z.array(z.object({ field: z.string(), text: z.string() })),
});
export type ThreadsView = z.output<typeof threadsView>;

const text = z.string().trim().min(1, 'must say something').max(5_000);

/** Body of `POST /presence/entry/threads`: a new thread with its first comment. */
export const threadRequest = z.strictObject({
  entry: entryQuery,
  anchor: anchor.nullable().default(null),
  text,
});
export type ThreadRequest = z.output<typeof threadRequest>;

/** Body of `POST /presence/entry/threads/:key/comments`. */
export const commentRequest = z.strictObject({ text });
