import type { Problem } from '../../../../src/shared/result';

export const findingNotFound: Problem = {
  code: 'brand.finding-not-found',
  message:
    'This finding is not in the entry as it is saved. Save the entry first; if it is saved, the finding is mended already: reload the page.',
  path: 'mark',
};

export const waiverNotFound: Problem = {
  code: 'brand.waiver-not-found',
  message: 'This waiver does not exist any more. Reload the list.',
};

export const waivedAlready: Problem = {
  code: 'brand.waived-already',
  message: 'This finding has a waiver already. Reload the page.',
  path: 'mark',
};

export const waiverNotOpen: Problem = {
  code: 'brand.waiver-not-open',
  message:
    'This waiver does not wait for anybody: it was approved, or its last day has passed. Reload the list.',
};

export const ownWaiver: Problem = {
  code: 'brand.waiver-own',
  message: 'You asked for this waiver yourself. Somebody else who may waive findings has to approve it.',
};

export const dayPast = (until: string, today: string): Problem => ({
  code: 'brand.waiver-day-past',
  message: `${until} has passed. Choose ${today} or a later day.`,
  path: 'until',
});

export const tooLong = (latest: string): Problem => ({
  code: 'brand.waiver-too-long',
  message: `Waivers hold until ${latest} at most. Choose a last day up to then.`,
  path: 'until',
});

export const baselineWaiting = (waiting: number): Problem => ({
  code: 'brand.baseline-waiting',
  message: `${waiting === 1 ? 'One entry waits' : `${waiting} entries wait`} to be checked. Take the baseline when all are checked.`,
});
