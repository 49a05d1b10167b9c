import type { Corrected, Outcome } from '../../../src/channels/channel';
import { notDone, type Unanswered } from '../not-done';

/** What a call means that did not bring new words; those that the network refuses for good are not sent again. */
export function notCorrected(answer: Unanswered, outcome: Outcome, network: string, now: number): Corrected {
  const words = {
    code: 'correction.not-done',
    still: `The post still says the old words on ${network}.`,
    inDoubt: `Whether the post says the new words on ${network} is not known.`,
  };
  const { code, message, ...rest } = notDone(answer, outcome, words, now);
  return outcome.kind === 'rejected' ? { kind: 'kept', code, message } : { ...rest, code, message };
}

export const corrected = (network: string) =>
  ({ kind: 'corrected', code: '', message: `The words were changed on ${network}.` }) as const;

export const goneSince = { kind: 'gone', code: '', message: 'The post was not there any more.' } as const;
