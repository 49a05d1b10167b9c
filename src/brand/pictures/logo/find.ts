import type { Region } from '../../schema';
import { fitInto, resized, type Grey } from '../pixels/raster';
import { likenessIn, likenessOver } from './likeness';
import type { LogoTemplate, Pattern } from './template';

/** Where a logo is, and how like it is: 1 is the very same. */
export interface FoundLogo {
  readonly region: Region;
  readonly score: number;
}

/** Longest edge of the largest picture that is searched: smaller logos than the coarse pattern there are not found. */
const edge = 320;
/** No pattern is smaller on either side. */
const smallest = 4;
/** From one size of the logo to the next. */
const step = 1.15;
/** Least likeness to be looked at closer, and to count. */
const promising = 0.6;
const certain = 0.75;
const hopeless = 0.3;
/** Pixels of the small pattern that are looked at everywhere, and where these are alike. */
const glance = 20;
const compared = 96;

/**
 * The best place of a logo in a picture, at any size from a twentieth of it to all of it (wide logos from a tenth), upright
 * and not squeezed. The picture shrinks step by step while a small pattern stays as it is; the most promising places are
 * then compared with a larger one. Null where nothing is like it.
 */
export function findLogo(grey: Grey, template: LogoTemplate): FoundLogo | null {
  const rated = (score: number) => (template.anyPolarity ? Math.abs(score) : score);
  const { width, height } = template.coarse;
  const places = levelsOf(grey)
    .filter((level) => level.width >= width && level.height >= height)
    .flatMap((level) => placesIn(level, template.coarse, rated));
  const looked = apart(places, 6)
    .map((place) => closer(grey, template.fine, place, rated))
    .filter(({ place }) => place.score >= hopeless)
    .sort((a, b) => b.place.score - a.place.score);
  let best: FoundLogo | null = null;
  for (const { place, score } of looked.slice(0, 3)) {
    const refined = refine(place, score);
    if (!best || refined.score > best.score) best = refined;
    if (best.score > 0.93) break;
  }
  return best && best.score >= certain ? best : null;
}

/** Levels are the same for every logo that is looked for in a picture. */
const levelsKnown = new WeakMap<Grey, readonly Grey[]>();

/** The picture smaller and smaller. */
function levelsOf(grey: Grey): readonly Grey[] {
  const known = levelsKnown.get(grey);
  if (known) return known;
  const largest = fitInto(grey, edge);
  const base = resized(grey, largest.width, largest.height);
  const levels: Grey[] = [];
  for (let scale = 1; base.width * scale >= smallest && base.height * scale >= smallest; scale /= step)
    levels.push(resized(base, Math.round(base.width * scale), Math.round(base.height * scale)));
  levelsKnown.set(grey, levels);
  return levels;
}

function placesIn(level: Grey, pattern: Pattern, rated: (score: number) => number): FoundLogo[] {
  const found: FoundLogo[] = [];
  const likeness = likenessIn(level, pattern, glance, compared);
  for (let y = 0; y <= level.height - pattern.height; y += 1)
    for (let x = 0; x <= level.width - pattern.width; x += 1) {
      const score = rated(likeness(y * level.width + x));
      if (score >= promising) found.push({ score, region: regionOf(x, y, pattern, level) });
    }
  return apart(found, 6);
}

const regionOf = (x: number, y: number, { width, height }: Pattern, level: Grey): Region => ({
  x: x / level.width,
  y: y / level.height,
  width: width / level.width,
  height: height / level.height,
});

/** The best few that are not the same place. */
function apart(places: readonly FoundLogo[], most: number): FoundLogo[] {
  const kept: FoundLogo[] = [];
  for (const place of [...places].sort((a, b) => b.score - a.score)) {
    if (kept.length === most) break;
    if (!kept.some(({ region }) => isNear(region, place.region))) kept.push(place);
  }
  return kept;
}

const isNear = (a: Region, b: Region): boolean =>
  Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < Math.min(a.width, b.width) / 4 &&
  Math.abs(a.y + a.height / 2 - b.y - b.height / 2) < Math.min(a.height, b.height) / 4 &&
  Math.abs(Math.log(a.width / b.width)) < 0.1;

interface Closer {
  readonly place: FoundLogo;
  readonly score: (region: Region) => number;
}

/** A place as the larger pattern sees it, in the picture at the size at which the pattern would just cover it. */
function closer(
  whole: Grey,
  pattern: Pattern,
  { region }: FoundLogo,
  rated: (score: number) => number,
): Closer {
  const scale = Math.min(1, (pattern.width * 1.2) / (region.width * whole.width));
  const grey = resized(
    whole,
    Math.max(2, Math.ceil(whole.width * scale)),
    Math.max(2, Math.ceil(whole.height * scale)),
  );
  const score = ({ x, y, width, height }: Region): number =>
    rated(
      likenessOver(grey, pattern, x * grey.width, y * grey.height, width * grey.width, height * grey.height),
    );
  return { place: { region, score: score(region) }, score };
}

/** Moves and scales the place by ever smaller steps while the likeness grows. */
function refine(start: FoundLogo, score: (region: Region) => number): FoundLogo {
  let best = start;
  for (const [shift, zoom] of [
    [0.05, 0.07],
    [0.025, 0.035],
    [0.012, 0.017],
    [0.006, 0.008],
  ] as const) {
    const before = best.region;
    for (const down of [-1, 0, 1])
      for (const across of [-1, 0, 1])
        for (const size of [-1, 0, 1]) {
          const region = moved(before, across * shift, down * shift, 1 + size * zoom);
          const tried = { region, score: score(region) };
          if (tried.score > best.score) best = tried;
        }
  }
  return best;
}

function moved({ x, y, width, height }: Region, across: number, down: number, zoom: number): Region {
  const [w, h] = [Math.min(1, width * zoom), Math.min(1, height * zoom)];
  return {
    x: Math.min(1 - w, Math.max(0, x + (width - w) / 2 + across * width)),
    y: Math.min(1 - h, Math.max(0, y + (height - h) / 2 + down * height)),
    width: w,
    height: h,
  };
}
