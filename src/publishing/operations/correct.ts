import { z } from 'zod';
import type { Corrected } from '../../channels/channel';
import type { OwnTypeView } from '../../channels/own/type';
import type { ChannelKind } from '../../channels/schema';
import { waitAfter } from './again';

/** Kinds of channel on which the words of a post can be changed after it went out. */
const correctable: ReadonlySet<ChannelKind> = new Set([
  'mastodon',
  'facebook',
  'linkedin',
  'google-business',
  'pinterest',
  'discord',
  'telegram',
  'x',
]);

/** Whether they can on one channel: where an app brought it, its type says so. */
export const canCorrect = ({
  kind,
  own,
}: {
  readonly kind: ChannelKind;
  readonly own?: Pick<OwnTypeView, 'corrects'> | null | undefined;
}): boolean => (kind === 'own' ? (own?.corrects ?? false) : correctable.has(kind));

/**
 * Where a correction stands: `held` until the new words are approved, `waiting` for its turn, `withdrawn` or `replaced` by a person before
 * it went out, else as the channel answered.
 */
export const correctionState = z.enum([
  'held',
  'waiting',
  'withdrawn',
  'replaced',
  'corrected',
  'gone',
  'kept',
  'failed',
]);
export type CorrectionState = z.output<typeof correctionState>;

/** Body of `POST /publications/:key/correct`: all the words of the post as they are to be. */
export const correctInput = z.object({ text: z.string().max(20_000) });
export type CorrectInput = z.output<typeof correctInput>;

export const correctionView = z.object({
  state: correctionState,
  /** What happened, and what to do where it did not; empty while it is under way. */
  message: z.string(),
  /** The words as they are to be. */
  text: z.string(),
  /** Name of whoever asked for it. */
  by: z.string(),
  /** When it was asked for, in milliseconds since 1970. */
  at: z.number(),
  endedAt: z.number().nullable(),
});
export type CorrectionView = z.output<typeof correctionView>;

/** Whether a post may say something else than our copy of it, by the state of its last correction: words that did not go through may stand there. */
export const mayDiffer = (last: CorrectionState | null): boolean =>
  last !== null && last !== 'corrected' && last !== 'withdrawn';

/** Where a correction stands after a try. `failures` are those before it. */
export function correctionAfter(
  outcome: Corrected,
  failures: number,
  now: number,
): { readonly state: CorrectionState; readonly nextAt: number | null } {
  if (outcome.kind !== 'failed') return { state: outcome.kind, nextAt: null };
  const wait = waitAfter(failures + 1, outcome.after);
  return wait === null ? { state: 'failed', nextAt: null } : { state: 'waiting', nextAt: now + wait };
}

/** The answer of a channel that keeps words as they were posted. */
export const notCorrectable = (channel: string): Corrected => ({
  kind: 'kept',
  code: 'correction.not-possible',
  message: `What “${channel}” posted keeps its words. Take it back and post it anew.`,
});

export const notOut = {
  kind: 'kept',
  code: 'correction.not-out',
  message: 'It was taken back before its correction went out.',
} as const satisfies Corrected;
export const idUnknown = {
  kind: 'kept',
  code: 'correction.id-unknown',
  message:
    'A person said that the post is there, so nobody here knows its number. Edit it on the network itself.',
} as const satisfies Corrected;
export const channelRemoved = {
  kind: 'kept',
  code: 'correction.channel-removed',
  message: 'Its channel was removed, so nothing can be called there. Edit the post on the network itself.',
} as const satisfies Corrected;
export const internal = {
  kind: 'failed',
  code: 'correction.internal',
  message: 'Something failed on our side; the log of the server says what.',
} as const satisfies Corrected;
