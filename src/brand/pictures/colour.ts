import { converter, differenceCiede2000 } from 'culori';
import { atFirstUse } from '../../shared/at-first-use';

/** CIELAB (D65), sRGB and the distance ΔE2000 between two colours. */
export const colourSpace = atFirstUse(() => ({
  lab: converter('lab65'),
  rgb: converter('rgb'),
  difference: differenceCiede2000(),
}));
