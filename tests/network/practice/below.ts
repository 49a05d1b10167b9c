import type { PracticeNetwork, PracticeRequest } from '../../../server/practice/network';

/** A network below a path, where several of one family would take each other's calls on one port. */
export function below(path: string, network: PracticeNetwork): PracticeNetwork {
  const inner = (request: PracticeRequest): PracticeRequest => {
    const url = new URL(request.url);
    url.pathname = url.pathname.slice(path.length);
    return { ...request, url };
  };
  const isBelow = ({ url }: PracticeRequest): boolean => url.pathname.startsWith(`${path}/`);
  return {
    ...network,
    deedOf: (request) => (isBelow(request) ? network.deedOf(inner(request)) : null),
    answer: (request, hints) => network.answer(inner(request), hints),
  };
}
