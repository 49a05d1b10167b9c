import { z } from 'zod';

const sentence = z.string().min(1).max(1_000);

/** Meta refuses tokens in the envelope of its Graph API; Instagram's older address has one of its own. */
const envelope = z.object({
  error: z.object({
    message: sentence,
    code: z.int(),
    is_transient: z.boolean().optional().catch(undefined),
  }),
});
const older = z
  .object({ error_type: z.string(), code: z.int(), error_message: sentence })
  .transform(({ code, error_message: message }) => ({ error: { message, code, is_transient: false } }));

/** Codes that say nothing about what was asked: the network failed, or takes no more calls for now. */
const passing: ReadonlySet<number> = new Set([2, 4, 17, 32, 341, 613]);

/** The refusal in the names of RFC 6749; null where it is none, or will pass by itself. */
export function metaRefusalOf(json: unknown): { error: string; description: string } | null {
  const known = z.union([envelope, older]).safeParse(json).data?.error;
  if (!known) return null;
  const { message, code } = known;
  const description = message.replace(/\.$/, '');
  // "Error validating client secret." has the number of an unknown error.
  if (code === 101 || message.includes('client secret')) return { error: 'invalid_client', description };
  if (code === 1 || passing.has(code) || known.is_transient) return null;
  return { error: code === 190 || code === 102 ? 'invalid_grant' : 'refused', description };
}
