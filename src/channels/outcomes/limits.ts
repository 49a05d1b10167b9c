import type { Outcome, RateLimit } from '../channel';

/** Numbers from here on are seconds since 1970, smaller ones seconds from now. */
const sinceEpoch = 1_000_000_000;

/**
 * The quota that an answer names, by `RateLimit-Remaining` and `RateLimit-Reset` or the same with `X-`: Bluesky gives the end in
 * seconds since 1970, Mastodon as a date (https://docs.joinmastodon.org/api/rate-limits), others in seconds from now. Empty where
 * there is none, or none that can be read.
 *
 * @param headers by lower-case name.
 */
export function limitsOf(
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
  scope: RateLimit['scope'] = 'account',
): readonly RateLimit[] {
  for (const prefix of ['', 'x-']) {
    const remaining = countOf(headers[`${prefix}ratelimit-remaining`]);
    const resetAt = momentOf(headers[`${prefix}ratelimit-reset`], now);
    if (remaining !== null && resetAt !== null && resetAt > now) return [{ scope, remaining, resetAt }];
  }
  return [];
}

/** A quota that is used up for so long, as `Retry-After` says it. */
export const closedFor = (
  after: number | undefined,
  now: number,
  scope: RateLimit['scope'] = 'account',
): readonly RateLimit[] =>
  after === undefined || after <= 0 ? [] : [{ scope, remaining: 0, resetAt: now + after }];

/**
 * Too many calls. Where nobody says until when, it is tried again; else it waits until then, and so does everybody who shares the limit.
 *
 * @param what "Mastodon takes no more calls of this account".
 * @param after milliseconds from now.
 */
export function tooMany(
  { code, what, after }: { code: string; what: string; after: number | null },
  now: number,
  scope: RateLimit['scope'] = 'account',
): Outcome {
  if (after === null)
    return { kind: 'retry', code, message: `${what} for now. It is tried again by itself.` };
  const until = now + Math.max(after, 1_000);
  return {
    kind: 'parked',
    code,
    message: `${what} until its limit begins anew. It goes on by itself then.`,
    until,
    limits: [{ scope, remaining: 0, resetAt: until }],
  };
}

function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null;
}

function momentOf(text: string | undefined, now: number): number | null {
  const said = text?.trim() ?? '';
  if (/^\d{1,12}$/.test(said)) {
    const seconds = Number(said);
    return seconds >= sinceEpoch ? seconds * 1_000 : now + seconds * 1_000;
  }
  const date = /^\d{4}-\d{2}-\d{2}T/.test(said) ? Date.parse(said) : NaN;
  return Number.isNaN(date) ? null : date;
}
