import { brandCatalogueCodes } from './codes/brand-catalogue';
import { brandFindingsCodes } from './codes/brand-findings';
import { calendarCodes } from './codes/calendar';
import type { CodeEntry } from './codes/entry';
import { governanceCodes } from './codes/governance';
import { outwardCodes } from './codes/outward';
import { packCodes } from './codes/packs';
import { pictureCodes } from './codes/pictures';
import { upkeepCodes } from './codes/upkeep';

const list = {
  ...outwardCodes,
  ...calendarCodes,
  ...governanceCodes,
  ...upkeepCodes,
  ...brandCatalogueCodes,
  ...brandFindingsCodes,
  ...packCodes,
  ...pictureCodes,
} as const;

export type Code = keyof typeof list;

/**
 * Every code that Presence answers with. Codes are stable: they are never renamed or reused.
 * The page `docs/reference/codes.md` is generated from this list.
 */
export const codes: Readonly<Record<Code, CodeEntry>> = list;
