import { z } from 'zod';

/** What a hold stops: everything, one channel, or one campaign. */
export const holdScope = z.enum(['all', 'channel', 'campaign']);
export type HoldScope = z.output<typeof holdScope>;

/** Body of `POST /publishing/holds`; `target` is the key of the channel or campaign, and left out for `all`. */
export const holdInput = z
  .object({
    scope: holdScope,
    target: z.uuid('must be the key of a channel or campaign').optional(),
    reason: z.string().trim().max(300).default(''),
  })
  .refine(({ scope, target }) => (scope === 'all') === (target === undefined), {
    path: ['target'],
    message: 'must name the channel or campaign that is stopped, and nothing where everything is',
  });
export type HoldInput = z.output<typeof holdInput>;

/** Publishing that a person stopped. What it covers keeps its state and does not go out until it is lifted. */
export const holdView = z.object({
  key: z.uuid(),
  scope: holdScope,
  /** Key of the channel or campaign; null where everything is stopped. */
  target: z.uuid().nullable(),
  /** Name of the channel or campaign; empty where everything is stopped. */
  name: z.string(),
  reason: z.string(),
  /** Name of whoever stopped it. */
  by: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type HoldView = z.output<typeof holdView>;

/** The hold that stops a publication, as the publication shows it. */
export const standingHold = holdView.pick({ key: true, scope: true, reason: true, by: true });

/** Where a publication belongs, as far as a hold asks. */
interface Bound {
  readonly channel: string;
  readonly campaign: string;
}

/** The hold that stops a publication, the widest first; null where none does. */
export function holdOn<T extends { readonly scope: HoldScope; readonly target: string | null }>(
  holds: readonly T[],
  { channel, campaign }: Bound,
): T | null {
  const targets = { all: null, campaign, channel };
  for (const scope of ['all', 'channel', 'campaign'] as const) {
    const found = holds.find((hold) => hold.scope === scope && hold.target === targets[scope]);
    if (found) return found;
  }
  return null;
}
