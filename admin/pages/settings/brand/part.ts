import type { Brand, BrandKit } from '../../../../src/brand/schema';
import type { Places } from '../workflows/places';

/** What every section of a kit is given. */
export interface KitPart {
  readonly kit: BrandKit;
  readonly change: (part: Partial<BrandKit>) => void;
  /** What the server said about the last try, by its path in the kit: `terms[3].avoid`. */
  readonly places: Places;
  /** The brand stands in a file: it is shown, and nothing of it can be changed here. */
  readonly isFixed: boolean;
}

/** What the section about the brand itself is given. */
export interface BrandPart {
  readonly brand: Brand;
  readonly change: (part: Partial<Brand>) => void;
  /** By its path in the brand: `name`. */
  readonly places: Places;
  readonly isFixed: boolean;
}
