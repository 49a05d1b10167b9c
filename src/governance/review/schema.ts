import { z } from 'zod';
import { blocker, entryQuery, person } from '../schema';
import { principal, stage, transitionKinds } from '../workflow/schema';

/** What a decision can be: a transition of the workflow, or one of three that stand outside it. */
export const decisionKind = z.enum([...transitionKinds, 'emergency', 'adopt', 'migrate']);
export type DecisionKind = z.output<typeof decisionKind>;

/** One copy of an entry for one channel: publication key, the seal of what was seen, the channel's name and kind. */
export const copyFacts = z.object({ key: z.string(), seal: z.string(), name: z.string(), kind: z.string() });
export type CopyFacts = z.output<typeof copyFacts>;

/** A copy with the keys of those of earlier runs that said the same: who approved one of them approved this one. */
export type RepeatedCopy = CopyFacts & { readonly repeats?: readonly string[] };

/** One decision about an entry; never changed or deleted. `number` counts from 1 in each entry. */
export const decision = z.object({
  key: z.string(),
  number: z.coerce.number(),
  kind: decisionKind,
  /** What the entry said when the decision was taken. */
  seal: z.string(),
  /** The copies that were seen; of the approval that completes, those that enough people saw the very same. */
  copies: z.array(copyFacts),
  by: person,
  at: z.coerce.number(),
  comment: z.string().nullable(),
  /** Version of the workflow under which it was taken: `<key>@<version>`. */
  workflow: z.string(),
  /** Key of the transition; null for decisions outside the workflow. */
  transition: z.string().nullable(),
  /** Stage in which it was taken. */
  from: z.string(),
  /** Stage that it led to; null where it led nowhere: an approval that needs others, an emergency. */
  to: z.string().nullable(),
  /** Through which principals of the transition the person counted. */
  as: z.array(principal),
  /** The points that the person confirmed. */
  checklist: z.array(z.string()),
});
export type Decision = z.output<typeof decision>;

/** What the person who looks may do now. Actions that they may never take are left out. */
export const action = z.object({
  decision: z.enum(transitionKinds),
  transition: z.string(),
  comment: z.enum(['required', 'optional']),
  checklist: z.array(z.string()),
  /** Stage that it leads to. */
  to: z.string(),
  /** Of an approval: how many are needed and how many are given. */
  votes: z.object({ given: z.int(), needed: z.int() }).nullable(),
  /** Why the button is grey; null when it may be pressed. */
  disabledReason: z.string().nullable(),
  /** The refusal's code; null when it may be pressed. */
  disabledCode: z.enum(['review.four-eyes', 'review.not-possible', 'review.voted-already']).nullable(),
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
  workflow: z.object({ ref: z.string(), name: z.string() }),
  stage: z.string(),
  stages: z.array(stage.pick({ key: true, name: true, colour: true, meaning: true })),
  /** Of the saved draft; sent back with a decision. */
  seal: z.string(),
  /** Of the copies for channels that wait to go out; sent back with an approval. */
  copies: z.array(copyFacts),
  blockers: z.array(blocker),
  /** What stops nothing and should be known before it goes out. */
  hints: z.array(blocker),
  actions: z.array(action),
  /** Whether the viewer may publish in an emergency, past the blockers. */
  emergency: z.boolean(),
  /** The last approval, valid or voided by a later change. */
  approval: z.object({ by: person, at: z.number(), seal: z.string(), valid: z.boolean() }).nullable(),
  lastEditor: z.object({ by: person, at: z.number(), isYou: z.boolean() }).nullable(),
  /** Newest first. */
  decisions: z.array(decision),
  /** Address of the page on the site; null where no pattern is set or the entry lacks a part of it. */
  pageUrl: z.string().nullable(),
});
export type EntryPanel = z.output<typeof entryPanel>;

/** Body of `POST /presence/entry/decision`. */
export const decisionRequest = z.strictObject({
  entry: entryQuery,
  kind: z.enum([...transitionKinds, 'emergency']),
  /** What the person had before their eyes (`EntryPanel.seal`). */
  seal: z.string().regex(/^[0-9a-f]{64}$/, 'must be the seal that the panel showed'),
  /** The copies that the person had before their eyes (`EntryPanel.copies`); absent when the entry has none. */
  copies: z.array(copyFacts).max(200).optional(),
  comment: z.string().trim().max(2_000).nullish(),
  /** The points of the checklist that the person confirmed, word for word. */
  checklist: z.array(z.string().max(200)).max(20).optional(),
});
export type DecisionRequest = z.output<typeof decisionRequest>;
