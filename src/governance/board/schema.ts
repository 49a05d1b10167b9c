import { z } from 'zod';
import { copyFacts, decisionRequest } from '../review/schema';
import { entryQuery, person } from '../schema';
import { calendarDay } from '../time/schema';
import { principal, stage, stageColours } from '../workflow/schema';
import { pageQuery } from '../../shared/page';

/** Why an entry waits for somebody: to decide, to make changes, because it was given to them, or named in a comment. */
export const waitReason = z.enum(['decide', 'change', 'assigned', 'mentioned']);
export type WaitReason = z.output<typeof waitReason>;

/**
 * One entry of the board: all that lists need, so that they read nothing else. Written with every decision and edit; can be
 * built again from what is known of the entry.
 */
export const reviewRow = z.object({
  /** `entryIdOf(key)`. */
  entry: z.string(),
  uid: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  title: z.string(),
  /** Of what was seen when the row was written; sent back with a decision taken from a list. */
  seal: z.string(),
  copies: z.array(copyFacts),
  /** `<key>@<version>`. */
  workflow: z.string(),
  stage: z.string(),
  meaning: stage.shape.meaning,
  /** When it came to the stage, or was edited last where it has not left the first one. */
  since: z.number(),
  submittedBy: person.nullable(),
  submittedAt: z.number().nullable(),
  lastEditor: person.nullable(),
  dueAt: z.number().nullable(),
  remindAt: z.number().nullable(),
});
export type ReviewRow = z.output<typeof reviewRow>;

/** Who an entry is given to: a person or a role, with the name that people read. */
export const assignee = z.object({
  principal,
  name: z.string(),
  by: person,
  at: z.number(),
});
export type Assignee = z.output<typeof assignee>;

/** One entry on the board or in a list. */
export const card = reviewRow.omit({ remindAt: true }).extend({
  assignees: z.array(assignee),
  openThreads: z.int(),
  /** Past its time. */
  overdue: z.boolean(),
  /** The name of its content type. */
  typeName: z.string(),
});
export type Card = z.output<typeof card>;

export const column = z.object({
  key: z.string(),
  name: z.string(),
  colour: z.enum(stageColours),
  meaning: stage.shape.meaning,
  total: z.int(),
  cards: z.array(card),
});
export type Column = z.output<typeof column>;

const filters = {
  /** Content type. */
  type: z.string().max(200).optional(),
  /** Empty for types without languages. */
  locale: z.string().max(35).optional(),
  assignee: principal.optional(),
  /** Given to whoever asks, by name or by role. */
  mine: z.stringbool().default(false),
  overdue: z.stringbool().default(false),
  /** A part of the title. */
  text: z.string().trim().max(200).default(''),
};

/** Query of `GET /presence/reviews/board`. With `stage`, that column alone, page by page. */
export const boardQuery = z.object({
  ...filters,
  /** Key of a workflow; without it the one with the most entries. */
  workflow: z.string().max(60).optional(),
  stage: z.string().max(60).optional(),
  ...pageQuery.shape,
  pageSize: pageQuery.shape.pageSize.default(20),
});
export type BoardQuery = z.output<typeof boardQuery>;

/** `GET /presence/reviews/board`. */
export const boardView = z.object({
  workflow: z.object({ key: z.string(), name: z.string() }),
  workflows: z.array(z.object({ key: z.string(), name: z.string(), total: z.int() })),
  columns: z.array(column),
});
export type BoardView = z.output<typeof boardView>;

/** Query of `GET /presence/reviews/needs-you`. */
export const needsYouQuery = z.object({ ...filters, why: waitReason.optional(), ...pageQuery.shape });
export type NeedsYouQuery = z.output<typeof needsYouQuery>;

export const waitingCard = card.extend({
  why: z.array(waitReason),
  stageName: z.string(),
  colour: z.enum(stageColours),
});
export type WaitingCard = z.output<typeof waitingCard>;

/** `GET /presence/reviews/needs-you`: what is due first, first. `counts` says how many wait for which reason. */
export const needsYouView = z.object({
  items: z.array(waitingCard),
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
  counts: z.record(waitReason, z.int()),
});
export type NeedsYouView = z.output<typeof needsYouView>;

/** Body of `PUT /presence/entry/assignees`: the whole list. */
export const assigneesRequest = z.strictObject({
  entry: entryQuery,
  assignees: z.array(principal.regex(/^(role|user):/, 'must be a person or a role')).max(20),
});

/** Body of `PUT /presence/entry/due`: a day, or null for none. */
export const dueRequest = z.strictObject({ entry: entryQuery, dueOn: calendarDay.nullable() });

/** `GET /presence/entry/assignees`. */
export const assignmentsView = z.object({
  assignees: z.array(assignee),
  dueOn: z.string().nullable(),
  dueAt: z.number().nullable(),
  overdue: z.boolean(),
});
export type AssignmentsView = z.output<typeof assignmentsView>;

/** `GET /presence/reviews/people`: whom an entry can be given to, or a comment can name. */
export const peopleView = z.object({
  users: z.array(z.object({ id: z.string(), name: z.string(), principal })),
  roles: z.array(z.object({ name: z.string(), principal })),
});
export type PeopleView = z.output<typeof peopleView>;

const one = z.strictObject({
  entry: entryQuery,
  seal: decisionRequest.shape.seal,
  copies: decisionRequest.shape.copies,
});

/** Body of `POST /presence/reviews/bulk`: one thing for many entries, each judged for itself. */
export const bulkRequest = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('decide'),
    entries: z.array(one).min(1).max(100),
    kind: z.enum(['submit', 'approve', 'request-changes', 'withdraw']),
    comment: decisionRequest.shape.comment,
    checklist: decisionRequest.shape.checklist,
  }),
  z.strictObject({
    action: z.literal('assign'),
    entries: z
      .array(z.strictObject({ entry: entryQuery }))
      .min(1)
      .max(100),
    /** Added to those whom an entry is given to already. */
    assignees: assigneesRequest.shape.assignees.min(1),
  }),
  z.strictObject({
    action: z.literal('due'),
    entries: z
      .array(z.strictObject({ entry: entryQuery }))
      .min(1)
      .max(100),
    dueOn: calendarDay.nullable(),
  }),
]);
export type BulkRequest = z.output<typeof bulkRequest>;

/** One answer an entry, in the order of the request. */
export const bulkView = z.object({
  answers: z.array(
    z.object({
      entry: z.string(),
      title: z.string(),
      ok: z.boolean(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
});
export type BulkView = z.output<typeof bulkView>;
