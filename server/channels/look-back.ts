import type { Delivery } from '../../src/channels/channel';

/** A clock that goes a little wrong, here or there. */
const slack = 10 * 60_000;

/** Since when a post of ours can be there, in milliseconds: one with the same words from before is another publication's. */
export const sinceOf = ({ dueAt, createdAt }: Pick<Delivery, 'dueAt' | 'createdAt'>): number =>
  Math.max(createdAt, dueAt) - slack;

/** What is left of a text where a network shows spaces and lines as it likes. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

/** The account posted more since than is read back. */
export class TooMuchSince extends Error {
  constructor() {
    super('The account has posted so much since that the post cannot be looked up. Look at the account.');
  }
}

/**
 * Reads an account's own posts, the newest first, until one is ours; null: not there. `next` of a page is where the following one
 * begins, null on the last. Throws `TooMuchSince` after `most` pages.
 */
export async function lookBack<Post, At>(
  most: number,
  read: (at: At | null) => Promise<{ readonly posts: readonly Post[]; readonly next: At | null }>,
  isOurs: (post: Post) => boolean,
): Promise<Post | null> {
  let at: At | null = null;
  for (let turn = 0; turn < most; turn += 1) {
    const { posts, next } = await read(at);
    const found = posts.find(isOurs);
    if (found || next === null) return found ?? null;
    at = next;
  }
  throw new TooMuchSince();
}
