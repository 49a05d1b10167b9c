import { createHmac } from 'node:crypto';

/** A message as Standard Webhooks signs it (https://www.standardwebhooks.com). */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The message with its signature. `id` is the same on every try: the receiver recognises a message by it. The time is
 * that of the try, because receivers refuse old ones. Without a secret the message goes unsigned.
 */
export function signedMessage(id: string, body: string, secret: string | null, now: number): SignedMessage {
  const timestamp = String(Math.floor(now / 1_000));
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      ...(secret === null
        ? {}
        : { 'webhook-signature': `v1,${signature(`${id}.${timestamp}.${body}`, secret)}` }),
    },
    body,
  };
}

const signature = (content: string, secret: string): string =>
  createHmac('sha256', keyOf(secret)).update(content, 'utf8').digest('base64');

/** `whsec_` announces base64; any other secret is taken as it is. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8');
