import { z } from 'zod';
import type { Outcome } from '../../../src/channels/channel';
import { metaSecret } from '../../../src/channels/settings/meta/graph';

const connected = z.object({
  connection: z.object({ at: z.number() }).optional().catch(undefined),
  proof: z.string().min(1).optional().catch(undefined),
});

/** An access token as it is used. */
export interface MetaAccess {
  readonly accessToken: string;
  /** When a person allowed it at the network; null: it was entered by hand. */
  readonly connectedAt: number | null;
  /** What shows that the app itself calls. */
  readonly proof?: string;
}

/** Null: there is none that can be read. */
export function metaAccess(secret: unknown): MetaAccess | null {
  const token = metaSecret.safeParse(secret);
  if (!token.success) return null;
  const { connection, proof } = connected.safeParse(secret).data ?? {};
  return { ...token.data, connectedAt: connection?.at ?? null, ...(proof ? { proof } : {}) };
}

/** A channel that was connected and leads to no account yet. */
export const notChosen = {
  kind: 'reauthorise',
  code: 'connect.not-chosen',
  message:
    'The channel is connected, and nobody has chosen yet as which account it posts. Choose it on the page of channels, or enter its number in the form.',
} as const satisfies Outcome;
