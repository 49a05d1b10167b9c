import type { Raster } from '../../../src/brand/pictures/pixels/raster';
import { logoPlace, type Corner, type LogoPlace } from '../../../src/brand/cards/place';
import { cardLayouts } from '../../../src/brand/cards/templates';
import { toneOf } from '../../../src/brand/cards/tone';
import type { CardLogo } from './logo';

/** Where logos are looked for first. */
const corners: readonly Corner[] = [
  { x: 'right', y: 'bottom' },
  { x: 'left', y: 'bottom' },
  { x: 'right', y: 'top' },
  { x: 'left', y: 'top' },
];

/** The corner of a picture in which least happens; null where the logo fits in none. */
export function calmCorner(picture: Raster, logo: CardLogo): LogoPlace | null {
  const places = corners.flatMap(
    (corner) => logoPlace(picture, logo.raster, logo, cardLayouts.badge, corner) ?? [],
  );
  const [best] = places
    .map((place) => ({ place, spread: toneOf(picture, place.free).spread }))
    .sort((a, b) => a.spread - b.spread);
  return best?.place ?? null;
}
