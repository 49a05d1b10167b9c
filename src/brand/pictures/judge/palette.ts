import type { Lab65 } from 'culori';
import { colourSpace } from '../colour';
import type { SubjectRule } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import type { ColourShare } from '../pixels/colours';
import { percent, pictureRule, sentence } from './picture-rule';

/** Colours with less chroma, darker or lighter than these are black, white and grey, which every brand may use. */
const neutral = { chroma: 9, darkest: 12, lightest: 96 };

/** Most of the colours of a picture are those of the palette, or lie between two of them. */
export function paletteRules({ palette, pictures: { palette: policy } }: BrandKit): readonly SubjectRule[] {
  if (!policy || palette.length === 0) return [];
  const conforms = conformance(
    palette.map(({ hex }) => hex),
    policy.tolerance,
  );
  return [
    pictureRule(
      {
        id: 'picture.palette',
        severity: policy.severity,
        explanation:
          'Most of the colours in a picture are near those of the palette or between two of them, so that everything looks as if from one hand. Black, white and grey do not count.',
        examples: {
          fail: ['A blue banner of a brand whose palette is red and cream.'],
          pass: ['A banner with a gradient from the red to the cream of the palette.'],
        },
      },
      ({ facts: { colours } }) => {
        const { share, strange } = colours ? paletteShare(colours, conforms) : { share: 1, strange: [] };
        if (share >= policy.minShare) return [];
        return [
          sentence(
            'palette',
            '{share} % of the colours in this picture are near the palette; at least {least} % should be. Far from it: {colours}. Change these colours or take another picture.',
            {
              share: percent(share),
              least: percent(policy.minShare),
              colours: strange.slice(0, 3).join(', '),
            },
          ),
        ];
      },
    ),
  ];
}

/** Which part of the colours conforms, and those that do not, the largest first. Neutrals are left out of both. */
export function paletteShare(
  colours: readonly ColourShare[],
  conforms: (hex: string) => boolean,
): { readonly share: number; readonly strange: readonly string[] } {
  let [inside, all] = [0, 0];
  const strange: string[] = [];
  for (const { hex, share } of colours) {
    if (isNeutral(hex)) continue;
    all += share;
    if (conforms(hex)) inside += share;
    else strange.push(hex);
  }
  // A picture that is all but grey has nothing to judge.
  return all < 0.02 ? { share: 1, strange: [] } : { share: inside / all, strange };
}

/**
 * Whether a colour is within the tolerance (ΔE2000) of a palette colour, or of the straight line between two of them, in Lab
 * and in sRGB: gradients run along one or the other, depending on the program.
 */
export function conformance(palette: readonly string[], tolerance: number): (hex: string) => boolean {
  const { lab, difference } = colourSpace();
  const ends = palette.map((hex) => ({ lab: labOf(hex), rgb: pointOf(hex) }));
  const pairs = ends.flatMap((a, at) => ends.slice(at + 1).map((b) => [a, b] as const));
  return (hex) => {
    const seen = labOf(hex);
    const near = (other: Lab65): boolean => difference(seen, other) <= tolerance;
    if (ends.some((end) => near(end.lab))) return true;
    return pairs.some(([a, b]) => {
      const [l, c, d] = between(pointOfLab(seen), pointOfLab(a.lab), pointOfLab(b.lab));
      if (near({ mode: 'lab65', l, a: c, b: d })) return true;
      const [red, green, blue] = between(pointOf(hex), a.rgb, b.rgb);
      return near(lab({ mode: 'rgb', r: red, g: green, b: blue }));
    });
  };
}

export function isNeutral(hex: string): boolean {
  const { l, a, b } = labOf(hex);
  return l < neutral.darkest || l > neutral.lightest || Math.hypot(a, b) < neutral.chroma;
}

type Point = readonly [number, number, number];

/** The point of the line from `a` to `b` that is nearest to `point`. */
function between(point: Point, a: Point, b: Point): Point {
  const along: Point = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const length = along[0] ** 2 + along[1] ** 2 + along[2] ** 2;
  const projected = along.reduce((sum, part, n) => sum + part * ((point[n] ?? 0) - (a[n] ?? 0)), 0);
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, projected / length));
  return [a[0] + along[0] * share, a[1] + along[1] * share, a[2] + along[2] * share];
}

const labOf = (hex: string): Lab65 => colourSpace().lab(hex) ?? { mode: 'lab65', l: 0, a: 0, b: 0 };
const pointOfLab = ({ l, a, b }: Lab65): Point => [l, a, b];

function pointOf(hex: string): Point {
  const { r, g, b } = colourSpace().rgb(hex) ?? { r: 0, g: 0, b: 0 };
  return [r, g, b];
}
