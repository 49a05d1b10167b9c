import type { Region } from '../../schema';
import { fitInto, resized, type Grey } from '../pixels/raster';

const edge = 512;
/** A step in brightness from pixel to pixel that the eye takes for an edge, and the share of a strip that may have some. */
const visible = 24;
const stray = 0.04;

/**
 * How much free space there is around a logo, as a part of its width: outwards from its region to the first strip that has
 * edges in it, or to the rim of the picture; the narrowest side counts. At most 2.
 */
export function clearSpaceAround(whole: Grey, region: Region): number {
  const size = fitInto(whole, edge);
  const grey = resized(whole, size.width, size.height);
  const width = region.width * grey.width;
  // The logo's own rim is blurred over a few pixels, and where it ends is known to a fiftieth.
  const rim = 3 + Math.ceil(width / 50);
  const left = Math.round(region.x * grey.width) - rim;
  const right = Math.round((region.x + region.width) * grey.width) + rim;
  const top = Math.round(region.y * grey.height) - rim;
  const bottom = Math.round((region.y + region.height) * grey.height) + rim;
  const most = Math.ceil(width * 2);
  let free = 0;
  for (; free < most; free += 1) {
    const [l, r, t, b] = [left - free, right + free, top - free, bottom + free];
    if (l < 1 || t < 1 || r >= grey.width - 1 || b >= grey.height - 1) break;
    const rows = [t, b].some((y) => isBusy(grey, l, r, (along) => y * grey.width + along));
    const columns = [l, r].some((x) => isBusy(grey, t, b, (along) => along * grey.width + x));
    if (rows || columns) break;
  }
  return free === 0 ? 0 : Math.min(2, (free + rim) / width);
}

function isBusy({ data, width }: Grey, from: number, to: number, at: (along: number) => number): boolean {
  let edges = 0;
  for (let along = from; along <= to; along += 1) {
    const here = at(along);
    const value = data[here] ?? 0;
    const steepest = Math.max(
      Math.abs((data[here + 1] ?? 0) - (data[here - 1] ?? 0)),
      Math.abs((data[here + width] ?? 0) - (data[here - width] ?? 0)),
      Math.abs((data[here + 1] ?? 0) - value),
    );
    if (steepest > visible) edges += 1;
  }
  return edges > Math.max(1, (to - from + 1) * stray);
}
