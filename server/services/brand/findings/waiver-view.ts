import { waiverState } from '../../../../src/brand/findings/standing';
import type { Waiver } from '../../../../src/brand/findings/schema';
import { entryKeyOf } from '../../../../src/shared/entry-key';
import type { WaiverRow } from '../../../stores/brand-waivers';

/** A waiver as people see it on a day. */
export function waiverOf({ entry, isUsed, ...row }: WaiverRow, today: string): Waiver {
  const key = entryKeyOf(entry);
  if (!key) throw new Error(`"${entry}" is not the key of an entry`);
  return { ...row, ...key, state: waiverState(row, isUsed, today) };
}
