import { tokenAnswerOf, type TokenAnswer } from '../../../src/channels/connect/oauth/token-answer';
import type { TokenRequest } from '../../../src/channels/connect/oauth/token-request';
import type { Failure } from '../../http/failure';
import type { Outgoing } from '../../http/outgoing';

/** What came of a question for tokens, or why there was no answer. */
export type TokenCall = TokenAnswer | { readonly kind: 'no-answer'; readonly failure: Failure };

/** Asks a token endpoint. An answer that broke off, or is longer than any token, stands for nothing. */
export async function tokenCall(http: Outgoing, request: TokenRequest): Promise<TokenCall> {
  const answer = await http.send({ ...request, timeout: 15_000, maxBytes: 65_536 });
  if (answer.kind !== 'answered') return { kind: 'no-answer', failure: answer };
  return answer.isWhole
    ? tokenAnswerOf(answer.status, answer.bytes.toString('utf8'))
    : { kind: 'unreadable', status: answer.status };
}
