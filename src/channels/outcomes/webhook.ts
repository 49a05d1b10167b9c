import type { Outcome } from '../channel';
import { retryAfter } from './http';

/** The answer of a receiver, as far as it matters. */
export interface WebhookAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/**
 * What to do after a receiver's answer. A receiver recognises `webhook-id` (Standard Webhooks), so an `unknown` is settled
 * by sending again: the one channel where that is safe.
 */
export function webhookOutcome(answer: WebhookAnswer, publication: string, now: number): Outcome {
  const { status } = answer;
  const after = retryAfter(answer.retryAfter, now);
  const again = { ...(after === undefined ? {} : { after }) };
  if (status >= 200 && status <= 299) return { kind: 'delivered', remoteId: publication, url: null };
  if (status === 401 || status === 403)
    return {
      kind: 'reauthorise',
      code: 'webhook.signature-refused',
      message: `The receiver refused the signature (status ${status}). Check that both sides have the same secret.`,
    };
  if (status === 410)
    return {
      kind: 'blocked',
      code: 'webhook.gone',
      message:
        'The receiver says that it is closed for good (status 410). Enter a new address, or remove the channel.',
    };
  if (status === 408 || status === 425 || status === 429 || status === 503)
    return {
      kind: 'retry',
      code: 'webhook.busy',
      message: `The receiver is busy (status ${status}). It is tried again by itself.`,
      ...again,
    };
  if (status >= 500)
    return {
      kind: 'unknown',
      code: 'webhook.server-error',
      message: `The receiver failed (status ${status}). It is sent again under the same id.`,
    };
  if (status >= 300 && status <= 399)
    return {
      kind: 'rejected',
      code: 'webhook.redirect',
      message: `The receiver redirects (status ${status}), and redirects are not followed. Enter the final address in the channel.`,
    };
  return {
    kind: 'rejected',
    code: 'webhook.refused',
    message: `The receiver refused this message (status ${status}). Look at its log to see why.`,
  };
}
