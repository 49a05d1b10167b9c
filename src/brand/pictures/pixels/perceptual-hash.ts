import { resized, spreadOf, type Grey } from './raster';

const size = 32;
const kept = 8;

/** `cosines[u][x]` of a discrete cosine transform of 32 values; only the 8 lowest frequencies are asked for. */
const cosines = Array.from({ length: kept }, (_, u) =>
  Float64Array.from({ length: size }, (_unused, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * size))),
);

/**
 * 64 bits, as 16 hex digits, that hardly change when a picture is resized or saved again: the picture at 32 × 32, its 64
 * lowest frequencies, each one bit for above or below their median. Null for a plain area, which has no frequencies.
 */
export function perceptualHashOf(grey: Grey): string | null {
  const small = resized(grey, size, size);
  if (spreadOf(small) < 2) return null;
  const frequencies: number[] = [];
  for (const down of cosines)
    for (const across of cosines) {
      let sum = 0;
      for (let y = 0; y < size; y += 1) {
        let row = 0;
        for (let x = 0; x < size; x += 1) row += (small.data[y * size + x] ?? 0) * (across[x] ?? 0);
        sum += row * (down[y] ?? 0);
      }
      frequencies.push(sum);
    }
  // The first one is the mean brightness, which says nothing of what is shown.
  const median = [...frequencies.slice(1)].sort((a, b) => a - b)[31] ?? 0;
  let hash = '';
  for (let at = 0; at < 64; at += 4) {
    const bits = frequencies.slice(at, at + 4).map((value, n) => (at + n > 0 && value > median ? 8 >> n : 0));
    hash += bits.reduce<number>((sum, bit) => sum + bit, 0).toString(16);
  }
  return hash;
}

/** How many bits of two hashes differ: 0 is the same picture, about 32 a picture that has nothing to do with it. */
export function hashDistance(a: string, b: string): number {
  let distance = Math.abs(a.length - b.length) * 4;
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    let bits = Number.parseInt(a[at] ?? '0', 16) ^ Number.parseInt(b[at] ?? '0', 16);
    for (; bits > 0; bits >>= 1) distance += bits & 1;
  }
  return distance;
}
