import { metaError } from '../../../server/practice/meta/words';
import type { PracticeNetwork, PracticeRequest } from '../../../server/practice/network';

/**
 * A network of Meta before an app that wants to be proven on every call (developers.facebook.com/docs/graph-api/guides/secure-requests):
 * `appsecret_proof` has to be that of the token. Tokens of no such app (null) are passed on as they came.
 */
export function proving(
  network: PracticeNetwork,
  proofOf: (token: string) => string | null,
): PracticeNetwork {
  return {
    ...network,
    answer(request, hints) {
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const right = proofOf(token);
      if (right === null) return network.answer(request, hints);
      const url = new URL(request.url);
      const told = url.searchParams.get('appsecret_proof');
      if (told === null) return Promise.resolve(missing);
      if (told !== right) return Promise.resolve(wrong);
      url.searchParams.delete('appsecret_proof');
      const inner: PracticeRequest = { ...request, url };
      return network.answer(inner, hints);
    },
  };
}

const missing = metaError(400, {
  message: 'API calls from the server require an appsecret_proof argument',
  ...{ type: 'GraphMethodException', code: 100 },
});
const wrong = metaError(400, {
  message: 'Invalid appsecret_proof provided in the API argument',
  ...{ type: 'GraphMethodException', code: 100 },
});
