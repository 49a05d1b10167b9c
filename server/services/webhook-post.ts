import { retryAfter } from '../../src/channels/outcomes/http';
import { verdictOf, type WebhookVerdict } from '../../src/governance/notices/webhook-answer';
import type { SignedMessage } from '../channels/standard-webhook';
import type { Outgoing } from '../http/outgoing';
import type { WebhookRow } from '../stores/webhooks';
import type { SecretBox } from './secret-box';

interface Deps {
  readonly http: Outgoing;
  readonly secrets: Pick<SecretBox, 'open'>;
  readonly sign: (id: string, body: string, secret: string, now: number) => SignedMessage;
  readonly now: () => number;
}

export type WebhookPost = ReturnType<typeof webhookPost>;

/** One signed request to a receiver. Never throws, never follows a redirect, never calls a private network. */
export const webhookPost =
  ({ http, secrets, sign, now }: Deps) =>
  async (to: Pick<WebhookRow, 'url' | 'secret'>, id: string, body: string): Promise<WebhookVerdict> => {
    const secret = secrets.open(to.secret);
    if (typeof secret !== 'string')
      return {
        kind: 'never',
        status: null,
        message:
          'The secret of the webhook cannot be read: the encryption key of Strapi has changed. Make a new secret.',
      };
    const answer = await http.send({ method: 'POST', url: to.url, ...sign(id, body, secret, now()) });
    if (answer.kind !== 'answered') return verdictOf(answer);
    const after = retryAfter(answer.headers['retry-after'], now());
    return verdictOf({ kind: 'answered', status: answer.status, after });
  };
