import { z } from 'zod';
import type { Tokens } from '../../shared/token';

/** What stands in the address of a page: which link, and the secret of which only the hash is stored. */
export interface LinkToken {
  readonly key: string;
  readonly secret: string;
}

const purpose = 'sign-off';
const pagePurpose = 'sign-off-page';

/** The part of the address that opens a link. */
export const linkToken = (tokens: Tokens, { key, secret }: LinkToken): string =>
  tokens.sign(purpose, [key, secret]);

/** Null for everything that we did not sign. */
export function readLinkToken(tokens: Tokens, token: string): LinkToken | null {
  const [key, secret, ...rest] = tokens.read(purpose, token) ?? [];
  return key && secret && rest.length === 0 ? { key, secret } : null;
}

/** What a page showed, and when: a decision is bound to it. */
const shownPage = z.object({
  link: z.string(),
  seal: z.string(),
  copies: z.array(z.object({ key: z.string(), seal: z.string() })),
  at: z.number(),
});
export type ShownPage = z.output<typeof shownPage>;

/** Goes with the form of a page and comes back with the press. */
export const pageToken = (tokens: Tokens, { link, seal, copies, at }: ShownPage): string =>
  tokens.sign(pagePurpose, [link, at.toString(36), seal, ...copies.flatMap((copy) => [copy.key, copy.seal])]);

/** Null for what no page of ours carried. */
export function readPageToken(tokens: Tokens, token: string): ShownPage | null {
  const [link, at, seal, ...rest] = tokens.read(pagePurpose, token) ?? [];
  if (!link || !at || seal === undefined) return null;
  const copies = rest.flatMap((key, index) =>
    index % 2 === 0 ? [{ key, seal: rest[index + 1] ?? '' }] : [],
  );
  const parsed = shownPage.safeParse({ link, seal, copies, at: Number.parseInt(at, 36) });
  return parsed.success ? parsed.data : null;
}

/** Programs press at once; a person needs longer than this to look. */
const fastest = 1_000;
/** A page that stood open longer is shown anew before it counts. */
const longest = 86_400_000;

/** Whether a press with this page is that of a person who looked at it: same link, neither at once nor ages ago. */
export const isPressable = (page: ShownPage | null, link: string, now: number): page is ShownPage =>
  page !== null && page.link === link && now - page.at >= fastest && now - page.at <= longest;
