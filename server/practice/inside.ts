import type { Answer, Outgoing } from '../http/outgoing';
import { wholeOf } from '../http/streamed';
import type { PracticeWorld } from './world';

const megabyte = 1_048_576;

/** Calls that never leave the process: whatever the address, the practice network of this kind answers. */
export const inside = (world: PracticeWorld, kind: string): Outgoing => ({
  async send({ method, url, headers = {}, body, maxBytes = megabyte }): Promise<Answer> {
    if (!URL.canParse(url))
      return {
        kind: 'refused',
        message: 'The address is not a plain http:// or https:// address. Check it.',
      };
    const address = new URL(url);
    const sent = await wholeOf(body).catch(() => null);
    if (sent === null) return { kind: 'lost', message: 'The body could not be read to its end.' };
    const answer = await world(
      {
        method,
        url: address,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: sent,
      },
      kind,
    );
    const bytes = Buffer.from(answer.body);
    return {
      kind: 'answered',
      status: answer.status,
      headers: answer.headers ?? {},
      bytes: bytes.subarray(0, maxBytes),
      isWhole: bytes.length <= maxBytes,
      url: address.href,
    };
  },
});
