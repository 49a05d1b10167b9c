import { z } from 'zod';
import type { Hints, PracticeAnswer, PracticeNetwork, PracticeRequest } from './network';

const accepted = z.boolean().default(true);

/** What can be ordered to go wrong. `accepted`: whether the network does what it was asked before it fails. */
const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('latency'), ms: z.int().min(0).max(120_000) }),
  /** `retryAfter` in seconds; without it nobody says when. */
  z.object({ kind: z.literal('too-many'), retryAfter: z.int().min(0).optional() }),
  /** A quota that is used up until then, in seconds. */
  z.object({ kind: z.literal('quota'), seconds: z.int().min(1) }),
  z.object({ kind: z.literal('server-error'), status: z.int().min(500).max(599).default(500), accepted }),
  /** The line breaks. */
  z.object({ kind: z.literal('cut'), accepted }),
  z.object({ kind: z.literal('token-expired') }),
  /** A picture is asked for so often before it is ready. */
  z.object({ kind: z.literal('slow-media'), polls: z.int().min(1).max(1_000) }),
  /** Something on the way sends the request a second time. */
  z.object({ kind: z.literal('duplicate') }),
  z.object({ kind: z.literal('html'), accepted }),
  z.object({ kind: z.literal('error-in-200'), accepted }),
  z.object({ kind: z.literal('truncated'), accepted }),
  z.object({
    kind: z.literal('huge'),
    bytes: z
      .int()
      .min(1)
      .default(50 * 1_048_576),
    accepted,
  }),
  z.object({
    kind: z.literal('redirect'),
    to: z.string().default('http://169.254.169.254/latest/meta-data/'),
  }),
]);
export type Fault = z.output<typeof fault>;

/** Which requests a fault meets, and how many of them. */
export const faultOrder = z.object({
  network: z.string().optional(),
  on: z.enum(['any', 'read', 'upload', 'publish']).default('publish'),
  times: z.int().min(1).default(1),
  fault,
});
export type FaultOrder = z.input<typeof faultOrder>;

export type FaultBook = ReturnType<typeof faultBook>;

/** Orders, the oldest first; each is gone after its number of requests. */
export function faultBook() {
  let orders: { readonly order: z.output<typeof faultOrder>; left: number }[] = [];
  return {
    order(input: FaultOrder): void {
      const order = faultOrder.parse(input);
      orders.push({ order, left: order.times });
    },
    list: () => orders.map(({ order, left }) => ({ ...order, left })),
    /** Everything works again. */
    heal(): void {
      orders = [];
    },
    /** The fault that meets a request, struck off. */
    strike(network: PracticeNetwork, request: PracticeRequest): Fault | null {
      const deed = network.deedOf(request);
      const met = orders.find(
        ({ order: { network: kind, on } }) =>
          (kind === undefined || kind === network.kind) && deed !== null && (on === 'any' || on === deed),
      );
      if (!met) return null;
      met.left -= 1;
      if (met.left === 0) orders = orders.filter((one) => one !== met);
      return met.order.fault;
    },
  };
}

interface World {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** The answer of a network to which something has happened. */
export async function answerWith(
  struck: Fault | null,
  network: PracticeNetwork,
  request: PracticeRequest,
  { now, sleep }: World,
): Promise<PracticeAnswer> {
  const real = (hints: Hints = {}): Promise<PracticeAnswer> => network.answer(request, hints);
  if (!struck) return real();
  /** Does what was asked, if that is ordered, and says something else. */
  const instead = async (
    isAccepted: boolean,
    say: (answer: PracticeAnswer) => PracticeAnswer,
  ): Promise<PracticeAnswer> => say(isAccepted ? await real() : { status: 200, body: '{}' });
  switch (struck.kind) {
    case 'latency':
      await sleep(struck.ms);
      return real();
    case 'too-many': {
      const { retryAfter } = struck;
      const { headers = {}, ...answer } = network.refusal('too-many', null);
      return retryAfter === undefined
        ? { ...answer, headers }
        : { ...answer, headers: { ...headers, 'retry-after': String(retryAfter) } };
    }
    case 'quota':
      return network.refusal('too-many', now() + struck.seconds * 1_000);
    case 'server-error':
      return instead(struck.accepted, () => ({
        ...network.refusal('server-error', null),
        status: struck.status,
      }));
    case 'cut':
      return instead(struck.accepted, (answer) => ({ ...answer, line: 'cut' }));
    case 'token-expired':
      return network.refusal('signed-out', null);
    case 'slow-media':
      return real({ slowMedia: struck.polls });
    case 'duplicate':
      await real();
      return real();
    case 'html':
      return instead(struck.accepted, () => ({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><title>Just a moment…</title><h1>Checking your browser</h1>',
      }));
    case 'error-in-200':
      return instead(struck.accepted, () => ({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          error: 'something_went_wrong',
          errors: [{ message: 'Something went wrong' }],
        }),
      }));
    case 'truncated':
      return instead(struck.accepted, (answer) => ({ ...answer, line: 'half' }));
    case 'huge':
      return instead(struck.accepted, (answer) => ({ ...answer, body: Buffer.alloc(struck.bytes, ' ') }));
    case 'redirect':
      return { status: 307, headers: { location: struck.to }, body: '' };
    default:
      return struck satisfies never;
  }
}
