import { randomUUID } from 'node:crypto';
import type { Account, ChannelAdapter, Delivery, Outcome } from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { noAnswerOutcome, retryAfter } from '../../src/channels/outcomes/http';
import { closedFor, limitsOf } from '../../src/channels/outcomes/limits';
import { webhookOutcome } from '../../src/channels/outcomes/webhook';
import { webhookSecret, webhookSettings } from '../../src/channels/settings/webhook';
import type { Outgoing } from '../http/outgoing';
import { failedReport } from './report';
import { sentOf } from './sent';
import { signedMessage } from './standard-webhook';

export interface WebhookSources {
  readonly http: Outgoing;
  /** The address of a picture as the outside world reaches it. */
  readonly absolute: (url: string) => Promise<string>;
  readonly now: () => number;
}

/**
 * Signed JSON to any receiver, as Standard Webhooks describes it. `webhook-id` is the publication's key on every try, so
 * a receiver acts once; that is why there is no `find`: in doubt the same message is sent again.
 */
export function webhook({ http, absolute, now }: WebhookSources): ChannelAdapter {
  async function sent(account: Account, id: string, body: string): Promise<Outcome> {
    const secret = webhookSecret.safeParse(account.secret);
    if (!secret.success) return noSecret;
    const { url } = webhookSettings.parse(account.settings);
    const message = signedMessage(id, body, secret.data.signingSecret, now());
    const answer = await http.send({ method: 'POST', url, ...message });
    if (answer.kind !== 'answered') return noAnswerOutcome(answer, 'write');
    const { status, headers } = answer;
    const outcome = webhookOutcome({ status, retryAfter: headers['retry-after'] }, id, now());
    const wait = status === 429 ? closedFor(retryAfter(headers['retry-after'], now()), now()) : [];
    const limits = wait.length > 0 ? wait : limitsOf(headers, now());
    return { ...outcome, sent: sentOf(body), ...(limits.length > 0 ? { limits } : {}) };
  }

  return {
    kind: 'webhook',
    inDoubt: 'send',

    async deliver(account, delivery) {
      const body = await payloadOf(delivery, absolute);
      if (!(await delivery.beat())) return leaseLost;
      return sent(account, delivery.publication, body);
    },

    /** Sends `presence.recalled` under an id of its own, the same on every try; what the receiver does about it is its own affair. */
    async recall(account, { publication, campaign, entry, remoteId, recalledAt }) {
      const body = JSON.stringify({
        type: 'presence.recalled',
        timestamp: new Date(recalledAt).toISOString(),
        data: { publication, campaign, entry, answer: remoteId },
      });
      const outcome = await sent(account, `${publication}_recalled`, body);
      const { host } = new URL(webhookSettings.parse(account.settings).url);
      if (outcome.kind === 'delivered')
        return {
          kind: 'told',
          code: '',
          message: `${host} was told that it is recalled. What was done with it there cannot be seen from here.`,
          sent: sentOf(body),
        };
      const why = 'message' in outcome ? outcome.message : '';
      return { kind: 'failed', code: 'webhook.not-told', message: `${host} could not be told. ${why}` };
    },

    /** Sends `presence.test`, signed like any message; receivers ignore types that they do not know. */
    async test(account) {
      const id = `test_${randomUUID()}`;
      const body = JSON.stringify({
        type: 'presence.test',
        timestamp: new Date(now()).toISOString(),
        data: {},
      });
      const outcome = await sent(account, id, body);
      const { host } = new URL(webhookSettings.parse(account.settings).url);
      const found = [{ label: 'Receiver', value: host }];
      if (outcome.kind !== 'delivered') return failedReport(outcome, found);
      return { state: 'ready', message: `${host} accepted a signed test message.`, found };
    },
  };
}

/**
 * The same bytes on every try: nothing in it depends on the time of the try. Half an emoji would stand in the JSON as an escape that many
 * receivers refuse to read.
 */
async function payloadOf(delivery: Delivery, absolute: WebhookSources['absolute']): Promise<string> {
  const { publication, campaign, entry, seal, copy, pageUrl, dueAt, track } = delivery;
  return JSON.stringify({
    type: 'presence.published',
    timestamp: new Date(dueAt).toISOString(),
    data: {
      publication,
      campaign,
      entry,
      seal,
      title: wellFormed(copy.title ?? ''),
      description: wellFormed(copy.description ?? ''),
      text: wellFormed(copy.text),
      link: copy.link === null ? null : await track(copy.link),
      page: pageUrl,
      pictures: await Promise.all(
        copy.pictures.map(async ({ url, alt }) => ({ url: await absolute(url), alt: wellFormed(alt) })),
      ),
    },
  });
}

const noSecret: Outcome = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message: 'The channel has no signing secret that can be read. Enter the one that the receiver knows.',
};

const leaseLost: Outcome = {
  kind: 'retry',
  code: 'delivery.taken-over',
  message: 'Another process has taken over this delivery.',
};
