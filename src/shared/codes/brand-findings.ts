import type { CodeEntry } from './entry';

/** What can go wrong with findings, waivers and the baseline. */
export const brandFindingsCodes = {
  'brand.copy-error': {
    category: 'conflict',
    means:
      'The copy for a channel breaks a rule of the brand kit whose severity is error, or does not agree with the entry. Change the copy, or waive the finding.',
  },
  'brand.finding-not-found': {
    category: 'conflict',
    means:
      'The finding is not in the entry as it is saved. Save the entry, or reload the page: it may be mended already.',
  },
  'brand.waiver-not-found': {
    category: 'not-found',
    means: 'The waiver does not exist. It may have been ended: reload the list.',
  },
  'brand.waived-already': {
    category: 'conflict',
    means: 'The finding has a waiver. Reload the page.',
  },
  'brand.waiver-not-open': {
    category: 'conflict',
    means: 'The waiver waits for nobody: it was approved, or its last day has passed. Reload the list.',
  },
  'brand.waiver-own': {
    category: 'forbidden',
    means: 'Nobody approves their own waiver. Ask somebody else who may waive findings.',
  },
  'brand.waiver-day-past': {
    category: 'invalid',
    means: 'The last day of a waiver has passed. Choose today or a later day.',
  },
  'brand.waiver-too-long': {
    category: 'invalid',
    means:
      'The settings limit how long a waiver may hold. Choose a last day; the message says which is the latest.',
  },
  'brand.waiver-waits': {
    category: 'conflict',
    means: 'A waiver waits for somebody who may waive findings. Look at it and approve it, or end it.',
  },
  'brand.waiver-approved': {
    category: 'conflict',
    means: 'A waiver was approved and holds now.',
  },
  'brand.waiver-expired': {
    category: 'conflict',
    means: 'The last day of a waiver has passed: the finding counts again. Mend the text, or waive it anew.',
  },
  'brand.waiver-ended': {
    category: 'conflict',
    means: 'Somebody ended a waiver: the finding counts again. Mend the text, or waive it anew.',
  },
  'brand.baseline-waiting': {
    category: 'conflict',
    means:
      'Entries wait to be checked, so nobody knows yet what the baseline would hold. Wait until all are checked, then take it.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
