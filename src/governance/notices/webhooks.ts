import { z } from 'zod';
import { eventType } from './events';

const isWebAddress = (value: string): boolean => /^https?:\/\/[^\s/?#@\\]+([/?][^\s\\]*)?$/i.test(value);

/** Body of `POST` and `PUT /presence/webhooks`. */
export const webhookInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\r\n]*$/, 'must be one line'),
  url: z
    .string()
    .trim()
    .max(2_000)
    .refine(isWebAddress, 'must be an address that starts with http:// or https://'),
  /** Which events it is told of; null for all, also those of later versions. */
  events: z.array(eventType).min(1).nullable(),
  enabled: z.boolean(),
});
export type WebhookInput = z.output<typeof webhookInput>;

/** One receiver in `GET /presence/webhooks`. Its secret never leaves the server again. */
export interface WebhookView extends WebhookInput {
  readonly key: string;
  /** Why it was turned off by itself; empty where it was not. */
  readonly reason: string;
  readonly createdAt: number;
}

/** Answer where a secret was just made: the only time that it is shown. */
export interface WebhookMade {
  readonly webhook: WebhookView;
  readonly secret: string;
}

/** `waiting` has not gone out or is tried again; `failed` was given up; `dropped` was no longer needed. */
export const deliveryState = z.enum(['waiting', 'delivered', 'failed', 'dropped']);
export type DeliveryState = z.output<typeof deliveryState>;

/** One event on its way to one receiver, in `GET /presence/webhooks/:key/deliveries`. */
export const deliveryView = z.object({
  key: z.string(),
  /** The `webhook-id`. */
  event: z.string(),
  type: z.string(),
  state: deliveryState,
  /** Status of the last answer; null where there was none. */
  status: z.number().nullable(),
  /** What happened and what to do; empty where all is well. */
  message: z.string(),
  attempts: z.number(),
  /** When it is tried next; null where it is over. */
  nextAt: z.number().nullable(),
  createdAt: z.number(),
  endedAt: z.number().nullable(),
});
export type DeliveryView = z.output<typeof deliveryView>;

/** `POST /presence/webhooks/:key/test`. */
export interface WebhookTested {
  readonly accepted: boolean;
  readonly status: number | null;
  readonly message: string;
}
