import type { EarlierPost, Subject, SubjectRule } from '../engine/rule';
import { spotOf } from '../place';
import type { BrandKit, Finding } from '../schema';
import { plainPost, shinglesOf, similarity } from './similarity';

/** From here on a reader feels that they have read it before: one word in ten may be another. */
const threshold = 0.6;
/** Shorter texts (`We are open!`) may well come again. */
const shortest = 25;

/** A copy that says nearly what an earlier post on the same channel said. None where the kit does not ask. */
export function postRules({ nearDuplicate }: BrandKit): readonly SubjectRule[] {
  if (!nearDuplicate) return [];
  const { severity } = nearDuplicate;
  return [
    {
      kind: 'subject',
      id: 'post.near-duplicate',
      severity,
      runs: 'server',
      explanation: 'Followers skip what they have read before: a post says something new on its channel.',
      examples: {
        fail: ['Our sourdough rests for two days.\n---\nOur sourdough rests for two whole days!'],
        pass: ['Our sourdough rests for two days.\n---\nOn Saturday the rolls are warm until noon.'],
      },
      find: (subject, quoteOf) => {
        const blocks = subject.blocks.filter(({ kind }) => kind !== 'code' && kind !== 'alt');
        const first = blocks.find(({ field }) => field === 'text') ?? blocks[0];
        const near = subject.channel && first ? nearest(subject, blocks.map(({ text }) => text)) : null;
        const spot = near && first ? spotOf(first.piece, 0, first.text.length) : null;
        if (!near || !spot) return [];
        const { post, share } = near;
        const percent = Math.round(share * 100);
        const finding: Finding = {
          rule: 'post.near-duplicate',
          severity,
          message: `This says nearly the same (${percent} %) as an earlier post here: ${post.label}. Say something new, or leave it out.`,
          words: { key: 'post.near-duplicate', values: { percent, post: post.label } },
          place: spot.place,
          quote: quoteOf(spot.place),
          fix: null,
        };
        return [finding];
      },
    },
  ];
} // prettier-ignore

/** The earlier post that is most alike, where it is alike enough; of equals the newest. */
function nearest(
  { earlier }: Subject,
  texts: readonly string[],
): { readonly post: EarlierPost; readonly share: number } | null {
  const plain = plainPost(texts.join('\n'));
  if (plain.length < shortest) return null;
  const own = shinglesOf(plain);
  let best: { readonly post: EarlierPost; readonly share: number } | null = null;
  for (const post of earlier) {
    const other = plainPost(post.text);
    // Sets of such different sizes cannot share enough.
    if (other.length < plain.length * threshold * 0.8 || plain.length < other.length * threshold * 0.8)
      continue;
    const share = similarity(own, shinglesOf(other));
    if (share >= threshold && share > (best?.share ?? 0)) best = { post, share };
  }
  return best;
}
