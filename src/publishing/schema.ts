import { z } from 'zod';
import { channelKind, copyCheck, copySchema, ownShown } from '../channels/schema';
import { campaignTarget, campaignUtm } from './campaign/aim';
import { when } from './time/when';
import { correctionView, receiptView, recallView, standingHold } from './operations/schema';

/**
 * Where a publication stands:
 *
 * - `draft`: written, no time set;
 * - `scheduled`: goes out at its time;
 * - `running`: a process holds it by a lease;
 * - `delivered`: it is there;
 * - `parked`: the channel cannot take it now (credentials, quota); goes on when it can;
 * - `held`: not approved, or changed after it was scheduled; goes on after an approval or a person's word;
 * - `asking`: its time passed while nothing ran; a person says send or skip;
 * - `recalled`: it was there, and was taken back;
 * - `rejected`: the channel refused it for good; a person has to change something;
 * - `cancelled`, `skipped`: will not go out;
 * - `unknown`: it may be there and nobody can tell by machine; a person looks and answers.
 */
export const publicationState = z.enum([
  'draft',
  'scheduled',
  'running',
  'delivered',
  'recalled',
  'parked',
  'held',
  'asking',
  'rejected',
  'cancelled',
  'skipped',
  'unknown',
]);
export type PublicationState = z.output<typeof publicationState>;

/** What happens to a time that passed while nothing ran: send late, skip, or ask a person. */
export const catchUpPolicy = z.enum(['late', 'skip', 'ask']);
export type CatchUpPolicy = z.output<typeof catchUpPolicy>;

const entryKey = z.object({
  uid: z.string().min(1).max(200),
  documentId: z.string().min(1).max(60),
  locale: z.string().min(1).max(20).nullable(),
});

/** Body of `POST /campaigns/derive`: how would the copies look? Nothing is stored. */
export const deriveInput = z.object({
  entry: entryKey,
  channels: z.array(z.uuid()).min(1).max(50),
  /** Name of the campaign, for templates that say it. */
  campaign: z.string().trim().min(1).max(160).nullable().default(null),
});
export type DeriveInput = z.output<typeof deriveInput>;

/** The copy of one channel with its measures. */
const derivedCopy = z.object({
  channel: z.uuid(),
  kind: channelKind,
  channelName: z.string(),
  copy: copySchema,
  check: copyCheck,
});
export const derivePreview = z.object({ copies: z.array(derivedCopy) });
export type DerivePreview = z.output<typeof derivePreview>;

/** One channel of a campaign: the copy left out is derived from the entry. */
const copyInput = z.object({ channel: z.uuid(), copy: copySchema.optional() });

/** Body of `POST /campaigns`. */
export const campaignInput = z.object({
  entry: entryKey,
  name: z.string().trim().min(1).max(160),
  /** In words; `target` is the number. */
  goal: z.string().trim().max(300).default(''),
  target: campaignTarget.nullable().default(null),
  utm: campaignUtm.nullable().default(null),
  /** Key of the template that it began with. */
  template: z.string().max(40).nullable().default(null),
  /** Ticked off of the template's checklist. */
  checked: z.array(z.string().max(40)).max(50).default([]),
  catchUp: catchUpPolicy.optional(),
  copies: z
    .array(copyInput)
    .min(1)
    .max(50)
    .refine((list) => new Set(list.map(({ channel }) => channel)).size === list.length, {
      message: 'must name each channel once',
    }),
});
export type CampaignInput = z.input<typeof campaignInput>;
export type NewCampaign = z.output<typeof campaignInput>;

/** Body of `PUT /campaigns/:key`. Copies of channels left out stay; `remove` drops channels that were not scheduled yet. */
export const campaignChange = z.object({
  name: campaignInput.shape.name.optional(),
  goal: z.string().trim().max(300).optional(),
  target: campaignTarget.nullable().optional(),
  utm: campaignUtm.nullable().optional(),
  checked: z.array(z.string().max(40)).max(50).optional(),
  catchUp: catchUpPolicy.optional(),
  copies: z.array(copyInput).max(50).optional(),
  remove: z.array(z.uuid()).max(50).optional(),
});
export type CampaignChange = z.output<typeof campaignChange>;

/** Body of `POST /campaigns/:key/schedule`: one time for all, and other times for single publications by key. */
export const scheduleInput = z.object({
  when,
  times: z.record(z.uuid(), when).optional(),
});
export type ScheduleInput = z.output<typeof scheduleInput>;

/** Body of `POST /publications/:key/reschedule`. */
export const rescheduleInput = z.object({ when });
export type RescheduleInput = z.output<typeof rescheduleInput>;

/** Body of `POST /publications/:key/answer`: for `asking` send or skip, for `unknown` there or send. */
export const answerInput = z.object({
  answer: z.enum(['there', 'send', 'skip']),
  /** With `there`: the address of the post, if known. */
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type AnswerInput = z.output<typeof answerInput>;

/** One try to deliver a publication. `outcome` is null while it runs, or when its process died. */
export const attemptView = z.object({
  number: z.int(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  outcome: z
    .enum(['delivered', 'duplicate', 'retry', 'reauthorise', 'blocked', 'parked', 'rejected', 'unknown'])
    .nullable(),
  code: z.string(),
  message: z.string(),
});
export type AttemptView = z.output<typeof attemptView>;

/** What a person may do with a publication now. */
export const publicationAction = z.enum(['retry', 'cancel', 'reschedule', 'answer', 'correct', 'recall']);
export type PublicationAction = z.output<typeof publicationAction>;

/** One copy bound for one channel at one time. */
export const publicationView = z.object({
  key: z.uuid(),
  campaign: z.uuid(),
  campaignName: z.string(),
  entry: entryKey,
  entryTitle: z.string(),
  channel: z.uuid(),
  channelName: z.string(),
  kind: channelKind,
  /** On a channel of an app: what its type says; left out where no app registers it any more. */
  own: ownShown.optional(),
  copy: copySchema,
  check: copyCheck,
  state: publicationState,
  /** When it is to go out; null while a draft. */
  dueAt: z.number().nullable(),
  /** `dueAt` on the clock it was chosen by; empty while a draft or when sent at once. */
  localTime: z.string(),
  zone: z.string(),
  /** So many minutes after the website is live, where that decides; `dueAt` is then only expected until it is. */
  afterMinutes: z.number().nullable(),
  /** The next look at it: later than `dueAt` while it is retried or parked; null when nothing happens by itself. */
  nextAt: z.number().nullable(),
  /** The hold that stops it now; null where none does, and where it is over. */
  hold: standingHold.nullable(),
  /** Key of the website publication that has to be delivered first. */
  waitsFor: z.uuid().nullable(),
  attempts: z.array(attemptView),
  /** Why it stands where it stands, and what to do; null while there is nothing to say. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** What is to be known of something that was delivered, such as a comment that is missing beneath it. Left out: nothing. */
  note: z.string().optional(),
  deliveredAt: z.number().nullable(),
  /** What was sent and what the channel called it; null before. `sha256` is that of the bytes, where the channel sends some. */
  receipt: receiptView.nullable(),
  /** Taking it back; null where nobody asked for it. */
  recall: recallView.nullable(),
  /** The last correction of its words after it went out; null where there was none. */
  correction: correctionView.nullable(),
  /** Mails of which nobody knows whether they arrived; 0 on other channels. */
  inDoubt: z.number(),
  /** Where it can be read. */
  url: z.string().nullable(),
  /** It went to the practice network: nobody outside has seen it. */
  practice: z.boolean().optional(),
  actions: z.array(publicationAction),
  createdAt: z.number(),
});
export type PublicationView = z.output<typeof publicationView>;

/** Query of `GET /publications`. */
export const publicationQuery = z.object({
  state: publicationState.optional(),
  channel: z.uuid().optional(),
  campaign: z.uuid().optional(),
  /** Words of the campaign's name. */
  q: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type PublicationQuery = z.output<typeof publicationQuery>;

/** Where a campaign stands as a whole; read from its publications, never stored. */
export const campaignState = z.enum(['draft', 'waiting', 'running', 'attention', 'done', 'cancelled']);
export type CampaignState = z.output<typeof campaignState>;

/** One governed unit: an entry, its copies and their times. */
export const campaignView = z.object({
  key: z.uuid(),
  name: z.string(),
  goal: z.string(),
  target: campaignTarget.nullable(),
  utm: campaignUtm.nullable(),
  template: z.string().nullable(),
  checked: z.array(z.string()),
  entry: entryKey,
  entryTitle: z.string(),
  catchUp: catchUpPolicy,
  state: campaignState,
  publications: z.array(publicationView),
  createdBy: z.string(),
  createdAt: z.number(),
});
export type CampaignView = z.output<typeof campaignView>;

/** Query of `GET /campaigns`; the three of an entry go together. */
export const campaignQuery = z.object({
  uid: z.string().optional(),
  documentId: z.string().optional(),
  locale: z.string().optional(),
  q: z.string().trim().max(100).optional(),
  state: campaignState.optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type CampaignQuery = z.output<typeof campaignQuery>;
