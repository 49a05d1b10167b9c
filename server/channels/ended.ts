import type { Outcome } from '../../src/channels/channel';

/** A step of a delivery that ended it. */
export class Ended extends Error {
  constructor(readonly outcome: Outcome) {
    super(outcome.kind);
  }
}

/** The outcome of steps that may end early. */
export async function outcomeOf(steps: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await steps();
  } catch (error) {
    if (error instanceof Ended) return error.outcome;
    throw error;
  }
}

/** What steps found, for a caller that wants an answer or an error; the error says what the outcome would have said. */
export async function answerOf<T>(steps: () => Promise<T>): Promise<T> {
  try {
    return await steps();
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    throw new Error('message' in error.outcome ? error.outcome.message : error.outcome.kind, {
      cause: error,
    });
  }
}

/** Another process has taken over: nothing was published by this one. */
export const leaseLost: Outcome = {
  kind: 'retry',
  code: 'delivery.taken-over',
  message: 'Another process has taken over this delivery.',
};
