import { brandCatalogueCodes } from './brand-catalogue';
import { brandFindingsCodes } from './brand-findings';
import { calendarCodes } from './calendar';
import { connectCodes } from './publishing/connect';
import type { CodeEntry } from './entry';
import { governanceCodes } from './governance';
import { outwardCodes } from './outward';
import { packCodes } from './packs';
import { pictureCodes } from './pictures';
import { deliveryCodes } from './publishing/delivery';
import { preflightCodes } from './publishing/preflight';
import { templateCodes } from './publishing/templates';
import { upkeepCodes } from './upkeep';

const list = {
  ...outwardCodes,
  ...connectCodes,
  ...calendarCodes,
  ...deliveryCodes,
  ...preflightCodes,
  ...templateCodes,
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
