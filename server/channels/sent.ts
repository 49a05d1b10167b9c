import { createHash } from 'node:crypto';
import type { Sent } from '../../src/channels/channel';
import { isStreamed, type Body } from '../http/streamed';

/** What left the house, for the receipt. */
export function sentOf(body: string | Uint8Array): Sent {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
}

/** A body that says afterwards what left the house of it: of one that is read while it is sent, as far as it was read. */
export function counted(body: Body): { readonly body: Body; sent(): Sent } {
  if (!isStreamed(body)) return { body, sent: () => sentOf(body) };
  let [hash, bytes] = [createHash('sha256'), 0];
  return {
    body: {
      length: body.length,
      async *chunks() {
        [hash, bytes] = [createHash('sha256'), 0];
        for await (const chunk of body.chunks()) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
    },
    sent: () => ({ sha256: hash.copy().digest('hex'), bytes }),
  };
}
