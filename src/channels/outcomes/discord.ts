import type { Outcome, RateLimit } from '../channel';
import { retryAfter, type Phase } from './http';
import { tooMany } from './limits';

/** A refusal as Discord words it: `{ code, message }`, `retry_after` where there are too many calls (docs.discord.com/developers/topics/opcodes-and-status-codes). */
export interface DiscordRefusal {
  readonly status: number;
  /** The JSON error code; 0 where the body had none. */
  readonly code: number;
  /** What it says, the paths of fields at fault included. */
  readonly said: string;
  /** Milliseconds from now; null where nobody says. */
  readonly after: number | null;
  /** The limit is not that of this webhook but of everything from this address. */
  readonly isGlobal: boolean;
}

const unknownWebhook = 10_015;
const invalidToken = 50_027;
const tooLarge = 40_005;

/** What to do after a refusal of Discord. */
export function discordOutcome(refusal: DiscordRefusal, phase: Phase, now: number): Outcome {
  const { status, code, said } = refusal;
  if (code === unknownWebhook || status === 404)
    return {
      kind: 'blocked',
      code: 'discord.webhook-gone',
      message:
        'Discord does not know this webhook any more: somebody deleted it or its channel. Make a new one in the settings of the channel under Integrations, and enter its address here.',
    };
  if (code === invalidToken || status === 401 || status === 403)
    return {
      kind: 'reauthorise',
      code: 'discord.webhook-refused',
      message: `Discord refused the address of the webhook (${said}). Copy it anew from the settings of the channel under Integrations, and enter it here.`,
    };
  if (status === 429)
    return tooMany(
      { code: 'discord.too-many', what: 'Discord takes no more messages here', after: refusal.after },
      now,
      refusal.isGlobal ? 'app' : 'account',
    );
  if (status >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'discord.server-error',
      message: `Discord failed (status ${status}).`,
    };
  if (status === 413 || code === tooLarge)
    return {
      kind: 'rejected',
      code: 'discord.too-large',
      message:
        'The pictures or the video are too heavy for this Discord server. Remove some, or take a smaller one, and schedule it again.',
    };
  if (status >= 300 && status <= 399)
    return {
      kind: 'rejected',
      code: 'discord.redirect',
      message: `The address redirects (status ${status}), and redirects are not followed. Enter the address of the webhook as Discord shows it.`,
    };
  return {
    kind: 'rejected',
    code: 'discord.refused',
    message: `Discord refused this message: ${said}. Change the text, the pictures or the video and schedule it again.`,
  };
}

/**
 * The quota of this webhook as an answer names it: `X-RateLimit-Remaining`, and `X-RateLimit-Reset-After` in seconds with a fraction
 * (docs.discord.com/developers/topics/rate-limits).
 */
export function discordLimits(
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
): readonly RateLimit[] {
  const remaining = Number(headers['x-ratelimit-remaining'] ?? 'none');
  const after = Number(headers['x-ratelimit-reset-after'] ?? 'none');
  if (!Number.isInteger(remaining) || remaining < 0 || !(after > 0)) return [];
  return [{ scope: 'account', remaining, resetAt: now + Math.ceil(after * 1_000) }];
}

/** `retry_after` of the body in seconds, else `Retry-After`; milliseconds. */
export const discordWait = (
  seconds: number | undefined,
  header: string | undefined,
  now: number,
): number | null =>
  seconds !== undefined && seconds >= 0 ? Math.ceil(seconds * 1_000) : (retryAfter(header, now) ?? null);
