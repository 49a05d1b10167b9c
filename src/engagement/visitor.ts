/** A keyed hash: HMAC-SHA-256 of the text as base64url. */
export type KeyedHash = (key: Uint8Array, text: string) => string;

/**
 * The pseudonym of one browser on one site for one day. The key is random, of that day, and destroyed after 48 hours; then nobody
 * can compute the pseudonym again, not even from a list of all addresses. 96 bits are kept: enough to tell a day's visitors apart.
 */
export const visitorOf = (
  key: Uint8Array,
  { ip, userAgent, host }: { readonly ip: string; readonly userAgent: string; readonly host: string },
  hash: KeyedHash,
): string => hash(key, [ip, userAgent, host].join('\u0000')).slice(0, 16);

const dayInMs = 86_400_000;

/** Name of the day in UTC whose key is used: `2026-05-01`. */
export const keyDayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** Whether two moments share their key. */
export const isSameKeyDay = (one: number, other: number): boolean =>
  Math.floor(one / dayInMs) === Math.floor(other / dayInMs);

/** Keys of days before this one are to be destroyed: no key is older than 48 hours when its day is left out. */
export const oldestKeyDayOf = (now: number): string => keyDayOf(now - dayInMs);
