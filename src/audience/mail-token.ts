import type { Tokens } from '../shared/token';

/** How long the button in a confirmation mail works. */
export const confirmWithin = 7 * 86_400_000;

/** Says that the person with this key opened the mail that we sent to their address at `askedAt`. */
export const confirmToken = (tokens: Tokens, contact: string, askedAt: number): string =>
  tokens.sign('confirm', [contact, askedAt.toString(36)]);

/** Who confirms with this token; `expired` when it is ours but too old, null when it is not ours. */
export function readConfirmToken(
  tokens: Tokens,
  token: string,
  now: number,
): { readonly contact: string; readonly askedAt: number; readonly expired: boolean } | null {
  const [contact, asked] = tokens.read('confirm', token) ?? [];
  if (!contact || !asked) return null;
  const askedAt = Number.parseInt(asked, 36);
  return { contact, askedAt, expired: askedAt + confirmWithin < now };
}

/** Opens the way out for one person, for ever; `publication` tells which mail they left from. */
export const unsubscribeToken = (tokens: Tokens, contact: string, publication: string): string =>
  tokens.sign('unsubscribe', [contact, publication]);

/** Who leaves with this token, and from which mailing; null when it is not ours. */
export function readUnsubscribeToken(
  tokens: Tokens,
  token: string,
): { readonly contact: string; readonly publication: string } | null {
  const [contact, publication] = tokens.read('unsubscribe', token) ?? [];
  return contact && publication !== undefined ? { contact, publication } : null;
}
