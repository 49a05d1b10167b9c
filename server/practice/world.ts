import { answerWith, type FaultBook } from './faults';
import type { PracticeAnswer, PracticeNetwork, PracticeRequest } from './network';

interface Sources {
  readonly networks: readonly PracticeNetwork[];
  readonly faults?: FaultBook;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export type PracticeWorld = ReturnType<typeof practiceWorld>;

/** Networks side by side: a request goes to the one that knows it, and something may happen on the way. */
export function practiceWorld({ networks, faults, now, sleep }: Sources) {
  return async (request: PracticeRequest, kind?: string): Promise<PracticeAnswer> => {
    const known = networks.filter((one) => kind === undefined || one.kind === kind);
    const network = known.find((one) => one.deedOf(request) !== null);
    if (!network)
      return {
        status: 404,
        headers: { 'content-type': 'text/plain' },
        body: 'No practice network knows this.',
      };
    const struck = faults?.strike(network, request) ?? null;
    return answerWith(struck, network, request, { now, sleep });
  };
}
