import type { SubjectRule } from '../engine/rule';
import { spotOf } from '../place';
import type { BrandKit, Finding } from '../schema';
import { nearestPost } from './nearest';

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
        const near = subject.channel && first ? nearestPost(blocks.map(({ text }) => text).join('\n'), subject.earlier) : null;
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
