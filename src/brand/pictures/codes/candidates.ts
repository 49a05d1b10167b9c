import type { Region } from '../../schema';
import type { Grey } from '../pixels/raster';
import { binaryOf } from './binary';
import { findersIn, type Finder } from './finders';

/** At most this many places are worth the work of a decoder. */
const most = 6;

/**
 * Where QR codes may be: around three corner squares of one size that stand at a right angle. Looking for them is quick,
 * decoding is not, and nearly no picture has any.
 */
export function codeCandidates(grey: Grey): Region[] {
  const found: { readonly region: Region; readonly flaw: number }[] = [];
  for (const [a, b, c] of triples(findersIn(binaryOf(grey)))) {
    const flaw = flawOf(a, b, c);
    if (flaw < 0.25) found.push({ flaw, region: around([a, b, c], grey) });
  }
  const best: Region[] = [];
  for (const { region } of found.sort((a, b) => a.flaw - b.flaw))
    if (best.length < most && !best.some((other) => isSame(other, region))) best.push(region);
  return best;
}

function* triples(finders: readonly Finder[]): Generator<readonly [Finder, Finder, Finder]> {
  for (const [n, a] of finders.entries())
    for (const [m, b] of finders.entries()) {
      if (m <= n || !isLike(a, b)) continue;
      for (const c of finders.slice(m + 1)) if (isLike(a, c) && isLike(b, c)) yield [a, b, c];
    }
}

const isLike = (a: Finder, b: Finder): boolean =>
  a.ink === b.ink && Math.abs(a.module - b.module) <= Math.max(1, Math.min(a.module, b.module) * 0.4);

/** 0 for a right angle with legs of one length; 1 where they are no corners of a code. */
function flawOf(a: Finder, b: Finder, c: Finder): number {
  const [short = 0, middle = 0, long = 0] = [apart(a, b), apart(b, c), apart(a, c)].sort((x, y) => x - y);
  const module = (a.module + b.module + c.module) / 3;
  // Version 1 has 14 modules between two centres, version 40 has 170.
  if (short < module * 10 || middle > module * 190) return 1;
  return Math.max(1 - short / middle, Math.abs(long / Math.hypot(short, middle) - 1));
}

const apart = (a: Finder, b: Finder): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The square of all four corners, with the quiet zone. */
function around(finders: readonly Finder[], { width, height }: Grey): Region {
  const module = Math.max(...finders.map((finder) => finder.module));
  const [xs, ys] = [finders.map(({ x }) => x), finders.map(({ y }) => y)];
  // The fourth corner lies across the longest side; taking all that it could be is enough for the decoder.
  const reach = module * 8;
  const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const slack = reach + (isUpright(finders) ? 0 : span * 0.5);
  const left = Math.max(0, Math.min(...xs) - slack);
  const top = Math.max(0, Math.min(...ys) - slack);
  const right = Math.min(width, Math.max(...xs) + slack);
  const bottom = Math.min(height, Math.max(...ys) + slack);
  return { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height };
}

const isUpright = (finders: readonly Finder[]): boolean =>
  finders.some((corner) => {
    const [first, second] = finders.filter((other) => other !== corner);
    if (!first || !second) return false;
    const isLevel = (a: Finder, b: Finder) =>
      Math.abs(a.x - b.x) < a.module * 3 || Math.abs(a.y - b.y) < a.module * 3;
    return isLevel(corner, first) && isLevel(corner, second);
  });

const isSame = (a: Region, b: Region): boolean =>
  Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < a.width / 4 &&
  Math.abs(a.y + a.height / 2 - b.y - b.height / 2) < a.height / 4;
