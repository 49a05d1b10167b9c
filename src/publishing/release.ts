import { held } from './gate';
import { pageMissing } from './order';

/** A publication that is held, and why. */
export interface Held {
  readonly key: string;
  readonly code: string;
  readonly dueAt: number;
}

/** Codes that an approval of the entry as it is now, or a waiver, takes away. The others need a person or the page. */
const answeredByApproval: readonly string[] = [
  'publication.not-approved',
  held.edited.code,
  held.copyEdited.code,
  'brand.error',
  'brand.copy-error',
];

/** Which of the held publications an approval sets free. */
export const releasedByApproval = <T extends Held>(rows: readonly T[]): readonly T[] =>
  rows.filter(({ code }) => answeredByApproval.includes(code));

/** Which of the held publications go on when the entry says again what was scheduled, and its page is up again. */
export const isReleasedByEntry = (code: string): boolean =>
  [held.edited.code, held.unpublished.code, pageMissing.code].some((one) => one === code);
