import { plainPost, shinglesOf, similarity } from './similarity';

/** From here on a reader feels that they have read it before: one word in ten may be another. */
const threshold = 0.6;
/** Shorter texts (`We are open!`) may well come again. */
const shortest = 25;

/** The post that says most nearly the same as a text, where it says nearly enough the same; of equals the first. */
export function nearestPost<T extends { readonly text: string }>(
  text: string,
  posts: readonly T[],
): { readonly post: T; readonly share: number } | null {
  const plain = plainPost(text);
  if (plain.length < shortest) return null;
  const own = shinglesOf(plain);
  let best: { readonly post: T; readonly share: number } | null = null;
  for (const post of posts) {
    const other = plainPost(post.text);
    // Sets of such different sizes cannot share enough.
    if (other.length < plain.length * threshold * 0.8 || plain.length < other.length * threshold * 0.8)
      continue;
    const share = similarity(own, shinglesOf(other));
    if (share >= threshold && share > (best?.share ?? 0)) best = { post, share };
  }
  return best;
}
