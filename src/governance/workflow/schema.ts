import { z } from 'zod';

const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a short name of small letters, digits and hyphens');

/**
 * Who may do something, in one word that means the same in every installation: `role:<code of a Strapi role>`,
 * `user:<e-mail of an admin user>`, `guest:<e-mail of somebody without a seat>`, `may:<one of our permissions>`.
 */
export const principal = z
  .string()
  .max(200)
  .regex(/^(role|user|guest|may):\S+$/, 'must be role:…, user:…, guest:… or may:…');
export type Principal = z.output<typeof principal>;

const list = z.array(z.string().min(1).max(200)).min(1).max(100);
const not = z.boolean().optional();

/** Something that must hold for a transition to apply; `not` turns it around. */
export const condition = z.discriminatedUnion('on', [
  /** The person who decides holds one of these Strapi roles (their codes). */
  z.strictObject({ on: z.literal('role'), any: list, not }),
  /** The entry is of one of these content types. */
  z.strictObject({ on: z.literal('type'), any: list, not }),
  z.strictObject({ on: z.literal('locale'), any: list, not }),
  /** A field at or below one of these paths says something else than what was approved last. */
  z.strictObject({ on: z.literal('changed'), any: list, not }),
  /** A changed field is marked so in the settings: `price`, `legal`. */
  z.strictObject({ on: z.literal('marked'), any: list, not }),
  /** The brand score of the entry (0 to 100) is below this. */
  z.strictObject({ on: z.literal('score'), below: z.number().min(0).max(100), not }),
  /** A copy that waits for approval goes to a channel of one of these kinds. */
  z.strictObject({ on: z.literal('channels'), any: list, not }),
  /** Nothing but copies for channels of these kinds waits: the entry itself stands approved. */
  z.strictObject({ on: z.literal('only-channels'), any: list, not }),
]);
export type Condition = z.output<typeof condition>;

export const stageColours = [
  'neutral',
  'primary',
  'secondary',
  'warning',
  'success',
  'danger',
  'alternative',
] as const;

/** A stage and what it means: being written, being looked at, or free to go out. */
export const stage = z.strictObject({
  key,
  name: z.string().trim().min(1).max(60),
  colour: z.enum(stageColours),
  meaning: z.enum(['draft', 'review', 'approved']),
  /** Working days that an entry may stand here; null sets no limit. */
  days: z.number().positive().max(365).nullable(),
  /** Working days before the end when those who are to act are reminded. */
  remind: z.number().positive().max(60).nullable(),
  /** Who is told when the time is over. */
  escalate: z.array(principal).max(20),
  /** What may not be edited here without an unlock: nothing, everything, or these fields. */
  lock: z.union([z.literal('none'), z.literal('entry'), z.strictObject({ fields: list })]),
});
export type Stage = z.output<typeof stage>;

export const transitionKinds = ['submit', 'approve', 'request-changes', 'withdraw', 'unlock'] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/** A way from one stage to another. Of several with the same decision, the first whose conditions hold applies. */
export const transition = z.strictObject({
  key,
  decision: z.enum(transitionKinds),
  from: z.array(key).min(1).max(50),
  to: key,
  /** All must hold. */
  when: z.array(condition).max(20),
  /** Who may take it. */
  who: z.array(principal).min(1).max(50),
  /** Of an approval: how many of whom. Each person counts once. Empty means one of `who`. */
  needs: z
    .array(z.strictObject({ count: z.int().min(1).max(20), of: z.array(principal).min(1).max(50) }))
    .max(10),
  /** Who edited the entry, or one of its copies, since the last approval may not take it. */
  fourEyes: z.boolean(),
  /** What the person confirms point by point. */
  checklist: z.array(z.string().trim().min(1).max(200)).max(20),
  comment: z.enum(['required', 'optional']),
});
export type Transition = z.output<typeof transition>;

/** A workflow as data. The first stage is where an entry begins, and where it falls back to when an approval is void. */
export const workflow = z.strictObject({
  key,
  name: z.string().trim().min(1).max(80),
  stages: z.array(stage).min(2).max(50),
  transitions: z.array(transition).min(1).max(200),
  /** Whether taking a published entry off the site needs `publish.unpublish`, beyond Strapi's own permission. */
  guardUnpublish: z.boolean(),
});
export type Workflow = z.output<typeof workflow>;

/** Which workflow applies to which entries: the first policy that fits; where none fits, the standard workflow. */
export const policy = z.strictObject({
  workflow: key,
  types: z.array(z.string()).max(200).nullable(),
  locales: z.array(z.string()).max(100).nullable(),
});
export type Policy = z.output<typeof policy>;
