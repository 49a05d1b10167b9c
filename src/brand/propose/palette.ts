import type { Lab65 } from 'culori';
import { colourSpace } from '../pictures/colour';
import type { Proposal } from '../catalogue/schema';

/** Colours of one picture, as they are measured. */
export type PictureColours = readonly { readonly hex: string; readonly share: number }[];

const most = 8;
/** Colours nearer than this (ΔE2000) are one. */
const near = 12;
/** A colour of the business fills at least this part of all its pictures, and stands in more than one of them. */
const leastShare = 0.01;

interface Cluster {
  readonly hex: string;
  readonly lab: Lab65;
  share: number;
  readonly pictures: Set<number>;
}

/** Up to eight colours that the pictures share, the largest first, named after what they look like. Each picture counts the same. */
export function paletteOf(pictures: readonly PictureColours[]): Proposal['palette'] {
  const { lab, difference } = colourSpace();
  const colours = pictures.flatMap((picture, index) => picture.flatMap(({ hex, share }) => ({ hex, share, index, lab: lab(hex) })));
  const known = colours.flatMap((one) => (one.lab ? [{ ...one, lab: one.lab }] : [])).sort((a, b) => b.share - a.share);
  const clusters: Cluster[] = [];
  for (const { hex, share, index, lab: colour } of known) {
    const nearest = clusters.map((cluster) => ({ cluster, distance: difference(cluster.lab, colour) })).sort((a, b) => a.distance - b.distance)[0];
    if (nearest && nearest.distance <= near) {
      nearest.cluster.share += share;
      nearest.cluster.pictures.add(index);
    } else if (clusters.length < 200) clusters.push({ hex, lab: colour, share, pictures: new Set([index]) });
  }
  const least = Math.min(2, pictures.length);
  const chosen = clusters
    .filter(({ share, pictures: { size } }) => share / pictures.length >= leastShare && size >= least)
    .sort((a, b) => b.share - a.share)
    .slice(0, most);
  const names = new Map<string, number>();
  return chosen.map(({ hex, lab: colour, share }) => {
    const name = nameOf(colour);
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return { name: count === 1 ? name : `${name} ${count}`, hex, share: Number((share / pictures.length).toFixed(3)) };
  });
} // prettier-ignore

/** Hues in degrees of Lab, each up to the next. */
const hues: readonly (readonly [from: number, name: string])[] = [
  [0, 'Pink'], [22, 'Red'], [50, 'Orange'], [78, 'Yellow'], [108, 'Green'], [170, 'Turquoise'], [228, 'Blue'], [300, 'Purple'], [335, 'Pink'],
]; // prettier-ignore

function nameOf({ l, a, b }: Lab65): string {
  const chroma = Math.hypot(a, b);
  if (chroma < 9) return l > 92 ? 'White' : l < 14 ? 'Black' : l > 65 ? 'Light grey' : l < 38 ? 'Dark grey' : 'Grey'; // prettier-ignore
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const base = hues.findLast(([from]) => hue >= from)?.[1] ?? 'Pink';
  // Dark orange is what everybody calls brown, and pale orange and yellow are cream.
  const name = (base === 'Orange' || base === 'Yellow') && l < 50 ? 'Brown' : (base === 'Orange' || base === 'Yellow') && l > 85 && chroma < 30 ? 'Cream' : base;
  const shade = l > 78 && name !== 'Cream' && name !== 'Yellow' ? 'Light ' : l < 30 ? 'Dark ' : '';
  return shade === '' ? name : `${shade}${name.toLowerCase()}`;
} // prettier-ignore
