import { converter, differenceCiede2000 } from 'culori';
import { atFirstUse } from '../../shared/at-first-use';

interface ColourSpace {
  readonly lab: ReturnType<typeof converter<'lab65'>>;
  readonly rgb: ReturnType<typeof converter<'rgb'>>;
  readonly difference: ReturnType<typeof differenceCiede2000>;
}

/** CIELAB (D65), sRGB and the distance ΔE2000 between two colours. */
export const colourSpace = atFirstUse<ColourSpace>(() => ({
  lab: converter('lab65'),
  rgb: converter('rgb'),
  difference: differenceCiede2000(),
}));
