import type { SubjectRule } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import { hashDistance } from '../pixels/perceptual-hash';
import { pictureRule, sentence } from './picture-rule';

/** Below this, nothing in the picture is sharp. */
const sharp = 100;
/** Bits in which two pictures of the same thing may differ: another size, another quality, a little brighter. */
const alike = 6;

/** Blurred pictures, and pictures that were shown before. */
export const qualityRules = ({ pictures: { blur, duplicate } }: BrandKit): readonly SubjectRule[] => [
  ...(blur
    ? [
        pictureRule(
          {
            id: 'picture.blur',
            severity: blur.severity,
            explanation:
              'Something in a picture is sharp. A soft ground behind a sharp face is fine; so is a picture without any edge, such as a gradient.',
            examples: {
              fail: ['A loaf out of focus, with nothing sharp around it.'],
              pass: ['A sharp loaf before a soft ground.'],
            },
          },
          ({ facts: { sharpness } }) =>
            sharpness === null || sharpness >= sharp
              ? []
              : [
                  sentence(
                    'blur',
                    'Nothing in this picture is sharp (sharpness {sharpness}; sharp pictures have {least} and more). Take another one.',
                    { sharpness: Math.round(sharpness), least: sharp },
                  ),
                ],
        ),
      ]
    : []),
  ...(duplicate
    ? [
        pictureRule(
          {
            id: 'picture.duplicate',
            severity: duplicate.severity,
            explanation: 'A picture is not the same, or nearly, as in an earlier post on the same channel.',
            examples: {
              fail: ['The photo of last week’s post in another size.'],
              pass: ['Another photo of the same loaf.'],
            },
          },
          ({ facts: { phash }, subject: { earlier } }) => {
            const post =
              phash === null
                ? undefined
                : earlier.find(({ pictures }) =>
                    pictures.some((other) => hashDistance(phash, other) <= alike),
                  );
            return post
              ? [
                  sentence(
                    'duplicate',
                    'This picture, or nearly the same, was in an earlier post: {post}. Take another one.',
                    { post: post.label },
                  ),
                ]
              : [];
          },
        ),
      ]
    : []),
];
