import { webhookBody } from '../../src/governance/notices/events';
import { waitBefore } from '../../src/publishing/retry';
import type { DeliveriesStore, DeliveryEnd, DeliveryRow } from '../stores/deliveries';
import type { OutboxStore } from '../stores/outbox';
import type { WebhookRow, WebhooksStore } from '../stores/webhooks';
import type { Notices } from './notices';
import type { WebhookPost } from './webhook-post';

interface Deps {
  readonly outbox: Pick<OutboxStore, 'event'>;
  readonly webhooks: Pick<WebhooksStore, 'get' | 'turnOff'>;
  readonly deliveries: Pick<DeliveriesStore, 'drop'>;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
  readonly post: WebhookPost;
  readonly now: () => number;
  readonly random: () => number;
}

const over = (state: 'delivered' | 'failed' | 'dropped', message: string, status: number | null = null) => ({
  ...{ state, message, status },
  nextAt: null,
});

/** Where the person finds the receiver. */
const webhooksPage = '/settings/presence/webhooks';

/** Sends one event to one receiver and says how it ended. */
export function deliverWebhook({ outbox, webhooks, deliveries, notices, post, now, random }: Deps) {
  const told = (webhook: WebhookRow, code: string, message: string) =>
    notices.raise({
      ...{ code, message, severity: 'error', about: webhook.key, link: webhooksPage },
      audience: { kind: 'permission', permission: 'settings.manage' },
    });

  return async (row: DeliveryRow): Promise<DeliveryEnd> => {
    const webhook = await webhooks.get(row.target);
    if (!webhook) return over('dropped', 'The webhook was removed.');
    if (!webhook.enabled)
      return over('dropped', 'The webhook is turned off. Turn it on and send this again.');
    const event = await outbox.event(row.event);
    if (!event) return over('dropped', 'The event is too old: it was removed.');
    const verdict = await post(webhook, event.id, webhookBody(event));
    const { status, message } = verdict;
    switch (verdict.kind) {
      case 'delivered':
        return over('delivered', '', status);
      case 'gone':
        if (await webhooks.turnOff(webhook.key, message))
          await told(
            webhook,
            'events.webhook-off',
            `The webhook “${webhook.name}” was turned off: ${message} Enter its new address, or remove it.`,
          );
        await deliveries.drop(webhook.key, 'The webhook was turned off.', now());
        return over('failed', message, status);
      case 'never':
        await told(
          webhook,
          'events.webhook-given-up',
          `The webhook “${webhook.name}” is not called. ${message}`,
        );
        return over('failed', message, status);
      case 'again': {
        const wait = waitBefore(row.failures + 1, verdict.after, random);
        if (wait !== null) return { state: 'waiting', status, message, nextAt: now() + wait };
        await told(
          webhook,
          'events.webhook-given-up',
          `The webhook “${webhook.name}” did not take an event after ${row.attempts + 1} tries. ${message} Send it again under Settings, Webhooks.`,
        );
        return over('failed', message, status);
      }
    }
  };
}
