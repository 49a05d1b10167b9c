import type { PracticePostView } from '../../../src/channels/practice';

/** A post of the practice network with what stands beneath it, in the order in which it is read. */
export interface PracticeThread {
  readonly post: PracticePostView;
  readonly beneath: readonly PracticePostView[];
}

const nameOf = (kind: string, id: string): string => `${kind} ${id}`;

/** Posts in their order, each answer beneath the post that its thread began with; one whose post is not among them stands by itself. */
export function threadsOf(posts: readonly PracticePostView[]): readonly PracticeThread[] {
  const known = new Map(posts.map((post) => [nameOf(post.kind, post.id), post]));
  const rootOf = (post: PracticePostView): PracticePostView => {
    const above = post.under === null ? undefined : known.get(nameOf(post.kind, post.under));
    return above && above !== post ? rootOf(above) : post;
  };
  const beneath = new Map<PracticePostView, PracticePostView[]>();
  for (const post of posts.toReversed()) {
    const root = rootOf(post);
    beneath.set(root, [...(beneath.get(root) ?? []), ...(root === post ? [] : [post])]);
  }
  return posts.flatMap((post) => {
    const below = beneath.get(post);
    return below ? [{ post, beneath: below }] : [];
  });
}
