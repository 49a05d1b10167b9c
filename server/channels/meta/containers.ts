import { z } from 'zod';
import type { Delivery, Outcome } from '../../../src/channels/channel';
import { metaOutcome } from '../../../src/channels/outcomes/meta/outcome';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { workedOn } from '../worked-on';
import { graphCall, graphValue, type GraphAccess } from './graph';

const status = z.enum(['IN_PROGRESS', 'FINISHED', 'PUBLISHED', 'ERROR', 'EXPIRED']);

/** Where a container stands; the network works on it by itself and drops it after a day. */
export interface ContainerState {
  readonly status: z.output<typeof status>;
  /** Why it failed, in the network's words; empty where it does not say, or says something that passes. */
  readonly why: string;
  /** Subcode of why it failed; 0 where there is none. */
  readonly subcode: number;
}

/** How a network tells where a container stands. */
export interface ContainerWords {
  readonly fields: string;
  readonly state: z.ZodType<ContainerState>;
}

/** What passes: it says nothing about the picture or the video itself. */
const passing: ReadonlySet<string> = new Set(['FAILED_DOWNLOADING_VIDEO', 'UNKNOWN']);

/** Threads: `status`, and a fixed name of why it failed (developers.facebook.com/docs/threads/troubleshooting). */
export const threadsContainer: ContainerWords = {
  fields: 'status,error_message',
  state: z
    .object({ status, error_message: z.string().catch('') })
    .transform(({ status: state, error_message: name }) => ({
      ...{ status: state, subcode: 0 },
      why: passing.has(name) ? '' : name,
    })),
};

/** Instagram: `status_code`, and in `status` a sentence with the subcode of why it failed (…/reference/ig-container). */
export const instagramContainer: ContainerWords = {
  fields: 'status_code,status',
  state: z
    .object({ status_code: status, status: z.string().catch('') })
    .transform(({ status_code: state, status: said }) => {
      const subcode = Number(/\berror code (\d{7})\b/i.exec(said)?.[1] ?? 0);
      return { status: state, subcode, why: subcode === 0 ? '' : said };
    }),
};

const container = z.object({ id: z.string().min(1) });

interface ContainerTools {
  readonly http: Outgoing;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** A container that the network is still at after this long is asked for again by the next try. */
const patience = { pictures: 120_000, video: 600_000 };
const waits = { first: 1_000, longest: 10_000 };

/** Makes a container. Nothing is published by it. */
export async function madeContainer(
  access: GraphAccess,
  path: string,
  json: object,
  { http, now }: ContainerTools,
): Promise<string> {
  return graphValue(await graphCall(http, access, { path, json, answer: container }, now), 'read', now()).id;
}

export async function containerState(
  access: GraphAccess,
  id: string,
  { fields, state }: ContainerWords,
  { http, now }: ContainerTools,
): Promise<ContainerState> {
  const call = { path: `/${encodeURIComponent(id)}`, query: { fields }, answer: state };
  return graphValue(await graphCall(http, access, call, now), 'read', now());
}

/** Waits until a container can be published; ends the delivery where it never can. */
export async function finished(
  access: GraphAccess,
  id: string,
  words: ContainerWords,
  { copy, beat }: Pick<Delivery, 'copy' | 'beat'>,
  tools: ContainerTools,
): Promise<void> {
  const { network } = access;
  const what = copy.video ? 'video' : 'pictures';
  const slow = {
    kind: 'retry',
    code: 'meta.not-ready',
    message: `${network} is not done with the ${what} yet. It is tried again by itself.`,
  } as const;
  await workedOn(
    async () => {
      const state = await containerState(access, id, words, tools);
      if (state.status === 'FINISHED' || state.status === 'PUBLISHED') return { done: null };
      if (state.status !== 'IN_PROGRESS') throw new Ended(failedFor(network, what, state, tools.now()));
      return 'not-yet';
    },
    { ...tools, beat, waits, patience: patience[what], slow },
  );
}

/** What to do where a container ended without a post. */
function failedFor(
  network: string,
  what: 'pictures' | 'video',
  { status: end, why, subcode }: ContainerState,
  now: number,
): Outcome {
  if (end === 'ERROR' && subcode !== 0)
    return metaOutcome(
      { ...{ network, status: 400, code: 0, subcode, isTransient: false }, said: why, after: null },
      'read',
      now,
    );
  if (end === 'ERROR' && why !== '' && what === 'video')
    return {
      kind: 'rejected',
      code: 'meta.video',
      message: `${network} cannot use the video of this post (${why}). Export it as MP4 with H.264 and AAC, or choose another, and schedule the post again.`,
    };
  if (end === 'ERROR' && why !== '')
    return {
      kind: 'rejected',
      code: 'meta.picture',
      message: `${network} cannot use a picture of this post (${why}). Choose another one and schedule it again.`,
    };
  return {
    kind: 'retry',
    code: 'meta.container-gone',
    message: `${network} could not prepare the post. It is prepared anew.`,
  };
}
