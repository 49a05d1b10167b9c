import { z } from 'zod';
import type { Origin, Way } from '../src/governance/audit/schema';
import type { Actor } from '../src/shared/actor';

const context = z.object({
  state: z
    .object({
      auditSource: z.string().optional(),
      route: z.object({ info: z.object({ type: z.string().optional() }).optional() }).optional(),
    })
    .optional(),
  request: z.object({ ip: z.string().optional() }).optional(),
});

interface Around {
  /** The request that is being answered, as Strapi knows it; undefined where code runs by itself. */
  readonly context: unknown;
  /** Whether this process is a command on the console. */
  readonly isConsole: boolean;
  /** A keyed hash of an address. */
  readonly placeOf: (address: string) => string;
}

/**
 * From where somebody acts. The address itself is never kept: only its keyed hash, and only of people who signed in or hold a
 * link, never of a machine's token or a visitor.
 */
export function originOf(actor: Actor, { context: raw, isConsole, placeOf }: Around): Origin {
  const parsed = context.safeParse(raw);
  const { state, request } = parsed.success ? parsed.data : {};
  const address = request?.ip;
  const isPerson = actor.kind === 'user' || isGuest(actor);
  const way = wayOf(actor, state, isConsole);
  return { way, place: isPerson && address ? placeOf(address) : null };
}

/** Somebody without a seat, who holds a signed link. */
const isGuest = ({ kind }: { readonly kind: string }): boolean => kind === 'guest';

function wayOf(actor: Actor, state: z.output<typeof context>['state'], isConsole: boolean): Way {
  if (actor.kind === 'scheduler' || state?.auditSource === 'scheduler') return 'scheduler';
  if (isGuest(actor)) return 'link';
  if (state?.auditSource === 'mcp') return 'mcp';
  if (state?.route?.info?.type === 'admin') return 'admin';
  if (state?.route?.info?.type === 'content-api') return 'content-api';
  return isConsole ? 'console' : 'server';
}
