import { z } from 'zod';
import { channelKind } from '../../channels/schema';
import { codes } from '../../shared/codes';
import { own } from '../../shared/own';

/** Why publications failed for good: a code of ours or of an adapter, on one channel. */
export const causeView = z.object({
  code: z.string(),
  channel: z.string(),
  name: z.string(),
  /** Null where the channel was removed. */
  kind: channelKind.nullable(),
  count: z.int().min(1),
  /** What happened to the newest one, and what to do. */
  message: z.string(),
  /** What the code means in general; empty where the code is not one of ours. */
  means: z.string(),
  /** The newest few, to look at. */
  samples: z.array(
    z.object({
      key: z.string(),
      campaign: z.string(),
      campaignName: z.string(),
      dueAt: z.number().nullable(),
    }),
  ),
});
export type CauseView = z.output<typeof causeView>;

/** Answer of `GET /presence/operations/dead`. `seenAt`: what fails later is not meant by a retry that names it. */
export const deadView = z.object({ seenAt: z.number(), causes: z.array(causeView) });
export type DeadView = z.output<typeof deadView>;

/** Body of `POST /presence/operations/dead/retry`. A long list takes several calls: `after` is the `next` of the answer before. */
export const retryCauseInput = z.strictObject({
  channel: z.string().min(1).max(60),
  code: z.string().max(255),
  seenAt: z.number(),
  after: z.int().min(0).default(0),
});
export type RetryCauseInput = z.output<typeof retryCauseInput>;

export const retryCauseView = z.object({
  retried: z.int().min(0),
  /** Those that wait for an approval now, and go out after it. */
  held: z.int().min(0),
  /** Why some were not tried again, each reason once. */
  refused: z.array(z.object({ code: z.string(), message: z.string(), count: z.int().min(1) })),
  /** Where to go on; null at the end. */
  next: z.int().nullable(),
});
export type RetryCauseView = z.output<typeof retryCauseView>;

/** What a code says in general, and what to do about it. */
export const meaningOf = (code: string): string => own(codes, code)?.means ?? '';
