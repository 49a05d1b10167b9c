import { squeezed } from '../look-back';

/** One of an account's own posts, and what it answers. */
export interface Answering {
  readonly id: string;
  /** The post that it answers; null: none, or nobody says. */
  readonly under: string | null;
  readonly text: string;
}

const addresses = /https?:\/\/\S+/gu;

/**
 * Ids of a thread's replies among an account's own, in their order: each by what it answers and by its words, whose addresses are tracked
 * and so not compared. Where one is not there any more, those behind it are not known.
 */
export function chainOf(
  own: readonly Answering[],
  root: string,
  replies: readonly { readonly text: string }[],
  wordsOf: (text: string) => string = squeezed,
): readonly string[] {
  const bare = (text: string): string => wordsOf(text.replace(addresses, ''));
  const ids: string[] = [];
  for (const { text } of replies) {
    const parent = ids.at(-1) ?? root;
    const there = own.find((one) => one.under === parent && bare(one.text) === bare(text));
    if (!there) break;
    ids.push(there.id);
  }
  return ids;
}
