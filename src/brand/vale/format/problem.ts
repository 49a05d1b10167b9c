import type { PackProblem } from '../../catalogue/schema';
import type { packCodes } from '../../../shared/codes/packs';

/** Codes of what can be wrong with a pack. */
export type PackCode = keyof typeof packCodes;

/** A sentence about a file of a pack. */
export const problem = (file: string, line: number | null, code: PackCode, message: string): PackProblem => ({
  file,
  line,
  code,
  message,
});
