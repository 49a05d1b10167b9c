import fc from 'fast-check';
import {
  cutAround,
  pictureShape,
  shapeFromWord,
  shapeWord,
  type PictureShape,
} from '../../../src/channels/pictures/shape';
import { shapesFor } from '../../../src/channels/rules/rules';
import { ratioOf } from '../../../src/channels/rules/pictures/proportions';
import { channelRules } from '../../../src/channels/rules';

const hundredth = fc.integer({ min: 0, max: 100 });
const focal = fc.record({ x: hundredth, y: hundredth });
const shapes = fc.record(
  {
    ratio: fc.constantFrom(...pictureShape.shape.ratio.options),
    by: fc.constantFrom('cut' as const, 'pad' as const),
    focus: focal,
  },
  { requiredKeys: ['ratio', 'by'] },
);

describe('what is cut out of a picture', () => {
  it.each([
    ['the middle of a wide one', [3_000, 1_000], 1, [50, 50], [1_000, 0, 1_000, 1_000]],
    ['what is far left, as far as the edge', [3_000, 1_000], 1, [2, 50], [0, 0, 1_000, 1_000]],
    ['what is far right, as far as the edge', [3_000, 1_000], 1, [99, 50], [2_000, 0, 1_000, 1_000]],
    ['what stands high in a tall one', [1_000, 3_000], 1, [50, 30], [0, 400, 1_000, 1_000]],
    ['all of one that has the proportions', [1_600, 900], 16 / 9, [10, 90], [0, 0, 1_600, 900]],
  ] as const)('is %s', (_, [width, height], ratio, [x, y], [left, top, wide, high]) => {
    expect(cutAround({ width, height }, ratio, { x, y })).toEqual({ left, top, width: wide, height: high });
  });

  it('lies inside, is as large as it can be, and is never beyond what a network takes', () => {
    const side = fc.integer({ min: 1, max: 6_000 });
    fc.assert(
      fc.property(side, side, shapes, focal, (width, height, shape, focus) => {
        const ratio = ratioOf(shape);
        const cut = cutAround({ width, height }, ratio, focus);
        expect(cut.left >= 0 && cut.left + cut.width <= width).toBe(true);
        expect(cut.top >= 0 && cut.top + cut.height <= height).toBe(true);
        expect(cut.width === width || cut.height === height).toBe(true);
        // Of a picture of a few pixels no such part can be had.
        if (Math.min(width, height) < 20) return;
        const made = cut.width / cut.height;
        expect(ratio <= 1 ? made >= ratio : made <= ratio).toBe(true);
        expect(Math.abs(made / ratio - 1)).toBeLessThan(0.11);
      }),
    );
  });
});

describe('a shape as a word', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(shapeFromWord(shapeWord(shape as PictureShape))).toEqual(shape);
      }),
    );
  });

  it.each(['', '4:5', '4:5_tear', '3:7_cut', '4:5_cut_50', '4:5_cut_50_101', '4:5_cut_a_b', '4:5_cut_1_2_x'])(
    'is none in %p',
    (word) => {
      expect(shapeFromWord(word)).toBeNull();
    },
  );
});

describe('the shapes of a channel', () => {
  it('are those that it shows whole', () => {
    expect(shapesFor(channelRules.instagram)).toEqual(['4:5', '1:1', '16:9', '1.91:1']);
    expect(shapesFor(channelRules.pinterest)).toEqual(['2:3', '4:5', '1:1', '16:9', '1.91:1']);
    expect(shapesFor(channelRules.mastodon)).toHaveLength(6);
  });

  it('are none where the file itself is shown', () => {
    for (const kind of ['website', 'email', 'webhook', 'slack'] as const)
      expect(shapesFor(channelRules[kind])).toEqual([]);
  });
});
