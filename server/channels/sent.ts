import { createHash } from 'node:crypto';
import type { Sent } from '../../src/channels/channel';

/** What left the house, for the receipt. */
export function sentOf(body: string | Uint8Array): Sent {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
}
