import { z } from 'zod';
import { own } from '../../../shared/own';

const text = z.string().min(1).max(4_096);
const state = z.string().regex(/^[\w-]{43}$/);

/** What the network sends a person back with (RFC 6749, 4.1.2): a code, or the name of an error. Never both. */
const query = z.union([
  z
    .object({ state, error: z.string().min(1).max(200), error_description: z.string().max(1_000).catch('') })
    .transform(({ error, error_description, state: of }) => ({
      state: of,
      answer: { kind: 'refused' as const, error, description: error_description },
    })),
  z
    .object({ state, code: text, error: z.undefined().optional() })
    .transform(({ code, state: of }) => ({ state: of, answer: { kind: 'code' as const, code } })),
]);
export type Callback = z.output<typeof query>;

/** Null for anything that is not the answer to a question of ours: a parameter given twice is none. */
export const callbackOf = (input: unknown): Callback | null => query.safeParse(input).data ?? null;

/** Errors of RFC 6749 (4.1.2.1) and OpenID, and LinkedIn's own names for a person who said no. */
const errors: Readonly<Record<string, 'denied' | 'later' | 'app'>> = {
  access_denied: 'denied',
  user_cancelled_login: 'denied',
  user_cancelled_authorize: 'denied',
  temporarily_unavailable: 'later',
  server_error: 'later',
  unauthorized_client: 'app',
  invalid_client: 'app',
  invalid_scope: 'app',
  unsupported_response_type: 'app',
  invalid_request: 'app',
  unauthorized_scope_error: 'app',
};

export const callbackErrorOf = (error: string): 'denied' | 'later' | 'app' => own(errors, error) ?? 'app';
