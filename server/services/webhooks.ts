import type { Actor } from '../../src/shared/actor';
import {
  webhookInput,
  type DeliveryView,
  type WebhookInput,
  type WebhookMade,
  type WebhookTested,
  type WebhookView,
} from '../../src/governance/notices/webhooks';
import { eventTypes } from '../../src/governance/notices/events';
import { invalidRequest } from '../../src/shared/issues';
import type { Page } from '../../src/shared/page';
import { fail, ok, type Result } from '../../src/shared/result';
import type { DeliveriesStore } from '../stores/deliveries';
import type { WebhookRow, WebhooksStore } from '../stores/webhooks';
import type { Audit } from './audit';
import type { SecretBox } from './secret-box';
import { deliveryNotPossible, noKey, notFound } from './webhook-refusals';
import type { WebhookPost } from './webhook-post';

interface Deps {
  readonly store: WebhooksStore;
  readonly deliveries: Pick<DeliveriesStore, 'page' | 'again' | 'drop'>;
  readonly secrets: SecretBox;
  readonly audit: Pick<Audit, 'record'>;
  readonly post: WebhookPost;
  readonly newSecret: () => string;
  readonly ring: () => void;
  readonly now: () => number;
  readonly uuid: () => string;
}

export type Webhooks = ReturnType<typeof webhooks>;

/** The receivers of events. A secret is made here, shown once, and never leaves the server again. */
export function webhooks({ store, deliveries, secrets, audit, post, newSecret, ring, now, uuid }: Deps) {
  async function known(key: string): Promise<Result<WebhookRow>> {
    const row = await store.get(key);
    return row ? ok(row) : fail(notFound);
  }

  function read(body: unknown): Result<WebhookInput> {
    const input = webhookInput.safeParse(body);
    return input.success ? ok(input.data) : fail(invalidRequest(input.error));
  }

  async function made(key: string, secret: string): Promise<Result<WebhookMade>> {
    const row = await known(key);
    return row.ok ? ok({ webhook: viewOf(row.value), secret }) : row;
  }

  return {
    list: async (): Promise<WebhookView[]> => (await store.list()).map(viewOf),

    async create(body: unknown, actor: Actor): Promise<Result<WebhookMade>> {
      const input = read(body);
      if (!input.ok) return input;
      const secret = newSecret();
      const sealed = secrets.seal(secret);
      if (sealed === null) return fail(noKey);
      const key = uuid();
      await store.insert({ key, ...input.value, reason: '', secret: sealed, created_at: now() });
      await audit.record({
        kind: 'webhook.create',
        actor,
        details: { webhook: key, name: input.value.name, events: input.value.events },
      });
      return made(key, secret);
    },

    async update(key: string, body: unknown, actor: Actor): Promise<Result<WebhookView>> {
      const row = await known(key);
      if (!row.ok) return row;
      const input = read(body);
      if (!input.ok) return input;
      // Whoever turns it on again has seen why it was off.
      await store.change(key, { ...input.value, ...(input.value.enabled ? { reason: '' } : {}) });
      await audit.record({
        kind: 'webhook.update',
        actor,
        details: { webhook: key, ...input.value, url: undefined },
      });
      const after = await known(key);
      return after.ok ? ok(viewOf(after.value)) : after;
    },

    async remove(key: string, actor: Actor): Promise<Result<null>> {
      const row = await known(key);
      if (!row.ok) return row;
      await store.remove(key);
      await deliveries.drop(key, 'The webhook was removed.', now());
      await audit.record({ kind: 'webhook.remove', actor, details: { webhook: key, name: row.value.name } });
      return ok(null);
    },

    /** A new secret in place of the old one, which is worth nothing from now on. */
    async renewSecret(key: string, actor: Actor): Promise<Result<WebhookMade>> {
      const row = await known(key);
      if (!row.ok) return row;
      const secret = newSecret();
      const sealed = secrets.seal(secret);
      if (sealed === null) return fail(noKey);
      await store.change(key, { secret: sealed });
      await audit.record({
        kind: 'webhook.update',
        actor,
        details: { webhook: key, name: row.value.name, newSecret: true },
      });
      return made(key, secret);
    },

    /** Sends a signed `presence.test` at once and says what came back. */
    async test(key: string): Promise<Result<WebhookTested>> {
      const row = await known(key);
      if (!row.ok) return row;
      const id = `test_${uuid()}`;
      const timestamp = new Date(now()).toISOString();
      const body = JSON.stringify({ type: 'presence.test', timestamp, data: {} });
      const { kind, status, message } = await post(row.value, id, body);
      return ok({ accepted: kind === 'delivered', status, message });
    },

    async deliveries(key: string, page: number, pageSize: number): Promise<Result<Page<DeliveryView>>> {
      const row = await known(key);
      if (!row.ok) return row;
      return ok({ ...(await deliveries.page(key, page, pageSize)), page, pageSize });
    },

    /** Once more, under the same id. */
    async redeliver(key: string, delivery: string): Promise<Result<null>> {
      const row = await known(key);
      if (!row.ok) return row;
      if (!(await deliveries.again(key, delivery, now()))) return fail(deliveryNotPossible);
      ring();
      return ok(null);
    },
  };
}

const isKnown = (type: string): type is (typeof eventTypes)[number] =>
  (eventTypes as readonly string[]).includes(type);

const viewOf = ({ key, name, url, events, enabled, reason, created_at }: WebhookRow): WebhookView => ({
  ...{ key, name, url, enabled, reason },
  events: events && events.filter(isKnown),
  createdAt: created_at,
});
